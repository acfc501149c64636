"""The replacement by way of presidio-anonymizer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.model import Span
from redactor.pseudonyms.operator import PseudonymOperator, anonymise

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(
    ("text", "wanted", "after"),
    [
        ("Ann Bob Cy", [(0, 3, "X"), (4, 7, "X"), (8, 10, "X")], "X X X"),
        ("AnnBob", [(0, 3, "One"), (3, 6, "Two")], "OneTwo"),
        ("Ann and Ann", [(8, 11, "Rose"), (0, 3, "Rose")], "Rose and Rose"),
        ("Ann\u2019s home", [(0, 3, "a much longer name")], "a much longer name\u2019s home"),
        ("Ann left", [(0, 4, "")], "left"),
        ("\U0001f600 Ann", [(2, 5, "<PERSON>")], "\U0001f600 <PERSON>"),
        ("nobody here", [], "nobody here"),
    ],
)
def test_each_span_gets_its_own_text(text, wanted, after):
    assert anonymise(text, [(Span(s, e), new) for s, e, new in wanted]).text == after


@pytest.mark.parametrize("spans", [[(0, 3), (0, 3)], [(0, 3), (2, 5)], [(0, 9), (2, 5)], [(8, 12)]])
def test_what_the_engine_would_silently_drop_is_refused(spans):
    with pytest.raises(ValueError, match=r"overlap|ends at"):
        anonymise("Ann and Bob", [(Span(s, e), "X") for s, e in spans])


def test_the_operator_needs_its_text():
    with pytest.raises(ValueError, match="new_value"):
        PseudonymOperator().validate({})
    assert PseudonymOperator().operate("Ann", {"new_value": ""}) == ""


def test_repr_hides_the_text():
    assert "Rose" not in repr(anonymise("Ann", [(Span(0, 3), "Rose")]))


@st.composite
def texts_with_spans(draw):
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    chosen = draw(st.lists(st.sampled_from(spans), unique=True)) if spans else []
    return text, [(span, draw(TEXTS)) for span in chosen]


@given(texts_with_spans())
def test_other_text_is_untouched_and_every_new_text_is_where_it_says(case):
    text, wanted = case
    done = anonymise(text, wanted)
    expected, end = "", 0
    for span, new in sorted(wanted):
        expected += text[end : span.start] + new
        end = span.end
    assert done.text == expected + text[end:]
    for (_, new), span in zip(wanted, done.spans, strict=True):
        assert (done.text[span.start : span.end] if span else "") == new
