"""Words that tell a child's sex, put to a person at a plain prompt: one group at a time.

The answers are values; who asks saves them, so that nothing is asked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from redactor.diff.terminal import visible
from redactor.plan import WordChoice, WordProposal

SHOWN_CONTEXT = 90
"""Characters shown before the first word of a group and after the last."""

Read = Callable[[str], str]
Group = tuple[WordProposal, ...]

_PROMPT = "[a]ccept  [l]eave  accept all [s]ure ones  [q]uit  ? > "
_HELP = (
    "  a  write the neutral words here\n"
    "  l  leave these words as they are: they are not about the child, or may stay\n"
    "  s  accept here and at all further places where only a child can be meant\n"
    "  q  stop asking; what is open stays as it is, and is asked again another time"
)


def groups_of(proposals: Sequence[WordProposal]) -> list[Group]:
    """Proposals that are decided together: a pronoun and its verb."""
    together = groupby(proposals, key=lambda one: (one.segment_id, one.group))
    return [tuple(group) for _, group in together]


def ask_words(
    proposals: Sequence[WordProposal],
    console: Console,
    read: Read,
    save: Callable[[Sequence[WordChoice]], None],
) -> list[WordChoice]:
    """Put every group; `save` is called with what each answer has decided, and with nothing else.

    The end of the input counts as quitting.
    """
    groups = _distinct(groups_of(proposals))
    choices: list[WordChoice] = []
    count = f"{len(groups)} {'place' if len(groups) == 1 else 'places'}"
    console.print(Text(f"\n{count} where a child's sex may show. Nothing changes unasked."))
    accepted: set[Group] = set()
    for number, group in enumerate(groups, start=1):
        if group in accepted:
            continue
        console.print(_card(group, number, len(groups)))
        try:
            letter = _letter(console, read)
        except EOFError:
            console.print()
            break
        if letter == "q":
            break
        decided = [group]
        if letter == "s":
            decided += filter(_is_sure, groups[number:])
            accepted.update(decided)
        answer = [one.choice(approved=letter != "l") for each in decided for one in each]
        save(answer)
        choices += answer
    return choices


def _distinct(groups: Sequence[Group]) -> list[Group]:
    """`groups` without those whose answer another one gives: of a paragraph that stands twice."""
    by_answer = {tuple(one.choice(approved=True) for one in group): group for group in groups}
    return list(by_answer.values())


def _is_sure(group: Group) -> bool:
    return all(one.sure for one in group)


def _letter(console: Console, read: Read) -> str:
    while (letter := read(_PROMPT).strip().lower()[:1]) not in {"a", "l", "s", "q"}:
        console.print(Text(_HELP))
    return letter


def _card(group: Group, number: int, total: int) -> Text:
    how = "only a child can be meant" if _is_sure(group) else "a child is likeliest"
    text = Text.assemble("\n", (f"{number} of {total}", "bold"), f"  {how}\n  ")
    text.append_text(_sentence(group))
    return text


def _sentence(group: Group) -> Text:
    text = Text()
    for piece, style in _pieces(group):
        text.append(visible(piece), style)
    return text


def _pieces(group: Group) -> Iterator[tuple[str, str]]:
    whole = group[0].text
    start = max(0, group[0].span.start - SHOWN_CONTEXT)
    end = group[-1].span.end + SHOWN_CONTEXT
    at = start
    yield ("\u2026 " if start else "", "")
    for one in group:
        yield whole[at : one.span.start], ""
        yield whole[one.span.start : one.span.end], "strike red"
        yield f" \u2192 {one.becomes}", "bold green"
        at = one.span.end
    yield whole[at:end], ""
    yield (" \u2026" if end < len(whole) else "", "")
