"""Where a map lives, what its folder tells whoever looks into it, and its bytes as text."""

from __future__ import annotations

import re
from pathlib import Path

from redactor.errors import MapError
from redactor.text.fold import folded
from redactor.vault.places import sealed_name

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
- Delete a map when its review needs it no more, and its `.history` folder with it.

`redact` encrypts the maps that it makes (`.yaml.age`): `redact map show` shows one, `redact map`
lists what can be done with it. A map in plain text (`.yaml`) may be edited with any text editor;
`redact map lock` encrypts it. The project's `docs/pseudonym-map.md` explains every line.
"""
_GITIGNORE = "*\n!.gitignore\n!README.md\n"


def map_path(review: str, folder: Path) -> Path:
    """Where the map of `review` lives in the working folder `folder`: the sealed file, or a plain
    one where only that is there."""
    plain = folder / FOLDER / f"{_slug(review)}.yaml"
    return plain if plain.exists() and not sealed_name(plain).exists() else sealed_name(plain)


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


def map_text(content: bytes) -> str:
    """The text of a map's bytes, with lines that end in ``\\n``.

    Raises MapError when they are too many, no UTF-8 (with or without a byte order mark), or empty.
    """
    if len(content) > LARGEST:
        raise MapError(None, f"is larger than {LARGEST // 1024 // 1024} MB; this is no map.")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise MapError(None, "is no UTF-8 text; save it as UTF-8 and run again.") from None
    if not text.strip():
        raise MapError(None, "the pseudonym map is empty.")
    return text


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", folded(name).lower())[:_LONGEST_SLUG].strip("-")
    if not slug:
        return _DEFAULT_REVIEW
    return f"{slug}-{_DEFAULT_REVIEW}" if _RESERVED.fullmatch(slug) else slug
