"""Finding many sought texts in a text at once, at a cost that does not grow with their number.

The folded text is cut into runs of letters and of digits. Runs that follow each other are put
together for as long as that is the beginning of a sought text: so "O'Brien" is "O Brien" and
"OBrien", and a telephone number is found in any spacing. What stands between two runs must be
short, and a blank must stand where the sought text has a boundary as well: "has an" is no Hasan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from redactor.checks.escapes import spellings
from redactor.checks.fold import APOSTROPHE, HYPHEN, fold
from redactor.checks.forms import SHORTEST_GLUED, Form, forms_of
from redactor.checks.noise import in_code
from redactor.checks.sought import Manner, Sought, SoughtKind
from redactor.checks.tokens import NO_TEXT, Tokens, squeeze, tokenise

_LONGEST_GAP = 3
_SHORTEST_BROKEN = 5
"""Letters: a shorter word is not put together from pieces ("is-a")."""
_SHORTEST_GLUED_APART = 12
"""Letters of one that is found there with a blank inside it ("Persian Shore" is no Ian Shore), or
in a sentence among other letters ("nachzudenken" is no Zu Denken)."""
_SHORTEST_TERM = 6
"""Letters of a place or a body in mark-up, which is full of abbreviations such as XML."""
_FORMAT_WORDS = frozenset("xml rels doc docx ole bin png jpg emf wmf app rid msn".split())
"""Short words of the format that somebody's initials may be as well."""
_SHORTEST_NAME = {Manner.MARKUP: 3, Manner.VOCABULARY: 5, Manner.BINARY: 3}
_IN_NO_CODE = 5
_JOINTS = frozenset({"", HYPHEN, APOSTROPHE, "_", NO_TEXT})
"""What a word can be broken by anywhere."""
_BLANK = re.compile(r"\s")
_SENTENCE_END = re.compile(r"[.!?;:].*\s", re.DOTALL)
_RUN_TOGETHER = frozenset({Manner.TITLE, Manner.MARKUP, Manner.VOCABULARY, Manner.BINARY})


@dataclass(frozen=True, slots=True)
class Match:
    """One occurrence: `start` and `end` are offsets in the folded text."""

    sought: Sought
    start: int
    end: int


class Matcher:
    """All sought texts, prepared once."""

    def __init__(self, sought: Collection[Sought]) -> None:
        self._forms: dict[str, list[Form]] = defaultdict(list)
        self._glued: dict[str, list[Form]] = defaultdict(list)
        for one in dict.fromkeys(sought):
            for form in forms_of(one):
                self._forms[form.key].append(form)
                if form.is_full and not form.suffix:
                    self._glued[form.key[:SHORTEST_GLUED]].append(form)
        self._beginnings = {key[:end] for key in self._forms for end in range(1, len(key) + 1)}

    @property
    def is_empty(self) -> bool:
        return not self._forms

    def count(self, text: str, manner: Manner = Manner.PROSE) -> Counter[Sought]:
        """How often each sought text stands in `text`, read in this manner.

        Each way to undo the text's escapes is counted, and the highest number holds.
        """
        counts: Counter[Sought] = Counter()
        for spelling in spellings(text, manner):
            counts |= Counter(match.sought for match in self.find(fold(spelling), manner))
        return counts

    def find(self, folded: str, manner: Manner = Manner.PROSE) -> list[Match]:
        """The occurrences in a text that is folded already, in no order; each of them once."""
        tokens = tokenise(folded)
        found = dict(self._bounded(folded, tokens, manner))
        found.update(self._within(folded, tokens, manner))
        if manner in _RUN_TOGETHER:
            humps = tokenise(folded, humps=True)
            if len(humps.keys) > len(tokens.keys):
                found.update(self._bounded(folded, humps, manner))
        return list(found.values())

    def _bounded(
        self, folded: str, tokens: Tokens, manner: Manner
    ) -> Iterator[tuple[tuple[Sought, int], Match]]:
        """Where whole runs, put together, are a sought text."""
        keys, gaps, beginnings = tokens.keys, tokens.gaps, self._beginnings
        for first, run in enumerate(keys):
            if run not in beginnings:
                continue
            last, together = first, run
            while True:
                for form in self._forms.get(together, ()):
                    if _stands(form, folded, tokens, first, last, manner):
                        start, end = tokens.starts[first], tokens.ends[last] - len(form.suffix)
                        yield (form.sought, start), Match(form.sought, start, end)
                last += 1
                if last == len(keys) or len(gaps[last]) > _LONGEST_GAP:
                    break
                together += keys[last]
                if together not in beginnings:
                    break

    def _within(
        self, folded: str, tokens: Tokens, manner: Manner
    ) -> Iterator[tuple[tuple[Sought, int], Match]]:
        """Where a full name stands within longer runs."""
        if not self._glued:
            return
        together, glued = "".join(tokens.keys), self._glued
        for at in range(len(together) - SHORTEST_GLUED + 1):
            beginning = together[at : at + SHORTEST_GLUED]
            if beginning not in glued:
                continue
            for form in glued[beginning]:
                if not together.startswith(form.key, at):
                    continue
                first = bisect_right(tokens.offsets, at) - 1
                stop = at + len(form.key)
                last = bisect_right(tokens.offsets, stop - 1) - 1
                start = tokens.starts[first] + at - tokens.offsets[first]
                end = tokens.starts[last] + stop - tokens.offsets[last]
                is_inside = start > tokens.starts[first] or end < tokens.ends[last]
                is_apart = any(map(_BLANK.search, tokens.gaps[first + 1 : last + 1]))
                among_letters = manner is Manner.PROSE and (
                    folded[start - 1 : start].isalpha() or folded[end : end + 1].isalpha()
                )
                if (
                    is_inside
                    and (is_apart or among_letters)
                    and form.length < _SHORTEST_GLUED_APART
                ):
                    continue
                if _is_joined(form, folded, tokens, first, last, at) and _is_written(
                    form, squeeze(folded[start:end])
                ):
                    yield (form.sought, start), Match(form.sought, start, end)


