"""Which cleaner works on which part, and in which order.

Revisions come first: what they delete is not looked at any more. Names of bookmarks and styles
come last, when it is known which fields still use them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from redactor.documents.base import Policy
from redactor.documents.docx.clean.authors import Authors
from redactor.documents.docx.clean.bookmarks import bookmark_names, rename_bookmarks
from redactor.documents.docx.clean.comments import (
    MARKS,
    drop_comment_marks,
    only_comment_ids,
    read_remarks,
)
from redactor.documents.docx.clean.controls import plain_controls
from redactor.documents.docx.clean.drawings import (
    clean_chart,
    clean_diagram,
    clean_fonts,
    clean_numbering,
    clean_shapes,
    clean_theme,
)
from redactor.documents.docx.clean.drop_caps import set_drop_caps_plain
from redactor.documents.docx.clean.fields import clean_fields
from redactor.documents.docx.clean.identity import drop_packed_drawings, drop_revision_ids
from redactor.documents.docx.clean.namespaces import drop_stray_text, drop_unknown_markup
from redactor.documents.docx.clean.notes import drop_unused_notes
from redactor.documents.docx.clean.properties import core_properties, extended_properties
from redactor.documents.docx.clean.revisions import accept_revisions, anonymise_revisions
from redactor.documents.docx.clean.settings import layout_settings, web_settings
from redactor.documents.docx.clean.style_names import USES, rename_styles, style_names
from redactor.documents.docx.names import Element, PartName
from redactor.documents.docx.package import Package
from redactor.documents.docx.source import XmlSource
from redactor.model import Remark

_OWN: dict[str, Callable[[Element], Counter[str]]] = {
    # By the last words of the content type.
    "wordprocessingml.settings+xml": layout_settings,
    "wordprocessingml.websettings+xml": web_settings,
    "wordprocessingml.numbering+xml": clean_numbering,
    "wordprocessingml.fonttable+xml": clean_fonts,
    "wordprocessingml.commentsextended+xml": only_comment_ids,
    "wordprocessingml.commentsids+xml": only_comment_ids,
    "package.core-properties+xml": core_properties,
    "officedocument.extended-properties+xml": extended_properties,
    "officedocument.theme+xml": clean_theme,
    "officedocument.themeoverride+xml": clean_theme,
    "drawingml.chart+xml": clean_chart,
    "ms-office.chartex+xml": clean_chart,
    "drawingml.diagramdata+xml": clean_diagram,
    "drawingml.diagramlayout+xml": clean_diagram,
    "drawingml.diagramstyle+xml": clean_diagram,
    "drawingml.diagramcolors+xml": clean_diagram,
    "drawingml.diagramdrawing+xml": clean_diagram,
}
_NO_LOSS = frozenset({USES, MARKS})
_STORIES = tuple(
    f"{name}+xml" for name in ("main", "header", "footer", "footnotes", "endnotes", "comments")
)
_STYLES = (".styles+xml", ".styleswitheffects+xml")
_REVISED = (*_STYLES, "wordprocessingml.numbering+xml")


@dataclass(frozen=True, slots=True)
class CleanedParts:
    """``changed`` are the parts whose trees are no longer what their bytes say."""

    changed: frozenset[PartName]
    dropped: Counter[str]
    remarks: tuple[Remark, ...] = field(repr=False)


def clean_parts(
    package: Package, sources: Mapping[PartName, XmlSource], policy: Policy
) -> CleanedParts:
    """Clean the trees in `sources`, in place."""
    types = {name: package.parts[name].content_type for name in sources}
    roots = {name: source.root for name, source in sources.items()}
    stories = {name: root for name, root in roots.items() if types[name].endswith(_STORIES)}
    remarks = read_remarks(package, stories)
    done = _Done()
    if remarks and not policy.keep_revisions:
        done.dropped["comments"] += len(remarks)
    authors = Authors()
    for name, root in roots.items():
        for cleaner in _cleaners(types[name], policy, authors, is_story=name in stories):
            done.note(name, cleaner(root))
    bookmarks = bookmark_names(stories.values())
    styles = style_names(root for name, root in roots.items() if types[name].endswith(_STYLES))
    for name, root in stories.items():
        done.note(name, clean_fields(root, bookmarks, styles.shown))
        done.note(name, rename_bookmarks(root, bookmarks))
    for name, root in roots.items():
        done.note(name, rename_styles(root, styles))
    for name, root in stories.items():
        done.note(name, drop_unused_notes(root, stories.values()))
    return CleanedParts(frozenset(done.changed), done.dropped, remarks)


def _cleaners(
    content_type: str, policy: Policy, authors: Authors, *, is_story: bool
) -> Iterator[Callable[[Element], Counter[str]]]:
    yield drop_unknown_markup
    yield drop_stray_text
    if is_story and not policy.keep_revisions:
        yield drop_comment_marks  # before it is seen which paragraphs are empty
    if is_story or content_type.endswith(_REVISED):
        if policy.keep_revisions:
            yield lambda root: anonymise_revisions(root, authors)
        else:
            yield accept_revisions
    if is_story:
        yield plain_controls
        yield set_drop_caps_plain
        yield drop_packed_drawings
    yield lambda root: drop_revision_ids(root, keep_paragraph_ids=policy.keep_revisions)
    yield clean_shapes
    for words, cleaner in _OWN.items():
        if content_type.endswith(words):
            yield cleaner


class _Done:
    """What the cleaners have dropped, and where."""

    def __init__(self) -> None:
        self.changed: set[PartName] = set()
        self.dropped: Counter[str] = Counter()

    def note(self, name: PartName, dropped: Counter[str]) -> None:
        if dropped:
            self.changed.add(name)
            self.dropped.update({what: n for what, n in dropped.items() if what not in _NO_LOSS})
