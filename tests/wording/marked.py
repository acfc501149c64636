"""Sentences for the tests: "{Seagrove>the housing association}"; of a name "{Danielle>=Connie}".

And what they read as once edits or vague rewrites are carried out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactor.model import Span
from redactor.wording.repair import Replacement, repaired
from redactor.wording.vague.rewrites import Rewrite

_MARKED = re.compile(r"\{([^>{}]+)>(=?)([^{}]*)\}")


def taken_apart(marked: str) -> tuple[str, list[Replacement]]:
    """The original text and its replacements."""
    text = ""
    found = []
    done = 0
    for match in _MARKED.finditer(marked):
        text += marked[done : match.start()]
        span = Span(len(text), len(text) + len(match[1]))
        found.append(Replacement(span, match[3], is_label=not match[2]))
        text += match[1]
        done = match.end()
    return text + marked[done:], found


def applied(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """`text` with all `edits` carried out."""
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


def rewritten(text: str, rewrites: Iterable[Rewrite]) -> str:
    """`text` with all `rewrites` carried out."""
    return applied(text, [(one.span, one.text) for one in rewrites])


def reads(marked: str, *, quotes: bool = True, quoted: bool = False, heading: bool = False) -> str:
    """The sentence after its repair."""
    text, replacements = taken_apart(marked)
    result = repaired(text, replacements, quotes=quotes, quoted=quoted, heading=heading)
    spans = [one.span for one in replacements]
    return applied(text, [*zip(spans, result.texts, strict=True), *result.edits])
