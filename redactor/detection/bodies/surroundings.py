"""What stands around a name where a body is meant, and where nothing is owned."""

from __future__ import annotations

import re

PLACED = re.compile(
    r"(?:\b(?:at|to|from|by|via|through|with|for|nor|attend(?:s|ed|ing)?|join(?:s|ed)|left|"
    r"visit(?:s|ed)?|near|past|into|inside|beside|outside|opposite|behind|called|named|known as|"
    r"run by|managed by|owned by|"
    r"employed by|contacted|told|ask(?:ed)?|rang|phoned|chased|"
    r"(?:patients?|tenants?|residents?) of)|@|\bc/o)\s+(?:the\s+|The\s+)?$"
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
_BODIES_DO = frozenset(
    "accepted advised agreed allocated also answered apologised assessed called cannot changed "
    "chased closed closes commissioned completed confirmed contributed could declined delivered "
    "delivers did discharged discontinued do does employed employs evicted flagged found gave had "
    "has have heard held helped helps housed invited is issued keeps kept knew knows later let "
    "made merged moved never now offered offers opened opens paid phoned prescribed provided "
    "provides raised ran rang received recorded records referred refers refused registered "
    "rejected replied reported runs said saw sees sent shared should signposted since stated "
    "submitted supported supports then told took treated twice was were will withdrew would "
    "writes wrote".split()
)
DOES = re.compile(rf"(?:['\u2019]s?)? (?:{'|'.join(sorted(_BODIES_DO))})\b")
"""What a body does, right behind its name: "Pathways supported her"."""
NOTHING_OWNED = re.compile(
    r"\s*(?:$|[.,;:)\u201d\"!?]|\s(?:and|or|on|in|for|by|at|with|where|when|after|before|to|from|as|"
    r"was|had|has|is|did|said|told|wrote|sent|rang|that|who|which|nothing|every|until|because|but|"
    r"since|wants|wanted|needs|asks|asked|says|knew|knows|kept|lets|gave|let|opened|closed|does|"
    r"will|would|could|up|twice|once|again|then|later)\b)"
)
