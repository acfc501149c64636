"""Addresses of machines: IPv4 (RFC 791), IPv6 (RFC 4291) and MAC (IEEE 802)."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.hints import Hint, hint
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match, RuleRecogniser, around, cues
from redactor.model import EntityType

_IPV4 = re.compile(r"(?<![\w.:/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w:-]|\.\d)")
_IPV6 = re.compile(r"(?<![\w.:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:]|\.\d)")
_MAC = re.compile(
    r"(?<![\w:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])"
)
_IP_CUE = cues(
    r"ip(?: address(?:es)?)?", "router", "server", "logged (?:in|on)", "network", "device"
)
_NO_PARAGRAPH = 60


class NetworkAddressRecogniser(RuleRecogniser):
    """IPv4 (RFC 791), IPv6 (RFC 4291) and MAC (IEEE 802) addresses; "11.3.40.2" is a paragraph."""

    needs: ClassVar[Hint] = hint(r"\.\d{1,3}\.\d|:[0-9A-Fa-f]{0,4}:|-[0-9A-Fa-f]{2}-")
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
