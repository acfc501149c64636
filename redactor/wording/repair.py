"""The replacements of a segment as they must be written there, and what else must change.

Each rule has a module of its own; here is their order. A replacement that writes what stands there
already changes no sentence, so nothing around it is touched.

Left alone: verbs and plurals, a role before a code ("Health Visitor HV2"), and all other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redactor.model import Span
from redactor.wording.appositions import absorbed
from redactor.wording.articles import fitted, superfluous_the, takes_no_article, without_article
from redactor.wording.beginnings import (
    begins_sentence,
    in_title_case,
    is_in_capitals,
    is_title_case,
    with_capital,
    within_sentence,
)
from redactor.wording.context import Site, masked
from redactor.wording.possessives import as_family, has_bare_apostrophe, needs_s, with_s
from redactor.wording.quotations import (
    bracketed,
    is_inside,
    quotations,
    quoted_spans,
    with_plain_marks,
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """``text`` in the place of ``span``.

    ``is_label``: it stands whole ("GP1", "Child A", "the Midwife"); false for a name that is used
    part by part, and for "[address removed]".
    """

    span: Span
    text: str = field(repr=False)
    is_label: bool


@dataclass(frozen=True, slots=True)
class Repaired:
    """``texts`` are what to write for the replacements, in their order; ``edits`` change words
    outside their spans (sorted, apart, never an empty span; the new text may be empty)."""

    texts: tuple[str, ...] = field(repr=False)
    edits: tuple[tuple[Span, str], ...] = field(repr=False)


def repaired(
    text: str,
    replacements: Sequence[Replacement],
    *,
    quotes: bool,
    quoted: bool = False,
    heading: bool = False,
) -> Repaired:
    """What `replacements`, sorted and apart, need to read well in the segment's `text`.

    With `quotes`, changes in quotations get square brackets; `quoted` says that the whole segment
    is one, `heading` that it is a heading. Raises ValueError when replacements overlap, are not
    sorted or reach beyond the text.
    """
    _check(text, replacements)
    if not replacements:
        return Repaired((), ())
    segment = _Segment.read(text, replacements, quoted=quoted, heading=heading)
    texts: list[str] = []
    edits: list[tuple[Span, str]] = []
    floor = 0
    for one in replacements:
        mention = text[one.span.start : one.span.end]
        if not one.text or one.text == mention:
            texts.append(one.text)
            floor = one.span.end
            continue
        site = Site(segment.text, one.span.start, one.span.end, floor)
        new, more = _repaired_one(segment, site, one, mention)
        if quotes and segment.quotes(one.span):
            new = bracketed(new, mention, segment.text, one.span)
        texts.append(new)
        edits += sorted(more)
        floor = max([one.span.end, *(span.end for span, _ in more)])
    return Repaired(tuple(texts), tuple(edits))


@dataclass(frozen=True, slots=True)
class _Segment:
    """What is true of all of a segment; ``text`` is masked, its quotation marks are plain."""

    text: str = field(repr=False)
    whole_quoted: bool
    quoted: list[Span]
    heading: bool
    in_capitals: bool
    in_title_case: bool

    @classmethod
    def read(
        cls, text: str, replacements: Sequence[Replacement], *, quoted: bool, heading: bool
    ) -> _Segment:
        hidden = masked(text, (one.span for one in replacements))
        found = quotations(hidden)
        return cls(
            with_plain_marks(hidden, found) if found else hidden,
            quoted,
            quoted_spans(hidden, found),
            heading,
            is_in_capitals(hidden),
            heading and is_title_case(hidden),
        )

    def quotes(self, span: Span) -> bool:
        return self.whole_quoted or is_inside(span, self.quoted)


def _repaired_one(
    segment: _Segment, site: Site, one: Replacement, mention: str
) -> tuple[str, list[tuple[Span, str]]]:
    """The text of one replacement, and the edits around it."""
    edits: list[tuple[Span, str]] = []
    new = one.text
    shouted = segment.in_capitals and mention.isupper()
    if one.is_label:
        start = site.start
        twice = None
        if not (segment.heading or segment.quotes(one.span)):
            twice = absorbed(site, new)
        if twice is not None:
            start, new = twice.start, twice.label
            edits += [(span, "") for span in twice.deleted]
        before = Site(site.text, start, site.end, site.floor)
        if takes_no_article(before):
            new = without_article(new)
        superfluous = superfluous_the(before, new, mention)
        if superfluous is not None:
            start = superfluous.start
            edits.append((superfluous, ""))
        new = _cased(segment, new, begins=begins_sentence(segment.text, start), shouted=shouted)
        site = before
    if has_bare_apostrophe(site):
        if not one.is_label:
            new = as_family(site, mention, new)
        if needs_s(new):
            edits.append(with_s(site, in_capitals=shouted and new.isupper()))
    fitting = fitted(site, new, in_capitals=segment.in_capitals)
    if fitting is not None:
        edits.append(fitting)
    return new, edits


def _cased(segment: _Segment, label: str, *, begins: bool, shouted: bool) -> str:
    if shouted:
        return label.upper()
    label = with_capital(label) if begins else within_sentence(label)
    if not segment.in_title_case:
        return label
    titled = in_title_case(label)
    return with_capital(titled) if begins else titled


def _check(text: str, replacements: Sequence[Replacement]) -> None:
    for left, right in pairwise(replacements):
        if right.span.start < left.span.end:
            raise ValueError(f"replacements overlap or are not sorted at {right.span.start}")
    if replacements and replacements[-1].span.end > len(text):
        end = replacements[-1].span.end
        raise ValueError(f"a replacement ends at {end}, the text at {len(text)}")
