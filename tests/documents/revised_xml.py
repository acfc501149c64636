"""Stories with tracked changes, built from raw XML."""

from __future__ import annotations

from lxml import etree
from word_files import TRANSITIONAL

BY = 'w:id="9" w:author="Ada Quill" w:date="2024-02-03T10:00:00Z"'
"""What every revision carries."""


def root_of(content, namespace=TRANSITIONAL, root="body"):
    return etree.fromstring(
        f'<w:{root} xmlns:w="{namespace}"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
        ' xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"'
        f">{content}</w:{root}>"
    )


def canonical(root):
    return etree.tostring(root, method="c14n").decode()


def r(text, tag="t"):
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def p(*content, mark="", properties=""):
    """A paragraph; `mark` stands in the properties of its mark."""
    rpr = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    ppr = f"<w:pPr>{properties}{rpr}</w:pPr>" if rpr or properties else ""
    return f"<w:p>{ppr}{''.join(content)}</w:p>"


def bare(*content, properties=""):
    """A paragraph whose mark lost its revision."""
    return f"<w:p><w:pPr>{properties}<w:rPr></w:rPr></w:pPr>{''.join(content)}</w:p>"


def style(name):
    return f'<w:pStyle w:val="{name}"/>'


def ins(*content):
    return f"<w:ins {BY}>{''.join(content)}</w:ins>"


def gone(*texts):
    return f"<w:del {BY}>{''.join(r(text, 'delText') for text in texts)}</w:del>"


def tc(*content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sdt(*content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def mark(name, number=1):
    return f'<w:{name} w:id="{number}"/>'


DEL = f"<w:del {BY}/>"
INS = f"<w:ins {BY}/>"
MOVE_FROM = f"<w:moveFrom {BY}/>"
SECTION = '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'
