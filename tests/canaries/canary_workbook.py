"""A workbook of one cell, as a chart or an object holds it, and a packed drawing."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO

from canary_names import Canary
from canary_xml import PACKAGE, REL

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def zipped(members: dict[str, str]) -> bytes:
    """A zip of text members without a clock."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def workbook(
    cell: str = "Calls", sheet: str = "Sheet1", creator: str = "Reader", defined: str = "Range"
) -> bytes:
    """An .xlsx that opens in spreadsheet programs."""

    def related(*targets: tuple[str, str]) -> str:
        inside = "".join(
            f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(targets, 1)
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'

    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
                f'<Override PartName="/xl/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
                '<Override PartName="/docProps/core.xml" ContentType='
                '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
            ),
            "_rels/.rels": related(
                (f"{REL}/officeDocument", "xl/workbook.xml"), (core, "docProps/core.xml")
            ),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_MAIN}" xmlns:r="{REL}"><sheets><sheet name="{sheet}" '
                f'sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="{defined}">'
                "Sheet1!$A$1</definedName></definedNames></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": related((f"{REL}/worksheet", "sheet1.xml")),
            "xl/sheet1.xml": (
                f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
                f"<t>{cell}</t></is></c></row></sheetData></worksheet>"
            ),
            "docProps/core.xml": (
                f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:creator>{creator}</dc:creator></cp:coreProperties>"
            ),
        }
    )


def packed_drawing(c: Canary) -> str:
    """What Word keeps in o:gfxdata: a package with a drawing, in base64."""
    drawing = (
        '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        f'name="{c.full}"/>'
    )
    return b64encode(zipped({"drs/shapexml.xml": drawing})).decode()