def count(sought: Collection[Sought], text: str, manner: Manner = Manner.PROSE) -> Counter[Sought]:
    """How often the leak check would find each of `sought`; for many texts keep a Matcher."""
    return Matcher(sought).count(text, manner)


def _stands(form: Form, folded: str, tokens: Tokens, first: int, last: int, manner: Manner) -> bool:
    """Whether the runs `first` to `last`, whose letters are those of `form`, are an occurrence."""
    start, end = tokens.starts[first], tokens.ends[last]
    if form.suffix and not (
        folded.startswith(APOSTROPHE, end) or _is_family(folded, tokens, first)
    ):
        return False
    if not _is_wanted(form, manner):
        return False
    if form.length < _IN_NO_CODE and form.sought.kind is not SoughtKind.IDENTIFIER:
        if start and folded[start - 1].isdigit():
            return False
        if in_code(folded, start, end):
            return False
    return _is_joined(form, folded, tokens, first, last, tokens.offsets[first]) and _is_written(
        form, squeeze(folded[start:end])
    )


def _is_family(folded: str, tokens: Tokens, first: int) -> bool:
    """Whether a word in the plural is a family's name: "the Bergs"."""
    return (
        first > 0
        and tokens.keys[first - 1] == "the"
        and tokens.gaps[first].isspace()
        and folded[tokens.starts[first]].isupper()
    )


def _is_wanted(form: Form, manner: Manner) -> bool:
    """Whether `form` is looked for in texts of this manner."""
    if manner is Manner.FONT and form.sought.kind is SoughtKind.TERM:
        return False
    if manner.is_read or form.is_full:
        return True
    if form.key in _FORMAT_WORDS:
        return False
    match form.sought.kind:
        case SoughtKind.WORD:
            return False
        case SoughtKind.TERM:
            return form.length >= _SHORTEST_TERM
        case SoughtKind.NAME:
            return manner is not Manner.FONT and form.length >= _SHORTEST_NAME[manner]
        case SoughtKind.IDENTIFIER:
            return not form.is_short_identifier


def _is_joined(form: Form, folded: str, tokens: Tokens, first: int, last: int, at: int) -> bool:
    """Whether the runs of an occurrence that begins at offset `at` belong together."""
    offsets = {tokens.offsets[i] - at for i in range(first + 1, last + 1)}
    if form.sought.kind is SoughtKind.IDENTIFIER:
        return not form.is_short_identifier or offsets == form.boundaries
    if form.length < _SHORTEST_BROKEN and offsets != form.boundaries:
        return False  # "vis" is no "V. Is"
    for i in range(first + 1, last + 1):
        gap = tokens.gaps[i]
        if len(gap) > _LONGEST_GAP:
            return False
        if tokens.offsets[i] - at in form.boundaries:
            ended = _SENTENCE_END.search(gap) is not None
            if ended and tokens.offsets[i] - tokens.offsets[i - 1] > 3:  # no "St.", "Dr.", "J."
                return False
        elif gap not in _JOINTS or len(form.exact) < _SHORTEST_BROKEN:
            return False
    return True


def _is_written(form: Form, found: str) -> bool:
    """Whether the letters found stand in the case that is asked for."""
    if form.sought.kind is not SoughtKind.WORD:
        return True
    return found[: form.length] == form.exact[: form.length]
