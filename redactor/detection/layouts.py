"""Where the layout shows a person: an initial, an attendance list, a speaker's label, a message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detection.lexicon import is_generic_word, kin_words
from redactor.detection.reading import Reading
from redactor.text.words import Word

_LIST_OF_PEOPLE = re.compile(
    r"(?:^|[\n.;|]\s*)(?:present|in attendance|attend(?:ees|ing|ed|ance)|"
    r"apologies(?: from)?|apols|invited|cc|bcc|copied to|copies? to|"
    r"circulat(?:ed|ion)(?: to)?|distribution|"
    r"actions?(?: for)?|"
    r"in the room|on the line|(?:members of (?:the )?)?household(?: members)?|(?:people )?seen|"
    r"panel members?|members|witnesses|participants|sent to|signed(?: by)?|to|from)\s*:\s*"
    r"(?P<list>[^\n|]*)$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:^|[,;/&]|\band\b|\bfor\b)\s*(?:\d{1,2}[.)]?\s+)?(?:[A-Z]\.?\s*){0,2}$")
_NEXT_ITEM = re.compile(r"\s*(?:$|[,;/&.(\n-]|and\b|[A-Z])")
_QUOTES = re.compile(r"[\"\u201c\u201d\u2018\n]|:\s(?=[a-z])")
_SPEAKER = re.compile(r"\s*(?:\(\d\d:\d\d\))?:(?!\d)")
_GREETING = re.compile(
    r"\b(?:thanks|thank you|regards|wishes|cheers|sincerely|faithfully|love|yours|best|ta|thx)"
    r"(?: again)?[,.!\n]\s*(?:[^\W\d_][\w.’'-]*\s+){0,2}[^\W\d_][\w’'-]*\Z",
    re.IGNORECASE,
)
_LONGEST_GREETING = 60
_GREETINGS = frozenset(
    "thanks you regards wishes cheers sincerely faithfully love yours best ta thx".split()
)
_WORDS_SINCE_A_GREETING = 8
_KISS = re.compile(r"\s+x{1,5}[\u201d\"']?\s*")
_REST_OF_A_SIGNATURE = re.compile(
    r"(?:\s+[^\W\d_][\w’'-]*){0,2}[.\s]*(?:x+)?\s*(?:[,(\n|].*)?", re.DOTALL
)
_FEWEST_WORDS = 3
_TIMED = re.compile(r"\d\d[:.]?\d\d:?\s*[\u201c\"]$")
_LONGEST_TIME = 10
_MOST_CAPITALS = 0.2
"""The share of capitalised words up to which a line counts as typed without capitals."""
_SPEAKERS = frozenset("i u me my ur im ive ill you we us our youre id".split())


def initialled(reading: Reading, index: int) -> bool:
    """A surname behind an initial, inside a text: "J. House", "S Bird"; but no "A. Exhibits" that
    heads one."""
    if index < 2 and len(reading.words) > 2:
        return False
    initial, word = reading.words[index - 1], reading.words[index]
    return (
        index > 0
        and len(initial.folded) == 1
        and initial.is_capitalised
        and reading.gaps[index - 1] == "."
        and word.is_capitalised
        and len(word.folded) > 2
        and not is_generic_word(word)
    )


def listed_as_a_person(reading: Reading, index: int) -> bool:
    """An item behind "Present:", "Copied to:", "Actions:": "Present: B. Parsons, W. Love"."""
    word = reading.words[index]
    if ":" not in reading.text or is_generic_word(word) or not word.is_capitalised:
        return False
    line = _LIST_OF_PEOPLE.search(reading.text, 0, word.start)
    if line is None:
        return False
    first = index
    while (
        first > 0
        and reading.gaps[first - 1] in (" ", "-")
        and reading.words[first - 1].is_capitalised
        and reading.words[first - 1].start >= line.start("list")
    ):
        first -= 1
    last = index
    while (
        last + 1 < len(reading.words)
        and reading.gaps[last] in (" ", "-")
        and reading.words[last + 1].is_capitalised
    ):
        last += 1
    if last - first > 2 or any(is_generic_word(w) for w in reading.words[first : last + 1]):
        return False
    ahead = reading.text[line.start("list") : reading.words[first].start]
    behind = reading.words[last].end + len(reading.words[last].possessive)
    return bool(_ITEM.search(ahead) and _NEXT_ITEM.match(reading.text, behind))


def signs(reading: Reading, index: int) -> bool:
    """All that follows a greeting at the end of a message: "Thanks, Temperance", "Comfort x"."""
    word = reading.words[index]
    if not word.is_capitalised or is_generic_word(word):
        return False
    if reading.starts[index] and _KISS.fullmatch(reading.text, word.end):
        return True
    ahead = reading.words[max(0, index - _WORDS_SINCE_A_GREETING) : index]
    if _GREETINGS.isdisjoint(one.key for one in ahead):
        return False
    greeting = _GREETING.search(reading.text, max(0, word.start - _LONGEST_GREETING), word.end)
    return greeting is not None and bool(_REST_OF_A_SIGNATURE.fullmatch(reading.text, word.end))


def speaks(reading: Reading, index: int) -> bool:
    """The label of who speaks, at the start of a line of a transcript: "baz: home. swear"."""
    return labels_a_line(reading, index) and not is_generic_word(reading.words[index])


def labels_a_line(reading: Reading, index: int) -> bool:
    """The same, whatever the word: "JP: Who was in the house?"."""
    word = reading.words[index]
    if ":" not in reading.text or not _SPEAKER.match(reading.text, word.end):
        return False
    line = reading.text[: word.start].rpartition("\n")[2].strip(" [](){}0123456789:.-\u2013")
    # "mum pat: what time": a telephone calls its people so.
    related = not line or (line == line.lower() and line in kin_words())
    return related and len(reading.words) > index + 1


def in_small_letters(reading: Reading, index: int) -> bool:
    """The line or quotation around the word has no capital: people type so on a telephone."""
    return bool(_around(reading, index))


def in_a_message(reading: Reading, index: int) -> bool:
    """The same, and somebody speaks there: "kam is here agen dont ring me"."""
    return not _SPEAKERS.isdisjoint(word.key for word in _around(reading, index))


def _around(reading: Reading, index: int) -> Sequence[Word]:
    """The words of the line or quotation, when there are a few and none has a capital."""
    word = reading.words[index]
    start = max((m.end() for m in _QUOTES.finditer(reading.text, 0, word.start)), default=0)
    ahead = _QUOTES.search(reading.text, word.end)
    end = ahead.start() if ahead else len(reading.text)
    label = index > 0 and speaks(reading, 0)
    around = [w for w in reading.words if start <= w.start < end][1 if label else 0 :]
    capitals = sum(w.is_capitalised for w in around)
    # Telephones write the names of places with a capital by themselves.
    quoted = reading.text[start - 1 : start] in ("\u201c", '"', "\u2018") if start else False
    few = quoted and capitals <= _MOST_CAPITALS * len(around)
    small = not capitals or (few and _opens_small(around))
    return around if len(around) >= _FEWEST_WORDS and small else ()


def _opens_small(around: Sequence[Word]) -> bool:
    return not any(word.is_capitalised for word in around[:_FEWEST_WORDS])


def stands_free(reading: Reading, index: int) -> bool:
    """A word of a sentence, and no part of an address, a user's name or a file's."""
    word = reading.words[index]
    before = reading.text[word.start - 1 : word.start]
    behind = reading.text[word.end : word.end + 1]
    if behind == "." and not before.strip():
        return True  # the end of the sentence
    return not {before, behind} & set("@_/\\.-0123456789")


def is_a_whole_message(reading: Reading, index: int) -> bool:
    """The word is all of a message behind its time: 20:15 “raven”."""
    word = reading.words[index]
    ahead = _TIMED.search(reading.text, max(0, word.start - _LONGEST_TIME), word.start)
    return ahead is not None and reading.text[word.end : word.end + 1] in ("\u201d", '"', "?")


def addressed(reading: Reading, index: int) -> bool:
    """Where a message in small letters has a name: "tell trinity i", "its kerry can u", "mum
    angel", or "kam is here" in front of all."""
    word = reading.words[index]
    ahead = reading.text[: word.start]
    if index == 0 or ahead.endswith(("\u201c", '"', "\u2018", ": ")):
        following = reading.words[index + 1].key if index + 1 < len(reading.words) else ""
        return following in _FOLLOWS_A_NAME
    if reading.words[index + 1 : index + 2] and reading.words[index + 1].key in _OF_A_FAMILY:
        return reading.words[index - 1].key == "the"
    previous = reading.words[index - 1].key
    before = previous in _BEFORE_A_NAME or previous in kin_words()
    return before and reading.gaps[index - 1] in (" ", ", ")


