"""What stands around a name where a body is meant, and where nothing is owned."""

from __future__ import annotations

import re

PLACED = re.compile(
    r"\b(?:at|to|from|by|with|for|attend(?:s|ed|ing)?|join(?:s|ed)|left|visit(?:s|ed)?|near|outside|"
    r"opposite|behind|called|named|known as|run by|managed by|owned by|employed by|contacted|"
    r"told|asked|rang|phoned)\s+(?:the\s+|The\s+)?$"
)
BEHIND_THE = re.compile(r"\b[Tt]he\s+$")
TYPED = re.compile(
    r"(?:['\u2019]s?)?(?:,\s+(?:an?|the|her|his|their|which|where)\s+(?:[\w-]+\s+){0,3})?\s*"
    r"(?:hospital|surgery|practice|school|nursery|college|academy|pre-?school|playgroup|church|"
    r"chapel|mosque|pub|bar|club|caf\u00e9|cafe|shop|store|hotel|hostel|refuge|care home|"
    r"nursing home|home|ward|unit|team|office|service|charity|centre|center|project|estate|"
    r"housing association|landlord|agency|company|firm|group|clinic|hospice|gym|supermarket|"
    r"restaurant|takeaway|factory|warehouse|depot|farm|garage|salon|staff|manager)\b"
)
TYPE_BEFORE = re.compile(
    r"\b(?:hospital|surgery|practice|school|nursery|college|academy|church|mosque|pub|bar|club|"
    r"cafe|shop|hotel|hostel|refuge|home|ward|charity|centre|project|association|landlord|agency|"
    r"company|firm|employer|supplier|provider|gym|restaurant)(?:,|\s+(?:called|named))?\s+"
    r"(?:the\s+|The\s+)?[(\"\u201c\u2018']?$"
)
NOTHING_OWNED = re.compile(
    r"\s*(?:$|[.,;:)\u201d\"!?]|\s(?:and|or|on|in|for|by|at|with|where|when|after|before|to|from|as|"
    r"was|had|has|is|did|said|told|wrote|sent|rang|that|who|which|nothing|every|until|because|but|"
    r"since|gave|let|opened|closed|does|will|would|could|up|twice|once|again|then|later)\b)"
)
