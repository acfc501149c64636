"""Names that stand nowhere else, and looking for them in whatever a program has left behind."""

from __future__ import annotations

import base64
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from redactor.text.fold import folded, key

MOTHER, SON, KEPT = "Ngozi Okwuosa", "Zbyszko Krzywda", "Wlodzko Hrynkiw"
OTHER_NAME, FRIEND, FORMER = "Ngozi Uzoamaka", "Jagienka Pszczyna", "Bogna Trzmiel"
PLACE = "Pwllgwyddon"
EMAIL = "okwuosa.uzoamaka@hrzqvtt.example"
NAMES = (MOTHER, SON, KEPT, OTHER_NAME, FRIEND, FORMER, PLACE, EMAIL)

_PART = 4
"""Letters in a row of a name that a text may not have."""
_WORDS = sorted({word for name in NAMES for word in name.replace("@", " ").split()})


def _runs(word: str) -> Iterator[str]:
    letters = "".join(filter(str.isalpha, word.partition(".example")[0])).lower()
    return (letters[at : at + _PART] for at in range(len(letters) - _PART + 1))


_RUNS = sorted({run for word in _WORDS for run in _runs(word)})


def _encoded(word: str) -> Iterator[bytes]:
    """`word` as bytes can hold it; a third of the letters of base64 depend on what is around."""
    for spelt in (word, word.lower(), word.upper()):
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            plain = spelt.encode(coding)
            yield plain
            for before in range(3):
                whole = base64.b64encode(bytes(before) + plain + bytes(3))
                start = -(-before * 4 // 3)
                yield whole[start : start + len(plain) * 4 // 3 - 2]


def _digests() -> Iterator[bytes]:
    forms = {form for name in (*NAMES, *_WORDS) for form in (name, name.lower(), folded(name))}
    for form in forms | {key(name) for name in NAMES}:
        text = form.encode()
        yield f"{zlib.crc32(text):08x}".encode()
        for algorithm in ("md5", "sha1", "sha256"):
            digest = hashlib.new(algorithm, text).digest()
            yield from (digest, digest.hex().encode(), base64.b64encode(digest).rstrip(b"="))
            yield base64.urlsafe_b64encode(digest).rstrip(b"=")


_ENCODED = sorted({one for word in _WORDS for one in _encoded(word)})
_DIGESTS = sorted(set(_digests()))


def parts_in(text: str) -> list[str]:
    """The runs of four letters of planted names that `text` has."""
    lowered = text.lower()
    return [run for run in _RUNS if run in lowered]


def names_in(content: bytes) -> list[bytes]:
    """Whole words of planted names, in any of the usual codings, in `content` and its members."""
    found = [one for one in _ENCODED if one in content]
    for member in _members(content):
        found += names_in(member)
        found += [run.encode() for run in parts_in(member.decode("utf-8", errors="ignore"))]
    return found


def digests_in(content: bytes) -> list[bytes]:
    lowered = content.lower()
    found = [one for one in _DIGESTS if one in content or one in lowered]
    return found + [one for member in _members(content) for one in digests_in(member)]


def _members(content: bytes) -> list[bytes]:
    if not content.startswith(b"PK"):
        return []
    with zipfile.ZipFile(BytesIO(content)) as package:
        return [package.read(name) for name in package.namelist()]


def leaks(folder: Path, allowed: frozenset[str]) -> list[str]:
    """What the files below `folder` say that they must not, and the paths that say it; `allowed`
    are the paths of files or folders that may."""
    found = []
    for path in sorted(folder.rglob("*")):
        where = path.relative_to(folder)
        if allowed & {where.as_posix(), *(parent.as_posix() for parent in where.parents)}:
            continue
        found += [f"{where}: its own name" for _ in parts_in(where.as_posix())]
        if path.is_file():
            content = path.read_bytes()
            found += [f"{where}: {one!r}" for one in names_in(content) + digests_in(content)]
    return found
