"""Fields, form fields and links: their instructions, results, targets and what shows on demand."""

from __future__ import annotations

from base64 import b64encode

from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place, Xml, inline, said
from canary_xml import field, paragraph, run

_OFFICE_LINK = "hyperlink"


def _instruction(identity: str, what: str, code: Xml) -> Place:
    """A complex field whose instruction holds the name and whose result does not."""
    return inline(f"field/{identity}", what, lambda c: field(code(c), "Here"))


def _split_instruction(c: Canary) -> str:
    code = f' DOCPROPERTY "{c.full}" '
    return field("".join(run(letter, tag="instrText") for letter in code), "Here")


def _nested(c: Canary) -> str:
    inner = field(f" MERGEFIELD {c.joined} ", "x")
    code = run(" IF ", tag="instrText") + inner + run(' = "1" "yes" "no" ', tag="instrText")
    return field(code, "Here")


def _deleted_code(c: Canary) -> str:
    deleted = run(f' REF "{c.full}" ', tag="delInstrText")
    return (
        '<w:del w:id="71" w:author="A" w:date="2020-01-01T00:00:00Z">'
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{deleted}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    )


def _simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{code}">{run(result)}</w:fldSimple>'


def _field_data(c: Canary) -> str:
    """What a program keeps with its field: base64, as reference managers write it."""
    data = b64encode(f'{{"author":"{c.full}","kind":"report"}}'.encode("utf-16-le")).decode()
    return field(
        " ADDIN EN.CITE.DATA ", "Here", f'<w:fldData xml:space="preserve">{data}</w:fldData>'
    )


def _unquoted_path(c: Canary) -> str:
    return f' INCLUDETEXT "C:\\\\Cases\\\\{c.given} {c.surname}\\\\draft.docx" '


def _form(identity: str, what: str, properties: Xml) -> Place:
    """An old form field; `properties` goes into its w:ffData."""

    def xml(c: Canary) -> str:
        data = f"<w:ffData><w:enabled/>{properties(c)}</w:ffData>"
        return field(" FORMTEXT ", "Here", data)

    return inline(f"form field/{identity}", what, xml)


def _link(identity: str, what: str, target: Xml) -> Place:
    """A link of the body to somewhere outside."""

    def plant(draft: Draft, c: Canary) -> None:
        link = draft.relate(DOCUMENT, _OFFICE_LINK, target(c), external=True)
        draft.say(c, f'<w:hyperlink r:id="{link}">{run("there")}</w:hyperlink>')

    return Place(f"link/{identity}", what, plant)


def _link_text(draft: Draft, c: Canary) -> None:
    link = draft.relate(DOCUMENT, _OFFICE_LINK, "https://example.org/a", external=True)
    draft.say(c, f'<w:hyperlink r:id="{link}">{run(c.full)}</w:hyperlink>')


def _link_attribute(identity: str, what: str, attribute: str, value: Xml) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        link = draft.relate(DOCUMENT, _OFFICE_LINK, "https://example.org/b", external=True)
        told = f'r:id="{link}" w:{attribute}="{value(c)}"'
        draft.say(c, f"<w:hyperlink {told}>{run('there')}</w:hyperlink>")

    return Place(f"link/{identity}", what, plant)


def _bookmark(c: Canary) -> str:
    number = 9100 + len(c.before) + len(c.full)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{c.joined}"/>{run("here")}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _link_to_bookmark(c: Canary) -> str:
    return f'<w:hyperlink w:anchor="{c.joined}">{run("there")}</w:hyperlink>'


