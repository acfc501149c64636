"""Properties of the document, its theme, and small parts that programs keep to themselves."""

from __future__ import annotations

from collections.abc import Callable

from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place
from canary_xml import DRAWING, MS_WORD, OFFICE, PACKAGE, R, W
from lxml import etree

_CP = f"{{{PACKAGE}/metadata/core-properties}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_EP = f"{{{OFFICE}/extended-properties}}"
_UP = f"{{{OFFICE}/custom-properties}}"
_VT = f"{{{OFFICE}/docPropsVTypes}}"
_A = f"{{{DRAWING}/main}}"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def _property(part: str, tag: str, what: str) -> Place:
    """A property that is the text of an element."""

    def plant(draft: Draft, c: Canary) -> None:
        etree.SubElement(draft.tree(f"docProps/{part}.xml"), tag).text = c.full

    return Place(f"docProps/{part} {etree.QName(tag).localname}", what, plant)


def _app_vector(tag: str) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        entry = etree.SubElement(draft.tree("docProps/app.xml"), f"{_EP}{tag}")
        vector = etree.SubElement(entry, f"{_VT}vector", {"size": "1", "baseType": "lpwstr"})
        etree.SubElement(vector, f"{_VT}lpwstr").text = c.full

    return Place(f"docProps/app {tag}", "a list of texts", plant)


def _custom(kind: str, name: str = "", link: str = "") -> Place:
    """A custom property: its value, or its name or its bookmark."""

    def plant(draft: Draft, c: Canary) -> None:
        attributes = {"fmtid": _FMTID, "pid": str(draft.number())}
        attributes["name"] = c.full if name else f"Case{draft.number()}"
        if link:
            attributes["linkTarget"] = c.joined
        entry = etree.SubElement(draft.tree("docProps/custom.xml"), f"{_UP}property", attributes)
        value = etree.SubElement(entry, f"{_VT}{kind}")
        value.text = "x" if name or link else c.full

    return Place(f"docProps/custom {name or link or kind}", "a property of somebody's own", plant)


def _themed(identity: str, what: str, change: Callable[[etree._Element, Canary], object]) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        change(draft.tree("word/theme/theme1.xml"), c)

    return Place(f"theme/{identity}", what, plant)


def _scheme(tag: str) -> Callable[[etree._Element, Canary], object]:
    def change(root: etree._Element, c: Canary) -> None:
        found = root.find(f".//{_A}{tag}")
        assert found is not None
        found.set("name", c.full)

    return change


def _family(root: etree._Element, c: Canary) -> None:
    space = "http://schemas.microsoft.com/office/thememl/2012/main"
    listed = etree.SubElement(root, f"{_A}extLst")
    entry = etree.SubElement(listed, f"{_A}ext", {"uri": "{05A4C25C-085E-4340-85A3-A5531E510DB2}"})
    etree.SubElement(entry, f"{{{space}}}themeFamily", {"name": c.full}, {"thm15": space})


def _label(draft: Draft, c: Canary) -> None:
    """A label of sensitivity. Rule: [MS-OFFCRYPTO] 2.6 (label information)."""
    name = draft.add(
        f"docMetadata/LabelInfo{draft.number()}.xml",
        '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
        f'<clbl:label id="{{1}}" enabled="1" method="Privileged" siteId="{c.full}"/>'
        "</clbl:labelList>",
        "application/vnd.ms-office.classificationlabels+xml",
    )
    kind = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
    draft.relate("", kind, name)


def _printer(draft: Draft, c: Canary) -> None:
    """What the driver keeps: a device's name in UTF-16. Rule: [MS-RPRN] 2.2.2.1 (DEVMODE)."""
    device = f"PRN {c.full}"[:32].ljust(32, "\x00").encode("utf-16-le")
    name = draft.add(
        f"word/printerSettings{draft.number()}.bin",
        device + b"\x01\x04\x00\x06\xdc\x00" + bytes(150) + c.full.encode("utf-16-le"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings",
    )
    link = draft.relate(DOCUMENT, "printerSettings", name)
    found = etree.SubElement(draft.section(), f"{W}printerSettings")
    found.set(f"{R}id", link)


def _ink(draft: Draft, c: Canary) -> None:
    name = draft.add(
        f"word/ink/ink{draft.number()}.xml",
        '<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation type="author">'
        f"{c.full}</inkml:annotation></inkml:ink>",
        "application/inkml+xml",
    )
    draft.relate(DOCUMENT, "customXml", name)


def _intelligence(draft: Draft, c: Canary) -> None:
    """What Word's editor remembers about words. Rule: [MS-DOCX] 2.6.7 (intelligence2)."""
    space = f"{MS_WORD}/2020/oel/intelligence".replace("/word/", "/")
    name = draft.add(
        f"word/intelligence{draft.number()}.xml",
        f'<int2:intelligence xmlns:int2="{space}"><int2:observations><int2:textHash '
        f'int2:hashCode="x" int2:id="{c.joined}"/></int2:observations></int2:intelligence>',
        "application/vnd.ms-office.intelligence2+xml",
    )
    draft.relate(
        DOCUMENT, "http://schemas.microsoft.com/office/2020/10/relationships/intelligence", name
    )


PLACES: tuple[Place, ...] = (
    *(
        _property("core", f"{_DC}{tag}", "a property")
        for tag in "creator title subject description identifier publisher".split()
    ),
    *(
        _property("core", f"{_CP}{tag}", "a property")
        for tag in "lastModifiedBy keywords category contentStatus version".split()
    ),
    *(
        _property("app", f"{_EP}{tag}", "a property")
        for tag in "Company Manager Template HyperlinkBase Application".split()
    ),
    _app_vector("TitlesOfParts"),
    _app_vector("HLinks"),
    *(_custom(kind) for kind in ("lpstr", "lpwstr", "bstr")),
    _custom("lpwstr", name="name"),
    _custom("lpwstr", link="linkTarget"),
    _themed("name", "its name", lambda root, c: root.set("name", c.full)),
    _themed("clrScheme", "the colours' name", _scheme("clrScheme")),
    _themed("fontScheme", "the fonts' name", _scheme("fontScheme")),
    _themed("fmtScheme", "the effects' name", _scheme("fmtScheme")),
    _themed("family", "its family's name", _family),
    Place("docMetadata/label", "a label of sensitivity", _label),
    Place("printer settings/UTF-16", "a printer's name and user", _printer),
    Place("ink/annotation", "who drew with a pen", _ink),
    Place("intelligence/id", "what the editor remembers", _intelligence),
)
