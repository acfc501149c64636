from collections.abc import Callable
from dataclasses import replace

import pytest

from redactor.model import Entity, EntityId, EntityType, SegmentId
from redactor.plan import Candidate, Occurrence, Plan, Question, Scan
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Status,
    UncertainEntry,
)
from redactor.review.session import (
    KEEP_REASON,
    AnswerRefused,
    Choice,
    Session,
    open_by_type,
    start,
)

NAMES = PseudonymMap(
    review="harbour",
    entities=(
        MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith", aliases=("Dani",)),
        MapEntity(real="Thanet", pseudonym="Area A", type=EntityType.PLACE),
        MapEntity(real="Piotr Zielinski", pseudonym="Ryan Davis", status=Status.PROPOSED),
    ),
    keep=(KeepEntry(text="Margaret Ellwood", reason="panel member"),),
    uncertain=(
        UncertainEntry(text="Grace", placeholder="[PERSON 1?]"),
        UncertainEntry(text="Marlow", placeholder="[PLACE 2?]", type=EntityType.PLACE),
    ),
)


def question(
    name: str,
    proposal: str,
    type_: EntityType = EntityType.PERSON,
    *,
    placeholder: str = "[PERSON 1?]",
    proposal_real: str = "",
) -> Question:
    place = SegmentId("draft.docx|/word/document.xml|p1")
    return Question(
        entity_id=EntityId(placeholder.strip("[]?")),
        type=type_,
        name=name,
        placeholder=placeholder,
        proposal=proposal,
        proposal_real=proposal_real,
        reason="a first name that is also a word",
        occurrences=(Occurrence(place, "Then ", name, " left."),),
    )


GRACE = question("Grace", "Holly Brook")
MARLOW = question("Marlow", "Area B", EntityType.PLACE, placeholder="[PLACE 2?]")
SUMMER = question("Summer", "Tess Brook", placeholder="[PERSON 3?]")
DANNY = question("Danny", "Connie", placeholder="[PERSON 4?]", proposal_real="Danielle Hargreaves")
ALL = (GRACE, MARLOW, SUMMER, DANNY)


def session(*questions: Question) -> Session:
    entities = tuple(Entity(q.entity_id, q.type, q.name) for q in questions)
    return start(Plan(Scan((), (), entities, NAMES), NAMES, (), questions))


def pseudonyms(names: PseudonymMap) -> dict[str, str]:
    return {entity.real: entity.pseudonym for entity in names.entities}


def test_accepting_makes_a_confirmed_entity_and_the_words_are_uncertain_no_longer() -> None:
    names = session(GRACE).accept().names
    added = names.entities[-1]
    assert (added.real, added.pseudonym, added.type) == ("Grace", "Holly Brook", EntityType.PERSON)
    assert added.status is Status.CONFIRMED
    assert [entry.text for entry in names.uncertain] == ["Marlow"]
    assert names.keep == NAMES.keep


def test_accepting_an_ambiguous_word_makes_it_an_alias() -> None:
    names = session(DANNY).accept().names
    assert names.entities[0].aliases == ("Dani", "Danny")
    assert len(names.entities) == len(NAMES.entities)


TWO = (Candidate("Danielle Hargreaves", "Connie Smith"), Candidate("Piotr Zielinski", "Ryan Davis"))


def test_one_of_several_candidates_is_chosen_by_number() -> None:
    names = session(replace(DANNY, candidates=TWO)).choose(2).names
    assert [entity.aliases for entity in names.entities if entity.type is EntityType.PERSON] == [
        ("Dani",),
        ("Danny",),
    ]


@pytest.mark.parametrize("number", [0, 3])
def test_a_number_that_nobody_has_is_refused(number: int) -> None:
    with pytest.raises(AnswerRefused, match="no such candidate"):
        session(replace(DANNY, candidates=TWO)).choose(number)


def test_keeping_puts_the_words_into_the_keep_list() -> None:
    names = session(MARLOW).keep().names
    assert names.keep[-1] == KeepEntry(text="Marlow", reason=KEEP_REASON)
    assert [entry.text for entry in names.uncertain] == ["Grace"]
    assert names.entities == NAMES.entities


def test_another_pseudonym() -> None:
    names = session(GRACE).use_pseudonym("  Nell   Hart ").names
    assert pseudonyms(names)["Grace"] == "Nell Hart"


def test_an_answer_confirms_what_the_map_only_proposed() -> None:
    names = session(question("Piotr Zielinski", "Ryan Davis")).use_pseudonym("Lee Marsh").names
    assert pseudonyms(names)["Piotr Zielinski"] == "Lee Marsh"
    assert len(names.entities) == len(NAMES.entities)
    assert all(e.status is Status.CONFIRMED for e in names.entities)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "at least one letter"),
        ("  ?!", "at least one letter"),
        ("x" * 81, "at most 80"),
        ("Nell\x1bHart", "at most 80"),
        ("Danielle Hargreaves", "real name"),
        ("dani", "real name"),
        ("Thanet", "real name"),
        ("Grace", "real name"),
        ("summer", "real name"),
        ("Nell Hargreaves", "part of a real name"),
        ("Mrs Zielinski", "part of a real name"),
        ("Connie Smith", "somebody else"),
        ("CONNIE  SMITH", "somebody else"),
        ("Area A", "somebody else"),
    ],
)
def test_a_pseudonym_that_cannot_serve_is_refused(typed: str, why: str) -> None:
    with pytest.raises(AnswerRefused, match=why) as refused:
        session(*ALL).use_pseudonym(typed)
    assert not typed.strip() or typed not in str(refused.value)


