"""The map's file: where it lives, read with care, written whole or not at all, for its owner only.

Nothing here is encrypted; the folder's permissions and its ``.gitignore`` are all that guards it.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from redactor.errors import MapError
from redactor.pseudonyms.editing import edited_text
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.schema import PseudonymMap
from redactor.pseudonyms.writing import fresh_text
from redactor.text.fold import folded

FOLDER = "pseudonym_maps"
LARGEST = 2 * 1024 * 1024
"""Bytes of a map: about 20,000 entities."""

_DEFAULT_REVIEW = "review"
_LONGEST_SLUG = 80
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_README = """\
# Pseudonym maps

A file here says which real person, place or organisation stands behind each pseudonym of a
review. Whoever holds it can undo the anonymisation.

- Keep this folder where only the people who write the review can read it.
- Never put a map beside the anonymised document, in an e-mail or under version control; the
  `.gitignore` here keeps git from taking one.
- Delete a map when its review needs it no more.

`redact` writes these files, and you may edit them with any text editor. The project's
`docs/pseudonym-map.md` explains every line.
"""
_GITIGNORE = "*\n!.gitignore\n!README.md\n"


def load_map(path: Path) -> PseudonymMap:
    """Read the map at `path`: UTF-8, with or without a byte order mark.

    Raises MapError with one sentence when it cannot be read, is no map or contradicts itself; the
    sentence quotes no real name.
    """
    try:
        return parse_map(_read(path))
    except MapError as error:
        raise _at(path, error) from None


def save_map(names: PseudonymMap, path: Path) -> None:
    """Write `names` to `path`: atomically, readable by its owner only.

    Of a map that is there already only what differs is changed; comments, order and layout stay.
    The same map and file give the same bytes. Raises MapError when the file there is no map (it
    is left alone) or the folder cannot be written to.
    """
    target = path.resolve()
    try:
        text = _edited(target, names) if target.exists() else fresh_text(names)
        _replace(target, text.encode())
    except MapError as error:
        raise _at(path, error) from None
    except OSError as error:
        raise MapError(path, f"cannot be written ({error.strerror or 'system error'}).") from None


def write_beside_map(path: Path, content: bytes) -> None:
    """Put a file that is as secret as the map in its folder: whole or not at all, for one user.

    Raises MapError when it cannot be written.
    """
    try:
        _replace(path.resolve(), content)
    except OSError as error:
        raise MapError(path, f"cannot be written ({error.strerror or 'system error'}).") from None


def map_path(review: str, folder: Path) -> Path:
    """Where the map of `review` lives in the working folder `folder`."""
    return folder / FOLDER / f"{_slug(review)}.yaml"


def review_name(path: Path) -> str:
    """The review that `path` belongs to unless somebody says otherwise: its folder's name.

    For a document its parent folder counts, as a document's own name often holds a person's.
    """
    absolute = path.resolve()
    return _slug((absolute if absolute.is_dir() else absolute.parent).name)


def ensure_map_folder(folder: Path) -> Path:
    """Make the folder of the maps in `folder`, with its README and .gitignore; return its path.

    What is there already stays as it is. Raises MapError when it cannot be made.
    """
    maps = folder / FOLDER
    try:
        maps.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in (("README.md", _README), (".gitignore", _GITIGNORE)):
            if not (maps / name).exists():
                (maps / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise MapError(maps, f"cannot be made ({error.strerror or 'system error'}).") from None
    return maps


def _read(path: Path) -> str:
    """The text of a map, with lines that end in ``\\n``."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        reason = "is not there" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise MapError(None, f"the pseudonym map {reason}.") from None
    if len(raw) > LARGEST:
        raise MapError(None, f"is larger than {LARGEST // 1024 // 1024} MB; this is no map.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise MapError(None, "is no UTF-8 text; save it as UTF-8 and run again.") from None
    if not text.strip():
        raise MapError(None, "the pseudonym map is empty.")
    return text


def _edited(target: Path, names: PseudonymMap) -> str:
    """The text of the map at `target` with what differs, its line ends as they were."""
    with target.open("rb") as file:
        first_line = file.readline(LARGEST)
    text = edited_text(_read(target), names)
    return text.replace("\n", "\r\n" if first_line.endswith(b"\r\n") else "\n")


def _replace(target: Path, content: bytes) -> None:
    # mkstemp makes the file 0600 from the start: at no moment can others read it.
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".map-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", folded(name).lower())[:_LONGEST_SLUG].strip("-")
    if not slug:
        return _DEFAULT_REVIEW
    return f"{slug}-{_DEFAULT_REVIEW}" if _RESERVED.fullmatch(slug) else slug


def _at(path: Path, error: MapError) -> MapError:
    return MapError(path, str(error))
