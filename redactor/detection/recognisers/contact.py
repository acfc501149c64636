"""Ways to reach somebody: telephone, e-mail, web addresses, accounts, network addresses.

Telephone: Ofcom's National Telephone Numbering Plan says the shapes; `phonenumbers` confirms them
and finds foreign ones. It rejects the ranges that Ofcom keeps for drama (01632 960xxx, 07700
900xxx), and a mistyped number reaches somebody too, so a plausible shape is enough. E-mail and web
addresses are matched here and not by Presidio's recognisers, because those ask the network for the
list of public suffixes. Addresses of national sites (gov.uk, nhs.uk) stay: they tell nothing.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import ClassVar

import phonenumbers

from redactor.detection.recognisers.health import is_labelled_nhs_number
from redactor.detection.recognisers.rules import (
    ANYTHING,
    KEEP,
    SEVEN_DIGITS,
    Match,
    Prepared,
    Rule,
    RuleRecogniser,
    around,
    cues,
    labelled,
)
from redactor.detection.recognisers.triggers import first_words
from redactor.model import EntityType

_BRITISH = re.compile(
    r"(?<![\w/.+-])(?:\(?(?:\+|00)44\)?[ .-]?(?:\(0\)[ .-]?)?\(?[1-9]|\(?0[ -]?[1-9])"
    r"(?:[ .()-]{0,2}\d){8,10}(?![\w]|[.-]\d|/(?!\d{1,6}\b|[ a-zA-Z]))"
)
_NEXT_ONE = re.compile(r"/(?:\d{1,6})(?!\d)(?!/)")
_FOREIGN = re.compile(r"(?<![\w/.])(?:\+|00)[1-9](?:[ .()-]{0,2}\d){7,13}(?![\w/]|[.-]\d)")
_PHONE = cues(
    r"(?:tele)?phones?(?: no\.?| nos\.?| number)?",
    r"tel(?: no\.?)?",
    r"mobiles?(?: no\.?| number)?",
    r"mob",
    r"land ?line",
    r"fax",
    r"call(?:ed|ing|s)?",
    r"rang|ring",
    r"text(?:ed|s|ing)?",
    r"whats ?app(?:ed)?",
    r"contact(?:ed)?(?: no\.?| number)?",
    r"numbers?",
    r"dial(?:led)?",
    r"helpline",
)
_PLAIN = re.compile(r"0\d{9,10}|0\d{2,4} \d{3,4} \d{3,4}|0\d{4} \d{5,6}|0\d{3} \d{7}|0\d{2} \d{8}")


class PhoneRecogniser(RuleRecogniser):
    """Telephone, extension and IMEI numbers; 101, 111 and 999 are nobody's."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.PHONE,
            labelled(r"ext(?:ension|n)?|x", r"\d{3,6}"),
            0.7,
            cues=cues(r"(?:tele)?phone", "tel", "extension", "switchboard", "office", "ext"),
            with_cue=0.85,
        ),
        Rule(
            EntityType.PHONE,
            labelled(
                r"tel(?:ephone)?|phone|mobile|mob|landline|fax",
                r"(?:\d{3} ?\d{2,5}|7\d{3} ?\d{3} ?\d{3})(?! ?\d)",
            ),
            0.85,
        ),
        Rule(
            EntityType.PHONE,
            re.compile(r"(?<![\w/.+-])7[1-9]\d\d[ -]?\d{3}[ -]?\d{3}(?![\w/-])"),
            cues=cues(r"(?:tele)?phone", "tel", "mobile", "mob", "text(?:ed)?", "whats ?app"),
            with_cue=0.85,
            against=cues("nhs", "chi"),
        ),
        Rule(
            EntityType.PHONE,
            labelled(
                r"(?:imei|imsi|iccid|sim(?: card)?|handset|msisdn)(?: no\.?| number| serial)*",
                r"\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d{1,2}|\d{14,20}",
            ),
            0.95,
        ),
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        yield from super().find(prepared)
        if not prepared.holds(SEVEN_DIGITS):
            return
        for match in _BRITISH.finditer(text):
            start, end = match.span()
            if match.group()[0] == "(" and ")" not in match.group():
                start += 1
            if is_labelled_nhs_number(text, start, end):
                continue
            score = self._score(text, start, end)
            # "01632 960123/4" is two numbers; "0123456789/18" a reference.
            following = _NEXT_ONE.match(text, end)
            if following is not None:
                if score < 0.9:
                    continue
                end = following.end()
            yield EntityType.PHONE.name, start, end, score
        for match in _FOREIGN.finditer(text):
            yield EntityType.PHONE.name, *match.span(), 0.9

    @staticmethod
    def _score(text: str, start: int, end: int) -> float:
        number = text[start:end]
        if _is_valid(number):
            return 0.95
        if around(_PHONE, text, start, end):
            return 0.9
        return 0.8 if _PLAIN.fullmatch(number) else 0.6