@pytest.mark.parametrize("typed", ["Nell", "Nell Smith", "Dr N. Hart", "Adult C", "\u0141ucja"])
def test_a_pseudonym_that_can_serve(typed: str) -> None:
    assert pseudonyms(session(*ALL).use_pseudonym(typed).names)["Grace"] == typed


def test_a_proposal_that_an_earlier_answer_took_is_refused() -> None:
    now = session(GRACE, SUMMER).use_pseudonym(SUMMER.proposal)
    with pytest.raises(AnswerRefused, match="share the pseudonym"):
        now.accept()
    assert now.use_pseudonym("Nell").current is None


def test_all_like_this_leaves_open_what_no_longer_fits() -> None:
    now = session(GRACE, SUMMER, question("Will", "Bo Brook")).use_pseudonym(SUMMER.proposal)
    now = now.accept_alike()
    assert now.current is SUMMER
    assert now.accept_alike() is now
    assert pseudonyms(now.names)["Will"] == "Bo Brook"


HARGREAVES = question("Mrs Hargreaves", "Mrs Smith", proposal_real="Danielle Hargreaves")


@pytest.mark.parametrize(
    ("asked", "reveals"),
    [
        (HARGREAVES, True),
        (question("ZIELINSKI", "Davis"), True),
        (GRACE, False),
        (question("Mrs Grace", "Mrs Brook"), False),
        (question("Thanet", "Area B", EntityType.PLACE), False),
    ],
)
def test_keeping_part_of_a_replaced_name_reveals_it(asked: Question, reveals: bool) -> None:
    assert session(asked).keeping_reveals is reveals


def test_keeping_all_leaves_out_what_would_reveal_a_name() -> None:
    now = session(GRACE, HARGREAVES, SUMMER).keep_alike()
    assert now.current is HARGREAVES
    assert [entry.text for entry in now.names.keep[1:]] == ["Grace", "Summer"]
    assert now.keep().names.keep[-1].text == "Mrs Hargreaves"


def test_titles_and_initials_are_nobodys_name() -> None:
    open_ = session(GRACE, question("Dr A Okafor", "GP1", EntityType.PROFESSIONAL))
    assert pseudonyms(open_.use_pseudonym("Dr A Hart").names)["Grace"] == "Dr A Hart"


def test_questions_are_put_in_order_and_skipping_changes_nothing() -> None:
    now = session(*ALL)
    seen = []
    while now.current is not None:
        seen.append(now.current.name)
        now = now.skip()
    assert seen == ["Grace", "Marlow", "Summer", "Danny"]
    assert now.names == NAMES
    assert now.decided == 0
    assert now.skip() is now


@pytest.mark.parametrize(
    ("act", "choice"),
    [(Session.accept_alike, Choice.ACCEPT), (Session.keep_alike, Choice.KEEP)],
)
def test_all_like_this_answers_open_questions_of_the_type_only(
    act: Callable[[Session], Session], choice: Choice
) -> None:
    now = act(session(*ALL).skip().back().skip().skip())
    assert now.answers == (Choice.SKIP, Choice.SKIP, choice, choice)
    assert now.current is None
    now = act(session(*ALL))
    assert now.answers == (choice, None, choice, choice)
    assert now.current is MARLOW
    assert now.decided == 3


def test_back_takes_the_last_answer_out_of_the_map() -> None:
    begun = session(*ALL)
    assert begun.back() is begun
    assert begun.accept().back() == begun
    assert begun.accept().keep().back() == begun.accept()
    assert begun.accept_alike().back() == begun


def test_stopping_keeps_the_answers_and_puts_no_more_questions() -> None:
    now = session(*ALL).accept().stop()
    assert now.current is None
    assert now.decided == 1
    assert now.alike == ()
    assert pseudonyms(now.names)["Grace"] == "Holly Brook"
    assert [entry.text for entry in now.names.uncertain] == ["Marlow"]


def test_answers_need_one_place_each() -> None:
    with pytest.raises(ValueError, match="one answer"):
        Session(NAMES, ALL, answers=(None,))


def test_repr_tells_no_name() -> None:
    shown = repr(session(*ALL).accept())
    assert not [name for name in ("Grace", "Danielle", "Marlow", "Summer") if name in shown]


def test_open_by_type_counts_in_the_order_of_types() -> None:
    assert open_by_type([MARLOW, GRACE, SUMMER]) == {EntityType.PERSON: 2, EntityType.PLACE: 1}
    assert open_by_type([]) == {}
