"""What Word shows for a field that has no result in the file.

A check box and a list of choices are drawn from the form's settings, a formula and a button from
the instruction itself. Rule: ECMA-376 Part 1, 17.16.5.16 (EQ), 17.16.5.20 and 21 (form fields),
17.16.5.23 (GOTOBUTTON), 17.16.5.34 (MACROBUTTON), 17.16.17 (ffData).
"""

from __future__ import annotations

import re

from redactor.documents.docx.clean.instructions import Token
from redactor.documents.docx.names import WORD, Element, child, number, tags, value

BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})
FORM_FIELDS = frozenset({"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"})

_CHECKED = "\u2612"
_UNCHECKED = "\u2610"
_OFF = frozenset({"0", "false", "off"})

_FORMAT = re.compile(r'\\\*\s*(?:"[^"]*"|[^\s"\\]+)')
_SWITCH = re.compile(r"\\[A-Za-z]{1,2}(?:-?[0-9]{1,4})?")
_ESCAPED = re.compile(r"\\([^A-Za-z])")
_WORD = re.compile(r"[^\W\d_]{2}|[0-9]{5}")


def form_text(kind: str, begin: Element | None) -> str:
    """What a form field shows; `begin` is its first ``w:fldChar``, with the form's settings."""
    data = None if begin is None else child(begin, "ffData")
    if data is None:
        return _UNCHECKED if kind == "FORMCHECKBOX" else ""
    if kind == "FORMCHECKBOX":
        return _CHECKED if _is_checked(data) else _UNCHECKED
    choices = child(data, "ddList")
    if kind != "FORMDROPDOWN" or choices is None:
        return ""
    entries = [value(entry) or "" for entry in choices.iter(*tags(WORD, "listEntry"))]
    chosen = number(child(choices, "result"), number(child(choices, "default"), 0))
    return entries[chosen] if chosen < len(entries) else ""


def is_symbols(instruction: str) -> bool:
    """Whether a formula (EQ) holds single letters and short numbers only, and no word."""
    return _WORD.search(_SWITCH.sub(" ", _after_kind(instruction))) is None


def formula_text(instruction: str) -> str:
    """The texts of a formula (EQ) in a line, without what places them."""
    inside = _SWITCH.sub("", _FORMAT.sub("", _after_kind(instruction)))
    inside = re.sub(r"[()]", "", re.sub("[,;]", " ", _ESCAPED.sub(r"\1", inside)))
    return " ".join(inside.split())


def button_text_start(found: list[Token], instruction: str) -> int:
    """Where in a button's instruction the text begins that it shows, in code points."""
    return found[2].start if len(found) > 2 else len(instruction)


def _after_kind(instruction: str) -> str:
    return instruction.strip()[len("EQ") :]


def _is_checked(data: Element) -> bool:
    box = child(data, "checkBox")
    if box is None:
        return False
    state = child(box, "checked")
    if state is None:
        state = child(box, "default")
    return state is not None and (value(state) or "1") not in _OFF
