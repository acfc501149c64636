"""E-mail addresses, web addresses and the names of accounts.

They are matched here and not by Presidio's recognisers, because those ask the network for the list
of public suffixes. Addresses of national sites (gov.uk, nhs.uk) stay: they tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.hints import ANYTHING, Hint, hint
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import KEEP, Match, Rule, RuleRecogniser, cues
from redactor.detection.recognisers.triggers import first_words
from redactor.model import EntityType
from redactor.text.words import is_english

_PUBLIC_SITES = re.compile(
    r"(?:https?://)?(?:www\.)?(?:(?:[\w-]+\.)?(?:service\.)?gov\.uk|(?:england\.|"
    r"digital\.)?nhs\.uk|legislation\.gov\.uk|"
    r"(?:[\w-]+\.)?parliament\.uk|(?:[\w-]+\.)?police\.uk|cqc\.org\.uk|nice\.org\.uk|"
    r"scie\.org\.uk|ico\.org\.uk|"
    r"nspcc\.org\.uk|safelives\.org\.uk|womensaid\.org\.uk|refuge\.org\.uk|bbc\.co\.uk|"
    r"ons\.gov\.uk|"
    r"bailii\.org|local\.gov\.uk|judiciary\.uk|doi\.org|iriss\.org\.uk|rip\.org\.uk)(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_NATIONAL_GOV = re.compile(
    r"(?:www|assets\.publishing\.service|webarchive\.nationalarchives|legislation|ons|cps|"
    r"justiceinspectorates|consult\.\w+)?\.?gov\.uk",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}\"'\u201d\u2026>"
_URL = re.compile(
    r"(?<![\w@.])(?:https?://|ftp://|www\.)[^\s<>\"\u201d]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|co\.uk|org|org\.uk|gov\.uk|nhs\.uk|ac\.uk|sch\.uk|"
    r"police\.uk|net|uk|info|eu|ie|example|scot|wales|cymru|london)"
    r"(?:/[^\s<>\"\u201d]*)?(?![\w@])"
    # Other domains with a path only: "me" and "link" after a full stop are words.
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:app|be|biz|blog|chat|cc|co|club|de|dev|es|fr|fm|gg|gl|gle|"
    r"in|io|"
    r"it|link|live|ly|me|media|nl|online|page|pl|pt|ro|ru|shop|site|social|space|store|tk|to|tv|"
    r"us|video|"
    r"web|website|world|xyz)/[\w~?#%-][^\s<>\"\u201d]*",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.!#$%&*+/=?^{|}~'-]{1,64}@(?:[\w-]+\.)+[\w-]{2,}(?![\w-])"
    r"|(?<![\w.+-])[\w.+-]{2,64}\s?[\[(]\s?at\s?[\])]\s?(?:[\w-]+(?:\.|"
    r"\s?[\[(]\s?dot\s?[\])]\s?))+\w{2,}"
    r"|(?<![\w.+-])[\w.+-]{2,64} at (?:[\w-]+ ?(?:\.| dot ))+"
    r"(?:com|org|net|uk|example|eu|ie|info)(?![\w-])",
)
_SITES = (
    r"facebook|fb|instagram|insta|ig|snap ?chat|snap|twitter|tik ?tok|youtube|linkedin|"
    r"telegram|signal|skype|messenger|"
    r"discord|reddit|tinder|bumble|hinge|grindr|badoo|plenty of fish|pof|only ?fans|xbox|play "
    r"?station|psn|kik|"
    r"whats ?app|threads|twitch|steam|roblox|fortnite|minecraft|nintendo|epic games|vinted|"
    r"ebay|gumtree|airbnb|paypal|cash ?app|monzo|revolut|match\.com|facetime|icloud|"
    r"apple|google|hotmail|gmail|outlook|bebo|myspace|bluesky|mastodon|pinterest|tumblr|viber|"
    r"wickr|wechat|houseparty|yubo|omegle|wizz"
)
_LOGIN = (
    r"user ?names?|user ids?|gamer ?tags?|screen ?names?|handles?|log-?in(?: name| id)?|"
    r"display name|"
    r"logged (?:in|on)(?:to [\w' ]{1,20})? as|signed in as"
)
_ACCOUNT = (
    r"(?:user ?name|user|account|handle|profile|page|name|id|tag|gamer ?tag|login|log-in|"
    r"channel|blog)"
)
_NAMING = first_words(rf"(?<!\w)(?i:{_SITES}|{_LOGIN}|chat)(?!\w)")
_OF_ADDRESSES = frozenset(
    "www http https ftp com co org gov nhs ac sch net uk info eu ie example scot wales cymru "
    "london app be biz blog chat cc club de dev es fr fm gg gl gle in io it link live ly me media "
    "nl online page pl pt ro ru shop site social space store tk to tv us video web website world "
    "xyz".split()
)
_ADDRESS_LIKE = hint(r"\.[A-Za-z]{2}")
_TOKEN = r"@?[A-Za-z0-9](?:[\w.-]{0,38}\w)"
# Made up by somebody: "ahenness10", "b.twomey161", "vlad_c", "TamTheMan_07"; a chapter, a form or a
# month with its number is not.
_NO_USER = (
    r"(?!(?i:covid|sars|form|page|para|section|year|room|ward|flat|unit|table|appendix|part|phq|"
    r"gad|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|version|ver|draft|no|nos|tel|ref|mg|ks|"
    r"windows|office|top|ios|web|mp|ext|at|on|in|to|of)[_-]?\d)"
)
_MADE_UP = (
    rf"{_NO_USER}"
    r"(?:[A-Za-z]\w*_\w*[A-Za-z\d]|[a-z](?:[a-z-]*[a-z])?[.-][a-z][a-z-]*\d{1,4}|"
    r"[a-z]{2,}(?:-[a-z]+)*-?\d{1,4}|"
    r"[a-z][a-z-]+\.[a-z-]+\d+|[A-Z][a-z]+(?:[A-Z][a-z]+)+_?\d{1,4})"
)
_ACCOUNTS = cues(
    r"user ?names?",
    r"log-?ins?",
    r"logged",
    r"handles?",
    r"accounts?",
    r"apps?",
    r"bank",
    r"profiles?",
    r"gam(?:es?|ing|er)",
    r"online",
    r"socials?",
    r"console",
    r"chat",
    _SITES,
)
_ROW_OF_A_LOG = hint(r"[|\t]")
_MADE_UP_OR_DOTTED = rf"(?:{_MADE_UP}|[a-z][a-z-]*[._][a-z][\w.-]*\w)"
_MACHINE = (
    r"(?:(?:\d{1,3}\.){3}\d{1,3}|[\dA-Fa-f]{2}(?:[:-][\dA-Fa-f]{2}){5}|"
    r"[\dA-Fa-f]{1,4}:[\dA-Fa-f:]*:[\dA-Fa-f:]*)"
)
_UNDERSCORED_OR_DOTTED = hint(r"_[a-z\d]|\.[a-z]")
_SHORTEST_NAME = 5
_FILES = frozenset(
    "doc docx pdf txt csv xls xlsx msg eml jpg jpeg png gif mp3 mp4 m4a mov wav zip html xml ppt "
    "pptx rtf odt heic com org net uk info eu ie".split()
)
_MARKED = r"@?[A-Za-z0-9]*(?:[A-Za-z][._]|[._]?\d|[a-z][A-Z])[\w.-]*\w|@\w[\w.]+"


def _is_more_than_a_word(match: re.Match[str]) -> bool:
    """ "Dentist" hides who is meant, "dentist harp" does not."""
    value = match.group("value")
    return " " in value or not is_english(value)


def _is_made_up(match: re.Match[str]) -> bool:
    """No file, no address, and no words with a blank left out: "home.she.said"."""
    *parts, last = re.split(r"[._]", match.group())
    if "_" in match.group():
        plain = all(is_english(part) for part in [*parts, last] if len(part) > 1)
        return len(match.group()) > _SHORTEST_NAME and last not in _FILES and not plain
    return last not in _FILES and not all(is_english(part) for part in [*parts, last])


class OnlineRecogniser(RuleRecogniser):
    """E-mail, web address, account name; the account's site ("Facebook") is no part of the span."""

    needs: ClassVar[Hint] = ANYTHING
    more_entities: ClassVar[tuple[str, ...]] = (
        EntityType.EMAIL.name,
        EntityType.URL.name,
        KEEP,
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.HANDLE,
            re.compile(rf"(?<![\w@./-]){_MADE_UP}(?![\w@/-]|\.\w)"),
            cues=_ACCOUNTS,
            with_cue=0.75,
            accept=lambda match: len(match.group()) > 4,
            reach=90,
            hint=hint(r"[a-z-]\d|[A-Za-z\d]_[A-Za-z\d]"),
        ),
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<!\w)(?i:users?|account names?|screen ?names?|nicknames?|"
                rf"alias)(?:\s*[:=]\s*| )"
                rf"[\"'\u201c]?(?P<value>{_MARKED})(?![\w@])"
            ),
            0.85,
            accept=lambda match: (
                len(match.group("value")) > 4 and any(map(str.isalpha, match.group("value")))
            ),
        ),
        # What a telephone calls somebody: "saved him as \u201cDont answer 2\u201d".
        Rule(
            EntityType.HANDLE,
            re.compile(
                r"\bsaved (?:[\w' ]{1,30} )?(?:as|under) "
                r"[\"\u201c\u2018'](?P<value>[^\"\u201c\u201d\u2018\u2019\n]{2,40})[\"\u201d\u2019']"
            ),
            0.85,
            accept=_is_more_than_a_word,
            beside=frozenset({"saved"}),
        ),
        # A user by how systems make their names: "naz_h_idva", "tam.elt.88", "dazza.p84".
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<![\w@./\\-]){_NO_USER}(?:[a-z]{{2,}}\d*_[a-z\d]{{2,}}|[a-z-]{{3,}}_[a-z]|"
                r"[a-z]{2,}\d*(?:_[a-z\d]+){2,}|[a-z]{2,}\.[a-z]{2,}(?:\.[a-z\d]{1,6})+|"
                r"[a-z]\.[a-z-]{3,}\d{2,4}|[a-z]{3,}\.[a-z]+\d{2,4})(?![\w@/\\-]|\.\w)"
            ),
            0.7,
            accept=_is_made_up,
            hint=_UNDERSCORED_OR_DOTTED,
        ),
        # "Exported by svickers".
        Rule(
            EntityType.HANDLE,
            re.compile(
                r"(?<![^\W_])(?i:exported|printed|downloaded|extracted|uploaded) by "
                r"(?P<value>[a-z][a-z\d]{3,}(?:[._-][a-z\d]+)*)(?![\w@]|\.\w)"
            ),
            0.8,
            accept=lambda match: not is_english(match.group("value")),
        ),
        # "00:15 koziol_r signs in from".
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<![\w@./-])(?P<value>{_MADE_UP_OR_DOTTED}) (?:has |had |is |was )?"
                r"(?:sign(?:s|ed|ing)|logg?(?:s|ed|ing)?) (?:in|on|out|off|into)\b"
            ),
            0.85,
            beside=frozenset("signs signed signing logs logged logging".split()),
        ),
        # A row of a log: "m.alam435 | 192.0.2.207", or the other way round.
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?:^|[|\n\t] ?)(?P<value>{_MADE_UP_OR_DOTTED})"
                rf"(?= ?[|\t] ?{_MACHINE}(?![\w:.-]))"
            ),
            0.85,
            hint=_ROW_OF_A_LOG,
        ),
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<![\w:.-]){_MACHINE} ?[|\t] ?(?P<value>{_MADE_UP_OR_DOTTED})"
                r"(?=\s*(?:[|\n\t]|$))"
            ),
            0.85,
            hint=_ROW_OF_A_LOG,
        ),
        # In a list of somebody's accounts: "FB \u201cKez Pritch\u201d, Insta @kez_p, Snap kezzap".
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<!\w)(?i:{_SITES}) [\"\u201c]"
                rf"(?P<value>[^\"\u201c\u201d\n]{{2,40}})[\"\u201d](?=,|;|$)"
            ),
            0.75,
        ),
        Rule(
            EntityType.HANDLE,
            re.compile(rf"@[\w.]+[,;] (?i:{_SITES}) (?P<value>[a-z]\w{{3,29}})(?=[,;.]|$)"),
            0.75,
            hint=hint("@"),
        ),
        Rule(
            EntityType.HANDLE,
            re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,29}(?<!\.)(?!\w|@|\.\w)"),
            0.9,
            hint=hint("@"),
        ),
        # A token that no word looks like may follow the site loosely, any token its label.
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<!\w)(?i:(?:{_SITES})(?:\s+{_ACCOUNT})*|{_LOGIN})\s*"
                rf"(?:[:=\u2013-]|(?i:\b(?:is|was|as|under|called|named|of)\b))?"
                rf"\s*[(\"'\u201c]*(?P<value>{_MARKED})(?![\w@])"
            ),
            0.85,
            accept=lambda match: any(char.isalpha() for char in match.group("value")),
            beside=_NAMING,
        ),
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<!\w)(?i:(?:{_SITES})(?:\s+{_ACCOUNT})+|{_LOGIN})"
                rf"(?:\s*(?i:[:=]|(?:is|was|called|named)\s+[\"'\u201c])|\s+[\"'\u201c])"
                rf"\s*[\"'\u201c]?(?P<value>{_TOKEN})(?![\w@])"
            ),
            0.85,
            beside=_NAMING,
        ),
        # A name of several words between quotation marks: an account, a page, a group of a family.
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<!\w)(?i:(?:{_SITES})(?:\s+(?:chat|group|{_ACCOUNT}))+|{_LOGIN}|group chat)"
                rf"\s*(?:[:=,]|(?i:\b(?:is|was|called|named|under|as|with|in)\b)[\w ]{{0,20}})?\s*"
                rf"[\"\u201c](?P<value>[^\"\u201c\u201d\n]{{2,40}})[\"\u201d]"
            ),
            0.8,
            beside=_NAMING,
        ),
        Rule(
            EntityType.HANDLE,
            re.compile(
                rf"(?<!\w)(?i:{_SITES})\s*[:=]\s*(?P<value>[a-z][\w.]{{9,29}})(?=[\s\"')\]]*(?:$|"
                rf"[,;)\n|]|\.\s|\.$))"
            ),
            0.7,
            beside=_NAMING,
        ),
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        taken = []
        words = prepared.words
        if "@" in text or "dot" in words or "at)" in text or "at]" in text:
            for match in _EMAIL.finditer(text):
                taken.append(match.span())
                start = match.start() + (match.group()[0] in "'.")
                yield EntityType.EMAIL.name, start, match.end(), 0.98
        dotted = prepared.holds(_ADDRESS_LIKE) or "://" in text
        if dotted and not words.isdisjoint(_OF_ADDRESSES):
            for match in _URL.finditer(text):
                start, end = match.span()
                while text[end - 1] in _TAIL:
                    end -= 1
                taken.append((start, end))
                public = _is_public(text[start:end])
                yield (KEEP if public else EntityType.URL.name), start, end, 0.9
        for entity, start, end, score in super().find(prepared):
            if not any(start < last and first < end for first, last in taken):
                yield entity, start, end, score


def _is_public(address: str) -> bool:
    """True for a national site; a council's or a trust's own tells where the family lives."""
    if _PUBLIC_SITES.fullmatch(address) is None:
        return False
    host = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).split("/")[0].lower()
    return not host.endswith(("gov.uk", "police.uk")) or bool(_NATIONAL_GOV.fullmatch(host))
