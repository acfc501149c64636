"""The parts that places are planted in, as they are while nothing is planted in them."""

from __future__ import annotations

from dataclasses import dataclass

from canary_xml import DRAWING, MS_REL, OFFICE, PACKAGE, paragraph, part, run

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MS = "application/vnd.ms-word"
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
_VT = f'xmlns:vt="{OFFICE}/docPropsVTypes"'


@dataclass(frozen=True, slots=True)
class KnownPart:
    """``relationship`` leads from ``source`` to it ("" is the package)."""

    content_type: str
    blank: str
    relationship: str
    source: str = "word/document.xml"


def _note(tag: str, kind: str, identity: int) -> str:
    return f'<w:{tag} w:type="{kind}" w:id="{identity}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{tag}>'


def _notes(tag: str) -> str:
    return _note(tag, "separator", -1) + _note(tag, "continuationSeparator", 0)


_STYLES = part(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/></w:style>',
)
_THEME = (
    f'<a:theme xmlns:a="{DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office">'
    '<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    + "".join(
        f'<a:{c}><a:srgbClr val="445566"/></a:{c}>'
        for c in "dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()
    )
    + '</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri"/>'
    '<a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>'
    '<a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office">'
    + "<a:fillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:fillStyleLst><a:lnStyleLst>"
    + '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

KNOWN: dict[str, KnownPart] = {
    "word/document.xml": KnownPart(
        f"{_WORD}.document.main+xml",
        part("w:document", f"<w:body>{_SECTION}</w:body>"),
        "officeDocument",
        "",
    ),
    "word/styles.xml": KnownPart(f"{_WORD}.styles+xml", _STYLES, "styles"),
    "word/stylesWithEffects.xml": KnownPart(
        f"{_MS}.stylesWithEffects+xml", _STYLES, f"{MS_REL}/2007/relationships/stylesWithEffects"
    ),
    "word/settings.xml": KnownPart(f"{_WORD}.settings+xml", part("w:settings", ""), "settings"),
    "word/webSettings.xml": KnownPart(
        f"{_WORD}.webSettings+xml", part("w:webSettings", ""), "webSettings"
    ),
    "word/numbering.xml": KnownPart(f"{_WORD}.numbering+xml", part("w:numbering", ""), "numbering"),
    "word/fontTable.xml": KnownPart(f"{_WORD}.fontTable+xml", part("w:fonts", ""), "fontTable"),
    "word/footnotes.xml": KnownPart(
        f"{_WORD}.footnotes+xml", part("w:footnotes", _notes("footnote")), "footnotes"
    ),
    "word/endnotes.xml": KnownPart(
        f"{_WORD}.endnotes+xml", part("w:endnotes", _notes("endnote")), "endnotes"
    ),
    "word/comments.xml": KnownPart(f"{_WORD}.comments+xml", part("w:comments", ""), "comments"),
    "word/commentsExtended.xml": KnownPart(
        f"{_WORD}.commentsExtended+xml",
        part("w15:commentsEx", ""),
        f"{MS_REL}/2011/relationships/commentsExtended",
    ),
    "word/commentsIds.xml": KnownPart(
        f"{_WORD}.commentsIds+xml",
        part("w16cid:commentsIds", ""),
        f"{MS_REL}/2016/09/relationships/commentsIds",
    ),
    "word/commentsExtensible.xml": KnownPart(
        f"{_WORD}.commentsExtensible+xml",
        part("w16cex:commentsExtensible", ""),
        f"{MS_REL}/2018/08/relationships/commentsExtensible",
    ),
    "word/people.xml": KnownPart(
        f"{_WORD}.people+xml", part("w15:people", ""), f"{MS_REL}/2011/relationships/people"
    ),
    "word/theme/theme1.xml": KnownPart(
        "application/vnd.openxmlformats-officedocument.theme+xml", _THEME, "theme"
    ),
    "word/glossary/document.xml": KnownPart(
        f"{_WORD}.document.glossary+xml",
        part("w:glossaryDocument", "<w:docParts/>"),
        "glossaryDocument",
    ),
    "word/glossary/settings.xml": KnownPart(
        f"{_WORD}.settings+xml", part("w:settings", ""), "settings", "word/glossary/document.xml"
    ),
    "word/glossary/styles.xml": KnownPart(
        f"{_WORD}.styles+xml", _STYLES, "styles", "word/glossary/document.xml"
    ),
    "docProps/core.xml": KnownPart(
        "application/vnd.openxmlformats-package.core-properties+xml",
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" {_DC}/>',
        f"{PACKAGE}/relationships/metadata/core-properties",
        "",
    ),
    "docProps/app.xml": KnownPart(
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f'<Properties xmlns="{OFFICE}/extended-properties" {_VT}/>',
        "extended-properties",
        "",
    ),
    "docProps/custom.xml": KnownPart(
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f'<Properties xmlns="{OFFICE}/custom-properties" {_VT}/>',
        "custom-properties",
        "",
    ),
    **{
        f"word/{story}-{which}.xml": KnownPart(
            f"{_WORD}.{story}+xml",
            part(f"w:{tag}", paragraph(run(f"The {which} {story}."))),
            "",
        )
        for story, tag in (("header", "hdr"), ("footer", "ftr"))
        for which in ("default", "first", "even")
    },
}
