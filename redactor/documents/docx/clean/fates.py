"""What becomes of each part: read, cleaned as a picture, or dropped.

The lists name what is known. A part that something leads to and that stands in none of them
stops the run: it could not be inspected.
Source: ECMA-376 Part 1, 11 and 15 (parts); [MS-DOCX] 2.1 and [MS-OFFMACRO2] 2.2 (Office's own).
"""

from __future__ import annotations

from enum import Enum

from redactor.documents.docx.package import MAIN_TYPES, Part
from redactor.documents.docx.relationships import Relationship


class Fate(Enum):
    READ = "XML that a reader knows"
    PICTURE = "metadata stripped, else as it is"


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MS_WORD = "application/vnd.ms-word"
_MS_OFFICE = "application/vnd.ms-office"

_READ = frozenset(
    {
        *MAIN_TYPES,
        f"{_WORD}.footnotes+xml",
        f"{_WORD}.endnotes+xml",
        f"{_WORD}.header+xml",
        f"{_WORD}.footer+xml",
        f"{_WORD}.styles+xml",
        f"{_WORD}.styleswitheffects+xml",
        f"{_MS_WORD}.styleswitheffects+xml",
        f"{_WORD}.settings+xml",
        f"{_WORD}.websettings+xml",
        f"{_WORD}.fonttable+xml",
        f"{_WORD}.numbering+xml",
        f"{_OFFICE}.theme+xml",
        f"{_OFFICE}.themeoverride+xml",
        f"{_OFFICE}.drawingml.chart+xml",
        f"{_OFFICE}.drawingml.chartshapes+xml",
        f"{_OFFICE}.drawingml.diagramdata+xml",
        f"{_OFFICE}.drawingml.diagramlayout+xml",
        f"{_OFFICE}.drawingml.diagramstyle+xml",
        f"{_OFFICE}.drawingml.diagramcolors+xml",
        f"{_MS_OFFICE}.drawingml.diagramdrawing+xml",
        f"{_MS_OFFICE}.chartstyle+xml",
        f"{_MS_OFFICE}.chartcolorstyle+xml",
        f"{_MS_OFFICE}.chartex+xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_OFFICE}.extended-properties+xml",
    }
)
_COMMENTS = frozenset(
    {
        f"{_WORD}.comments+xml",
        f"{_WORD}.commentsextended+xml",
        f"{_WORD}.commentsids+xml",
    }
)
_EMBEDDED = "embedded files (their preview stays)"
_FONTS = "embedded fonts"
_SVG = "SVG drawings (their picture in dots stays)"
_DROPPED_KINDS = {
    # By the relationship that leads there: its type says what the part is for.
    **dict.fromkeys(("customxml", "customxmlprops"), "custom XML parts"),
    **dict.fromkeys(("custom-properties", "customproperties"), "custom document properties"),
    "thumbnail": "thumbnails",
    **dict.fromkeys(("oleobject", "package"), _EMBEDDED),
    "afchunk": "inserted files (a note stands in their place)",
    "subdocument": "sub-documents",
    **dict.fromkeys(("control", "activexcontrolbinary"), "ActiveX controls"),
    "printersettings": "printer settings",
    **dict.fromkeys(("vbaproject", "wordvbadata", "vbaprojectsignature"), "macros"),
    **dict.fromkeys(("keymapcustomizations", "attachedtoolbars"), "keyboard and toolbar settings"),
    **dict.fromkeys(("extensibility", "userxml", "ui"), "ribbon settings"),
    **dict.fromkeys(("webextension", "webextensiontaskpanes"), "add-ins"),
    "classificationlabels": "sensitivity labels",
    **dict.fromkeys(("signature", "origin", "certificate"), "digital signatures"),
    "glossarydocument": "building blocks",
    **dict.fromkeys(
        ("people", "commentsextensible", "commentauthors", "documenttasks"), "names of authors"
    ),
    **dict.fromkeys(
        (
            "recipientdata",
            "mailmergerecipientdata",
            "mailmergesource",
            "mailmergeheadersource",
        ),
        "mail merges",
    ),
    "font": _FONTS,
    "attachedtemplate": "template paths",
    **dict.fromkeys(("frame", "transform", "xmldata"), "links to other files"),
    **dict.fromkeys(("video", "audio", "media", "model3d"), "sounds, films and 3-D models"),
    **dict.fromkeys(("ink", "customxmlink"), "ink"),
    "intelligence": "Word's own hints",
}
_DROPPED_TYPES = {
    "application/inkml+xml": "ink",
    "image/svg+xml": _SVG,
    f"{_WORD}.document.glossary+xml": "building blocks",
    f"{_WORD}.mailmergerecipientdata+xml": "mail merges",
    f"{_WORD}.people+xml": "names of authors",
    f"{_WORD}.printersettings": "printer settings",
    f"{_OFFICE}.oleobject": _EMBEDDED,
    f"{_OFFICE}.custom-properties+xml": "custom document properties",
    f"{_OFFICE}.customxmlproperties+xml": "custom XML parts",
    f"{_MS_OFFICE}.activex": "ActiveX controls",
    f"{_MS_OFFICE}.activex+xml": "ActiveX controls",
    f"{_MS_OFFICE}.vbaproject": "macros",
    f"{_MS_WORD}.vbadata+xml": "macros",
}
_COMMENT_KINDS = frozenset({"comments", "commentsextended", "commentsids"})
COMMENTS = "comments"


def dropped(relationship: Relationship, *, keep_revisions: bool) -> str | None:
    """What the summary calls a part that is not taken along; None when the part stays."""
    if relationship.kind in _COMMENT_KINDS:
        return None if keep_revisions else COMMENTS
    return _DROPPED_KINDS.get(relationship.kind)


def fate(part: Part) -> Fate | str | None:
    """What becomes of a part that a relationship leads to.

    A phrase says that it is dropped; None that nobody knows what it holds.
    """
    content_type = part.content_type
    if content_type in _READ | _COMMENTS:
        return Fate.READ
    if content_type in _DROPPED_TYPES:
        return _DROPPED_TYPES[content_type]
    if content_type.startswith("image/"):
        return Fate.PICTURE
    if content_type.startswith(("audio/", "video/")):
        return _DROPPED_KINDS["media"]
    return None
