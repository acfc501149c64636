"""Which words make one name, and which of two overlapping candidates wins."""

import pytest
from fake_readings import reading
from hypothesis import given
from hypothesis import strategies as st

from redactor.detection.spans import EVIDENCE, MAP, PATTERN, Candidate, person_spans, settle
from redactor.model import EntityType, Verdict

NAMES = frozenset(
    "Danielle Hargreaves HARGREAVES Ryan Colin Berg Souza Ali Siobh\u00e1n Nurse Tracy Rhys "
    "Marie".split()
)


def spans(text: str) -> list[str]:
    one = reading(text)
    plain = {name.replace("\u00e1", "a") for name in NAMES}
    tagged = frozenset(n for n, word in enumerate(one.words) if word.folded in plain)
    return [
        text[one.words[first].start : one.words[last].end]
        for first, last in person_spans(one, tagged)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then Danielle Hargreaves rang", ["Danielle Hargreaves"]),
        ("then Ms Hargreaves rang", ["Ms Hargreaves"]),
        ("then Mr. Hargreaves rang", ["Mr. Hargreaves"]),
        ("then Rev Dr Hargreaves rang", ["Rev Dr Hargreaves"]),
        ("then PC Danielle Hargreaves rang", ["PC Danielle Hargreaves"]),
        ("then Ms D. Hargreaves rang", ["Ms D. Hargreaves"]),
        ("then D M Hargreaves rang", ["D M Hargreaves"]),
        ("then D.M. Hargreaves rang", ["D.M. Hargreaves"]),
        ("then Danielle M. Hargreaves rang", ["Danielle M. Hargreaves"]),
        ("then Tracy H. rang", ["Tracy H"]),
        ("Tracy H for Rhys M L, then", ["Tracy H", "Rhys M L"]),
        ("Hargreaves A, then", ["Hargreaves A"]),
        ("then Hargreaves A tasked it", ["Hargreaves"]),
        ("then Hargreaves I saw", ["Hargreaves"]),
        ("then T/DS Hargreaves rang", ["T/DS Hargreaves"]),
        ("HARGREAVES, Danielle", ["HARGREAVES, Danielle"]),
        ("1. HARGREAVES, Danielle (1984)", ["HARGREAVES, Danielle"]),
        ("Hargreaves, Danielle", ["Hargreaves, Danielle"]),
        ("then Danielle van der Berg rang", ["Danielle van der Berg"]),
        ("then Rhys de Souza rang", ["Rhys de Souza"]),
        ("then de Souza rang", ["de Souza"]),
        ("then Colin bin Ali rang", ["Colin bin Ali"]),
        ("then Danielle-Marie rang", ["Danielle-Marie"]),
        ("then Siobh\u00e1n Hargreaves rang", ["Siobh\u00e1n Hargreaves"]),
        ("then Danielle\u00a0Hargreaves rang", ["Danielle\u00a0Hargreaves"]),
    ],
)
def test_one_name(text, names):
    assert spans(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then Danielle\u2019s Ryan rang", ["Danielle", "Ryan"]),
        ("then Danielle, Ryan and Colin rang", ["Danielle", "Ryan", "Colin"]),
        ("then Danielle/Ryan rang", ["Danielle", "Ryan"]),
        ("then Danielle (Ryan) rang", ["Danielle", "Ryan"]),
        ("She met Danielle. Ryan rang.", ["Danielle", "Ryan"]),
        ("then Danielle met Ryan", ["Danielle", "Ryan"]),
        ("then Danielle Mr Hargreaves rang", ["Danielle", "Mr Hargreaves"]),
        ("She saw a nurse. Ryan rang.", ["Ryan"]),
        ("He told I Danielle so", ["Danielle"]),
        ("A Danielle rang", ["Danielle"]),
        ("the ms Hargreaves file", ["Hargreaves"]),
        ("then Danielle A rang", ["Danielle"]),
        ("", []),
        ("nobody rang", []),
    ],
)
def test_neighbours_that_are_no_part_of_the_name(text, names):
    assert spans(text) == names


def candidate(
    start: int,
    end: int,
    rank: int = EVIDENCE,
    verdict: Verdict = Verdict.REPLACE,
    kind: EntityType = EntityType.PERSON,
) -> Candidate:
    return Candidate(start, end, kind, verdict, (), rank)


THANET = candidate(8, 14, MAP, kind=EntityType.PLACE)
TRUST = candidate(0, 24, PATTERN, kind=EntityType.ORGANISATION)


@pytest.mark.parametrize(
    ("candidates", "chosen"),
    [
        ([THANET, TRUST], [TRUST]),
        ([candidate(0, 5), candidate(0, 5, MAP)], [candidate(0, 5, MAP)]),
        ([candidate(0, 5, PATTERN), candidate(0, 5)], [candidate(0, 5, PATTERN)]),
        (
            [candidate(0, 5, verdict=Verdict.ASK), candidate(0, 5)],
            [candidate(0, 5)],
        ),
        (
            [candidate(0, 5, verdict=Verdict.KEEP), candidate(0, 5)],
            [candidate(0, 5)],
        ),
        ([candidate(0, 5), candidate(4, 9)], [candidate(0, 5)]),
        ([candidate(0, 5), candidate(4, 10)], [candidate(4, 10)]),
        ([candidate(6, 9), candidate(0, 5)], [candidate(0, 5), candidate(6, 9)]),
        ([candidate(0, 5), candidate(5, 9)], [candidate(0, 5), candidate(5, 9)]),
        ([], []),
    ],
    ids=[
        "the Trust before Thanet",
        "map before evidence",
        "shape before evidence",
        "replace before ask",
        "replace before keep",
        "the first of two equals",
        "the longer",
        "in order",
        "touching is no overlap",
        "nothing",
    ],
)
def test_who_wins(candidates, chosen):
    assert settle(candidates) == chosen


# settle's docstring says that a loser keeps the rest of its span when the winner stays in the
# text; the code lets it go altogether, and half a name stays in the clear.
def test_a_kept_phrase_carries_no_half_of_a_name_with_it():
    kept = candidate(0, 20, PATTERN, Verdict.KEEP, EntityType.ORGANISATION)
    name = candidate(15, 30)
    assert any(one.start <= 20 and one.end == 30 for one in settle([kept, name]))


_CANDIDATES = st.lists(
    st.builds(
        lambda start, length, rank, verdict: candidate(start, start + length, rank, verdict),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from([EVIDENCE, PATTERN, MAP]),
        st.sampled_from(Verdict),
    ),
    max_size=8,
)


@given(_CANDIDATES)
def test_the_chosen_never_overlap_and_every_loser_lost_to_a_winner(candidates):
    chosen = settle(candidates)
    assert chosen == sorted(chosen, key=lambda one: one.start)
    assert not any(a.overlaps(b) for a in chosen for b in chosen if a is not b)
    assert all(any(one.overlaps(winner) for winner in chosen) for one in candidates)
