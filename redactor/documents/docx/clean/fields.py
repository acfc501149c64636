"""Fields: what numbers or leads within the document stays alive, of all else the text stays.

An instruction can hold any text: a path, an author, a search term, an index entry. So a field
stays only when `field_kinds` knows each token of its instruction; another loses its marks and its
instruction, and its result stays as it is, formatting and pictures included. Not kept is also the
result of SET and ASK, which Word never shows. Rule: ECMA-376 Part 1, 17.16 (fields).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from lxml import etree

from redactor.documents.docx.clean.field_kinds import Names, kept_tokens
from redactor.documents.docx.clean.field_texts import (
    BUTTONS,
    FORM_FIELDS,
    button_text_start,
    form_text,
    formula_text,
    is_symbols,
)
from redactor.documents.docx.clean.field_tree import (
    CODE,
    DELETED_CODE,
    MARK,
    RUN,
    SIMPLE,
    ComplexField,
    FieldStory,
    field_stories,
)
from redactor.documents.docx.clean.instructions import Token, tokens, written
from redactor.documents.docx.clean.trees import remove, unwrap
from redactor.documents.docx.names import DELETION, PARAGRAPH, WORD, Element, tags, value

_FLATTENED = "field codes (their text stays)"
_FORMS = "form fields (their text stays)"
_TIDIED = "details of field codes"

_SETTERS = frozenset({"SET", "ASK"})
"""Fields with a result that is not shown: it becomes the content of a bookmark."""
_TEXT = tags(WORD, "t", "delText")
_UNSEEN = MARK | CODE | DELETED_CODE | tags(WORD, "rPr", "lastRenderedPageBreak")
_PROPERTIES = tags(WORD, "pPr", "rPr", "proofErr")
_DATA = tags(WORD, "fldData")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def clean_fields(
    root: Element, bookmarks: Mapping[str, str], styles: Mapping[str, str]
) -> Counter[str]:
    """Rebuild or flatten every field under `root`.

    `bookmarks` and `styles` map names to their new ones. A bookmark that is not among them, and
    that is none of Word's, is taken for one that does not exist.
    """
    stories = list(field_stories(root))
    names = Names.of(bookmarks, styles).without(_set_bookmarks(stories))
    gone: Counter[str] = Counter()
    for story in stories:
        cleaner = _StoryCleaner(story, names)
        gone += cleaner.clean()
    for simple in list(root.iter(*SIMPLE)):
        if (what := _clean_simple(simple, names)) is not None:
            gone[what] += 1
    return gone


def _set_bookmarks(stories: list[FieldStory]) -> Iterator[str]:
    """The bookmarks whose content is gone with the field that set it."""
    for story in stories:
        for found in story.fields:
            parts = tokens(_instruction(story, found))
            if len(parts) > 1 and parts[0].text.upper() in _SETTERS:
                yield parts[1].text


def _instruction(story: FieldStory, found: ComplexField) -> str:
    return "".join(story.contents[place].text or "" for place in found.codes)


class _StoryCleaner:
    """Works on the complex fields of one story, from the outer ones to those inside."""

    def __init__(self, story: FieldStory, names: Names) -> None:
        self._contents = story.contents
        self._story = story
        self._names = names
        self._removed: set[int] = set()
        # How many contents before each place are shown: fields can be nested thousands deep.
        self._shown_before = [0, *accumulate(map(_is_shown, story.contents))]

    def clean(self) -> Counter[str]:
        gone: Counter[str] = Counter()
        for found in self._story.fields:
            if found.begin not in self._removed and (what := self._clean_field(found)) is not None:
                gone[what] += 1
        if strays := [place for place in self._story.strays if place not in self._removed]:
            gone[_FLATTENED] += 1
            self._remove(strays)
        return gone

    def _clean_field(self, found: ComplexField) -> str | None:
        """What the summary calls the change; None where there is none."""
        instruction = _instruction(self._story, found)
        parts = tokens(instruction)
        is_deleted = any(self._contents[place].tag in DELETED_CODE for place in found.codes)
        if not found.is_nested and not is_deleted:
            kept = _kept_instruction(parts, instruction, self._names)
            if kept is not None:
                return _TIDIED if self._keep(found, kept) else None
        kind = parts[0].text.upper() if parts else ""
        if kind in BUTTONS and not self._has_result(found):
            self._show_button(found, button_text_start(parts, instruction))
            return _FLATTENED
        shown = "" if self._has_result(found) else self._shown(kind, instruction, found)
        if shown:
            begin = self._contents[found.begin]
            begin.addprevious(_text_element(begin, shown))
        self._remove_instruction(found)
        if kind in _SETTERS:
            self._remove(found.result)
        self._remove(found.marks)
        return _FORMS if kind in FORM_FIELDS else _FLATTENED

    def _shown(self, kind: str, instruction: str, found: ComplexField) -> str:
        if kind == "EQ":
            return formula_text(instruction)
        return form_text(kind, self._contents[found.begin]) if kind in FORM_FIELDS else ""

    def _has_result(self, found: ComplexField) -> bool:
        result = found.result
        return self._shown_before[result.stop] > self._shown_before[result.start]

    def _keep(self, found: ComplexField, instruction: str) -> bool:
        """Write the instruction into one element; whether anything has changed."""
        data = [element for place in found.marks for element in self._contents[place]]
        for element in data:
            remove(element)
        pieces = [self._contents[place].text or "" for place in found.codes]
        first = next(n for n, piece in enumerate(pieces) if piece.strip())
        if pieces[first].strip() == instruction.strip():
            return bool(data)
        _set_text(self._contents[found.codes[first]], instruction)
        self._remove(place for n, place in enumerate(found.codes) if n != first)
        return True

    def _show_button(self, found: ComplexField, start: int) -> None:
        """Make text of the instruction from `start` on, each piece in its own run."""
        done = 0
        for place in found.codes:
            code = self._contents[place]
            text = code.text or ""
            if shown := text[max(0, start - done) :]:
                code.addprevious(_text_element(code, shown))
            done += len(text)
        self._remove([*found.codes, *found.marks])

    def _remove_instruction(self, found: ComplexField) -> None:
        """Take out the contents, and the paragraphs that hold nothing else."""
        within = [self._contents[place] for place in found.instruction]
        paragraphs = {_paragraph(element): None for element in within}
        for mark in found.marks:
            paragraphs.pop(_paragraph(self._contents[mark]), None)
        self._remove(found.instruction)
        for paragraph in paragraphs:
            if paragraph is not None and _can_go(paragraph):
                remove(paragraph)

    def _remove(self, places: Iterable[int]) -> None:
        for place in places:
            if place not in self._removed:
                self._removed.add(place)
                _remove_with_run(self._contents[place])


def _clean_simple(simple: Element, names: Names) -> str | None:
    instruction = value(simple, "instr") or ""
    parts = tokens(instruction)
    kept = _kept_instruction(parts, instruction, names)
    data = [element for element in simple if element.tag in _DATA]
    for element in data:
        remove(element)
    if kept is not None:
        if kept != instruction:
            for name in tags(WORD, "instr").intersection(simple.attrib):
                simple.set(name, kept)
        return _TIDIED if data or kept != instruction else None
    kind = parts[0].text.upper() if parts else ""
    if kind in _SETTERS:
        remove(simple)
        return _FLATTENED
    if not any(_is_shown(element) for run in simple.iter(*RUN) for element in run):
        shown = _shown_alone(kind, parts, instruction)
        if shown:
            run = etree.Element(_like(simple, "r"))
            simple.insert(0, run)
            run.append(_text_element(run, shown))
    unwrap(simple)
    return _FORMS if kind in FORM_FIELDS else _FLATTENED


def _kept_instruction(parts: list[Token], instruction: str, names: Names) -> str | None:
    """What the instruction becomes, itself where nothing is wrong with it; None for its end."""
    if parts and parts[0].text.upper() == "EQ":
        return instruction if is_symbols(instruction) else None
    kept = kept_tokens(parts, names)
    return instruction if kept == parts else None if kept is None else written(kept)


def _shown_alone(kind: str, parts: list[Token], instruction: str) -> str:
    """What a simple field without a result shows."""
    if kind in BUTTONS:
        return instruction[button_text_start(parts, instruction) :].strip()
    return formula_text(instruction) if kind == "EQ" else form_text(kind, None)


def _is_shown(content: Element) -> bool:
    if content.tag in _TEXT:
        return bool(content.text)
    return content.tag not in _UNSEEN


def _remove_with_run(content: Element) -> None:
    """Take out `content`, and its run when that holds nothing any more."""
    run = content.getparent()
    remove(content)
    if run is not None and run.tag in RUN and all(left.tag in _PROPERTIES for left in run):
        remove(run)


def _can_go(paragraph: Element) -> bool:
    """Whether a paragraph is empty now, and not the last one of its cell, note or story."""
    following = paragraph.getnext()
    return (
        all(left.tag in _PROPERTIES for left in paragraph)
        and not any(True for _ in paragraph.iter(*tags(WORD, "sectPr")))
        and following is not None
        and following.tag in PARAGRAPH
    )


def _paragraph(element: Element) -> Element | None:
    return next(element.iterancestors(*PARAGRAPH), None)


def _text_element(beside: Element, text: str) -> Element:
    """A ``w:t``, or what stands for it in a tracked deletion."""
    deleted = next(beside.iterancestors(*DELETION), None) is not None
    element = etree.Element(_like(beside, "delText" if deleted else "t"))
    _set_text(element, text)
    return element


def _set_text(element: Element, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_PRESERVE, "preserve")


def _like(element: Element, local: str) -> str:
    """The name of an element in the namespace that `element` is in."""
    return f"{{{etree.QName(element).namespace}}}{local}"
