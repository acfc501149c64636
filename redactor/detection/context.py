"""What the words around a word say about it: titles, kin, verbs, prepositions, months.

Each rule looks at one occurrence only and is independent of any model.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from redactor.detection.lexicon import is_generic_word, is_kept_place, kin_words
from redactor.detection.reading import UNREAD, Reading
from redactor.text.names import COURTESY_TITLES, GIVEN_NAME_TITLES, RANKS, is_title
from redactor.text.roles import role_index, title_roles
from redactor.text.words import MONTHS, Word, is_english

_NAMING = re.compile(
    r"\b(?:(?:nick)?named|calls?|called|known as|aka|a\.k\.a\.?|n[eé]e|formerly|nickname|"
    r"name(?: is| was)|named as|identified as)(?: (?:him|her|them|me|himself|herself))?"
    r"\s*[:(\"'\u2018\u201c]?\s*$",
    re.IGNORECASE,
)
_DEALING = re.compile(
    r"\b(?:(?:spoke|spoken|speaking) (?:to|with)|(?:contact|call|e-?mail|visit|text) from|(?:seen|"
    r"reviewed|assessed|visited|supported|interviewed|completed|written|authored) by|"
    r"(?:statements?|evidence|accounts?) (?:of|from|by)|interviews? (?:with|of)|"
    r"sentencing remarks,)\s*$",
    re.IGNORECASE,
)
# Their last words: nothing else need be looked for.
_NAMING_ENDS = frozenset(
    "named nicknamed call calls called as aka a nee formerly nickname name is was him her them me "
    "himself herself".split()
)
_DEALING_ENDS = frozenset("to with from by of remarks".split())
_SPEAKING = frozenset(
    "said says told tells stated states reported reports disclosed discloses described denied "
    "explained added asked replied answered recalled felt feels thought thinks believed believes "
    "attended attends presented moved lived lives left returned rang phoned telephoned texted "
    "called wanted refused agreed declined met visited contacted admitted alleged claimed died "
    "was is had has did does went came gave took got became made began started continued appeared "
    "seemed seems expressed confirmed advised noted recorded requested received worked works "
    "remembers remembered loved loves struggled suffered used made never also then always often "
    "himself herself who whose asks arrested bailed charged interviewed injured punched kicked hit "
    "slapped pushed assaulted threatened answered answers saw sees ran walked drove rents texts "
    "booked cried withdrew withdraws grew suffered separated".split()
)
_PLACE_BEFORE = frozenset(
    "in at near from to around outside across throughout within towards into via".split()
)
_FAMILY = frozenset(
    "family families household brothers sisters siblings children parents grandparents".split()
)
_LONGEST_ROLE = 6
_APPOSITION = re.compile(r"\s*[,(\u2013-]\s*(?:(?:an?|the|her|his|their|our|my)\b)?\s*")
_LIST_GAP = 2
_IN_A_LIST = re.compile(r"[,;]\s*|\s*\u2192\s*|,?\s+(?:and|&)\s+|\s*/\s*")
_WORDS_OF_A_NAME = 3
_AGE = re.compile(
    r"\s*(?:\(\s*(?:aged?\s*)?\d{1,2}\b(?![:/.,]?\d|\s*%)|,\s*(?:aged?|who (?:is|was)(?: aged?)?)"
    r"\s*\d{1,2}\b|"
    r",\s*\d{1,2}(?=\s*(?:[,;)](?!\d)|\.(?!\d)|$)))"
)
_MONTH_BEFORE = re.compile(
    r"(?:(?<![.\d]\d)(?<!\.)\d(?:st|nd|rd|th)?|(?<![./-])\d\d(?:st|nd|rd|th)?|"
    r"\b(?:in|of|early|mid|late|since|until|till|during|throughout|last|next))[ \n\u00a0-]*$",
    re.IGNORECASE,
)
_PERHAPS_MONTH_BEFORE = re.compile(
    r"\b(?:by|from|between|to|and|or|through|before|after|around|this|on)[ \n\u00a0]+$",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(
    r"\b(?:[Tt]own|[Vv]illage|[Cc]ity|suburb|parish|hamlet|Recorder|[Mm]ayor|Bishop|"
    r"outskirts|streets|people) of\s+$"
)
_NO_NAME = 0.1
_LIKELY = 0.5
MODALS = frozenset("will may can might".split())
_AFTER_A_NAME = frozenset("and or with who whose in at on to from as for of by but".split())
_MODAL_AFTER = frozenset(
    "you he she it they we i there this that these those the a an any anyone not be his her their "
    "our my your its someone somebody so too".split()
)
_WITH_FULL_STOP = frozenset("mr mrs ms dr prof rev revd fr sgt insp supt st cllr hon".split())
_DETERMINERS = frozenset(
    "the a an this these those his her their our my your its each every any some no such".split()
)
_INDEFINITES = frozenset("a an another any no some that this".split())


def before(reading: Reading, index: int, count: int = 40) -> str:
    """Up to `count` characters in front of word `index`."""
    start = reading.words[index].start
    return reading.text[max(0, start - count) : start]


def _previous(reading: Reading, index: int) -> Word | None:
    """The word before, when only blanks part the two, or the full stop of "Mr."."""
    if not index:
        return None
    previous, gap = reading.words[index - 1], reading.gaps[index - 1].strip()
    return previous if not gap or (gap == "." and previous.key in _WITH_FULL_STOP) else None


def _next(reading: Reading, index: int) -> Word | None:
    if index + 1 < len(reading.words) and not reading.gaps[index].strip():
        return reading.words[index + 1]
    return None


def titled(reading: Reading, index: int) -> bool:
    """A courtesy title, rank or profession stands right before: "Ms", "PC", "Social Worker"."""
    previous = _previous(reading, index)
    if previous is None or not previous.is_capitalised or previous.possessive:
        return False
    if previous.key in COURTESY_TITLES or previous.key in GIVEN_NAME_TITLES:
        return True
    if is_title(previous.folded):
        return True
    phrase = previous.key
    for back in range(index - 2, max(-1, index - 5), -1):
        if phrase in title_roles():
            return True
        phrase = f"{reading.words[back].key} {phrase}"
    return phrase in title_roles()


def courtesy_titled(reading: Reading, index: int) -> bool:
    """The stricter half of `titled`: "Mr", "Dr", "PC": a name follows, whatever it looks like."""
    previous = _previous(reading, index)
    return (
        previous is not None
        and previous.is_capitalised
        and not previous.possessive
        and is_title(previous.folded)
        and previous.key not in GIVEN_NAME_TITLES
        and (previous.key not in RANKS or not is_generic_word(reading.words[index]))
    )


def kin_before(reading: Reading, index: int) -> bool:
    """ "her mother, Jean", "son Jack", "neighbour (Olu)": a relation, then the word."""
    if not index:
        return False
    gap = reading.gaps[index - 1].strip()
    if not gap and reading.words[index - 1].is_capitalised and is_english(reading.words[index].key):
        return False  # "Child Protection", "Mother Teresa"
    return gap in ("", ",", "(", ":", "-") and reading.words[index - 1].key in kin_words()


def role_beside(reading: Reading, index: int) -> bool:
    """A profession in apposition: "A care assistant, Blessing, taught", "Dawn Pickles, an Adviser".

    Before the word it counts in lower case too, behind it only right after a comma or bracket.
    """
    if index and reading.gaps[index - 1].strip() in (",", "(", ":"):
        first = max(0, index - _LONGEST_ROLE)
        if any(last == index - 1 for _, last in _roles(reading, first, index)):
            return True
    opening = _APPOSITION.match(reading.text, reading.words[index].end)
    if opening is None:
        return False
    for after in range(index + 1, min(index + 3, len(reading.words))):
        if reading.words[after].start >= opening.end():
            return any(first == after for first, _ in _roles(reading, after, after + _LONGEST_ROLE))
    return False


def _roles(reading: Reading, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The professions among words `first` up to `end`, as their first and last words."""
    for match in role_index().find(
        reading.text, reading.words[first:end], reading.gaps[first : max(first, end - 1)]
    ):
        yield first + match.first, first + match.last


