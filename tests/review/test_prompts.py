import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.console import Console

from redactor.model import EntityId, EntityType, SegmentId
from redactor.plan import Candidate, Occurrence, Question
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.review.prompts import ask
from redactor.review.session import Choice, Session

PLACE = SegmentId("draft.docx|/word/document.xml|p1")


def question(name: str, proposal: str, type_: EntityType, occurrences: int = 1) -> Question:
    return Question(
        entity_id=EntityId(f"{type_}-{name}"),
        type=type_,
        name=name,
        placeholder=f"[{type_.upper()} 1?]",
        proposal=proposal,
        proposal_real="",
        reason="only one recogniser saw it",
        occurrences=(Occurrence(PLACE, "On Monday ", name, " said [no]."),) * occurrences,
    )


QUESTIONS = (
    question("Grace", "Holly Brook", EntityType.PERSON, occurrences=5),
    question("Marlow", "Area B", EntityType.PLACE),
    question("Summer", "Tess Brook", EntityType.PERSON),
)


class Typist:
    """Types the lines given, then ends the input; keeps the prompts and the maps saved."""

    def __init__(self, lines: str) -> None:
        self.lines: Iterator[str] = iter(lines.split("|"))
        self.prompts: list[str] = []
        self.saved: list[Session] = []
        self.screen = io.StringIO()
        self.names = PseudonymMap(review="harbour")

    def read(self, prompt: str) -> str:
        self.prompts.append(prompt)
        try:
            return next(self.lines)
        except StopIteration:
            raise EOFError from None

    def answer(self, *questions: Question) -> Session:
        begun = Session(self.names, questions)
        console = Console(file=self.screen, width=100, markup=False, highlight=False)
        return ask(begun, console, self.read, self.saved.append)


A, K, P, S = Choice.ACCEPT, Choice.KEEP, Choice.PSEUDONYM, Choice.SKIP


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        ("a|k|s", (A, K, S)),
        ("Accept|KEEP|skip", (A, K, S)),
        (" a | k | s ", (A, K, S)),
        ("p|Nell Hart|k|a", (P, K, A)),
        # Enter alone goes back to the question; so does a refused pseudonym.
        ("p||a|k|a", (A, K, A)),
        ("p|Summer|a|k|a", (A, K, A)),
        ("l|a|k", (A, K, A)),
        ("l|k|a", (K, A, K)),
        ("l||a|k|a", (A, K, A)),
        ("a|b|k|k|a", (K, K, A)),
        ("b|a|k|a", (A, K, A)),
        ("?|x||a|k|a", (A, K, A)),
        ("a|q", (A, None, None)),
        ("q", (None, None, None)),
        # The end of the input counts as quitting.
        ("a", (A, None, None)),
        ("a|p", (A, None, None)),
    ],
)
def test_letters_answer(lines: str, answers: tuple[Choice | None, ...]) -> None:
    assert Typist(lines).answer(*QUESTIONS).answers == answers


@pytest.mark.parametrize(("lines", "answer"), [("k|y", K), ("k||s", S), ("k|n|a", A)])
def test_a_name_that_is_replaced_elsewhere_is_kept_only_when_she_is_sure(
    lines: str, answer: Choice
) -> None:
    typist = Typist(lines)
    typist.names = PseudonymMap(
        review="harbour", entities=(MapEntity(real="Grace Obi", pseudonym="Nell Hart"),)
    )
    assert typist.answer(QUESTIONS[0]).answers == (answer,)
    assert "Leave it readable?" in typist.prompts[1]


def test_every_answer_is_saved_at_once() -> None:
    typist = Typist("a|k")
    typist.answer(*QUESTIONS)
    assert [session.decided for session in typist.saved] == [1, 2]


def test_a_question_shows_what_is_needed_to_decide() -> None:
    typist = Typist("a|k|q")
    typist.answer(*QUESTIONS)
    shown = typist.screen.getvalue()
    for expected in (
        "3 questions for you",
        "1 of 3  person, 5 occurrences",
        "2 of 3  place, 1 occurrence",
        "On Monday Grace said [no].",
        "and 2 more",
        "Grace \u2192 Holly Brook",
        "only one recogniser saw it",
        "[PERSON 1?]",
        "2 decided, 1 left open.",
    ):
        assert expected in shown


def test_all_like_this_names_what_it_would_answer() -> None:
    typist = Typist("l||q")
    typist.answer(*QUESTIONS)
    assert "Every open question of type person (2): Grace, Summer" in typist.screen.getvalue()


def test_a_proposal_that_is_taken_is_refused_and_asked_again() -> None:
    typist = Typist("p|Tess Brook|s|a|k")
    assert typist.answer(*QUESTIONS).answers == (P, S, K)
    assert "share the pseudonym" in typist.screen.getvalue()
    assert "write the proposed" not in typist.screen.getvalue()


def test_long_sentences_are_cut_at_words() -> None:
    typist = Typist("q")
    one = QUESTIONS[1]
    far = "abcdefgh " * 30
    occurrence = Occurrence(PLACE, far, "Marlow", " " + far)
    typist.answer(replace(one, occurrences=(occurrence,)))
    shown = " ".join(typist.screen.getvalue().split())
    assert "\u2026 abcdefgh" in shown
    assert "abcdefgh Marlow abcdefgh" in shown
    assert "abcdefgh \u2026" in shown


def test_help_explains_every_letter() -> None:
    typist = Typist("?|q")
    typist.answer(*QUESTIONS)
    assert typist.screen.getvalue().count("output") >= 2
    assert "type another pseudonym" in typist.screen.getvalue()


def test_an_alias_says_whose() -> None:
    typist = Typist("s")
    one = QUESTIONS[0]
    typist.answer(
        replace(one, name="Danny", proposal="Connie", proposal_real="Danielle Hargreaves")
    )
    assert "as another name of Danielle Hargreaves" in typist.screen.getvalue()


def test_several_candidates_are_listed_and_chosen_by_number() -> None:
    people = (
        MapEntity(real="Jack Pike", pseudonym="Child A", type=EntityType.CHILD),
        MapEntity(real="Jack Doyle", pseudonym="Child B", type=EntityType.CHILD),
    )
    jack = replace(
        question("Jack", "Child A", EntityType.CHILD),
        candidates=tuple(Candidate(one.real, one.pseudonym) for one in people),
    )
    typist = Typist("3|2")
    typist.names = PseudonymMap(review="harbour", entities=people)
    done = typist.answer(jack)
    shown = typist.screen.getvalue()
    assert "[1] Jack Pike \u2192 Child A" in shown
    assert "[2] Jack Doyle \u2192 Child B" in shown
    assert "no such candidate" in shown
    assert done.answers == (A,)
    assert done.names.entities[1].aliases == ("Jack",)


def test_a_single_candidate_is_no_list() -> None:
    typist = Typist("s")
    typist.answer(replace(QUESTIONS[0], candidates=(Candidate("Grace Pike", "Holly Brook"),)))
    assert "Could be" not in typist.screen.getvalue()
