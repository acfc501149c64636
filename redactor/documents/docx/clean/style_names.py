"""Names and ids of styles: an author may have called one after a person.

What Word itself has keeps its name. Any other keeps the name that is shown when it is plain
English ("Table text 2"), or becomes "Style 1"; its id, which nobody sees, becomes ``style1``
throughout. Word tells its own styles by their names, so these get the ids of an English Word.
Rule: ECMA-376 Part 1, 17.7 (styles).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from redactor.documents.docx.clean.builtin_styles import is_builtin, is_usual_id, usual_id
from redactor.documents.docx.clean.plain_names import is_plain
from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import WORD, Element, child, tags, value

_STYLE = tags(WORD, "style")
_REFERENCES = tags(
    WORD,
    *"pStyle rStyle tblStyle basedOn next link styleLink numStyleLink".split(),
    *"clickAndTypeStyle defaultTableStyle".split(),
)

UNDEFINED = "style0"
"""The id that every reference to a style that is not there is given."""

_NAMES = "names of styles"
USES = "references to styles by name"
"""These follow the names; they are no loss of their own."""


@dataclass(frozen=True, slots=True)
class StyleNames:
    """``ids`` maps every id to the one it gets, ``shown`` every name to the one it gets.

    The keys of ``shown`` are in lower case (`casefold`), as names are compared. Among them are
    ids and aliases as well, by which fields may call a style.
    """

    ids: Mapping[str, str] = field(repr=False)
    shown: Mapping[str, str] = field(repr=False)


def style_names(roots: Iterable[Element]) -> StyleNames:
    """The new names of all styles in the styles parts `roots`, in the order of the styles."""
    styles = [style for root in roots for style in root.iter(*_STYLE)]
    ids = _new_ids(styles)
    by_name = _new_names(styles)
    shown: dict[str, str] = {}
    for style in styles:
        if (new := by_name.get(_name(style).casefold())) is not None:
            for other in (value(style, "styleId") or _name(style), *_aliases(style)):
                shown.setdefault(other.casefold(), new)
    return StyleNames(ids, shown | by_name)


def rename_styles(root: Element, names: StyleNames) -> Counter[str]:
    """Give the styles defined in a part, and those that it uses, their new names.

    What refers to no style still refers to none.
    """
    gone: Counter[str] = Counter()
    for style in root.iter(*_STYLE):
        gone[_NAMES] += _rename_style(style, names)
    find = _Uses(names.ids)
    for reference in root.iter(*_REFERENCES):
        old = value(reference)
        if old is not None and (new := find.new_id(old)) != old:
            _set(reference, "val", new)
            gone[USES] += 1
    return +gone


def _new_ids(styles: list[Element]) -> dict[str, str]:
    names: dict[str, str] = {}
    for style in styles:
        if key := value(style, "styleId"):
            names.setdefault(key, _name(style))
    taken = {key.lower() for key in names if is_usual_id(key)}
    ids: dict[str, str] = {}
    count = 0
    for key, name in names.items():
        usual = usual_id(name) if is_builtin(name) else ""
        if is_usual_id(key):
            ids[key] = key
        elif usual and usual.lower() not in taken:
            taken.add(usual.lower())
            ids[key] = usual
        else:
            count += 1
            ids[key] = f"style{count}"
    return ids


def _new_names(styles: list[Element]) -> dict[str, str]:
    """By the old name in lower case."""
    old = {_name(style).casefold(): _name(style) for style in styles if _name(style)}
    names = {key: name for key, name in old.items() if is_builtin(name) or is_plain(name)}
    count = 0
    for key in old:
        if key not in names:
            count += 1
            while f"style {count}" in old:
                count += 1
            names[key] = f"Style {count}"
    return names


def _rename_style(style: Element, names: StyleNames) -> int:
    count = 0
    style_id = value(style, "styleId") or ""
    if (new := names.ids.get(style_id, style_id)) != style_id:
        _set(style, "styleId", new)
        count += 1
    name = child(style, "name")
    if name is not None and (old := value(name)):
        shown = names.shown.get(old.casefold(), old)
        if shown.casefold() != old.casefold():
            _set(name, "val", shown)
            count += 1
    for aliases in [one for one in style if one.tag in tags(WORD, "aliases")]:
        if not is_plain(value(aliases) or ""):
            remove(aliases)
            count += 1
    return count


class _Uses:
    """Finds the new id for what refers to a style."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._folded = {old.casefold(): new for old, new in ids.items()}
        self._new = {new.lower() for new in ids.values()}

    def new_id(self, old: str) -> str:
        if old in self._ids:
            return self._ids[old]
        if old.casefold() in self._folded:
            # Programs do not agree on whether case counts; here, too, nothing but case differs.
            return self._folded[old.casefold()].upper()
        return old if is_usual_id(old) and old.lower() not in self._new else UNDEFINED


def _name(style: Element) -> str:
    return value(child(style, "name")) or ""


def _aliases(style: Element) -> Iterator[str]:
    aliases = (value(child(style, "aliases")) or "").split(",")
    return (alias.strip() for alias in aliases if alias.strip())


def _set(element: Element, local: str, new: str) -> None:
    for name in tags(WORD, local).intersection(element.attrib):
        element.set(name, new)
