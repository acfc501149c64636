"""Officers' numbers, by rank, by what their bearers do, and where lists and logs have them.

A collar number (or shoulder, warrant, badge number) has four to six digits, or three and a letter;
some forces put letters in front or behind. The number alone is the span: the rank may stay.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.rules import (
    THREE_DIGITS,
    Rule,
    RuleRecogniser,
    cues,
)
from redactor.detection.recognisers.times import is_time_or_measure
from redactor.model import EntityType

_RANK = (
    r"(?:(?:T|A|D|P|TI|Temp|Acting)[/ ])?(?:T?PC|WPC|TDC|T?/?DC|WDC|PCSO|CSO|PS|WPS|DS|DI|DCI|SC|"
    r"MSC|SPC|Sgt\.?|Insp\.?|Det\.? (?:Con|Sgt)\.?|(?:Police |Special |Woman Police )?Constable|"
    r"Detective (?:Constable|Sergeant|Inspector)|(?:Police |Custody )?Sergeant|Inspector|"
    r"Police Officer|Community Support Officer|Detention Officer|Prison Officer|Officer)"
)
_STAFF = "HCA|OT|SW|SN|RN|RMN|RGN|CO|DO|SO|CM|POM|OSG|SOCO|CSI|VLO|FIB|FIO|EMT|CPN|ACCO|Opr"
_STAFF_IN_WORDS = (
    "gaoler|jailer|turnkey|call (?:handler|taker)|dispatcher|radio operator|despatcher|"
    "paramedic|technician|nurse|detention officer|coroner's officer|prison officer|"
    "custody (?:nurse|assistant)|healthcare (?:assistant|professional)|social worker"
)
_RANK_WORDS = frozenset(
    "pc tpc wpc tdc dc wdc pcso cso ps wps ds di dci sc msc spc sgt insp det constable sergeant "
    "inspector officer detective collar shoulder warrant pin badge epaulette".split()
)
_NO_NUMBER = r"(?![\w/]|[.:]\d| (?:years?|minutes?|hours?|days?|officers?)\b)"


def _is_no_year(match: re.Match[str]) -> bool:
    return not re.fullmatch(r"(?:19|20)\d\d(?: I)?", match.group("value"))  # "in 2015 I was"


_NUMBER = r"(?:\d{4,5}(?: ?[A-Z]{1,2}(?![a-z]))?|\d{3}[A-Z])"
_COLLAR = r"(?:(?:[A-Z]{1,2} ?)?\d{4,5}(?: ?[A-Z]{1,2}(?![a-z]))?|\d{3}[A-Z])"
_ITS_COLLAR = rf"(?!(?:T?PC|WPC|PCSO|T?DC|[DP]S|DI) ?\d){_COLLAR}"
"""The same, but not a rank with its number: "OIC DS4471"."""
_WATCH = cues(
    "t?pcs?", "wpc", "t?dcs?", "pcsos?", "ps", "ds", "di", "dci", "sgt", "insp", "constables?",
    "sergeants?", "inspector", "officers?", "oic", "oics", "crews?", "crewed", "collars?", "dvo",
    "fcr", "custody", "arrested", "att(?:end(?:ed|ing))?",
)  # fmt: skip
_SERVED = cues(
    "served", "arrested", "handed", "seized", "escorted", "searched", "cordon", "patrol", "police",
)  # fmt: skip
_NO_COLLAR = cues(
    r"page", r"para(?:graph)?", r"room", r"flat", r"unit", r"highway", r"box", r"act", r"born",
    r"dob",
)  # fmt: skip


def _is_a_collar(match: re.Match[str]) -> bool:
    return _is_no_year(match) and not is_time_or_measure(match.string, *match.span("value"))


_CAPITAL = r"(?:[A-Z]|[^\W\d_a-z])"
_NAME = r"(?:[A-Z][a-z][\w'-]*,? )?"
_SURNAME_FIRST = (
    rf"(?:(?:de|da|do|dos|van|von|al|el|bin|ap|nic|ní|mac)[ -])?{_CAPITAL}[\w'-]+"
    rf"(?:,? {_CAPITAL}[\w'-]+){{0,3}}"
)
_DONE_BY = (
    r"(?:(?:arrest|complet|record|updat|open|clos|creat|authoris|assess|grad|attend|interview|seiz|"
    r"submitt|review|crew|detain|stopp|search)ed(?: \d\d?[/.]\d\d?)?|taken|seen|written|"
    r"entry|dash|log|update|statement|"
    r"bwv|footage|video)(?: by| from)|(?:allocated|assigned|tasked|passed) to"
)


def _is_no_time_stamp(match: re.Match[str]) -> bool:
    """ "16:55 2324 at scene", but "1655 at scene" has the time alone."""
    value = match.group("value")
    if not _CLOCK.fullmatch(value):
        return _no_unit_follows(match)
    return bool(_TIME_BEFORE.search(match.string, 0, match.start("value")))


def _names_an_author(match: re.Match[str]) -> bool:
    """ "entry by 2137" is no deadline, "entry by 2137 hours" is."""
    return _is_no_year(match) and not _UNIT.match(match.string, match.end("value"))


def _no_unit_follows(match: re.Match[str]) -> bool:
    """No time of the day, no count: "completed by 1430 hours", "closed by 4500 officers"."""
    return _is_a_collar(match) and not _UNIT.match(match.string, match.end("value"))


_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_TIME_BEFORE = re.compile(r"(?<!\d)\d\d?[:.]?\d\d ?(?:hrs)? $")
_UNIT = re.compile(
    r" ?(?:hours|hrs|h|am|pm|of|days|weeks|years|times|people|cases|officers|calls|incidents)\b|%"
)


def _beside_a_name(shape: str) -> Rule:
    """A number in `shape` next to a capitalised word, where a rank or a watch stands around."""
    return Rule(
        EntityType.COLLAR_NUMBER,
        re.compile(shape),
        cues=_WATCH,
        with_cue=0.7,
        accept=_is_a_collar,
        against=_NO_COLLAR,
        reach=150,
        hint=THREE_DIGITS,
    )


class CollarNumberRecogniser(RuleRecogniser):
    """Of "PC 12738" only the number is the span: the rank is a word that may stay."""

    needs: ClassVar[re.Pattern[str]] = re.compile(r"\d")
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w-])(?:{_RANK}|(?i:(?:collar|shoulder|warrant|pin|badge|epaulette)"
                r"(?: card)?(?: no\.?| number)?s?:?(?: is| was)?))"
                rf" \(?(?:no\.? ?|number )?(?P<value>[A-Z]{{0,2}}\d{{2,6}}[A-Z]{{0,2}}){_NO_NUMBER}"
            ),
            0.92,
            accept=_is_no_year,
            beside=_RANK_WORDS,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<![\w-])(?i:t?pc|wpc|pcso|t?dc|ds|ps) ?"
                r"(?P<value>\d{4,6}|\d{3}[A-Z])(?![\w/]|[.:]\d)"
            ),
            0.85,
        ),
        # Who is no constable: "HCA 7703", "detention officer, DO 6614", "gaoler 6620".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/.-])(?:(?:{_STAFF})|(?i:{_STAFF_IN_WORDS})),? "
                rf"\(?(?P<value>(?:[A-Z]{{1,2}})?\d{{3,6}}){_NO_NUMBER}"
            ),
            0.75,
            accept=_no_unit_follows,
            against=_NO_COLLAR,
            reach=12,
            hint=THREE_DIGITS,
        ),
        # "the sergeant, 441, had", "temporary Detective Sergeant, 903, on the team".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<![\w-])(?i:officer|constable|sergeant|inspector), "
                r"(?P<value>\d{2,6}[A-Z]?)(?=,|\)|;)"
            ),
            0.8,
            accept=_is_no_year,
            beside=_RANK_WORDS,
        ),
        # A line of a log begins with who says it: "02:11 1529 TA. 02:13 1529 no reply".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?:(?<![\d:.])(?:[01]\d|2[0-3])[:.][0-5]\d(?: ?hrs)? |> )(?P<value>{_NUMBER})"
                r"(?= (?:TA|[a-z]{2,}|>))"
            ),
            0.75,
            accept=_no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # "her shoulder number, 2920, and", "Pocket notebook of 7352, pp. 31", "Is that you, 0979?".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<![^\W_])(?i:(?:shoulder|collar|warrant|badge) (?:no\.?|number),|"
                r"(?:pocket ?)?note ?book of|pnb of|is that you,|(?:over|go ahead),?) "
                rf"(?P<value>{_ITS_COLLAR})(?![\w/%]|[.:-]\d)"
            ),
            0.8,
            accept=_is_a_collar,
            hint=THREE_DIGITS,
        ),
        # "Anum L., 2201, response", "(318D), custody": what an officer does stands behind.
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?:[,(] ?|[a-z] )(?P<value>{_NUMBER})\)?, "
                r"(?i:response|custody|neighbourhood|cid|traffic|rpu|dog unit|dogs|control|court|"
                r"annual leave|rest day|late turn|early turn|night turn|nights|lates|earlies)(?!\w)"
            ),
            0.8,
            accept=_is_a_collar,
            hint=THREE_DIGITS,
        ),
        # "No case to answer was found for 5595; 9115 was referred to reflective practice".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/.,:\u00a3-])(?P<value>{_NUMBER}) (?:was|is|had|has) "
                r"(?:then |also |later )?"
                r"(?:referred to reflective|dismissed|suspended|posted|on duty|served with|"
                r"debriefed|the (?:first|attending|arresting) officer)"
            ),
            0.8,
            accept=_is_a_collar,
            hint=THREE_DIGITS,
        ),
        # "Ostler 1798: \u201cI had been there before", "218R Birch, Fletcher (IDVA)".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"(?<![\w-]){_CAPITAL}\w{{2,}} (?P<value>{_NUMBER}): [\"\u201c'\u2018]"),
            0.75,
            accept=_is_a_collar,
            hint=THREE_DIGITS,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"(?:^|, )(?P<value>\d{{3}}[A-Z]) (?={_CAPITAL}[a-z]{{2,}}(?:,|$))"),
            0.7,
            hint=THREE_DIGITS,
        ),
        # All of a cell: "2677 / 5303"; who an action is for: "9937 to chase phone download".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"^(?P<value>{_NUMBER})(?= ?/ ?{_NUMBER}$)"),
            0.7,
            accept=_is_no_year,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"^{_NUMBER} ?/ ?(?P<value>{_NUMBER})$"),
            0.7,
            accept=_is_no_year,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"^(?P<value>{_NUMBER}) to (?:chase|review|attend|contact|update|complete|speak|"
                r"obtain|call|visit|submit|collect|arrange|take)\b"
            ),
            0.75,
            accept=_is_no_time_stamp,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"(?<!\w)[Ww]ho (?:is|was) (?P<value>{_NUMBER})\?"),
            0.75,
            accept=_is_no_year,
        ),
        # The file of a statement: "MG11_8558_Ostler".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(r"(?<![A-Za-z\d])MG\d\d?[A-Z]?_(?P<value>\d{3,5}[A-Z]?)(?=_|\.|$)"),
            0.85,
            hint=re.compile(r"MG\d"),
        ),
        # "AO 8714 Yuen", "OIC Ostler, 2IC 554W", "Teleri Ostler, PC, 169G".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/-])(?:(?:A/?O|OIC|[1-3]IC|SIO|FLO):? {_NAME}|{_RANK}, )"
                rf"\(?(?P<value>{_ITS_COLLAR})(?![\w/%]|[.:,-]\d)"
            ),
            0.85,
            accept=_no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # A list of witnesses: "W6 Ostler, Leanne 2324, read".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/-])W\d{{1,2}}:? {_SURNAME_FIRST},? \(?(?P<value>{_ITS_COLLAR})"
                r"(?=[,;.)]|\s*$)"
            ),
            0.8,
            accept=_is_no_year,
            hint=re.compile(r"W\d"),
        ),
        # "OSTLER/672T".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"(?<![\w/.-]){_CAPITAL}[^\W\d_][\w'-]+/(?P<value>\d{{3}}[A-Z])(?![\w/-])"),
            0.75,
            against=_NO_COLLAR,
            reach=12,
            hint=re.compile(r"/\d{3}[A-Z]"),
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"(?:^|[,;|] ?)(?P<value>{_NUMBER}) to control(?=[,;:.]|$)"),
            0.8,
            beside=frozenset({"control"}),
        ),
        # "16:55 2324 at scene", "238W to control".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/.,:\u00a3-])(?P<value>{_NUMBER}) "
                r"(?:(?:at|on) scene|to control|en route|in attendance|resum(?:ed|ing))\b"
            ),
            0.8,
            accept=_is_no_time_stamp,
            hint=THREE_DIGITS,
            beside=frozenset("scene control route attendance resumed resuming".split()),
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?:^|[|:;\n\"\u201c] ?|(?<!\d)\d\d?[:.]?\d\d ?(?:hrs)? )"
                rf"(?P<value>{_NUMBER}) (?:attend|arrived|assigned)"
            ),
            0.75,
            accept=_is_no_time_stamp,
            hint=THREE_DIGITS,
            beside=frozenset("attend attended attending attends arrived assigned".split()),
        ),
        # Two in a car: "Double-crewed: 2033 (Ostler) driving, 238W (Birch) operator".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"(?<![^\W_])(?i:(?:double|single)[ -]?crewed): (?P<value>{_NUMBER}) \("),
            0.85,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/.,:\u00a3-])(?P<value>{_NUMBER}) \([^\W\d_][\w' -]{{1,30}}\) "
                r"(?:driving|driver|operator|passenger|observer)(?!\w)"
            ),
            0.85,
            beside=frozenset("driving driver operator passenger observer".split()),
        ),
        # "entry by 2137", which is no time here.
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![^\W_])(?i:entry|entries|bwv|footage) (?:by|from) "
                rf"(?P<value>{_ITS_COLLAR})(?![\w/%]|[.,-]\d)"
            ),
            0.8,
            accept=_names_an_author,
        ),
        # "the number on his shoulder was 5999", "a constable with 2627 on her epaulettes".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<![^\W_])(?i:shoulders?|epaulettes?|collars?)(?![^\W_])[^.;:\n\d]{0,60}? "
                r"(?:was|is|were|read|reads|said|showed) "
                rf"(?P<value>{_ITS_COLLAR})(?![\w/%]|[.:,-]\d)"
            ),
            0.85,
            accept=_no_unit_follows,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w/.,:\u00a3-])(?P<value>{_NUMBER}) on (?:his|her|their|the|one|each) "
                r"(?:shoulder|epaulet|collar)"
            ),
            0.85,
            accept=_is_no_year,
            beside=frozenset("shoulder shoulders epaulette epaulettes collar collars".split()),
        ),
        # An entry that ends with who made it: "served by hand, 7.50 a.m.: 648A".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(r": (?P<value>\d{3}[A-Z])\s*$"),
            cues=_SERVED,
            with_cue=0.75,
            against=_NO_COLLAR,
            reach=150,
            hint=re.compile(r": \d{3}[A-Z]\s*$"),
        ),
        # A row of a chronology: "Incident no 27-0618-1137 | Marlowe | 004K".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<!\w)(?i:incident|crime|log|custody|arrest)[^|\n]{0,60} \| "
                r"[^\W\d_][\w' .-]{1,30}(?: \|)? (?P<value>[A-Z]{0,2}\d{3,6}[A-Z]{0,2})"
                r"(?=\s*(?:\||$))"
            ),
            0.85,
            accept=_is_no_year,
            hint=re.compile(r" \| "),
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<!\w)(?i:att(?:end(?:ing|ed))?\.?(?: officers?)?|officers?|oic)(?:'s)?"
                r"(?:: [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,?| (?:no\.?|number)(?: is| was)?:?)"
                r" \(?(?P<value>[A-Z]{0,2}\d{3,6}[A-Z]{0,2})(?![\w/]|[.:]\d)"
            ),
            0.85,
            accept=_is_no_year,
            hint=THREE_DIGITS,
        ),
        # "PC Marlowe 12738", "PC 12738 Marlowe" and "12738 PC Marlowe".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w-]){_RANK} [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? "
                rf"\(?(?P<value>[A-Z]{{0,2}}\d{{3,6}}[A-Z]{{0,2}})(?![\w/]|[.:]\d)"
            ),
            0.85,
            accept=_is_no_year,
            beside=_RANK_WORDS,
        ),
        # "arrested by 8127", "completed by 12738", "allocated to 771C".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"\b(?i:{_DONE_BY}) (?P<value>{_COLLAR})(?![\w/%]|[.:,-]\d)"),
            0.75,
            accept=_no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # "arresting officer: 8127", "response officer 8127", "Collar no | 8127".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"\b(?i:officers?(?: in (?:the )?case)?|(?:collar|shoulder|warrant|badge))(?:'s?)?"
                r"(?i: (?:no\.?|number))?(?: ?[:|\u2013-]| is| was)? ?\(?"
                rf"(?<=[ (])(?P<value>{_COLLAR})(?![\w/%]|[.:,-]\d)"
            ),
            0.8,
            accept=_no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # The second of two: "PCs 12738 and 8127", "officers Ostler (12738) and Birch (8127)".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"\b(?:{_RANK}|[PD]Cs|PCSOs|(?i:officers?)) {_NAME}\(?{_COLLAR}\)?,? (?:and|&|,) "
                rf"(?:{_RANK} )?{_NAME}\(?(?P<value>{_COLLAR})(?![\w/%]|[.:,-]\d)"
            ),
            0.8,
            accept=_no_unit_follows,
            beside=_RANK_WORDS | {"pcs", "dcs", "pcsos", "officers"},
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(rf"\b(?:[PD]Cs|PCSOs) {_NAME}\(?(?P<value>{_COLLAR})(?![\w/%]|[.:,-]\d)"),
            0.85,
            accept=_no_unit_follows,
        ),
        # "Ostler (8127)", "Ostler, 8127", "8127 Ostler" and "8127 (Ostler)".
        _beside_a_name(
            rf"(?<![\w-]){_CAPITAL}(?:[^\W\d_A-Z]|['-]){{2,}}(?:, | \u2013 | - |/| \(| #? ?)"
            rf"(?P<value>{_COLLAR})(?![\w/%]|[.:,-]\d)"
        ),
        _beside_a_name(
            rf"(?<![\w/.,:\u00a3-])(?P<value>{_COLLAR})(?: |, |/| \()"
            rf"(?={_CAPITAL}(?:[^\W\d_A-Z]|['-]){{2,}})"
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                r"(?<![\w/.-])(?P<value>\d{3,6}) (?=(?:T?PC|DC|PCSO|PS|DS|WPC|SC) [A-Z][a-z])"
            ),
            0.85,
            accept=_is_no_year,
            beside=_RANK_WORDS,
        ),
    )
