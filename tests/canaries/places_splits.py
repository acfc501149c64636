"""A name in the body that is cut into pieces, or not written the way the map writes it."""

from __future__ import annotations

from canary_names import Canary
from canary_package import Draft, sentence
from canary_place import Place, Plant, block, said, shown
from canary_xml import W, cell, elements, field, paragraph, run, table, text
from lxml import etree


def _letters(c: Canary) -> str:
    return "".join(run(letter) for letter in c.full)


def _halves(c: Canary) -> tuple[str, str, str, str]:
    """Each word in two: ``Zvor``, ``ida``, ``Krox``, ``holm``."""
    return c.given[:4], c.given[4:], c.surname[:3], c.surname[3:]


def _cut(c: Canary, middle: str) -> str:
    a, b, d, e = _halves(c)
    return f"{run(a)}{middle}{run(b + ' ' + d)}{middle}{run(e)}"


def _within_run(c: Canary, mark: str) -> str:
    a, b, d, e = _halves(c)
    pieces = (text(a), text(f"{b} {d}"), text(e))
    return f"<w:r>{mark.join(pieces)}</w:r>"


def _cut_text(c: Canary, mark: str) -> str:
    a, b, d, e = _halves(c)
    return run(f"{a}{mark}{b} {d}{mark}{e}")


def _bookmarks(c: Canary) -> str:
    a, b, d, e = _halves(c)
    return (
        f'{run(a)}<w:bookmarkStart w:id="9001" w:name="_Ref900100"/>{run(b + " " + d)}'
        f'<w:bookmarkEnd w:id="9001"/>{run(e)}'
    )


def _full_width(word: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter != " " else "\u3000" for letter in word)


def _mathematical(word: str) -> str:
    """In bold letters of the mathematical alphabet, as people write names in profiles."""
    return "".join(
        chr((0x1D400 if letter.isupper() else 0x1D41A) + ord(letter.lower()) - ord("a"))
        if letter.isalpha()
        else letter
        for letter in word
    )


def _character_references(draft: Draft, c: Canary) -> None:
    given = "".join(f"&#x{ord(letter):X};" for letter in c.given)
    surname = "".join(f"&#{ord(letter)};" for letter in c.surname)
    draft.say(c, run(draft.raw(f"{given}&#32;{surname}")))


def _cdata(draft: Draft, c: Canary) -> None:
    a, b, d, e = _halves(c)
    draft.say(c, run(draft.raw(f"{a}<![CDATA[{b} {d}]]>{e}")))


def _comment_inside(draft: Draft, c: Canary) -> None:
    a, b, d, e = _halves(c)
    draft.say(c, run(draft.raw(f"{a}<!-- x -->{b} {d}<?x y?>{e}")))


def _footnote_between(draft: Draft, c: Canary) -> None:
    number = draft.number()
    note = f'<w:footnote w:id="{number}">{paragraph(run("See the list."))}</w:footnote>'
    draft.append("word/footnotes.xml", note)
    reference = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
    draft.say(c, run(c.given) + reference + run(f" {c.surname}"))


def _across_link(draft: Draft, c: Canary) -> None:
    link = draft.relate("word/document.xml", "hyperlink", "https://example.org/", external=True)
    a, b, d, e = _halves(c)
    draft.say(c, f'{run(a)}<w:hyperlink r:id="{link}">{run(b + " " + d)}</w:hyperlink>{run(e)}')


def _heading(draft: Draft, c: Canary) -> None:
    draft.append(
        "word/styles.xml",
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    )
    draft.say(c, run(c.full), '<w:pStyle w:val="Heading1"/>')


def _drop_cap(draft: Draft, c: Canary) -> None:
    """Word sets a drop cap as a paragraph of its own, with the first letter alone."""
    frame = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:hAnchor="text"/>'
    draft.body(paragraph(run(c.given[0]), frame))
    draft.body(paragraph(run(c.given[1:] + " " + c.surname) + run(c.after)))


def _unknown_element(draft: Draft, c: Canary) -> None:
    """An element of a namespace that readers are told to ignore, around half a name."""
    a, b, d, e = _halves(c)
    (made,) = elements(sentence(c, run(a) + run(f"{b} {d}") + run(e)))
    wrapper = etree.Element("{urn:example:marks}mark", nsmap={"mk": "urn:example:marks"})
    second = made[2]
    second.addprevious(wrapper)
    wrapper.append(second)
    body = draft.tree("word/document.xml").find(f"{W}body")
    assert body is not None
    body.insert(0, made)


def _nested_cell(c: Canary) -> str:
    inner = table(cell(sentence(c, run(c.full))), columns=1)
    return table(cell(inner + paragraph("")), columns=1)


def _cells(c: Canary) -> str:
    given = paragraph(run(c.before) + run(c.given))
    return table(cell(given) + cell(paragraph(run(c.surname) + run(c.after))))


def _rows(c: Canary) -> str:
    label, value = cell(paragraph(run("First name"))), cell(paragraph(run(c.given)))
    below = cell(paragraph(run("Surname"))), cell(paragraph(run(c.surname)))
    return table(label + value, "".join(below))