def listed(reading: Reading, index: int, sure: Collection[int]) -> bool:
    """Stands in a list with a sure name: "Precious, Mark, Will", "Ryan and Hope"."""

    def apart(left: int, right: int) -> bool:
        between = reading.text[reading.words[left].end : reading.words[right].start]
        return right - left <= _LIST_GAP and bool(_IN_A_LIST.fullmatch(between))

    return any(
        (0 < index - other <= _LIST_GAP and apart(other, index))
        or (0 < other - index <= _LIST_GAP and apart(index, other))
        for other in sure
    )


def before_family(reading: Reading, index: int) -> bool:
    """ "the Young family", "the Price children"."""
    following = _next(reading, index)
    return following is not None and following.folded in _FAMILY


def named(reading: Reading, index: int) -> bool:
    """ "a friend called Bee", "known as Bee": a name follows, whatever it looks like."""
    return _is_behind(reading, index, _NAMING_ENDS) and bool(_NAMING.search(before(reading, index)))


def dealt_with(reading: Reading, index: int) -> bool:
    """ "spoke to Hope", "seen by Grace": somebody follows, or something."""
    return _is_behind(reading, index, _DEALING_ENDS) and bool(
        _DEALING.search(before(reading, index))
    )


def _is_behind(reading: Reading, index: int, keys: Collection[str]) -> bool:
    return index > 0 and reading.words[index - 1].key in keys


