"""Charts, diagrams, shapes and themes: what they carry beside what they show.

A chart keeps its cached values and loses the way to its workbook: the sheet's name in formulas,
pivot tables, printing settings. Rule: ECMA-376 Part 1, 20 and 21; Part 4, 19 (VML).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import WORD, Element, tags

_DRAWING = ("/drawingml/", "/drawing/")
_VML = "urn:schemas-microsoft-com:"
_FORMULAS = frozenset({"f", "sqref", "formula"})
_CHART_EXTRAS = frozenset({"pivotSource", "printSettings", "externalData", "autoUpdate"})
_DIAGRAM_EXTRAS = frozenset({"title", "desc"})
_NUMBERING_EXTRAS = tags(WORD, "name")
_MACHINE_SHAPE = re.compile(
    r"(?:_x0000_[a-z]+\d+"
    r"|(?:Arc|Arrow|Canvas|Chart|Circle|Connector|Content Placeholder|Diagram|Drawing"
    r"|Elbow Connector|Freeform|Graphic|Group|Image|Line|Object|Oval|Picture|Rectangle"
    r"|Rounded Rectangle|Shape|SmartArt|Straight Arrow Connector|Straight Connector|Table"
    r"|Text ?Box|Text Placeholder|WordArt)(?: ?\d+)?)\Z"
)
"""Names that Word gives by itself, in English; those of other languages are made neutral."""
_THEME_NAMES = ("theme", "clrScheme", "fontScheme", "fmtScheme", "themeFamily", "custClr")
_THEMES = frozenset({"", "Office", "Office Theme", "Custom"})
_SHEET = re.compile(r"(?:'(?:[^']|'')*'|[^'!(),:+*/&=<>-]+)!")
_LINK_ATTRIBUTES = frozenset({"action", "tgtFrame", "invalidUrl", "docLocation"})
_VML_LINKS = frozenset({"href", "target", "src", "althref", "hrefscript", "bullet"})


def clean_chart(root: Element) -> Counter[str]:
    """Cut a chart off from its workbook and from its printing settings."""
    count = 0
    for element in list(root.iter(etree.Element)):
        local = etree.QName(element).localname
        if local in _CHART_EXTRAS:
            remove(element)
            count += 1
        elif local in _FORMULAS and element.text:
            count += _set_text(element, _SHEET.sub("Sheet1!", element.text))
        elif local == "formatCode" and element.text and _has_words(element.text):
            count += _set_text(element, "General")
        for name, value in element.attrib.items():
            if etree.QName(name).localname == "formatCode" and _has_words(str(value)):
                element.set(name, "General")
                count += 1
    return Counter({"ties of charts to their workbooks": count} if count else {})


def clean_diagram(root: Element) -> Counter[str]:
    """Drop the title and the description of a diagram's layout, and its prompts."""
    count = 0
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element)
        if name.localname in _DIAGRAM_EXTRAS and (name.namespace or "").endswith("/diagram"):
            if element.get("val"):
                remove(element)
                count += 1
        elif "phldrT" in element.attrib:
            del element.attrib["phldrT"]
            count += 1
    return Counter({"descriptions of diagram layouts": count} if count else {})


def clean_theme(root: Element) -> Counter[str]:
    """Give themes and schemes with names of people's making a plain name."""
    count = 0
    for element in root.iter(*(f"{{*}}{local}" for local in _THEME_NAMES)):
        value = element.get("name")
        if value is not None and value not in _THEMES:
            element.set("name", "Custom")
            count += 1
    return Counter({"names of themes": count} if count else {})


def clean_numbering(root: Element) -> Counter[str]:
    """Drop the names of list definitions; Word shows them nowhere."""
    names = list(root.iter(*_NUMBERING_EXTRAS))
    for element in names:
        remove(element)
    return Counter({"names of lists": len(names)} if names else {})


def clean_fonts(root: Element) -> Counter[str]:
    """Drop other names of fonts; the names that the text uses stay."""
    names = list(root.iter(*tags(WORD, "altName")))
    for element in names:
        remove(element)
    return Counter({"other names of fonts": len(names)} if names else {})


def clean_shapes(root: Element) -> Counter[str]:
    """Names of shapes that nobody sees, and where a click on them leads."""
    count = 0
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        space = name.namespace or ""
        if space.startswith(_VML):
            count += sum(1 for _ in _clean_vml(element, name.localname))
        elif any(part in space for part in _DRAWING):
            count += sum(1 for _ in _clean_drawing(element, name.localname))
    return Counter({"names of shapes and where they lead": count} if count else {})


def _clean_drawing(element: Element, local: str) -> Iterator[str]:
    if local in ("docPr", "cNvPr"):
        value = element.get("name")
        if value and not _MACHINE_SHAPE.match(value):
            element.set("name", f"Object {element.get('id') or ''}".rstrip())
            yield "name"
    for key in _LINK_ATTRIBUTES.intersection(element.attrib):
        if element.get(key):
            del element.attrib[key]
            yield key


def _clean_vml(element: Element, local: str) -> Iterator[str]:
    if local == "FieldCodes" and element.text:
        element.text = None
        yield local
    for key in ("id", "ID"):
        value = element.get(key)
        if value and not _MACHINE_SHAPE.match(value):
            del element.attrib[key]
            yield key
    for name in list(element.attrib):
        key = etree.QName(name).localname
        # A shape's own type is a reference within the part: "#_x0000_t75".
        if key in _VML_LINKS and element.get(name):
            del element.attrib[name]
            yield key


def _set_text(element: Element, text: str) -> int:
    if element.text == text:
        return 0
    element.text = text
    return 1


def _has_words(number_format: str) -> bool:
    """Whether a number format shows text of its own: ``"Danielle" 0``, ``\\D0``."""
    return '"' in number_format or "\\" in number_format
