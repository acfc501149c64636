"""The session's face at a plain prompt: one entity at a time, one letter an answer.

Typed lines only, so it works in every terminal, over ssh and with a screen reader.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console, Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from redactor.diff.terminal import visible
from redactor.plan import Occurrence, Question
from redactor.review.session import AnswerRefused, Choice, Session

SHOWN_OCCURRENCES = 3
SHOWN_CONTEXT = 100
"""Characters shown before and after the words; fewer than an Occurrence holds."""

_SEVERAL = 2
_MOST_CANDIDATES = 9
"""As many as one digit tells apart."""

Read = Callable[[str], str]
"""Shows a prompt and gives the line typed; raises EOFError at the end of the input."""

_CHOICES = (
    ("[a]ccept", "write the proposed pseudonym, here and everywhere"),
    ("[k]eep", "leave the words as they are: no one is identified by them"),
    ("[p]seudonym", "type another pseudonym"),
    ("a[l]l like this", "accept or keep all open questions of this type at once"),
    ("[s]kip", "decide later; it stays masked in the output"),
    ("[b]ack", "take the last answer back"),
    ("[q]uit", "stop asking; what is open stays masked in the output"),
)

_BY_NUMBER = ("[1] [2] [3]", "the words mean this one of those who are listed")

_PROMPT = "  ".join(label for label, _ in _CHOICES) + "  ? > "


def ask(session: Session, console: Console, read: Read, save: Callable[[Session], None]) -> Session:
    """Put every open question; returns the session with the answers.

    `save` is called after each answer, so that neither Ctrl-C nor a power cut loses one. The end
    of the input counts as quitting.
    """
    total = len(session.questions)
    console.print(
        Text(f"\n{total} {_plural(total, 'question')} for you. Type a letter and Enter; ? helps.")
    )
    try:
        while (question := session.current) is not None:
            console.print(_card(question, session.position + 1, total))
            session = _answered(session, console, read)
            save(session)
    except EOFError:
        session = session.stop()
        console.print()
    console.print(_closing(session))
    return session


_AT_ONCE: dict[str, Callable[[Session], Session]] = {
    "a": Session.accept,
    "k": Session.keep,
    "s": Session.skip,
    "q": Session.stop,
}


def _answered(session: Session, console: Console, read: Read) -> Session:
    """Read lines until one of them moves the session on."""
    while True:
        letter = read(_PROMPT).strip().lower()[:1]
        try:
            if letter == "k" and session.keeping_reveals and not _sure(read):
                continue
            if letter.isdecimal():
                return session.choose(int(letter))
            if letter in _AT_ONCE:
                return _AT_ONCE[letter](session)
            if letter == "b" and session.earlier is not None:
                return session.back()
            if letter == "p" and (typed := read("Pseudonym (Enter alone goes back): ").strip()):
                return session.use_pseudonym(typed)
            if letter == "l" and (moved := _alike(session, console, read)) is not session:
                return moved
        except AnswerRefused as refused:
            console.print(Text(str(refused), style="yellow"))
            continue
        if letter == "b":
            console.print(Text("This is the first question.", style="yellow"))
        elif letter not in {"p", "l"}:
            console.print(_help())


def _sure(read: Read) -> bool:
    """Ask again before a name that is replaced elsewhere stays readable here."""
    warning = (
        "This is part of a name that is replaced elsewhere. Leave it readable? [y]es, or Enter: "
    )
    return read(warning).strip().lower()[:1] == "y"


def _alike(session: Session, console: Console, read: Read) -> Session:
    """Answer all open questions of the type at once, or leave the session as it is."""
    questions = [session.questions[index] for index in session.alike]
    names = ", ".join(visible(question.name) for question in questions)
    kind = _type_name(questions[0])
    console.print(Text(f"  Every open question of type {kind} ({len(questions)}): {names}"))
    match read("[a]ccept all, [k]eep all, or Enter to go back: ").strip().lower()[:1]:
        case "a":
            return session.accept_alike()
        case "k":
            return session.keep_alike()
        case _:
            return session


def _card(question: Question, number: int, total: int) -> Group:
    count = len(question.occurrences)
    title = Text.assemble(
        (f"{number} of {total}", "bold"),
        f"  {_type_name(question)}, {count} {_plural(count, 'occurrence')}",
    )
    lines = Table.grid(padding=(0, 1))
    for occurrence in question.occurrences[:SHOWN_OCCURRENCES]:
        lines.add_row(" \u2022", _sentence(occurrence))
    if count > SHOWN_OCCURRENCES:
        lines.add_row("", Text(f"and {count - SHOWN_OCCURRENCES} more", style="dim"))
    return Group(
        Text(),
        Rule(title, align="left", style="dim"),
        lines,
        Text(),
        _proposal(question),
        *_candidates(question),
        Text.assemble(("Why asked:  ", "dim"), visible(question.reason)),
        Text.assemble(("Until then: ", "dim"), question.placeholder),
    )


def _proposal(question: Question) -> Text:
    proposal = Text.assemble(
        ("Proposed:   ", "dim"),
        (visible(question.name), "bold"),
        " \u2192 ",
        (visible(question.proposal), "bold green"),
    )
    if question.proposal_real:
        proposal.append(f"  (as another name of {visible(question.proposal_real)})")
    return proposal


def _candidates(question: Question) -> list[Text]:
    """Whom the words could mean, each with the number that answers so; nothing for one alone."""
    if len(question.candidates) < _SEVERAL:
        return []
    lines = [Text("Could be:   ", style="dim")]
    for number, one in enumerate(question.candidates[:_MOST_CANDIDATES], 1):
        line = Text.assemble(
            (f"    [{number}]", "bold"), f" {visible(one.real)} \u2192 ", visible(one.pseudonym)
        )
        lines.append(line)
    return lines


def _sentence(occurrence: Occurrence) -> Text:
    return Text.assemble(
        _end(visible(occurrence.before)),
        (visible(occurrence.text), "bold reverse yellow"),
        _beginning(visible(occurrence.after)),
    )


def _beginning(text: str) -> str:
    """The first words of `text`, as many as are shown beside an occurrence."""
    if len(text) <= SHOWN_CONTEXT:
        return text
    return text[:SHOWN_CONTEXT].rpartition(" ")[0] + " \u2026"


def _end(text: str) -> str:
    if len(text) <= SHOWN_CONTEXT:
        return text
    return "\u2026 " + text[-SHOWN_CONTEXT:].partition(" ")[2]


def _help() -> Text:
    text = Text()
    for label, meaning in (*_CHOICES, _BY_NUMBER):
        text.append(f"  {label:<16}", style="bold")
        text.append(f"{meaning}\n")
    return text


def _closing(session: Session) -> Text:
    still_open = sum(answer in (None, Choice.SKIP) for answer in session.answers)
    said = f"{session.decided} decided"
    return Text(f"\n{said}, {still_open} left open." if still_open else f"\n{said}, none left.")


def _type_name(question: Question) -> str:
    return question.type.replace("_", " ")


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"