def acts(reading: Reading, index: int) -> bool:
    """Does what people do: "Grace said", "Mark was"; or owns: "Grace’s"."""
    if reading.words[index].possessive:
        return True
    following = _next(reading, index)
    return following is not None and following.folded in _SPEAKING


def aged(reading: Reading, index: int) -> bool:
    """Followed by an age: "Isla (7)", "Isla, aged 7", "Jack, 14,"."""
    after = reading.text[reading.words[index].end : reading.words[index].end + 24]
    return bool(_AGE.match(after))


def surname_first(reading: Reading, index: int) -> bool:
    """The surname of "HARGREAVES, Danielle" or its given name, at the start of a text or cell."""
    words, gaps = reading.words, reading.gaps

    def pair(first: int) -> bool:
        if first + 1 >= len(words) or gaps[first].strip() != ",":
            return False
        if not (words[first].is_capitalised and words[first + 1].is_capitalised):
            return False
        if is_generic_word(words[first]) or is_generic_word(words[first + 1]):
            return False
        in_capitals = words[first].is_upper and not words[first + 1].is_upper
        alone = first == 0 and len(words) <= _WORDS_OF_A_NAME
        return in_capitals or alone

    return pair(index) or (index > 0 and pair(index - 1))


def names_a_month(word: str) -> bool:
    """True for "may", "april", "june": months that are given names too."""
    return word in MONTHS


def is_month(reading: Reading, index: int) -> bool:
    """ "May 2018", "in June", "3 April": a month, whoever else has that name."""
    if reading.words[index].key not in MONTHS or reading.words[index].possessive:
        return False
    if reading.gap_before(index) == "-":
        return False  # "Lily-May"
    following = _next(reading, index)
    if following is not None and following.is_capitalised and following.key not in MONTHS:
        return False  # "May Waters"
    after = reading.text[reading.words[index].end : reading.words[index].end + 10]
    if re.match(r"[\s\u00a0,/-]*(?:\d|to\s+(?:\d|[A-Z]))", after):
        return True
    ahead = before(reading, index)
    if _MONTH_BEFORE.search(ahead):
        return True
    return reading.scores[index].person < _LIKELY and bool(_PERHAPS_MONTH_BEFORE.search(ahead))


def is_plain_word(reading: Reading, index: int) -> bool:
    """Reads as an ordinary word at the start of a sentence: "Will he", "May I", "Hope that"."""
    following = _next(reading, index)
    if following is None:
        return False
    if reading.words[index].key in MODALS and not reading.words[index].possessive:
        if following.key == "i":
            return True
        return not following.is_capitalised and following.key not in _SPEAKING | _AFTER_A_NAME
    # "Parsons not to have contact": what is no verb is not denied.
    return following.key in _MODAL_AFTER and following.key != "not"


def is_plain_term(reading: Reading, index: int) -> bool:
    """A term of the field that no model takes for a name here: "counsel from Chambers"."""
    word = reading.words[index]
    return (
        is_generic_word(word)
        and not names_a_month(word.key)
        and reading.scores[index] is not UNREAD
        and reading.scores[index].person < _NO_NAME
        and reading.labels[index] != "PERSON"
        and not reading.starts[index]
        and not titled(reading, index)
    )


def is_tail_of_term(reading: Reading, index: int) -> bool:
    """ "Quality Mark": an English word that no model takes for a name, behind a capitalised one;
    but no "LOVE" in "Male LOVE kicking door"."""
    previous = _previous(reading, index)
    return (
        previous is not None
        and previous.is_capitalised
        and previous.is_upper == reading.words[index].is_upper
        and is_english(previous.key)
        and not previous.possessive
        and not is_title(previous.folded)
        and reading.scores[index] is not UNREAD
        and reading.scores[index].person < _NO_NAME
    )


