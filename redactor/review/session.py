"""The reviewer's session: questions in, answers out, a new pseudonym map at the end.

A session is a value: every answer gives the next one. No terminal is in it, so a screen, a prompt
and a test drive the same thing. What is answered stands in the map afterwards, which is why
nothing is asked twice; what is skipped stays masked in the output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.plan import Plan, Question
from redactor.pseudonyms.faults import keeping_reveals, name_words, pseudonym_faults
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap
from redactor.text.fold import key

KEEP_REASON = "kept by the reviewer"


Change = Callable[[PseudonymMap, Question], PseudonymMap]


class AnswerRefused(Exception):
    """An answer that cannot go into the map; the message says why, without a real name."""


class Choice(StrEnum):
    ACCEPT = "accept"
    KEEP = "keep"
    PSEUDONYM = "pseudonym"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands in her questions.

    ``names`` is the map with all her answers in it; ``real_words`` the keys of every word of a
    person's name found in the review, which no new pseudonym may hold; nor one of the map's.
    """

    names: PseudonymMap = field(repr=False)
    questions: tuple[Question, ...]
    real_words: frozenset[str] = field(default=frozenset(), repr=False)
    answers: tuple[Choice | None, ...] = ()
    stopped: bool = False
    earlier: Session | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.answers:
            object.__setattr__(self, "answers", (None,) * len(self.questions))
        if len(self.answers) != len(self.questions):
            raise ValueError("one answer, or None, for each question")

    @property
    def position(self) -> int:
        """The index of the question to put now; the number of questions when none is left."""
        return next((i for i, a in enumerate(self.answers) if a is None), len(self.questions))

    @property
    def current(self) -> Question | None:
        """The question to put now; None when all are answered or she has stopped."""
        done = self.stopped or self.position == len(self.questions)
        return None if done else self.questions[self.position]

    @property
    def decided(self) -> int:
        """How many questions have an answer in the map."""
        return sum(answer not in (None, Choice.SKIP) for answer in self.answers)

    @property
    def alike(self) -> tuple[int, ...]:
        """The open questions of the current one's type, itself included."""
        current = self.current
        if current is None:
            return ()
        return tuple(
            index
            for index, (question, answer) in enumerate(
                zip(self.questions, self.answers, strict=True)
            )
            if answer is None and question.type is current.type
        )

    @property
    def keeping_reveals(self) -> bool:
        """Whether the current words are part of a person's name that is replaced elsewhere."""
        return self.current is not None and _reveals(self.names, self.current)

    def accept(self) -> Session:
        """Take the proposal: a confirmed entity, or an alias of the one it is proposed for.

        Raises AnswerRefused when an earlier answer took the proposed pseudonym.
        """
        return self._answer(Choice.ACCEPT, with_proposal)

    def choose(self, number: int) -> Session:
        """Take the words for another name of candidate `number`, counted from 1.

        Raises AnswerRefused when there is no such candidate.
        """
        if self.current is None:
            return self
        if not 1 <= number <= len(self.current.candidates):
            raise AnswerRefused("There is no such candidate.")
        real = self.current.candidates[number - 1].real
        return self._answer(
            Choice.ACCEPT, lambda names, question: names.with_alias(real, question.name)
        )

    def keep(self) -> Session:
        """Leave the words as they are, everywhere in the review."""
        return self._answer(Choice.KEEP, with_kept)

    def accept_alike(self) -> Session:
        return self._answer_alike(Choice.ACCEPT, with_proposal)

    def keep_alike(self) -> Session:
        """Keep all of the type, but put those singly that are part of a replaced name."""
        return self._answer_alike(Choice.KEEP, with_harmless_kept)

    def use_pseudonym(self, typed: str) -> Session:
        """Take `typed` instead of the proposal. Raises AnswerRefused when it cannot serve."""
        if self.current is None:
            return self
        pseudonym = self._checked(typed, self.current)
        return self._answer(
            Choice.PSEUDONYM, lambda names, question: with_pseudonym(names, question, pseudonym)
        )

    def skip(self) -> Session:
        """Leave it open: it stays masked, and is asked again another time."""
        return self._answer(Choice.SKIP, lambda names, _: names)

    def back(self) -> Session:
        """The session as it was before the last answer; itself at the first question."""
        return self.earlier or self

    def stop(self) -> Session:
        """Put no more questions; the answers so far count, the rest stays masked."""
        return replace(self, stopped=True, earlier=self)

    def _answer(self, choice: Choice, change: Change) -> Session:
        if self.current is None:
            return self
        try:
            names = change(self.names, self.current)
        except MapError as error:
            raise AnswerRefused(f"That does not fit the map: {error}") from None
        return self._with({self.position: choice}, names)

    def _answer_alike(self, choice: Choice, change: Change) -> Session:
        """Answer all of the current type but those that no longer fit; these are put singly."""
        names, answered = self.names, {}
        for index in self.alike:
            try:
                names = change(names, self.questions[index])
            except MapError:
                continue
            answered[index] = choice
        return self._with(answered, names) if answered else self

    def _with(self, answered: Mapping[int, Choice], names: PseudonymMap) -> Session:
        answers = tuple(answered.get(i, answer) for i, answer in enumerate(self.answers))
        return replace(self, names=names, answers=answers, earlier=self)

    def _checked(self, typed: str, question: Question) -> str:
        pseudonym = " ".join(typed.split())
        faults = pseudonym_faults(
            self.names,
            pseudonym,
            question.type,
            own=self.names.entity_named(question.name),
            found_names=frozenset(key(other.name) for other in self.questions),
            found_words=self.real_words,
        )
        if faults:
            raise AnswerRefused(faults[0])
        return pseudonym


def start(plan: Plan) -> Session:
    """The session for what `plan` leaves open."""
    people = (entity for entity in plan.scan.entities if entity.type.is_person)
    found = (name_words(name) for entity in people for name in (entity.name, *entity.aliases))
    return Session(plan.names, plan.questions, frozenset().union(*found))


def with_proposal(names: PseudonymMap, question: Question) -> PseudonymMap:
    """`names` with the proposal taken. Raises MapError when it contradicts the map by now."""
    if question.proposal_real:
        return names.with_alias(question.proposal_real, question.name)
    return with_pseudonym(names, question, question.proposal)


def with_pseudonym(names: PseudonymMap, question: Question, pseudonym: str) -> PseudonymMap:
    """`names` with the question's words as a confirmed entity of their own."""
    return names.with_entities(
        [MapEntity(real=question.name, pseudonym=pseudonym, type=question.type)]
    )


def with_kept(names: PseudonymMap, question: Question) -> PseudonymMap:
    """`names` with the question's words in the keep list."""
    return names.with_keep([KeepEntry(text=question.name, reason=KEEP_REASON)])


def with_harmless_kept(names: PseudonymMap, question: Question) -> PseudonymMap:
    """`with_kept`, or MapError for words that would show a name that is replaced elsewhere."""
    if _reveals(names, question):
        raise MapError(None, "the words are part of a name that is replaced.")
    return with_kept(names, question)


def _reveals(names: PseudonymMap, question: Question) -> bool:
    return question.type.is_person and keeping_reveals(names, question.name)


def open_by_type(questions: Iterable[Question]) -> dict[EntityType, int]:
    """How many of `questions` there are of each type, in the order of EntityType."""
    found = [question.type for question in questions]
    return {type_: found.count(type_) for type_ in EntityType if type_ in found}