_BEFORE_A_NAME = frozenset(
    "tell ask its hi hey hiya dear mum dad mam nan nana gran auntie uncle sis bro mummy daddy son "
    "called from with and n say rang told ring text luv love thx thanks where is hows how's "
    "think of for to saw seen me wi that if when wen cos coz because like heard meet met bout "
    "about see let sez but so get got babe oh ok no yes yeh please pls sorry soz cheers ta miss "
    "txt texted hates loves under by".split()
)


def is_titled_small(reading: Reading, index: int) -> bool:
    """ "mr lawson", "miss page": a courtesy title typed small."""
    if not index or reading.gaps[index - 1] not in (" ", "."):
        return False
    title, ahead = reading.words[index - 1], reading.words[index - 2] if index > 1 else None
    if title.is_capitalised or title.key not in _TITLES_TYPED_SMALL:
        return False
    return title.key != "miss" or ahead is None or ahead.key not in _BEFORE_A_VERB


_TITLES_TYPED_SMALL = frozenset("mr mrs ms miss dr".split())
_BEFORE_A_VERB = frozenset(
    "i u we you they ill u'll will would to dont don't do really so still n and".split()
)
"""Who misses whom: "i miss kyle"."""
_FOLLOWS_A_NAME = frozenset(
    "is was has had says said will wont can cant came took hit rang wants isnt hasnt did "
    "didnt and n got went keeps knows told its pick been isnt does lives stays goes came rings "
    "owes".split()
)
_OF_A_FAMILY = frozenset("lot family".split())
"""Behind "the" and a surname: "the bassi lot are at it again"."""