def after_determiner(reading: Reading, index: int) -> bool:
    """ "the Grace", "this Hope": no person, at least not by first name."""
    previous = _previous(reading, index)
    return previous is not None and previous.key in _DETERMINERS


def after_indefinite(reading: Reading, index: int) -> bool:
    """ "never trust a Marsh", "some Price fellow": one of a family."""
    previous = _previous(reading, index)
    return previous is not None and previous.key in _INDEFINITES


def goes_on_like_a_name(reading: Reading, index: int) -> bool:
    """At a sentence's start: "Summer took", "Summer and Hunter", "Min TC", "Will:"; but not
    "Young people", "Summer holidays"."""
    following = _next(reading, index)
    if following is None:
        return True
    if following.is_capitalised or following.folded[0].isdigit():
        return not is_english(following.key)
    return (
        following.key in _SPEAKING
        or following.key in _AFTER_A_NAME
        or following.key in ("also", "not", "then", "never", "still", "now")
        or (following.key.endswith("ed") and following.key not in _DETERMINERS)
    )


def before_year(reading: Reading, index: int) -> bool:
    """ "Summer 2020": a time of the year, whoever else is called so."""
    after = reading.text[reading.words[index].end : reading.words[index].end + 6]
    return bool(re.match(r"\s(?:19|20)\d\d", after))


_OF_MANY = frozenset({"have", "were", "are", "will"})


def families(reading: Reading, index: int) -> bool:
    """ "The Stones have": a family as the subject."""
    previous, following = _previous(reading, index), _next(reading, index)
    return (
        previous is not None
        and previous.key == "the"
        and (following is None or following.key in _SPEAKING or following.key in _OF_MANY)
    )


def stands_alone(reading: Reading, index: int) -> bool:
    """A capitalised word inside a sentence with no capitalised word beside it."""
    if reading.starts[index] or reading.words[index].is_upper:
        return False
    beside = (_previous(reading, index), _next(reading, index))
    return not any(word.is_capitalised for word in beside if word is not None)


def is_in_brackets(reading: Reading, index: int) -> bool:
    """ "(MARAC": behind what it stands for, most likely."""
    start = reading.words[index].start
    return reading.text[start - 1 : start] == "("


def is_spelt_out(reading: Reading, index: int) -> bool:
    """ "IP injured party", "OIC = officer in the case": followed by words with its letters."""
    letters = list(reading.words[index].key)
    for word in reading.words[index + 1 : index + 1 + 2 * len(letters)]:
        if not letters or word.is_capitalised:
            break
        if word.key[0] == letters[0]:
            letters.pop(0)
        elif word.key not in _DETERMINERS and word.key not in _AFTER_A_NAME:
            break
    return not letters


def in_capitals(reading: Reading) -> bool:
    """The text is written in capitals for the most part: a heading, a shouted line."""
    count = len(reading.words)
    if count <= _WORDS_OF_A_NAME or 2 * len(reading.capitals) <= count:
        return False
    return 2 * sum(reading.words[i].is_upper for i in reading.capitals) > count


def place_before(reading: Reading, index: int) -> bool:
    """A preposition of place stands right before: "in Margate", "moved to Ash"."""
    previous = _previous(reading, index)
    return previous is not None and previous.key in _PLACE_BEFORE


def reads_as_a_place(reading: Reading, index: int) -> bool:
    """ "across Kent", "Kent Police", "Kent, Surrey and Essex": the county, whoever else is called
    so."""
    following = _next(reading, index)
    if following is not None and following.is_capitalised:
        return True
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(reading.words)]
    return (
        place_before(reading, index)
        or after_determiner(reading, index)
        or any(is_kept_place(reading.words[i].key) for i in beside)
    )


def of_a_place(reading: Reading, index: int) -> bool:
    """ "the Recorder of Sale", "the town of Ware": what only a place has stands before it."""
    return bool(_OF_A_PLACE.search(before(reading, index)))


def place_around(reading: Reading, index: int) -> bool:
    """ "the village of Ash", "Ash town centre", "the Ash area"."""
    word = reading.words[index]
    after = reading.text[word.end : word.end + 24]
    if re.match(
        r"\s+(?:area|town|village|district|ward|estate|town centre|seafront|station)\b", after
    ):
        return True
    return bool(
        re.search(
            r"\b(?:town|village|city|district|ward|suburb|parish|borough|hamlet|estate) of\s+$",
            before(reading, index),
            re.IGNORECASE,
        )
    )
