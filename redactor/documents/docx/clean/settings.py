"""Settings: what says how the document is laid out stays, everything else goes.

Gone are, among others, document variables, mail merges, the template's path, passwords' hashes,
revision ids, captions and whatever a program of others wrote.
Rule: ECMA-376 Part 1, 17.15 (settings), 17.15.2 (web settings).
"""

from __future__ import annotations

from collections import Counter

from redactor.documents.docx.clean.trees import keep_only
from redactor.documents.docx.names import Element

_LAYOUT = frozenset(
    (
        "alignBordersAndEdges alwaysMergeEmptyNamespace autoHyphenation bookFoldPrinting "
        "bookFoldPrintingSheets bookFoldRevPrinting bordersDoNotSurroundFooter "
        "bordersDoNotSurroundHeader characterSpacingControl clrSchemeMapping compat "
        "consecutiveHyphenLimit decimalSymbol defaultTableStyle defaultTabStop "
        "displayBackgroundShape displayHorizontalDrawingGridEvery "
        "displayVerticalDrawingGridEvery doNotDemarcateInvalidXml doNotEmbedSmartTags "
        "doNotHyphenateCaps doNotShadeFormData doNotUseMarginsForDrawingGridOrigin "
        "drawingGridHorizontalOrigin drawingGridHorizontalSpacing drawingGridVerticalOrigin "
        "drawingGridVerticalSpacing embedSystemFonts embedTrueTypeFonts endnotePr "
        "evenAndOddHeaders footnotePr gutterAtTop hdrShapeDefaults hideGrammaticalErrors "
        "hideSpellingErrors hyphenationZone listSeparator mathPr mirrorMargins "
        "noLineBreaksAfter noLineBreaksBefore noPunctuationKerning printTwoOnOne "
        "removeDateAndTime removePersonalInformation saveSubsetFonts shapeDefaults "
        "strictFirstAndLastChars stylePaneSortMethod summaryLength themeFontLang "
        "uiCompat97To2003 updateFields view zoom"
    ).split()
)
_WEB = frozenset(
    (
        "allowPNG divs doNotOrganizeInFolder doNotRelyOnCSS doNotSaveAsSingleFile "
        "doNotUseLongFileNames optimizeForBrowser pixelsPerInch relyOnVML targetScreenSz"
    ).split()
)


def layout_settings(root: Element) -> Counter[str]:
    """Leave only the settings of layout in a settings part."""
    foreign = keep_only(root, _LAYOUT)
    return Counter({"settings that are no layout": len(foreign)} if foreign else {})


def web_settings(root: Element) -> Counter[str]:
    """Leave only what says how a web page is saved in a web-settings part."""
    foreign = keep_only(root, _WEB)
    return Counter({"web settings": len(foreign)} if foreign else {})
