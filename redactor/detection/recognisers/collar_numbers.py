"""Officers' numbers: by their rank, their part, what they do and wear, and by layout."""

from __future__ import annotations

from typing import ClassVar

from redactor.detection.recognisers.collar_layouts import IN_LAYOUTS
from redactor.detection.recognisers.collar_shapes import (
    CAPITAL,
    COLLAR,
    DONE_BY,
    ITS_COLLAR,
    NAME,
    NO_COLLAR,
    NO_NUMBER,
    NUMBER,
    RANK,
    RANK_WORDS,
    STAFF,
    STAFF_IN_WORDS,
    beside_a_name,
    collar_rule,
    is_a_collar,
    is_no_year,
    names_an_author,
    no_unit_follows,
)
from redactor.detection.recognisers.hints import DIGIT, THREE_DIGITS, Hint
from redactor.detection.recognisers.rules import Rule, RuleRecogniser


class CollarNumberRecogniser(RuleRecogniser):
    """Of "PC 12738" only the number is the span: the rank is a word that may stay."""

    needs: ClassVar[Hint] = DIGIT
    rules: ClassVar[tuple[Rule, ...]] = (
        collar_rule(
            rf"(?<![\w-])(?:{RANK}|(?i:(?:collar|shoulder|warrant|pin|badge|epaulette)"
            r"(?: card)?(?: no\.?| number)?s?:?(?: is| was)?))"
            rf" \(?(?:no\.? ?|number )?(?P<value>[A-Z]{{0,2}}\d{{2,6}}[A-Z]{{0,2}}){NO_NUMBER}",
            0.92,
            accept=is_no_year,
            beside=RANK_WORDS,
        ),
        collar_rule(
            r"(?<![\w-])(?i:t?pc|wpc|pcso|t?dc|ds|ps) ?"
            r"(?P<value>\d{4,6}|\d{3}[A-Z])(?![\w/]|[.:]\d)",
            0.85,
        ),
        # Who is no constable: "HCA 7703", "detention officer, DO 6614", "gaoler 6620".
        collar_rule(
            rf"(?<![\w/.-])(?:(?:{STAFF})|(?i:{STAFF_IN_WORDS})),? "
            rf"\(?(?P<value>(?:[A-Z]{{1,2}})?\d{{3,6}}){NO_NUMBER}",
            0.75,
            accept=no_unit_follows,
            against=NO_COLLAR,
            reach=12,
            hint=THREE_DIGITS,
        ),
        # "the sergeant, 441, had", "temporary Detective Sergeant, 903, on the team".
        collar_rule(
            r"(?<![\w-])(?i:officer|constable|sergeant|inspector), "
            r"(?P<value>\d{2,6}[A-Z]?)(?=,|\)|;)",
            0.8,
            accept=is_no_year,
            beside=RANK_WORDS,
        ),
        # "her shoulder number, 2920, and", "Pocket notebook of 7352, pp. 31", "Is that you, 0979?".
        collar_rule(
            r"(?<![^\W_])(?i:(?:shoulder|collar|warrant|badge) (?:no\.?|number),|"
            r"(?:pocket ?)?note ?book of|pnb of|is that you,) "
            rf"(?P<value>{ITS_COLLAR})(?![\w/%]|[.:-]\d)",
            0.8,
            accept=is_a_collar,
            hint=THREE_DIGITS,
        ),
        collar_rule(
            rf"(?<!\w)[Ww]ho (?:is|was) (?P<value>{NUMBER})\?",
            0.75,
            accept=is_no_year,
        ),
        # "AO 8714 Yuen", "OIC Ostler, 2IC 554W", "Teleri Ostler, PC, 169G".
        collar_rule(
            rf"(?<![\w/-])(?:(?:A/?O|OIC|[1-3]IC|SIO|FLO):? {NAME}|{RANK}, )"
            rf"\(?(?P<value>{ITS_COLLAR})(?![\w/%]|[.:,-]\d)",
            0.85,
            accept=no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # "entry by 2137", which is no time here.
        collar_rule(
            rf"(?<![^\W_])(?i:entry|entries|bwv|footage) (?:by|from) "
            rf"(?P<value>{ITS_COLLAR})(?![\w/%]|[.,-]\d)",
            0.8,
            accept=names_an_author,
        ),
        # "the number on his shoulder was 5999", "a constable with 2627 on her epaulettes".
        collar_rule(
            r"(?<![^\W_])(?i:shoulders?|epaulettes?|collars?)(?![^\W_])[^.;:\n\d]{0,60}? "
            r"(?:was|is|were|read|reads|said|showed) "
            rf"(?P<value>{ITS_COLLAR})(?![\w/%]|[.:,-]\d)",
            0.85,
            accept=no_unit_follows,
        ),
        collar_rule(
            rf"(?<![\w/.,:\u00a3-])(?P<value>{NUMBER}) on (?:his|her|their|the|one|each) "
            r"(?:shoulder|epaulet|collar)",
            0.85,
            accept=is_no_year,
            beside=frozenset("shoulder shoulders epaulette epaulettes collar collars".split()),
        ),
        collar_rule(
            r"(?<!\w)(?i:att(?:end(?:ing|ed))?\.?(?: officers?)?|officers?|oic)(?:'s)?"
            r"(?:: [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,?| (?:no\.?|number)(?: is| was)?:?)"
            r" \(?(?P<value>[A-Z]{0,2}\d{3,6}[A-Z]{0,2})(?![\w/]|[.:]\d)",
            0.85,
            accept=is_no_year,
            hint=THREE_DIGITS,
        ),
        # "PC Marlowe 12738", "PC 12738 Marlowe" and "12738 PC Marlowe".
        collar_rule(
            rf"(?<![\w-]){RANK} [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? "
            rf"\(?(?P<value>[A-Z]{{0,2}}\d{{3,6}}[A-Z]{{0,2}})(?![\w/]|[.:]\d)",
            0.85,
            accept=is_no_year,
            beside=RANK_WORDS,
        ),
        # "arrested by 8127", "completed by 12738", "allocated to 771C".
        collar_rule(
            rf"\b(?i:{DONE_BY}) (?P<value>{COLLAR})(?![\w/%]|[.:,-]\d)",
            0.75,
            accept=no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # "arresting officer: 8127", "response officer 8127", "Collar no | 8127".
        collar_rule(
            r"\b(?i:officers?(?: in (?:the )?case)?|(?:collar|shoulder|warrant|badge))(?:'s?)?"
            r"(?i: (?:no\.?|number))?(?: ?[:|\u2013-]| is| was)? ?\(?"
            rf"(?<=[ (])(?P<value>{COLLAR})(?![\w/%]|[.:,-]\d)",
            0.8,
            accept=no_unit_follows,
            hint=THREE_DIGITS,
        ),
        # The second of two: "PCs 12738 and 8127", "officers Ostler (12738) and Birch (8127)".
        collar_rule(
            rf"\b(?:{RANK}|[PD]Cs|PCSOs|(?i:officers?)) {NAME}\(?{COLLAR}\)?,? (?:and|&|,) "
            rf"(?:{RANK} )?{NAME}\(?(?P<value>{COLLAR})(?![\w/%]|[.:,-]\d)",
            0.8,
            accept=no_unit_follows,
            beside=RANK_WORDS | {"pcs", "dcs", "pcsos", "officers"},
        ),
        collar_rule(
            rf"\b(?:[PD]Cs|PCSOs) {NAME}\(?(?P<value>{COLLAR})(?![\w/%]|[.:,-]\d)",
            0.85,
            accept=no_unit_follows,
        ),
        # "Ostler (8127)", "Ostler, 8127", "8127 Ostler" and "8127 (Ostler)".
        beside_a_name(
            rf"(?<![\w-]){CAPITAL}(?:[^\W\d_A-Z]|['-]){{2,}}(?:, | \u2013 | - |/| \(| #? ?)"
            rf"(?P<value>{COLLAR})(?![\w/%]|[.:,-]\d)"
        ),
        beside_a_name(
            rf"(?<![\w/.,:\u00a3-])(?P<value>{COLLAR})(?: |, |/| \()"
            rf"(?={CAPITAL}(?:[^\W\d_A-Z]|['-]){{2,}})"
        ),
        collar_rule(
            r"(?<![\w/.-])(?P<value>\d{3,6}) (?=(?:T?PC|DC|PCSO|PS|DS|WPC|SC) [A-Z][a-z])",
            0.85,
            accept=is_no_year,
            beside=RANK_WORDS,
        ),
        *IN_LAYOUTS,
    )
