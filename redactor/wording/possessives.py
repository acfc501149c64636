"""A bare apostrophe after a name in s, which the new name may not bear: Hargreaves’ → Smith’s.

The apostrophe stands outside the mention. An ending inside it is the renderer's affair.
"""

from __future__ import annotations

from redactor.model import Span
from redactor.text.names import pluralise
from redactor.wording.context import BLANKS, HISSING, HISSING_FILLER, Site


def has_bare_apostrophe(site: Site) -> bool:
    """True when a possessive apostrophe without s follows the mention, and then a word.

    Marks of quotations are plain in the site's text: ‘I saw Hargreaves’ he said has none.
    """
    text, end = site.text, site.end
    return (
        text[end - 1] == HISSING_FILLER
        and text[end : end + 1] in ("'", "\u2019")
        and text[end + 1 : end + 2] in tuple(BLANKS)
        and text[end + 2 : end + 3].isalnum()
    )


def needs_s(new: str) -> bool:
    """True when `new` cannot take a bare apostrophe."""
    return bool(new) and new[-1] not in HISSING


def with_s(site: Site, *, in_capitals: bool) -> tuple[Span, str]:
    """The edit that adds an s to the apostrophe after the mention."""
    apostrophe = site.text[site.end]
    return Span(site.end, site.end + 1), apostrophe + ("S" if in_capitals else "s")


def as_family(site: Site, mention: str, new: str) -> str:
    """ "the Hargreaves’ home" is theirs: `new` in the plural; "Hargreaves’ home" is one's own."""
    word = site.before
    family = word is not None and word.key == "the" and len(mention.split()) == 1
    return pluralise(new) if family else new
