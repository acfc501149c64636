"""A law: a name that is planted in a document is found, however it is written and split."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from redactor.checks.allowance import Allowance, Place
from redactor.checks.sought import Manner, Sought
from tests.checks.word_packages import in_body, leaks, paragraph, run

_WORDS = st.sampled_from("the report says that nobody came in May, as 1 of 3 had left".split())
_PROSE = st.lists(_WORDS, max_size=6).map(" ".join)
_NAMES = st.sampled_from(
    ["Danielle", "Danielle Hargreaves", "O\u2019Dowd", "Zo\u00eb", "Anne-Marie", "Ma\u0142gorzata",
     "Siobh\u00e1n N\u00ed Bhriain", "Ann", "St Mary's"]
)  # fmt: skip
_UNSEEN = st.sampled_from(["", "", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e"])
_SPELT = st.sampled_from([str, str.upper, str.lower, lambda n: unicodedata.normalize("NFD", n),
                          lambda n: n.replace(" ", "\u00a0"), lambda n: n.replace("-", "\u2011"),
                          lambda n: n.replace("\u2019", "'")])  # fmt: skip
_MARKS = st.sampled_from(
    ["", "", "<w:proofErr w:type='spellEnd'/>", "<w:bookmarkEnd w:id='1'/>", "\n  "]
)


@st.composite
def _planted(draw: st.DrawFn) -> tuple[str, str, str]:
    """A name, the body it is planted in, and the text of the paragraph."""
    name = draw(_NAMES)
    written = "".join(char + draw(_UNSEEN) for char in draw(_SPELT)(name))
    opening, ending = draw(st.sampled_from([("", ""), ("(", ")"), ('"', ","), ("", "'s")]))
    text = f"{draw(_PROSE)} {opening}{written}{ending} {draw(_PROSE)}"
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    body = "".join(run(escape(piece)) + draw(_MARKS) for piece in pieces)
    before = "".join(paragraph(draw(_PROSE)) for _ in range(draw(st.integers(0, 3))))
    return name, f"{before}<w:p>{body}</w:p>", text


@given(_planted())
def test_a_planted_name_is_found(planted):
    name, body, _ = planted
    assert len(leaks(in_body(body), [Sought(name)])) == 1


@given(_planted())
def test_and_what_was_counted_before_is_allowed_after(planted):
    name, body, text = planted
    place = Place("word/document.xml", body.count("<w:p>"))
    allowed = Allowance.of([Sought(name)], [(place, text, Manner.PROSE)])
    assert leaks(in_body(body), [Sought(name)], allowed) == ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_no_text_breaks_the_check(text):
    assert leaks(in_body(paragraph(escape(text))), [Sought("Danielle Hargreaves")]) == ()


@given(st.binary(max_size=300))
def test_no_bytes_break_the_check(octets):
    magic = {"word/a.bin": b"", "word/b.xml": b"", "word/c.png": b"\x89PNG\r\n\x1a\n",
             "word/d.jpg": b"\xff\xd8\xff", "word/e.zip": b"PK\x03\x04",
             "word/f.emz": b"\x1f\x8b\x08"}  # fmt: skip
    members = {name: beginning + octets for name, beginning in magic.items()}
    assert leaks(members, [Sought("Danielle Hargreaves")]) == ()
