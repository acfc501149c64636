"""The styles that every Word knows by itself, by name, with the ids that it gives them.

Word tells a built-in style by its name alone; the id is made from the name that the style had in
the language of whoever saved the file first. Beside most paragraph styles stands a linked one for
characters, "Heading 1 Char". Rule: ECMA-376 Part 1, 17.7.4.9 (name), 17.7.4.8 (lsdException).
"""

from __future__ import annotations

import re

_SINGLE = (
    "Balloon Text|Bibliography|Block Text|Body Text|Body Text 2|Body Text 3|"
    "Body Text First Indent|Body Text First Indent 2|Body Text Indent|Body Text Indent 2|"
    "Body Text Indent 3|Book Title|Closing|Date|Default Paragraph Font|Document Map|"
    "E-mail Signature|Emphasis|FollowedHyperlink|HTML Acronym|HTML Address|HTML Bottom of Form|"
    "HTML Cite|HTML Code|HTML Definition|HTML Keyboard|HTML Preformatted|HTML Sample|"
    "HTML Top of Form|HTML Typewriter|HTML Variable|Hashtag|Hyperlink|Intense Emphasis|"
    "Intense Quote|Intense Reference|List Paragraph|Mention|Message Header|No List|No Spacing|"
    "Normal|Normal (Web)|Normal Indent|Normal Table|Note Heading|Placeholder Text|Plain Text|"
    "Quote|Revision|Salutation|Signature|Smart Hyperlink|Smart Link|Smart Link Error|Strong|"
    "Subtitle|Subtle Emphasis|Subtle Reference|TOC Heading|Title|Unresolved Mention|"
    "annotation reference|annotation subject|annotation text|caption|endnote reference|"
    "endnote text|envelope address|envelope return|footer|footnote reference|footnote text|header|"
    "index heading|line number|macro|page number|table of authorities|table of figures|"
    "toa heading|Table Contemporary|Table Elegant|Table Grid|Table Grid Light|Grid Table Light|"
    "Table Normal|Table Professional|Table Theme"
)
_NUMBERED = {
    # How many of them there are: "heading 1" to "heading 9".
    "heading": 9,
    "index": 9,
    "toc": 9,
    "Note Level": 9,
    "Outline List": 3,
    "Plain Table": 5,
    "Table 3D effects": 3,
    "Table Classic": 4,
    "Table Colorful": 3,
    "Table Columns": 5,
    "Table Grid": 8,
    "Table List": 8,
    "Table Simple": 3,
    "Table Subtle": 2,
    "Table Web": 3,
}
_LISTS = ("List", "List Bullet", "List Continue", "List Number")
"""The first of five has no number."""
_ACCENTED = (
    "Colorful Grid|Colorful List|Colorful Shading|Dark List|Light Grid|Light List|Light Shading|"
    "Medium Grid 1|Medium Grid 2|Medium Grid 3|Medium List 1|Medium List 2|Medium Shading 1|"
    "Medium Shading 2"
).split("|") + [
    f"{kind} {table}"
    for kind in ("Grid Table", "List Table")
    for table in ("1 Light", "2", "3", "4", "5 Dark", "6 Colorful", "7 Colorful")
]
"""Table styles that come plain and in six colours."""
_SHOWN_OTHERWISE = {
    # The ids that Word makes of the name that it shows instead.
    "annotation reference": "CommentReference",
    "annotation subject": "CommentSubject",
    "annotation text": "CommentText",
    "html bottom of form": "z-BottomofForm",
    "html top of form": "z-TopofForm",
    "macro": "MacroText",
    "normal table": "TableNormal",
    "outline list 1": "1ai",
    "outline list 2": "111111",
    "outline list 3": "ArticleSection",
}
_SHOWN_NAMES = ("Comment Reference", "Comment Subject", "Comment Text", "Macro Text")
_LINKED = " char"
_NO_ID = re.compile(r"[^A-Za-z0-9-]")


def _names() -> frozenset[str]:
    names = {*_SINGLE.split("|"), *_SHOWN_NAMES}
    names.update(f"{name} {n}" for name, most in _NUMBERED.items() for n in range(1, most + 1))
    names.update(_LISTS)
    names.update(f"{name} {n}" for name in _LISTS for n in range(2, 6))
    names.update(_ACCENTED)
    names.update(f"{name} Accent {n}" for name in _ACCENTED for n in range(1, 7))
    return frozenset(name.lower() for name in names)


_NAMES = _names()


def is_builtin(name: str) -> bool:
    """Whether Word has a style of this name from the start; upper and lower case are one."""
    return name.lower().removesuffix(_LINKED) in _NAMES


def usual_id(name: str) -> str:
    """The id that an English Word gives the built-in style `name`: ``Heading1``."""
    lower = name.lower()
    base = lower.removesuffix(_LINKED)
    made = _SHOWN_OTHERWISE.get(base) or _made_id(base)
    return made if base == lower else f"{made}Char"


def is_usual_id(style_id: str) -> bool:
    """Whether `style_id` is the usual one of a built-in style; upper and lower case are one."""
    return style_id.lower().removesuffix("char") in _IDS


def _made_id(base: str) -> str:
    words = [_CASED.get(word, word[:1].upper() + word[1:]) for word in base.split()]
    return _NO_ID.sub("", "".join(words).replace("Accent", "-Accent"))


_CASED = {
    "of": "of",
    "3d": "3D",
    "effects": "effects",
    "html": "HTML",
    "toa": "TOA",
    "toc": "TOC",
    "followedhyperlink": "FollowedHyperlink",
    "(web)": "Web",
}
_IDS = frozenset(usual_id(name).lower() for name in _NAMES)
