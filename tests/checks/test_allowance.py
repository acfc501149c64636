"""What was decided to stay: by place and count, on paper, and after a hand has been at the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.checks.allowance import Allowance, Place
from redactor.checks.sought import Manner, Sought, SoughtKind
from tests.checks.word_packages import GIVEN, HOPE, in_body, leaks, paragraph, story

PART = "word/document.xml"


def allow(*texts: tuple[int, str], sought: tuple[Sought, ...] = (HOPE,)) -> Allowance:
    return Allowance.of(
        sought, [(Place(PART, number), text, Manner.PROSE) for number, text in texts]
    )


@pytest.mark.parametrize(
    ("body", "allowed", "found"),
    [
        (paragraph("They had no hope."), Allowance(), 0),
        (paragraph("Hope said so."), Allowance(), 1),
        (paragraph("Hope said so."), allow((1, "Hope said so.")), 0),
        (paragraph("Hope and Hope."), allow((1, "Hope said so.")), 1),
        (paragraph("Hope and Hope."), allow((1, "Hope or Hope?")), 0),
        (paragraph("Nothing."), allow((1, "Hope said so.")), 0),
        (paragraph("x") + paragraph("Hope said so."), allow((1, "Hope said so.")), 1),
        (paragraph("Hope") + paragraph("Hope"), allow((1, "Hope"), (2, "Hope")), 0),
        (paragraph("Hope") + paragraph("Hope"), allow((1, "Hope"), (1, "Hope")), 1),
        (paragraph("Ho", "pe"), allow((1, "Hope")), 0),
        ("<w:p w:author='Hope'/>", allow((1, "Hope")), 1),
        ("<w:p w:author='Hope'/>", allow((0, "Hope")), 0),
    ],
)
def test_what_is_beyond_the_allowance_leaks(body, allowed, found):
    assert len(leaks(in_body(body), [HOPE], allowed)) == found


def test_an_allowance_is_for_one_part():
    members = {
        PART: story(paragraph("Hope said so.")),
        "word/header1.xml": story(paragraph("Hope left."), "hdr"),
    }
    [finding] = leaks(members, [HOPE], allow((1, "Hope")))
    assert finding.place == "output: word/header1.xml, paragraph 1"
    both = allow((1, "Hope")).plus(Allowance({Place("/word/header1.xml", 1): {HOPE: 1}}))
    assert leaks(members, [HOPE], both) == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph("x") + paragraph("y") + paragraph("Hope, Hope"), 0),
        (paragraph("Hope") * 2, 0),
        (paragraph("Hope") * 3, 1),
        (paragraph("Hope") * 2 + "<w:p w:author='Hope'/>", 1),
    ],
)
def test_relaxed_it_counts_by_part(body, found):
    relaxed = allow((1, "Hope"), (2, "Hope")).relaxed()
    assert len(leaks(in_body(body), [HOPE], relaxed)) == found


def test_a_name_of_another_kind_is_another_name():
    lower = Sought("Hope", SoughtKind.NAME)
    assert leaks(in_body(paragraph("Hope")), [lower], allow((1, "Hope")))


_SOUGHT = st.builds(Sought, st.sampled_from(["Hope", "Grace Road", "O'Dowd"]),
                    st.sampled_from(SoughtKind))  # fmt: skip
_ALLOWANCES = st.builds(
    Allowance,
    st.dictionaries(
        st.builds(Place, st.sampled_from(["a.xml", "b.xml", ""]), st.integers(0, 4)),
        st.dictionaries(_SOUGHT, st.integers(0, 5), min_size=1),
    ),
    st.booleans(),
)


@given(_ALLOWANCES)
def test_it_survives_json(allowed):
    assert Allowance.from_json(json.loads(json.dumps(allowed.to_json()))) == allowed


def test_json_is_the_same_in_any_order():
    one = allow((1, "Hope and Danielle"), (2, "Hope"), sought=(HOPE, GIVEN))
    other = allow((2, "Hope"), (1, "Danielle, Hope"), sought=(GIVEN, HOPE))
    assert json.dumps(one.to_json()) == json.dumps(other.to_json())


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"schema": 2, "by_part": False, "sought": [], "places": []},
        {"schema": 1, "by_part": 1, "sought": [], "places": []},
        {"schema": 1, "by_part": False, "sought": [["nobody", "Hope"]], "places": []},
        {"schema": 1, "by_part": False, "sought": [["name", 3]], "places": []},
        {"schema": 1, "by_part": False, "sought": [], "places": [["a", 1, [[0, 1]]]]},
        {"schema": 1, "by_part": False, "sought": [["name", "Hope"]],
         "places": [["a", 1, [[0, -1]]]]},
        {"schema": 1, "by_part": False, "sought": [["name", "Hope"]],
         "places": [["a", -1, [[0, 1]]]]},
        {"schema": 1, "by_part": False, "sought": [["name", "Hope"]],
         "places": [["a", 1, [[-1, 1]]]]},
    ],
)  # fmt: skip
def test_anything_else_is_refused_without_a_name(value):
    with pytest.raises(ValueError, match="no record") as caught:
        Allowance.from_json(value)
    assert "Hope" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_kinds_of_allowances_do_not_mix():
    with pytest.raises(ValueError, match="relaxed"):
        Allowance().plus(Allowance(by_part=True))


def test_no_name_shows():
    assert "Hope" not in repr(allow((1, "Hope")))
    assert "Danielle" not in repr(GIVEN)
