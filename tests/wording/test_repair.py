"""All rules together: what holds for every text, and that each comes in its turn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.model import Span
from redactor.wording.repair import Repaired, Replacement, repaired
from redactor.wording.sounds import article_for
from tests.wording.marked import applied, reads, taken_apart

NAMES = ["Danielle", "Hargreaves", "Bronagh Keane", "THANET", "Isle of Thanet", "“Kez”", "D", "s"]
NAME_TEXTS = ["Connie", "James", "SMITH", "Ellis", "[address removed]", "Smith’s"]
LABELS = ["the Midwife", "The Midwife", "a neighbour", "GP1", "HV1", "Area A", "GP Practice A"]
WORDS = (
    "a an the A An The her that this two midwife Midwife neighbour had in and to NHS FLAT HOME "
    "said Dr. 4.1 dogs’ it’s it's ‘90s “ ” ‘ ’ \" ' , . ! : ; ( ) [ ] – - 6'2\" \t \n \u00a0 "
    "\ufffc \u00ad x"
).split(" ")


# Every code point but surrogates; st.characters would first have to read all of Unicode.
CHARACTERS = (
    st.integers(0, 0xD7FF).map(chr)
    | st.integers(0xE000, 0x10FFFF).map(chr)
    | st.sampled_from("aAnthe “”‘’'\".,[]()\t\n\ufffc\u00a0\u00ad")
)


@st.composite
def segments(draw):
    """A text of words that matter to a rule, and replacements in it."""
    text = ""
    found = []
    for _ in range(draw(st.integers(1, 14))):
        if draw(st.booleans()):
            is_label = draw(st.booleans())
            mention = draw(st.sampled_from(NAMES))
            new = draw(st.sampled_from(LABELS if is_label else NAME_TEXTS))
            found.append(Replacement(Span(len(text), len(text) + len(mention)), new, is_label))
            text += mention
        else:
            text += draw(st.sampled_from(WORDS))
        text += draw(st.sampled_from([" ", " ", " ", "", "’ ", "’s ", ", "]))
    return text, found


@st.composite
def any_segments(draw):
    """Any text at all, with replacements anywhere."""
    text = draw(st.text(CHARACTERS))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    news = st.sampled_from([*NAME_TEXTS, *LABELS, ""]) | st.text(CHARACTERS, max_size=9)
    return text, [
        Replacement(Span(start, end), draw(news), draw(st.booleans()))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]


FLAGS = st.fixed_dictionaries(
    {"quotes": st.booleans(), "quoted": st.booleans(), "heading": st.booleans()}
)
ANY = segments() | any_segments()


def rewritten(text, replacements, result):
    """The text after all edits, with the replacements as they stand in it."""
    edits = sorted(
        [(one.span, new, one) for one, new in zip(replacements, result.texts, strict=True)]
        + [(span, new, None) for span, new in result.edits],
        key=lambda edit: edit[0],
    )
    after = ""
    done = 0
    found = []
    for span, new, one in edits:
        after += text[done : span.start]
        if one is not None and new:
            found.append(Replacement(Span(len(after), len(after) + len(new)), new, one.is_label))
        after += new
        done = span.end
    return after + text[done:], found


@given(ANY, FLAGS)
def test_edits_lie_apart_and_outside_the_replacements(segment, flags):
    text, replacements = segment
    result = repaired(text, replacements, **flags)
    assert len(result.texts) == len(replacements)
    spans = [one.span for one in replacements] + [span for span, _ in result.edits]
    assert not any(left.overlaps(right) for left, right in pairwise(sorted(spans)))
    assert list(result.edits) == sorted(result.edits)
    assert all(span.end <= len(text) for span in spans)


@given(ANY, FLAGS)
def test_only_articles_roles_commas_brackets_and_apostrophes_are_touched(segment, flags):
    text, replacements = segment
    nouns = {one.text.split()[-1].lower() for one in replacements if one.text.split()}
    for span, new in repaired(text, replacements, **flags).edits:
        old = text[span.start : span.end]
        assert old != new
        assert "\t" not in old
        assert "\ufffc" not in old
        left = old.lower().strip(" \u00a0\n,()'\u2019").split()
        assert set(left) <= {"a", "an", "the"} | nouns
        assert new.lower() in ("", "a", "an", "'s", "\u2019s")


@given(ANY, FLAGS)
def test_a_replacement_keeps_its_words(segment, flags):
    text, replacements = segment
    for one, new in zip(replacements, repaired(text, replacements, **flags).texts, strict=True):
        if one.is_label and one.text in LABELS:
            noun = one.text.lower().removeprefix("the ").removeprefix("a ")
            assert noun in new.lower()
        elif one.text in NAME_TEXTS:
            assert one.text.removesuffix("’s") in new


@given(ANY, FLAGS)
def test_repairing_again_changes_nothing(segment, flags):
    after, replacements = rewritten(*segment, repaired(*segment, **flags))
    again = repaired(after, replacements, **flags)
    assert again.texts == tuple(one.text for one in replacements)
    assert again.edits == ()


@given(segments())
def test_no_article_is_wrong_before_a_changed_label(segment):
    after, replacements = rewritten(*segment, repaired(*segment, quotes=False))
    for one in replacements:
        before = after[: one.span.start].rpartition("\n")[2]
        if not one.is_label or not before.endswith(" "):
            continue
        words = before.rstrip(" ").replace("\u00a0", " ").split(" ")
        if words[-1] in ("a", "an"):
            assert words[-1] == article_for(one.text)
        if words[-1] in ("a", "an", "the"):
            assert not one.text.startswith(("the ", "The ", "a ", "A "))


@pytest.mark.parametrize(
    "marked", ["{Danielle>=Connie} came", "to {Dr Okafor>GP1} by bus", "{Isla>Child A}’s toys"]
)
def test_a_plain_sentence_is_only_replaced(marked):
    text, replacements = taken_apart(marked)
    result = repaired(text, replacements, quotes=True)
    assert result == Repaired(tuple(one.text for one in replacements), ())


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A {Seagrove>the housing association} flat", "A housing association flat"),
        ("An {Seagrove>the IDVA} flat", "An IDVA flat"),
        ("a {Seagrove>the IDVA} flat", "an IDVA flat"),
        ("A Midwife, {Keane>the Midwife}, came", "A Midwife came"),
        ("An IDVA, {Keane>the IDVA}, came", "An IDVA came"),
        ("Child {Isla>Child B} and {Okafor>GP1}{Rao>GP2}", "Child Child B and GP1GP2"),
    ],
)
def test_the_rules_together(marked, expected):
    assert reads(marked) == expected


def test_a_whole_paragraph():
    marked = (
        "“I told {Keane>the Midwife} that {Danielle>=Connie}’s {Seagrove>the housing association} "
        "flat was damp,” she said. {Keane>the Midwife} wrote an {Okafor>GP1} note in the "
        "{Isle of Thanet>Area A}, where {Hargreaves>=Smith}’ GP sat."
    )
    assert reads(marked) == (
        "“I told [the Midwife] that [Connie]’s [housing association] flat was damp,” she said. "
        "The Midwife wrote a GP1 note in Area A, where Smith’s GP sat."
    )


def test_nothing_to_replace():
    assert repaired("a Okafor", [], quotes=True) == Repaired((), ())


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(2, 3), (0, 1)], [(0, 9)], [(3, 4)]])
def test_wrong_spans_are_refused(spans):
    wrong = [Replacement(Span(*span), "x", is_label=True) for span in spans]
    with pytest.raises(ValueError, match="replacement"):
        repaired("abc", wrong, quotes=True)


def test_no_name_is_in_a_repr():
    assert "Connie" not in repr(Replacement(Span(0, 1), "Connie", is_label=False))
    assert "Connie" not in repr(Repaired(("Connie",), ()))


def test_applied_is_what_the_tests_take_it_for():
    assert applied("abc", [(Span(0, 1), "xx"), (Span(2, 3), "")]) == "xxb"