PLACES: tuple[Place, ...] = (
    said("field/result", "the result of a complex field", lambda c: field(" AUTHOR ", c.full)),
    said("field/result of w:fldSimple", "a simple field's", lambda c: _simple(" SUBJECT ", c.full)),
    inline(
        "field/w:fldSimple",
        "a simple field's instruction",
        lambda c: _simple(f" DOCPROPERTY {c.joined} ", "x"),
    ),
    _instruction(
        "HYPERLINK url",
        "where it leads",
        lambda c: f' HYPERLINK "https://example.org/{c.given}/{c.surname}" ',
    ),
    _instruction(
        "HYPERLINK \\o",
        "its tooltip",
        lambda c: f' HYPERLINK "https://example.org/" \\o "{c.full}" ',
    ),
    _instruction("HYPERLINK \\l", "a bookmark", lambda c: f' HYPERLINK \\l "{c.joined}" '),
    _instruction(
        "HYPERLINK \\t", "a frame", lambda c: f' HYPERLINK "https://example.org/" \\t "{c.joined}" '
    ),
    _instruction("MERGEFIELD", "a column's name", lambda c: f" MERGEFIELD {c.joined} "),
    _instruction("AUTHOR", "an author to set", lambda c: f' AUTHOR "{c.full}" '),
    _instruction("USERNAME", "a user to show", lambda c: f' USERNAME "{c.full}" '),
    _instruction("INCLUDETEXT", "a file's path", _unquoted_path),
    _instruction(
        "INCLUDEPICTURE",
        "a picture's address",
        lambda c: f' INCLUDEPICTURE "https://example.org/{c.given}%20{c.surname}.png" \\d ',
    ),
    _instruction(
        "LINK", "a linked file", lambda c: f' LINK Excel.Sheet.12 "C:\\\\{c.joined}.xlsx" '
    ),
    _instruction(
        "DDEAUTO", "another program's file", lambda c: f' DDEAUTO excel "{c.joined}.xls" '
    ),
    _instruction("TOC \\t", "a style's name", lambda c: f' TOC \\t "{c.full},1" '),
    _instruction("STYLEREF", "a style's name", lambda c: f' STYLEREF "{c.full}" '),
    _instruction("REF", "a bookmark", lambda c: f" REF {c.joined} \\h "),
    _instruction("PAGEREF", "a bookmark", lambda c: f" PAGEREF {c.joined} \\h "),
    _instruction("XE", "an entry of the index", lambda c: f' XE "{c.surname}, {c.given}" '),
    _instruction("TC", "an entry of the contents", lambda c: f' TC "{c.full}" \\l 1 '),
    _instruction(
        "TA", "an entry of authorities", lambda c: f' TA \\l "R v {c.surname}" \\s "{c.given}" '
    ),
    _instruction("DOCPROPERTY", "a property's name", lambda c: f' DOCPROPERTY "{c.full}" '),
    _instruction("DOCVARIABLE", "a variable's name", lambda c: f" DOCVARIABLE {c.joined} "),
    _instruction("ASK", "a question", lambda c: f' ASK who "Is it {c.full}?" '),
    _instruction("FILLIN \\d", "an answer", lambda c: f' FILLIN "Who?" \\d "{c.full}" '),
    _instruction("IF", "what is shown in a case", lambda c: f' IF 1 = 1 "yes" "{c.full}" '),
    _instruction("SET", "a text that is kept", lambda c: f' SET who "{c.full}" '),
    _instruction("QUOTE", "a text that is shown", lambda c: f' QUOTE "{c.full}" '),
    _instruction("MACROBUTTON", "a macro's name", lambda c: f" MACROBUTTON {c.joined} click "),
    _instruction(
        "ADDIN",
        "what a reference manager keeps",
        lambda c: (
            ' ADDIN ZOTERO_ITEM CSL_CITATION {"author":[{"family":"'
            f'{c.surname}","given":"{c.given}"}}]}} '
        ),
    ),
    inline("field/split instruction", "each letter in a run", _split_instruction),
    inline("field/nested", "a field within an instruction", _nested),
    inline("field/w:delInstrText", "a deleted instruction", _deleted_code),
    inline("field/w:fldData", "data in base64", _field_data),
    _form("name", "its name", lambda c: f'<w:name w:val="{c.joined}"/>'),
    _form("helpText", "its help", lambda c: f'<w:helpText w:type="text" w:val="{c.full}"/>'),
    _form("statusText", "its status", lambda c: f'<w:statusText w:type="text" w:val="{c.full}"/>'),
    _form("entryMacro", "a macro", lambda c: f'<w:entryMacro w:val="{c.joined}"/>'),
    _form("exitMacro", "a macro", lambda c: f'<w:exitMacro w:val="{c.joined}"/>'),
    _form(
        "default",
        "its default",
        lambda c: f'<w:textInput><w:default w:val="{c.full}"/></w:textInput>',
    ),
    _form(
        "list entry",
        "an entry of its list",
        lambda c: f'<w:ddList><w:listEntry w:val="{c.full}"/></w:ddList>',
    ),
    Place("link/text", "the text of a link", _link_text, stays=True),
    _link("path", "a path on the web", lambda c: f"https://example.org/{c.given}/{c.surname}"),
    _link(
        "percent-encoded",
        "letters in percent-encoding",
        lambda c: "https://example.org/?q=" + "".join(f"%{ord(letter):02X}" for letter in c.full),
    ),
    _link("mailto", "an address", lambda c: f"mailto:{c.given}.{c.surname}@example.org?subject=x"),
    _link("file", "a file's path", lambda c: f"file:///C:/Users/{c.joined}/draft.docx"),
    _link("UNC", "a path on a server", lambda c: f"file:///\\\\server\\{c.joined}\\draft.docx"),
    _link("relative", "a file beside it", lambda c: f"{c.joined}.docx"),
    _link("tel", "a caller's name", lambda c: f"tel:01632960000;name={c.joined}"),
    _link_attribute("tooltip", "its tooltip", "tooltip", lambda c: c.full),
    _link_attribute(
        "docLocation", "a place in the other document", "docLocation", lambda c: c.joined
    ),
    _link_attribute("tgtFrame", "a frame", "tgtFrame", lambda c: c.joined),
    inline("link/anchor", "a bookmark that it leads to", _link_to_bookmark),
    inline("bookmark/name", "its name", _bookmark),
    Place(
        "bookmark/linked",
        "a bookmark, a link to it and a field with it",
        lambda d, c: d.body(
            paragraph(_bookmark(c) + _link_to_bookmark(c) + field(f" REF {c.joined} ", "x"))
        ),
    ),
)
