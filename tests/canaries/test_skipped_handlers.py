"""Each cleaner of the writer is left out in turn: the leak check must notice.

Nothing in mark-up is rewritten here, so that the search for known names in mark-up, which makes
good for many a skipped cleaner in a real run, does not hide what the check is blind to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from canary_registry import CANARIES, built, pseudonym_map

from redactor.checks.allowance import Allowance
from redactor.checks.inspection import inspect_package
from redactor.checks.sought import Sought
from redactor.documents.base import Policy
from redactor.documents.docx.clean import cleaners, fates, media, package
from redactor.documents.docx.document import read_docx
from redactor.leftovers import left_over
from redactor.model import DocumentId, Edit, Keep, SegmentKind, Severity
from redactor.plan import Scan
from redactor.pseudonyms.schema import PseudonymMap

Skip = Callable[[pytest.MonkeyPatch], None]


def cleaner(name: str) -> Skip:
    return lambda patch: patch.setattr(cleaners, name, lambda *_, **__: Counter())


def own(content_type: str) -> Skip:
    def skip(patch: pytest.MonkeyPatch) -> None:
        patch.setitem(cleaners._OWN, content_type, lambda _root: Counter())

    return skip


def kind(unread: SegmentKind) -> Skip:
    return lambda patch: patch.setattr(Skipped, "kinds", Skipped.kinds | {unread})


def part(what: str) -> Skip:
    """Parts that the summary calls `what` are taken along as they are."""

    def skip(patch: pytest.MonkeyPatch) -> None:
        dropped, fate = fates.dropped, fates.fate
        clean_media = media.clean_media

        def not_dropped(link, *, keep_revisions):
            found = dropped(link, keep_revisions=keep_revisions)
            return None if found == what else found

        def kept(one):
            found = fate(one)
            return fates.Fate.PICTURE if found is None or found == what else found

        def untouched(parts, gone):
            parts = list(parts)
            pictures = [one for one in parts if one.content_type.startswith("image/")]
            others = {p.name: media.CleanMedia(p.content) for p in parts if p not in pictures}
            return clean_media(pictures, gone) | others

        patch.setattr(package, "dropped", not_dropped)
        patch.setattr(package, "fate", kept)
        patch.setattr(package, "clean_media", untouched)

    return skip


def names_of_parts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(package, "neutral_names", lambda parts: {one.name: one.name for one in parts})


def metadata(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        package,
        "clean_media",
        lambda parts, _gone: {one.name: media.CleanMedia(one.content) for one in parts},
    )


def loose_markup(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("redactor.documents.docx.source.XmlSource.has_loose_markup", False)
    patch.setattr(package, "serialised", lambda source: source)


class Skipped:
    """Kinds of segments whose edits are not carried out."""

    kinds = frozenset({SegmentKind.MARKUP})


_EVERYTHING = "everything.docx"
_CLEANERS = (
    "accept_revisions",
    "clean_fields",
    "clean_shapes",
    "drop_packed_drawings",
    "drop_unknown_markup",
    "drop_stray_text",
    "plain_controls",
    "rename_bookmarks",
    "rename_styles",
)
_OWN_TO_A_PART = (
    "wordprocessingml.settings+xml",
    "wordprocessingml.numbering+xml",
    "wordprocessingml.fonttable+xml",
    "officedocument.theme+xml",
    "officedocument.themeoverride+xml",
    "drawingml.chart+xml",
    "drawingml.diagramdata+xml",
    "drawingml.diagramlayout+xml",
    "drawingml.diagramstyle+xml",
)
_KINDS = (
    SegmentKind.BODY,
    SegmentKind.HEADING,
    SegmentKind.TABLE_CELL,
    SegmentKind.HEADER,
    SegmentKind.FOOTER,
    SegmentKind.FOOTNOTE,
    SegmentKind.ENDNOTE,
    SegmentKind.TEXT_BOX,
    SegmentKind.DRAWING,
    SegmentKind.TITLE,
    SegmentKind.PROPERTY,
)
_PARTS = {
    "ActiveX controls": "macros.docm",
    "SVG drawings (their picture in dots stays)": _EVERYTHING,
    "Word's own hints": _EVERYTHING,
    "add-ins": "macros.docm",
    "building blocks": _EVERYTHING,
    "custom XML parts": _EVERYTHING,
    "custom document properties": _EVERYTHING,
    "digital signatures": "signed.docx",
    "embedded files (their preview stays)": _EVERYTHING,
    "embedded fonts": _EVERYTHING,
    "keyboard and toolbar settings": "macros.docm",
    "macros": "macros.docm",
    "mail merges": "recipients.docx",
    "names of authors": _EVERYTHING,
    "printer settings": _EVERYTHING,
    "ribbon settings": "macros.docm",
    "sensitivity labels": _EVERYTHING,
}
HANDLERS: list[tuple[str, str, Skip]] = [
    *((name, _EVERYTHING, cleaner(name)) for name in _CLEANERS),
    *((name, _EVERYTHING, own(name)) for name in _OWN_TO_A_PART),
    (
        "wordprocessingml.websettings+xml",
        "settings.docx",
        own("wordprocessingml.websettings+xml"),
    ),
    *((name.value, _EVERYTHING, kind(name)) for name in _KINDS),
    *((what, name, part(what)) for what, name in _PARTS.items()),
    ("names of parts", "zipped.docx", names_of_parts),
    ("metadata of pictures", _EVERYTHING, metadata),
    ("loose mark-up", _EVERYTHING, loose_markup),
]
"""What is skipped, and the package in which that shows.

Not among them: what is planted nowhere (ink, films), what other cleaners do as well (drop caps,
properties), and revisions and comments, which the default policy drops before anything reads them.
"""


@pytest.mark.parametrize(("name", "skip"), [pytest.param(n, s, id=i) for i, n, s in HANDLERS])
def test_the_check_notices(name: str, skip: Skip, monkeypatch: pytest.MonkeyPatch) -> None:
    before = leaks_unskipped(name)
    skip(monkeypatch)
    assert leaks(name) - before


@cache
def everybody() -> tuple[Sought, ...]:
    return tuple(Sought(text) for c in CANARIES.values() for text in (c.full, c.given, c.surname))


@cache
def names() -> PseudonymMap:
    return PseudonymMap.model_validate(yaml.safe_load(pseudonym_map()))


@cache
def leaks_unskipped(name: str) -> set[tuple[str, str]]:
    return leaks(name)


def leaks(name: str) -> set[tuple[str, str]]:
    """Where the check finds a name in the copy of a package, and the name's first letters."""
    document = read_docx(built(name), Path(name), DocumentId(name), Policy())
    scan = Scan((document,), document.segments, (), names())
    kinds = {segment.id: segment.kind for segment in document.segments}
    edits = [
        Edit(one.mention.segment_id, one.mention.span, one.decision.text)
        for one in left_over(scan, names(), ())
        if not isinstance(one.decision, Keep) and kinds[one.mention.segment_id] not in Skipped.kinds
    ]
    inspection = inspect_package(document.rewrite(edits), everybody(), Allowance(), name)
    return {(leak.place, leak.excerpt) for leak in inspection.of(Severity.LEAK)}
