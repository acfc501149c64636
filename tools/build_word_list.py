"""Write redactor/text/data/english_words.txt from Debian's English word lists.

Run it on Debian with the packages wbritish and wamerican installed:
``python tools/build_word_list.py``. The list is committed, so that every machine has the same one.

Only words written wholly in lower case are taken: the list answers whether a capitalised word is
also an English word ("Grace", "Mark"), so a word that is only ever a name must not be in it.
"""

import re
import subprocess
from pathlib import Path

TARGET = Path(__file__).parents[1] / "redactor" / "text" / "data" / "english_words.txt"
SOURCES = {
    "wbritish": Path("/usr/share/dict/british-english"),
    "wamerican": Path("/usr/share/dict/american-english"),
}
WORD = re.compile(r"[a-z]{2,}")

HEAD = """\
# English words, British and American spelling, in lower case, one a line.
# Source: SCOWL (Spell Checker Oriented Word Lists) 2020.12.07, by way of the Debian packages
# {packages}; written by tools/build_word_list.py,
# which left out every word with a capital letter, an apostrophe or an accent.
# Licence: Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and
# sell these word lists is granted without fee, provided that the copyright and permission notices
# appear in all copies; provided "as is" without warranty. All notices in full: NOTICE.
"""


def package_version(package: str) -> str:
    """The installed version of a Debian package, such as ``2020.12.07-2``."""
    query = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return subprocess.run(query, capture_output=True, check=True, text=True).stdout


def words_of(source: Path) -> set[str]:
    lines = source.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if WORD.fullmatch(line)}


def main() -> None:
    packages = " and ".join(f"{name} {package_version(name)}" for name in SOURCES)
    words = sorted(set().union(*map(words_of, SOURCES.values())))
    content = HEAD.format(packages=packages) + "\n".join(words) + "\n"
    TARGET.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