def _is_valid(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "GB"))
    except phonenumbers.NumberParseException:
        return False


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
    r"police\.uk|net|uk|info|eu|ie)"
    r"(?:/[^\s<>\"\u201d]*)?(?![\w@])",
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
_OF_ADDRESSES = frozenset("www http https ftp com co org gov nhs ac sch net uk info eu ie".split())
_TOKEN = r"@?[A-Za-z0-9](?:[\w.-]{0,38}\w)"
_MARKED = r"@?[A-Za-z0-9]*(?:[A-Za-z][._]|[._]?\d|[a-z][A-Z])[\w.-]*\w|@\w[\w.]+"


class OnlineRecogniser(RuleRecogniser):
    """E-mail, web address, account name; the account's site ("Facebook") is no part of the span."""

    needs: ClassVar[re.Pattern[str]] = ANYTHING
    more_entities: ClassVar[tuple[str, ...]] = (
        EntityType.EMAIL.name,
        EntityType.URL.name,
        KEEP,
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.HANDLE,
            re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,29}(?<!\.)(?!\w|@|\.\w)"),
            0.9,
            hint=re.compile("@"),
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
                rf"(?<!\w)(?i:{_SITES})\s*[:=]\s*(?P<value>[a-z][\w.]{{9,29}})(?=[\s\"')\]]*(?:$|[,;)\n|]|\.\s|\.$))"
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
        if not words.isdisjoint(_OF_ADDRESSES):
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


_IPV4 = re.compile(r"(?<![\w.:/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w:-]|\.\d)")
_IPV6 = re.compile(r"(?<![\w.:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:.])")
_MAC = re.compile(
    r"(?<![\w:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])"
)
_IP_CUE = cues(
    r"ip(?: address(?:es)?)?", "router", "server", "logged (?:in|on)", "network", "device"
)
_NO_PARAGRAPH = 60


class NetworkAddressRecogniser(RuleRecogniser):
    """IPv4 (RFC 791), IPv6 (RFC 4291) and MAC (IEEE 802) addresses; "11.3.40.2" is a paragraph."""

    needs: ClassVar[re.Pattern[str]] = re.compile(
        r"\d\.\d{1,3}\.\d|:[0-9A-Fa-f]{0,4}:|[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-"
    )
    more_entities: ClassVar[tuple[str, ...]] = (EntityType.IP_ADDRESS.name,)

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        entity = EntityType.IP_ADDRESS.name
        for match in _IPV4.finditer(text):
            if not _is_address(match.group()):
                continue
            labelled_so = around(_IP_CUE, text, *match.span())
            large = any(int(part) >= _NO_PARAGRAPH for part in match.group().split("."))
            if labelled_so or (large and text[: match.start()].strip()):
                yield entity, *match.span(), 0.95 if labelled_so else 0.75
        for match in _IPV6.finditer(text):
            if any(char.isalnum() for char in match.group()) and _is_address(match.group()):
                yield entity, *match.span(), 0.95
        for match in _MAC.finditer(text):
            yield entity, *match.span(), 0.95


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
