"""Write the packages of canaries, a list of who stands where, and a pseudonym map, to a folder.

python tests/canaries/build.py OUTDIR
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from canary_registry import CANARIES, PLACES, built, package_names, pseudonym_map


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in package_names():
        (folder / name).write_bytes(built(name))
    listed = [
        {
            "id": place.id,
            "what": place.what,
            "package": place.package,
            "name": CANARIES[place.id].full,
            "stays": place.stays,
        }
        for place in PLACES
    ]
    text = json.dumps(listed, indent=1, ensure_ascii=False)
    (folder / "places.json").write_text(text + "\n", encoding="utf-8")
    (folder / "map.yaml").write_text(pseudonym_map(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
