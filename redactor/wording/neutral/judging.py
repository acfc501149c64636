"""Whether a noun for kin speaks of a child, of an adult, or may do either."""

from __future__ import annotations

from redactor.wording.neutral.cast import Cast
from redactor.wording.neutral.hints import ADULT_SIGNS, CHILD_SIGNS
from redactor.wording.neutral.kinship import Judgement, Kin, Phrase, Standing, age_of, named_beside
from redactor.wording.neutral.rewording import Certainty
from redactor.wording.neutral.tokens import Reading

_ADULT_FROM = 18
_REVIEWERS = frozenset("chair panel review reviewer author inquest report coroner".split())
_MEMORIES = frozenset(
    "remembers remembered recalls recalled described describes misses missed grieved".split()
)
_AGENCIES = frozenset(
    "999 101 111 police officer officers gp doctor nurse midwife visitor worker school refuge idva "
    "hospital operator surgery clinic a&e paramedic paramedics ambulance nursery housing".split()
)
"""Where a parent speaks to one of these, the review tells of the time before a death."""
_SAYING = frozenset("said says told tells stated felt believed thought knew recalled".split())


def judge(cast: Cast, phrase: Phrase) -> Judgement | None:
    """What `phrase` is taken for, None for an adult's or where nothing speaks for a child."""
    reading = cast.reading
    beside = named_beside(cast, phrase)
    if beside >= 0:
        return _by_name(cast, phrase, beside)
    years = age_of(reading, phrase)
    if years is not None:
        if years >= _ADULT_FROM:
            return None
        return Judgement(-1, Standing.AGED, Certainty.SURE)
    if _says_grown_up(cast, phrase):
        return None
    match phrase.noun.kin:
        case Kin.YOUNG:
            return _young(cast, phrase)
        case Kin.SIBLING:
            return _sibling(cast, phrase)
        case Kin.OFFSPRING:
            return _offspring(cast, phrase)
        case _:
            return Judgement(-1, Standing.POSSIBLE, Certainty.LIKELY)


def _by_name(cast: Cast, phrase: Phrase, beside: int) -> Judgement | None:
    reading = cast.reading
    person = reading.tokens[beside].person
    known = cast.introduce(beside) if person >= 0 else cast.holders[beside]
    referent = cast.referents[known]
    if not phrase.noun.is_plural:
        referent.sex = referent.sex or phrase.noun.sex
    return Judgement(known, Standing.NAMED, referent.certainty) if referent.is_child else None


def _owner(cast: Cast, phrase: Phrase) -> int:
    """The referent that the phrase belongs to, -1 for none or nobody known."""
    return cast.holders.get(phrase.owner, _named_owner(cast, phrase))


def _named_owner(cast: Cast, phrase: Phrase) -> int:
    if phrase.owner < 0 or cast.reading.tokens[phrase.owner].person < 0:
        return -1
    return cast.known_by(phrase.owner)


def _owner_is_child(cast: Cast, phrase: Phrase) -> bool | None:
    """None where nobody knows."""
    owner = _owner(cast, phrase)
    if owner >= 0:
        return cast.referents[owner].is_child
    if phrase.owner >= 0:
        token = cast.reading.tokens[phrase.owner]
        if token.person >= 0:
            return cast.reading.people[token.person].is_child
    return None


def _says_grown_up(cast: Cast, phrase: Phrase) -> bool:
    keys = {cast.reading.key(at) for at in range(phrase.start, phrase.at)}
    return bool(keys & {"adult", "grown", "married", "late", "deceased"})


def _young(cast: Cast, phrase: Phrase) -> Judgement | None:
    reading = cast.reading
    owner = reading.key(phrase.owner)
    if owner in ("my", "our", "his", "her", "their"):
        return _offspring(cast, phrase)
    if _is_memory(cast, phrase):
        return None
    article = reading.key(phrase.start)
    known = -1
    if article in ("the", "this", "that") and not phrase.noun.is_plural:
        known = cast.last_child(phrase.noun.sex)
    alone = known >= 0 and all(person.is_child for person in reading.people)
    return Judgement(known, Standing.YOUNG, Certainty.SURE if alone else Certainty.LIKELY)


def _is_memory(cast: Cast, phrase: Phrase) -> bool:
    """ "when she was a girl", "remembers a girl who": an adult's childhood."""
    reading = cast.reading
    before = [
        reading.key(at)
        for at in range(max(0, phrase.start - 6), phrase.start)
        if reading.same_sentence(phrase.at, at)
    ]
    if before[-1:] == ["as"]:
        return True
    adult_near = any(not person.is_child for person in reading.people)
    return adult_near and not reading.names_a_child and bool(_MEMORIES & set(before))


def _sibling(cast: Cast, phrase: Phrase) -> Judgement | None:
    of_child = _owner_is_child(cast, phrase)
    if of_child:
        owner = _owner(cast, phrase)
        certainty = cast.referents[owner].certainty if owner >= 0 else Certainty.SURE
        return Judgement(-1, Standing.OWNED, certainty)
    if of_child is False:
        return None
    reading = cast.reading
    young = {reading.key(at) for at in range(phrase.start, phrase.at)} & {"baby", "little"}
    adults = any(not person.is_child for person in reading.people)
    if young or (reading.names_a_child and not adults):
        return Judgement(-1, Standing.AROUND, Certainty.LIKELY)
    return None


def _offspring(cast: Cast, phrase: Phrase) -> Judgement | None:
    reading = cast.reading
    sentence = {
        token.key
        for token in reading.tokens
        if token.sentence == reading.tokens[phrase.at].sentence
    }
    around = {token.key for token in reading.tokens}
    speaks_of_child = bool(CHILD_SIGNS & sentence)
    if _adult_follows(cast, phrase):
        return None
    if speaks_of_child:
        return Judgement(-1, Standing.AROUND, Certainty.LIKELY)
    if _of_family_contributor(cast, phrase, around):
        return None
    if reading.names_a_child:
        return Judgement(-1, Standing.AROUND, Certainty.LIKELY)
    if ADULT_SIGNS & sentence:
        return None
    return Judgement(-1, Standing.POSSIBLE, Certainty.LIKELY)


def _adult_follows(cast: Cast, phrase: Phrase) -> bool:
    """ "her daughter's partner", "his daughter had married"."""
    reading = cast.reading
    after = [
        reading.key(at)
        for at in range(phrase.at + 1, phrase.at + 5)
        if reading.same_sentence(phrase.at, at)
    ]
    return bool(ADULT_SIGNS & set(after))


def _of_family_contributor(cast: Cast, phrase: Phrase, around: set[str]) -> bool:
    """The victim's or perpetrator's parents speak to the review of their grown-up child."""
    reading = cast.reading
    before = {
        reading.key(at)
        for at in range(max(0, phrase.at - 12), phrase.at)
        if reading.same_sentence(phrase.at, at)
    }
    if around & _REVIEWERS or before & _MEMORIES or _names_kin_of_victim(reading):
        return True
    after = reading.key(phrase.at + 1)
    if reading.names_a_child or around & _AGENCIES:
        return False
    return bool(before & _SAYING) and after in ("had", "was")


def _names_kin_of_victim(reading: Reading) -> bool:
    return any(
        token.key in ("victim", "deceased", "perpetrator")
        and token.is_possessive
        and reading.key(at + 1) in ("mother", "father", "parents", "family", "mum", "dad")
        for at, token in enumerate(reading.tokens)
    )
