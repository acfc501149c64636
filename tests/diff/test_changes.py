import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.diff.changes import Hunk, Piece, PieceKind, changes, word_changes

SAME, REMOVED, ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED


def pairs(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in pieces]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("She left.", "She left.", [("same", "She left.")]),
        ("", "", []),
        (
            "Danielle left.",
            "Connie left.",
            [("removed", "Danielle"), ("added", "Connie"), ("same", " left.")],
        ),
        # Two words that stand side by side change as one.
        (
            "Then Danielle Hargreaves left.",
            "Then Connie Smith left.",
            [
                ("same", "Then "),
                ("removed", "Danielle Hargreaves"),
                ("added", "Connie Smith"),
                ("same", " left."),
            ],
        ),
        # The possessive stays outside the change.
        (
            "Danielle\u2019s home",
            "Connie\u2019s home",
            [("removed", "Danielle"), ("added", "Connie"), ("same", "\u2019s home")],
        ),
        ("Gone soon", "Gone", [("same", "Gone"), ("removed", " soon")]),
        ("Gone", "Gone soon", [("same", "Gone"), ("added", " soon")]),
        # Never inside a word.
        ("Annual", "Ann", [("removed", "Annual"), ("added", "Ann")]),
    ],
)
def test_word_changes(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(word_changes(before, after)) == expected


WORDS = st.lists(
    st.sampled_from(["Ann", "Ann\u2019s", " ", "  ", "\t", ".", ", ", "left", "\ufffc"])
)
TEXTS = WORDS.map("".join)


@given(TEXTS, TEXTS)
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert "".join(p.text for p in pieces if p.kind is not ADDED) == before
    assert "".join(p.text for p in pieces if p.kind is not REMOVED) == after
    assert all(p.text for p in pieces)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["a", "b"], ["a", "b"], []),
        ([], [], []),
        (["a", "b", "c"], ["a", "x", "c"], [(1, 1)]),
        (["a", "c"], ["a", "b", "c"], [(None, 1)]),
        (["a", "b", "c"], ["a", "c"], [(1, None)]),
        (["a", "", "c"], ["a", "c"], [(1, None)]),
        ([], ["a"], [(None, 0)]),
        # A paragraph put before a changed one does not pair with it.
        (
            ["Danielle went home to her mother."],
            ["Something else.", "Connie went home to her mother."],
            [(None, 0), (0, 1)],
        ),
    ],
)
def test_paragraphs_are_aligned(
    before: list[str], after: list[str], expected: list[tuple[int | None, int | None]]
) -> None:
    assert [(hunk.before, hunk.after) for hunk in changes(before, after)] == expected


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
def test_hunks_lead_from_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    hunks = changes(before, after)
    removed = {hunk.before for hunk in hunks if hunk.before is not None}
    added = {hunk.after for hunk in hunks if hunk.after is not None}
    assert [t for i, t in enumerate(before) if i not in removed] == [
        t for i, t in enumerate(after) if i not in added
    ]
    for hunk in hunks:
        assert rebuilt(hunk, ADDED) == ("" if hunk.before is None else before[hunk.before])
        assert rebuilt(hunk, REMOVED) == ("" if hunk.after is None else after[hunk.after])


def rebuilt(hunk: Hunk, without: PieceKind) -> str:
    return "".join(piece.text for piece in hunk.pieces if piece.kind is not without)


def test_a_block_too_large_to_compare_is_paired_in_order() -> None:
    before = [f"old {n}" for n in range(250)]
    after = [f"new {n}" for n in range(240)]
    pairs_ = [(hunk.before, hunk.after) for hunk in changes(before, after)]
    assert pairs_[:240] == [(n, n) for n in range(240)]
    assert pairs_[240:] == [(n, None) for n in range(240, 250)]


def test_pieces_hide_their_text_from_repr() -> None:
    assert "Danielle" not in repr(changes(["Danielle"], ["Connie"]))
