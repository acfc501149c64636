"""WordprocessingML as text: namespaces, and the few shapes that most places share."""

from __future__ import annotations

from lxml import etree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
REL = f"{OFFICE}/relationships"
MS_REL = "http://schemas.microsoft.com/office"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MS_WORD = "http://schemas.microsoft.com/office/word"

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": REL,
    "m": f"{OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "a": f"{DRAWING}/main",
    "pic": f"{DRAWING}/picture",
    "c": f"{DRAWING}/chart",
    "dgm": f"{DRAWING}/diagram",
    "wps": f"{MS_WORD}/2010/wordprocessingShape",
    "wpg": f"{MS_WORD}/2010/wordprocessingGroup",
    "wp14": f"{MS_WORD}/2010/wordprocessingDrawing",
    "wp15": f"{MS_WORD}/2012/wordprocessingDrawing",
    "w14": f"{MS_WORD}/2010/wordml",
    "w15": f"{MS_WORD}/2012/wordml",
    "w16cex": f"{MS_WORD}/2018/wordml/cex",
    "w16cid": f"{MS_WORD}/2016/wordml/cid",
    "wne": f"{MS_WORD}/2006/wordml",
    "sl": "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
}
IGNORABLE = "w14 w15 w16cex w16cid wp14 wp15"
DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
W = f"{{{NAMESPACES['w']}}}"
R = f"{{{REL}}}"

STRICT = {
    NAMESPACES["w"]: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    REL: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    f"{OFFICE}/math": "http://purl.oclc.org/ooxml/officeDocument/math",
    f"{OFFICE}/extended-properties": (
        "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
    ),
    f"{DRAWING}/": "http://purl.oclc.org/ooxml/drawingml/",
}
"""Beginnings of namespaces in the transitional form, and the same in the strict one."""

Element = etree._Element


def elements(xml: str) -> list[Element]:
    """The elements of a piece of XML that uses the prefixes above."""
    root = etree.fromstring(f"<root{DECLARED}>{xml}</root>".encode())
    return list(root)


def part(root: str, content: str, attributes: str = "") -> str:
    """A whole part whose root declares every prefix above."""
    return f'<{root}{DECLARED} mc:Ignorable="{IGNORABLE}"{attributes}>{content}</{root}>'


def text(content: str, tag: str = "t") -> str:
    return f'<w:{tag} xml:space="preserve">{content}</w:{tag}>'


def run(content: str, properties: str = "", tag: str = "t") -> str:
    """A run of `content`, which may hold elements already."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inner = content if content.startswith("<") else text(content, tag)
    return f"<w:r>{rpr}{inner}</w:r>"


def paragraph(content: str, properties: str = "") -> str:
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table(*rows: str, properties: str = "", columns: int = 2) -> str:
    """A table; each of `rows` is the XML of a row's cells, or a whole ``w:tr``."""
    inside = "".join(r if r.startswith("<w:tr>") else f"<w:tr>{r}</w:tr>" for r in rows)
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{properties}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"
    )


def field(instruction: str, result: str = "", data: str = "") -> str:
    """A complex field; both arguments may be XML of runs already."""
    code = instruction if instruction.startswith("<w:r>") else run(instruction, tag="instrText")
    shown = result if result.startswith("<w:") or not result else run(result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>{code}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
