"""People's given names that a sentence was read to hold as a place or a body.

One "Holly" read as a place would become an entity of its own, and with it, once in the map, every
Holly. So the given name of people who are named in full again and again is theirs, whatever a model
took it for here. What the map lists stays what the map says.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from redactor.linking.reading import frequent_given_names
from redactor.model import EntityType, Mention, Span, Verdict
from redactor.text.fold import key
from redactor.text.words import words

_EASILY_TAKEN_FOR = frozenset({EntityType.PLACE, EntityType.ORGANISATION})


def with_people_read_aright(mentions: Sequence[Mention], known: Collection[str]) -> list[Mention]:
    """`mentions` in their order, of type person where they are; `known` are keys of the map."""
    names = frequent_given_names(mentions)
    return [_read_aright(mention, names, known) for mention in mentions]


def _read_aright(mention: Mention, names: Collection[str], known: Collection[str]) -> Mention:
    if mention.type not in _EASILY_TAKEN_FOR or mention.verdict is not Verdict.REPLACE:
        return mention
    found = words(mention.text)
    if len(found) != 1 or found[0].key not in names or key(mention.text) in known:
        return mention
    # A person's mention comes without its possessive ending.
    start = mention.span.start + found[0].start
    text = mention.text[found[0].start : found[0].end]
    return replace(mention, span=Span(start, start + len(text)), text=text, type=EntityType.PERSON)
