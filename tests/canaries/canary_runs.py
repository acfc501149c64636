"""The packages of canaries, each sent through the program once, and what can be read in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from canary_decoder import Letters
from canary_package import Draft
from canary_registry import built, pseudonym_map
from lxml import etree

from redactor import pipeline
from redactor.documents.base import PUBLICATION, Policy
from redactor.documents.open import open_document
from redactor.errors import RedactError
from tests.maps import load_map


def redacted(package: str) -> bytes:
    """What the program makes of a package with the map of all canaries. Raises RedactError."""
    made = _made(package)
    if isinstance(made, RedactError):
        raise made
    return made


@cache
def finished_blank() -> bytes:
    """What the program makes of a document with nobody in it."""
    return _redacted("blank.docx", Draft.blank().packed())


@cache
def letters(package: str) -> Letters:
    return Letters(built(package))


@cache
def letters_left(package: str) -> Letters:
    return Letters(redacted(package))


def refused(package: str) -> str:
    """Why the program does not write a package; "" when it does."""
    made = _made(package)
    return str(made) if isinstance(made, RedactError) else ""


@cache
def _made(package: str) -> bytes | RedactError:
    try:
        return _redacted(package, built(package))
    except RedactError as error:
        return error


@cache
def letters_kept(package: str) -> Letters:
    """What can be read in a copy in which revisions and comments were kept."""
    return Letters(_redacted(package, built(package), Policy(keep_revisions=True)))


def _redacted(name: str, content: bytes, policy: Policy = PUBLICATION) -> bytes:
    with TemporaryDirectory() as folder:
        draft, names = Path(folder, name), Path(folder, "map.yaml")
        draft.write_bytes(content)
        names.write_text(pseudonym_map(), encoding="utf-8")
        known = load_map(names)
        scan = pipeline.scan([open_document(draft, policy=policy)], known)
    (finished,) = pipeline.apply(pipeline.decide(scan, known))
    return finished.content


@cache
def texts_left(package: str) -> tuple[str, ...]:
    """Every text that people read in the written package."""
    return tuple(texts(redacted(package)))


@cache
def texts_before(package: str) -> tuple[str, ...]:
    """Every text that people read in the package as it was built."""
    return tuple(texts(built(package)))


def texts(content: bytes) -> Iterator[str]:
    """The text of each paragraph, label of a chart and word art, wherever it stands."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                yield from _texts_of(etree.fromstring(archive.read(name)))


def _texts_of(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        if local == "p":
            yield "".join(_own(element))
        elif local == "v":
            yield element.text or ""
        elif local == "textpath":
            yield element.get("string", "")


def _own(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph, without those of paragraphs inside it."""
    for child in paragraph.iterchildren(etree.Element):
        local = etree.QName(child).localname
        if local == "t":
            yield child.text or ""
        elif local != "p":
            yield from _own(child)