def _paragraphs(c: Canary) -> str:
    return paragraph(run(c.before) + run(c.given)) + paragraph(run(c.surname) + run(c.after))


def _plain(identity: str, what: str, mark: str) -> Place:
    return said(identity, what, lambda c: run(f"{c.given}{mark}{c.surname}"))


def _own(identity: str, what: str, plant: Plant, *, stays: bool = True) -> Place:
    return Place(identity, what, plant, stays=stays)


_HYPHEN = "<w:noBreakHyphen/>"
_RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/>'
    '<w:hpsRaise w:val="18"/><w:hpsBaseText w:val="20"/><w:lid w:val="ja-JP"/></w:rubyPr>'
    "<w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
)


def _math(*texts: str) -> str:
    inside = "".join(f"<m:r><m:t>{one}</m:t></m:r>" for one in texts)
    return f"<m:oMath>{inside}</m:oMath>"


def _tracked(tag: str, content: str) -> str:
    return f'<w:{tag} w:id="77" w:author="A" w:date="2020-01-01T00:00:00Z">{content}</w:{tag}>'


PLACES: tuple[Place, ...] = (
    said("body/plain", "a name in one run", lambda c: run(c.full)),
    said("body/accent", "é as one character", lambda c: run(c.full), "accent"),
    said(
        "body/NFD",
        "é as e and a combining accent",
        lambda c: run(c.full.replace("\u00e9", "e\u0301")),
        "accent",
    ),
    said("body/split per letter", "each letter in a run of its own", _letters),
    said("body/split in a word", "runs end in the middle of words", lambda c: _cut(c, "")),
    said(
        "body/split by formatting",
        "half a word is bold",
        lambda c: run(c.given[:3], "<w:b/>") + run(c.given[3:] + " " + c.surname),
    ),
    said(
        "body/proofErr",
        "spelling marks inside the words",
        lambda c: _cut(c, '<w:proofErr w:type="spellStart"/>'),
    ),
    said("body/bookmark inside", "a bookmark begins and ends inside the words", _bookmarks),
    said(
        "body/lastRenderedPageBreak",
        "a page ended inside the words",
        lambda c: _within_run(c, "<w:lastRenderedPageBreak/>"),
    ),
    said("body/w:softHyphen", "soft hyphens", lambda c: _within_run(c, "<w:softHyphen/>")),
    said("body/U+00AD", "soft hyphens as characters", lambda c: _cut_text(c, "\u00ad")),
    said(
        "body/hyphen",
        "a double-barrelled surname",
        lambda c: run(c.full),
        "double",
    ),
    said(
        "body/w:noBreakHyphen",
        "a double-barrelled surname with a no-break hyphen",
        lambda c: f"<w:r>{text(c.full).replace('-', f'</w:t>{_HYPHEN}<w:t>')}</w:r>",
        "double",
    ),
    said(
        "body/U+2011",
        "a double-barrelled surname with U+2011",
        lambda c: run(c.full.replace("-", "\u2011")),
        "double",
    ),
    said(
        "body/en dash",
        "a double-barrelled surname with an en dash",
        lambda c: run(c.full.replace("-", "\u2013")),
        "double",
    ),
    _plain("body/no-break space", "U+00A0 between the words", "\u00a0"),
    _plain("body/narrow no-break space", "U+202F between the words", "\u202f"),
    _plain("body/em space", "U+2003 between the words", "\u2003"),
    _plain("body/two blanks", "two blanks between the words", "  "),
    _plain("body/full stop", "a full stop instead of the blank", "."),
    _plain("body/underscore", "an underscore instead of the blank", "_"),
    _plain("body/joined", "no blank at all", ""),
    said(
        "body/line break",
        "w:br between the words",
        lambda c: f"<w:r>{text(c.given)}<w:br/>{text(c.surname)}</w:r>",
    ),
    said(
        "body/w:cr",
        "w:cr between the words",
        lambda c: f"<w:r>{text(c.given)}<w:cr/>{text(c.surname)}</w:r>",
    ),
    said(
        "body/tab",
        "w:tab between the words",
        lambda c: f"<w:r>{text(c.given)}<w:tab/>{text(c.surname)}</w:r>",
    ),
    said(
        "body/w:ptab",
        "w:ptab between the words",
        lambda c: (
            f'<w:r>{text(c.given)}<w:ptab w:relativeTo="margin" w:alignment="left" '
            f'w:leader="none"/>{text(c.surname)}</w:r>'
        ),
    ),
    said("body/zero-width space", "U+200B inside", lambda c: _cut_text(c, "\u200b")),
    said("body/zero-width joiner", "U+200D inside", lambda c: _cut_text(c, "\u200d")),
    said("body/zero-width non-joiner", "U+200C inside", lambda c: _cut_text(c, "\u200c")),
    said("body/word joiner", "U+2060 inside", lambda c: _cut_text(c, "\u2060")),
    said("body/byte order mark", "U+FEFF inside", lambda c: _cut_text(c, "\ufeff")),
    said("body/direction marks", "U+200E inside", lambda c: _cut_text(c, "\u200e")),
    said("body/variation selector", "U+FE0F inside", lambda c: _cut_text(c, "\ufe0f")),
    said("body/full-width letters", "letters of U+FF21…", lambda c: run(_full_width(c.full))),
    said("body/mathematical letters", "letters of U+1D400…", lambda c: run(_mathematical(c.full))),
    _own("body/character references", "&#x58; for each letter", _character_references),
    _own("body/CDATA", "a CDATA section inside", _cdata),
    _own("body/XML comment inside", "a comment and an instruction inside w:t", _comment_inside),
    _own("body/footnote between", "a footnote's mark between the words", _footnote_between),
    _own("body/across a hyperlink", "a link begins inside the name", _across_link),
    _own("body/unknown element", "an element to be ignored inside the name", _unknown_element),
    _own("body/heading", "in a heading", _heading),
    _own("body/drop cap", "the first letter is a drop cap", _drop_cap, stays=False),
    said(
        "body/across a field result",
        "half of the name is a field's result",
        lambda c: field(" ADDIN X ", run(c.given[:5])) + run(c.given[5:] + " " + c.surname),
    ),
    said(
        "body/across a content control",
        "half of the name is in a content control",
        lambda c: (
            f"{run(c.given[:4])}<w:sdt><w:sdtPr/><w:sdtContent>{run(c.given[4:])}"
            f"</w:sdtContent></w:sdt>{run(' ' + c.surname)}"
        ),
    ),
    said(
        "body/ins next to del",
        "half of the name is inserted, what it replaces deleted",
        lambda c: (
            run(c.given[:4])
            + _tracked("del", run("xx", tag="delText"))
            + _tracked("ins", run(c.given[4:]))
            + run(" " + c.surname)
        ),
    ),
    said(
        "body/right to left override",
        "inside w:bdo",
        lambda c: f'<w:bdo w:val="ltr">{run(c.full)}</w:bdo>',
    ),
    said(
        "body/ruby base",
        "the text that a reading is given for",
        lambda c: _RUBY.format(run("x"), run(c.full)),
    ),
    said("body/ruby text", "the reading", lambda c: _RUBY.format(run(c.full), run("x"))),
    said("body/math", "a formula", lambda c: _math(c.full)),
    said("body/math split", "letters of a formula", lambda c: _math(*c.full)),
    said("body/capitals", "in capitals", lambda c: run(c.full.upper())),
    said("body/lower case", "in small letters", lambda c: run(c.full.lower())),
    said("body/w:caps", "shown in capitals", lambda c: run(c.full, "<w:caps/>")),
    said("body/w:smallCaps", "shown in small capitals", lambda c: run(c.full, "<w:smallCaps/>")),
    said("body/possessive", "with ’s", lambda c: run(c.full + "\u2019s mother")),
    said("body/plural", "the family", lambda c: run(f"the {c.surname}s"), only="surname"),
    said("body/last, first", "surname first", lambda c: run(f"{c.surname}, {c.given}")),
    said("body/given name alone", "the given name", lambda c: run(c.given), only="given"),
    said(
        "body/surname alone", "title and surname", lambda c: run(f"Ms {c.surname}"), only="surname"
    ),
    said(
        "body/initial",
        "initial and surname",
        lambda c: run(f"{c.given[0]}. {c.surname}"),
        only="surname",
    ),
    said("body/quotes", "in quotes", lambda c: run(f"\u201c{c.given}\u201d {c.surname}")),
    said(
        "body/e-mail address",
        "an address made of the name",
        lambda c: run(f"{c.given}.{c.surname}@example.org".lower()),
    ),
    said(
        "body/web address",
        "an address with the name in it",
        lambda c: run(f"https://example.org/people/{c.given}-{c.surname}".lower()),
    ),
    said("body/handle", "an account name", lambda c: run(f"@{c.joined}")),
    said("body/hashtag", "a hashtag", lambda c: run(f"#JusticeFor{c.joined}")),
    said("body/file name", "a file's name", lambda c: run(f"{c.given}_{c.surname}.docx")),
    said("body/vanish", "hidden text", lambda c: run(c.full, "<w:vanish/>")),
    said("body/webHidden", "hidden on the web", lambda c: run(c.full, "<w:webHidden/>")),
    said("body/specVanish", "a hidden style separator", lambda c: run(c.full, "<w:specVanish/>")),
    said("body/white", "white text", lambda c: run(c.full, '<w:color w:val="FFFFFF"/>')),
    said("body/tiny", "one half-point high", lambda c: run(c.full, '<w:sz w:val="1"/>')),
    shown("body/nested table", "a table in a cell", _nested_cell),
    block("body/adjacent cells", "given name and surname in two cells", _cells),
    block("body/adjacent rows", "given name and surname in two rows", _rows),
    block("body/adjacent paragraphs", "the surname begins the next line", _paragraphs),
)
