"""The vocabulary of tracked changes.

Rule: ECMA-376 Part 1, 17.13.5 (revisions) and 17.13.6 (bookmarks); [MS-DOCX] 2.5 and 2.6 (the
elements of namespace w14 mark what two people changed at once; they read like insertions and
deletions).
"""

from __future__ import annotations

from redactor.documents.docx.names import WORD, tags

WORD_2010 = ("http://schemas.microsoft.com/office/word/2010/wordml",)

ARRIVED = tags(WORD, "ins", "moveTo") | tags(WORD_2010, "conflictIns")
"""Around what came, or a mark in the properties of what came."""
GONE = tags(WORD, "del", "moveFrom") | tags(WORD_2010, "conflictDel")
"""Around what is to go, or a mark in the properties of what is to go."""
FORMATTING = tags(
    WORD,
    *("rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange".split()),
    *("tblGridChange numberingChange".split()),
)
"""Each holds the properties from before the change."""
CELL_CAME = tags(WORD, "cellIns")
CELL_GOES = tags(WORD, "cellDel")
CELL_MERGED = tags(WORD, "cellMerge")
DELETED_TEXT = tags(WORD, "delText", "delInstrText")

UNWRAPPING_STARTS = tags(WORD, "customXmlDelRangeStart", "customXmlMoveFromRangeStart") | tags(
    WORD_2010, "customXmlConflictDelRangeStart"
)
"""From here, content controls and custom XML go, and their content stays."""
UNWRAPPING_ENDS = tags(WORD, "customXmlDelRangeEnd", "customXmlMoveFromRangeEnd") | tags(
    WORD_2010, "customXmlConflictDelRangeEnd"
)
_MOVE_RANGES = tags(
    WORD, *(f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
)
RANGES = (
    _MOVE_RANGES
    | UNWRAPPING_STARTS
    | UNWRAPPING_ENDS
    | tags(WORD, "customXmlInsRangeStart", "customXmlInsRangeEnd")
    | tags(WORD, "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd")
    | tags(WORD_2010, "customXmlConflictInsRangeStart", "customXmlConflictInsRangeEnd")
)

INSERTIONS = "tracked insertions (accepted)"
DELETIONS = "tracked deletions (accepted)"
MOVES = "tracked moves (accepted)"
FORMATS = "tracked formatting (accepted)"

KINDS: dict[str, str] = {
    **dict.fromkeys(ARRIVED | GONE | RANGES, MOVES),
    **dict.fromkeys(tags(WORD, "ins") | CELL_CAME, INSERTIONS),
    **dict.fromkeys(tags(WORD, "customXmlInsRangeStart", "customXmlInsRangeEnd"), INSERTIONS),
    **dict.fromkeys((tag for tag in ARRIVED | RANGES if "onflictIns" in tag), INSERTIONS),
    **dict.fromkeys(tags(WORD, "del") | CELL_GOES | DELETED_TEXT, DELETIONS),
    **dict.fromkeys(tags(WORD, "customXmlDelRangeStart", "customXmlDelRangeEnd"), DELETIONS),
    **dict.fromkeys((tag for tag in GONE | RANGES if "onflictDel" in tag), DELETIONS),
    **dict.fromkeys(FORMATTING | CELL_MERGED, FORMATS),
}
"""What the summary calls each of them."""

RANGE_MARKS = tags(
    WORD,
    *("bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd".split()),
)
"""Marks that stand anywhere, in pairs with one id."""
EMPTY_MARKS = RANGE_MARKS | tags(WORD, "proofErr")
"""They stand between paragraphs as well as in them, and show nothing."""
