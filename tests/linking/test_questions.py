"""From linked entities to what is written and asked: nothing uncertain stays in the clear."""

from __future__ import annotations

import pytest
from linked_reviews import CHILD, Review, met

from redactor.decisions import completed, decided, listed, questions_of
from redactor.linking.listed import Listed
from redactor.model import Ask, Replace
from redactor.plan import Plan, Scan
from redactor.policy.load import policy_called
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.review.session import start

EMPTY = PseudonymMap(review="harbour")

DHR = policy_called("")


def planned(review: Review, names: PseudonymMap) -> Plan:
    """What the pipeline decides for what detection has found, in one round and a second one."""
    for _ in range(2):
        entities = review.link(*listed(names))
        scan = Scan((), tuple(review.segments), tuple(entities), names)
        names = completed(scan, names, frozenset(), DHR)
    found = decided(scan, names, map_only=False)
    return Plan(scan, names, found, questions_of(scan, names, frozenset(), DHR, map_only=False))


def test_a_rare_spelling_is_masked_until_it_is_decided_and_then_an_alias():
    review = met(*["Danielle Hargreaves"] * 3, "Daniele Hargreaves")
    plan = planned(review, EMPTY)
    [question] = plan.questions
    assert (question.name, question.proposal_real) == ("Daniele Hargreaves", "Danielle Hargreaves")
    asked = plan.decisions[-1].decision
    assert isinstance(asked, Ask)
    assert asked.text == question.placeholder == "[PERSON 1?]"
    answered = planned(review, start(plan).accept().names)
    assert answered.questions == ()
    texts = {one.decision.text for one in answered.decisions if isinstance(one.decision, Replace)}
    assert texts == {plan.names.entities[0].pseudonym}


def test_another_name_of_the_text_is_an_alias_in_the_map():
    review = met("Kez").add("Kieran Pritchard, known as Kez, left.", "Kieran Pritchard", "Kez")
    plan = planned(review, EMPTY)
    [entry] = plan.names.entities
    assert (entry.real, entry.aliases) == ("Kieran Pritchard", ("Kez",))
    assert plan.questions == ()
    given, _ = entry.pseudonym.split()
    assert [one.decision.text for one in plan.decisions] == [given, entry.pseudonym, given]


def test_a_maiden_name_is_replaced_as_a_part_of_its_bearers_pseudonym():
    review = Review().add("Ann Hargreaves (née Pike) rang.", "Ann Hargreaves", "Pike")
    plan = planned(review, EMPTY)
    [entry] = plan.names.entities
    assert [one.decision.text for one in plan.decisions] == [
        entry.pseudonym,
        entry.pseudonym.split()[1],
    ]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_question_lists_all_whom_the_words_could_mean(number):
    people = ["Jack Pike", "Jack Doyle", "Jack Marsh"]
    names = PseudonymMap(
        review="harbour",
        entities=tuple(
            MapEntity(real=name, pseudonym=f"Child {letter}", type=CHILD)
            for name, letter in zip(people, "ABC", strict=True)
        ),
    )
    review = met(*people, "Jack")
    plan = planned(review, names)
    [question] = plan.questions
    assert [one.real for one in question.candidates] == people
    answered = planned(review, start(plan).choose(number).names)
    [jack] = [one.decision for one in answered.decisions if one.mention.text == "Jack"]
    assert jack.text == f"Child {'ABC'[number - 1]}"
    assert Listed(people[number - 1], CHILD, ("Jack",)) in listed(answered.names)


def test_a_name_as_files_have_it_is_written_without_a_real_word():
    plan = planned(met("Danielle Hargreaves", "danielle_hargreaves", "DHargreaves"), EMPTY)
    written = [one.decision.text for one in plan.decisions]
    assert len(plan.names.entities) == 1
    assert not any("hargreaves" in text.lower() for text in written)
