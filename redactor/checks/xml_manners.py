"""Who reads an attribute, an element's name or a namespace: people, programs, or nobody but Word.

Deny by default: what is not known here is read like a title, so every kind of sought text is
looked for in it. Rules: ECMA-376 Part 1, 17 to 21; Part 4, 19 (VML).
"""

from __future__ import annotations

import re
from functools import lru_cache

from redactor.checks.sought import Manner
from redactor.checks.typefaces import is_known_typeface

_KNOWN_NAMESPACES = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/",
    "http://purl.org/dc/",
)
_TITLES = frozenset(
    "descr title alt tooltip string author initials displayText displayName screenTip".split()
)
"""Attributes that people read, whatever their element. ``string`` is VML's WordArt."""
_TITLED = frozenset(
    (
        "tblCaption tblDescription alias lvlText statusText helpText docVar default listItem "
        "docPartGallery category description"
    ).split()
)
"""Elements whose ``val`` or ``value`` people read."""
_TYPEFACES = frozenset("ascii hAnsi cs eastAsia typeface font-family".split())
_FONTS = frozenset("font rFont altName".split())
"""Elements whose ``name`` or ``val`` is a typeface; in a workbook a ``name`` within a font is."""
_OF_THE_FORMAT = frozenset(
    (
        "Type ContentType eqn fmla Requires Ignorable MustUnderstand uri script lang space ProgID"
    ).split()
)
_FREE = frozenset("name id spid instr val value".split())
"""Attributes in which small words alone can be somebody's choice; ``val`` mostly is not."""
_FREE_VALUES = frozenset("tag name style aliases link src query connectString".split())
_LONE_WORDS = re.compile(r"(?:NaN|[a-z][\w-]*(?: [a-z][\w-]*)*)\Z")
_FONT_FAMILY = re.compile(r"(?:font-family|font)\s*:\s*((?:&quot;|[^;])*)")
_PATH = re.compile(
    r"(?:\.\./|/)?(?:(?:word|xl|ppt|docProps|customXml|_rels|package|services|metadata|media"
    r"|embeddings|theme|charts|diagrams|drawings|fonts|worksheets|glossary|activeX|slides"
    r"|slideLayouts|slideMasters|core-properties|printerSettings)/)*"
    r"(?:oleObject|activeX|theme|document|settings|styles|image|chart|slide|sheet)\d*(?:\.\w+)+\Z"
)
"""Where the parts of a package stand and what they are called ("oleObject" is no Ole)."""
_FONT_FILES = (".odttf", ".ttf", ".otf", ".fntdata")
_DIGITS = re.compile(r"[\d.+%-]{0,6}\Z")


@lru_cache(maxsize=4096)
def is_known(namespace: str) -> bool:
    """Whether `namespace` belongs to the format; "" is nobody's."""
    return namespace.startswith(_KNOWN_NAMESPACES)


def name_manner(namespace: str) -> Manner:
    """How to read the names of elements and attributes of `namespace`, and itself."""
    return Manner.VOCABULARY if is_known(namespace) else Manner.TITLE


def path_manner(path: str) -> Manner:
    """How to read the name of a member, or an address that may be one."""
    if path.lower().endswith(_FONT_FILES):
        return Manner.FONT
    return Manner.VOCABULARY if _PATH.match(path) else Manner.MARKUP


def attribute_texts(
    namespace: str, element: str, attribute: str, value: str
) -> list[tuple[str, Manner]]:
    """What an attribute says, each text with its readers; `element` is in `namespace`."""
    if _DIGITS.match(value):
        return []
    if attribute in _TYPEFACES or (element in _FONTS and attribute in ("name", "val", "font")):
        return [] if is_known_typeface(value) else [(value, Manner.FONT)]
    if attribute in _TITLES or (element in _TITLED and attribute in ("val", "value")):
        return [(value, Manner.TITLE)]
    if not is_known(namespace):
        return [(value, Manner.TITLE)]
    if attribute in ("Target", "PartName"):
        return [(value, path_manner(value))]
    if attribute == "style" and "font" in value:
        typefaces = " ".join(_FONT_FAMILY.findall(value))
        return [(_FONT_FAMILY.sub("", value), Manner.MARKUP), (typefaces, Manner.FONT)]
    is_layout = attribute in ("name", "styleLbl") and namespace.endswith("/diagram")
    if attribute in _OF_THE_FORMAT or element == "lang" or is_layout:
        return [(value, Manner.VOCABULARY)]
    is_free = attribute in _FREE and (attribute != "val" or element in _FREE_VALUES)
    if not is_free and _LONE_WORDS.match(value):
        return [(value, Manner.VOCABULARY)]
    return [(value, Manner.MARKUP)]
