"""Files that no table is read from: what is said, and that nothing in them does harm."""

import io
import zipfile

import openpyxl
import pytest

from redactor.errors import ExitCode, MapError, UsageError
from redactor.model import EntityType
from redactor.pseudonyms.exchange import containers, reading, workbooks
from redactor.pseudonyms.exchange.formats import TableFormat
from redactor.pseudonyms.exchange.reading import parse_table, read_table
from redactor.pseudonyms.exchange.writing import write_table
from redactor.pseudonyms.schema import MapEntity, PseudonymMap

NAMES = PseudonymMap(
    review="area-a",
    entities=(MapEntity(real="Ann Pike", pseudonym="Joy Tull", type=EntityType.PERSON),),
)
OFFICE = [TableFormat.XLSX, TableFormat.DOCX]
XML = {TableFormat.XLSX: "xl/worksheets/sheet1.xml", TableFormat.DOCX: "word/document.xml"}


def repacked(format, changed=None, **more):
    """The export with parts changed by `changed(name, content)` and `more` parts."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write_table(NAMES, format))) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, changed(name, content) if changed else content)
        for name, content in more.items():
            new.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("names.xls", "save it as .xlsx"),
        ("names.XLSM", "save it as .xlsx"),
        ("names.ods", "save it as .xlsx"),
        ("names.doc", "save it as .docx"),
        ("names.odt", "save it as .docx"),
        ("names.pdf", ".xlsx, .csv or .docx files; give one of these"),
        ("names", ".xlsx, .csv or .docx files; give one of these"),
    ],
)
def test_other_kinds_of_file(tmp_path, name, advice):
    path = tmp_path / name
    path.write_bytes(b"anything")
    with pytest.raises(UsageError) as caught:
        read_table(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert advice in str(caught.value)
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"", "is empty"),
        ("a.csv", b" \r\n", "is empty"),
        ("a.xlsx", b"not a zip", "damaged or incomplete. Open it in Excel"),
        ("a.docx", b"not a zip", "damaged or incomplete. Open it in Word"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "encrypted, or in Excel's old format"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "encrypted, or in Word's old format"),
        ("a.csv", b"Real name,Pseudonym\n\x00", "is no text"),
        ("a.csv", b"Real name,Pseudonym\n\x81\x9d", "encoding that cannot be told"),
        ("a.csv", b"\xff\xfeR", "encoding that cannot be told"),
        ("a.csv", b'Real name,Pseudonym\n"Ann Pike,Joy\n', "quotation mark that is not closed"),
        ("a.csv", b"Ann Pike,Joy\n", "no table with headings"),
        ("a.csv", b"Real name;Role\nAnn Pike;victim\n", "no table with headings"),
        ("a.xlsx", write_table(NAMES, TableFormat.DOCX), "is no file of Excel"),
        ("a.docx", write_table(NAMES, TableFormat.XLSX), "is no file of Word"),
    ],
)
def test_files_that_cannot_be_read(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MapError) as caught:
        read_table(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)
    assert "Pike" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(MapError, match="there is no such table"):
        read_table(tmp_path / "names.csv")
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    with pytest.raises(MapError, match="cannot be read"):
        read_table(folder)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_half_a_file(format):
    content = write_table(NAMES, format)
    for half in (content[: len(content) // 2], content[:-30] + b"\0" * 30):
        with pytest.raises(MapError, match="damaged"):
            parse_table(half, format)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_a_part_that_is_no_xml(format):
    content = repacked(format, lambda name, c: c[:-20] if name == XML[format] else c)
    with pytest.raises(MapError) as caught:
        parse_table(content, format)
    assert "damaged, or holds something that cannot be read" in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("format", OFFICE, ids=str)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("subset", ['<!ENTITY a "x">', '<!ENTITY a SYSTEM "file:///etc/hostname">'])
def test_a_document_type_is_refused(format, encoding, subset):
    def changed(name, content):
        if name != XML[format]:
            return content
        text = (
            content.decode().partition("?>")[2]
            if content.startswith(b"<?xml")
            else (content.decode())
        )
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{subset}]>'
        return f"{head}{text}".encode(encoding)

    with pytest.raises(MapError, match="document type"):
        parse_table(repacked(format, changed), format)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_an_encoding_that_could_hide_a_document_type_is_refused(format):
    def changed(name, content):
        return b'<?xml version="1.0" encoding="utf-7"?>' if name == XML[format] else content

    with pytest.raises(MapError, match="unusual encoding"):
        parse_table(repacked(format, changed), format)
    content = repacked(format, lambda n, c: c.decode().encode("cp037") if n == XML[format] else c)
    with pytest.raises(MapError, match="unusual encoding"):
        parse_table(content, format)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_a_bomb_is_refused_before_it_is_unpacked(format, monkeypatch):
    monkeypatch.setattr(containers, "MAX_UNPACKED", 4_000_000)
    content = repacked(format, **{"media/image.png": b"\0" * 5_000_000})
    assert len(content) < 100_000
    with pytest.raises(MapError, match="unpacks to far more"):
        parse_table(content, format)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_too_much_xml_and_too_many_parts_are_refused(format, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(containers, "MAX_XML", 10_000)
        with pytest.raises(MapError, match="unpacks to far more"):
            parse_table(repacked(format, **{"a.xml": b" " * 20_000}), format)
    monkeypatch.setattr(containers, "MAX_MEMBERS", 3)
    with pytest.raises(MapError, match="unpacks to far more"):
        parse_table(write_table(NAMES, format), format)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_a_member_that_declares_too_small_a_size(format):
    content = bytearray(repacked(format, **{"a.bin": b"\0" * 5_000_000}))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(MapError, match="damaged"):
        parse_table(bytes(content), format)


@pytest.mark.parametrize("format", OFFICE, ids=str)
def test_an_encrypted_member(format):
    content = bytearray(write_table(NAMES, format))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(MapError, match="encrypted"):
        parse_table(bytes(content), format)


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 1024 * 1024)
    path = tmp_path / "names.csv"
    path.write_bytes(b"Real name,Pseudonym\n" + b" " * 1024 * 1024)
    with pytest.raises(MapError, match="larger than 1 MB"):
        read_table(path)


def test_too_many_rows(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 2)
    text = "Real name,Pseudonym\n" + "".join(f"Ann{n},Joy{n}\n" for n in range(3))
    with pytest.raises(MapError, match="more than 2 rows"):
        parse_table(text.encode(), TableFormat.CSV)


def test_a_cell_far_out():
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Real name"
    workbook.active["XFD1048576"] = "x"
    buffer = io.BytesIO()
    workbook.save(buffer)
    with pytest.raises(MapError, match="far out, in row 1048576 or column 16384"):
        parse_table(buffer.getvalue(), TableFormat.XLSX)
    assert workbooks.MAX_CELLS < 1_048_576


def test_no_link_to_another_workbook_is_followed(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.append(["Real name", "Pseudonym"])
    workbook.active.append([f"='[{tmp_path}/other.xlsx]Sheet1'!A1", "Joy Tull"])
    workbook.active["A3"] = "Ann Pike"
    workbook.active["A3"].hyperlink = "https://names.example/x"
    workbook.active["B3"] = "Rose Tull"
    buffer = io.BytesIO()
    workbook.save(buffer)
    table = parse_table(buffer.getvalue(), TableFormat.XLSX)
    assert [row.real for row in table.rows] == ["", "Ann Pike"]
    assert "no value for a formula" in table.remarks[0]
