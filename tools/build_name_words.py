"""Write redactor/text/data/names_that_are_words.tsv from the package names.

Run it with names installed: ``python tools/build_name_words.py``. The list is committed, so that
neither the package nor the 90,000 names that are no English words are needed at run time.
"""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from redactor.text.words import is_english

TARGET = Path(__file__).parents[1] / "redactor" / "text" / "data" / "names_that_are_words.tsv"
GIVEN = ("dist.female.first", "dist.male.first")
SURNAMES = ("dist.all.last",)

HEAD = """\
# English words that people bear as a name: the word, of 100,000 women or men (the greater number)
# how many have it as a given name, and of 100,000 people how many as a surname.
# Source: frequently occurring names of the 1990 census of the United States (US Census Bureau,
# public domain), by way of the Python package names {version} (MIT licence); written by
# tools/build_name_words.py. How Britons are called differs; that a word is a name does not.
"""


def per_100_000(tables: tuple[str, ...]) -> dict[str, int]:
    """The greatest number of bearers of each name that is an English word."""
    found: dict[str, int] = {}
    for table in tables:
        for line in files("names").joinpath(table).read_text(encoding="ascii").splitlines():
            name, percent = line.split()[:2]
            if is_english(name):
                found[name.lower()] = max(found.get(name.lower(), 0), round(1000 * float(percent)))
    return found


def main() -> None:
    given, surnames = per_100_000(GIVEN), per_100_000(SURNAMES)
    rows = [
        f"{word}\t{given.get(word, 0)}\t{surnames.get(word, 0)}"
        for word in sorted({*given, *surnames})
        if given.get(word) or surnames.get(word)
    ]
    content = HEAD.format(version=version("names")) + "\n".join(rows) + "\n"
    TARGET.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
