"""Officers' numbers where logs, lists, cells and file names have them."""

from __future__ import annotations

from redactor.detection.recognisers.collar_shapes import (
    CAPITAL,
    ITS_COLLAR,
    LIKE_A_COLLAR,
    NO_COLLAR,
    NUMBER,
    SERVED,
    SURNAME_FIRST,
    collar_rule,
    is_a_collar,
    is_no_time_stamp,
    is_no_year,
    no_unit_follows,
)
from redactor.detection.recognisers.hints import THREE_TOGETHER, figures, hint

IN_LAYOUTS = (
    # A line of a log begins with who says it: "02:11 1529 TA. 02:13 1529 no reply".
    collar_rule(
        rf"(?:(?<![\d:.])(?:[01]\d|2[0-3])[:.][0-5]\d(?: ?hrs)? |> )(?P<value>{NUMBER})"
        r"(?= (?:TA|[a-z]{2,}|>))",
        0.75,
        accept=no_unit_follows,
        hint=LIKE_A_COLLAR,
    ),
    # "Anum L., 2201, response", "(318D), custody": what an officer does stands behind.
    collar_rule(
        rf"(?:[,(] ?|[a-z] )(?P<value>{NUMBER})\)?, "
        r"(?i:response|custody|neighbourhood|cid|traffic|rpu|dog unit|dogs|control|court|"
        r"annual leave|rest day|late turn|early turn|night turn|nights|lates|earlies)(?!\w)",
        0.8,
        accept=is_a_collar,
        hint=LIKE_A_COLLAR,
    ),
    # "No case to answer was found for 5595; 9115 was referred to reflective practice".
    collar_rule(
        rf"(?<![\w/.,:\u00a3-])(?P<value>{NUMBER}) (?:was|is|had|has) "
        r"(?:then |also |later )?"
        r"(?:referred to reflective|dismissed|suspended|posted|on duty|served with|"
        r"debriefed|the (?:first|attending|arresting) officer)",
        0.8,
        accept=is_a_collar,
        hint=LIKE_A_COLLAR,
    ),
    # "Ostler 1798: \u201cI had been there before", "218R Birch, Fletcher (IDVA)".
    collar_rule(
        rf"(?<![\w-]){CAPITAL}\w{{2,}} (?P<value>{NUMBER}): [\"\u201c'\u2018]",
        0.75,
        accept=is_a_collar,
        hint=LIKE_A_COLLAR,
    ),
    collar_rule(
        rf"(?:^|, )(?P<value>\d{{3}}[A-Z]) (?={CAPITAL}[a-z]{{2,}}(?:,|$))",
        0.7,
        hint=LIKE_A_COLLAR,
    ),
    # All of a cell: "2677 / 5303"; who an action is for: "9937 to chase phone download".
    collar_rule(
        rf"^(?P<value>{NUMBER})(?= ?/ ?{NUMBER}$)",
        0.7,
        accept=is_no_year,
        hint=THREE_TOGETHER,
    ),
    collar_rule(
        rf"^(?P<value>{NUMBER}) to (?:chase|review|attend|contact|update|complete|speak|"
        r"obtain|call|visit|submit|collect|arrange|take)\b",
        0.75,
        accept=is_no_time_stamp,
        hint=THREE_TOGETHER,
    ),
    # The file of a statement: "MG11_8558_Ostler".
    collar_rule(
        r"(?<![A-Za-z\d])MG\d\d?[A-Z]?_(?P<value>\d{3,5}[A-Z]?)(?=_|\.|$)",
        0.85,
        hint=figures(r"MG\d"),
    ),
    # A list of witnesses: "W6 Ostler, Leanne 2324, read".
    collar_rule(
        rf"(?<![\w/-])W\d{{1,2}}:? {SURNAME_FIRST},? \(?(?P<value>{ITS_COLLAR})"
        r"(?=[,;.)]|\s*$)",
        0.8,
        accept=is_no_year,
        hint=figures(r"W\d"),
    ),
    # "OSTLER/672T".
    collar_rule(
        rf"(?<![\w/.-]){CAPITAL}[^\W\d_][\w'-]+/(?P<value>\d{{3}}[A-Z])(?![\w/-])",
        0.75,
        against=NO_COLLAR,
        reach=12,
        hint=figures(r"/\d{3}[A-Z]"),
    ),
    collar_rule(
        rf"(?:^|[,;|] ?)(?P<value>{NUMBER}) to control(?=[,;:.]|$)",
        0.8,
        beside=frozenset({"control"}),
    ),
    # "16:55 2324 at scene", "238W to control".
    collar_rule(
        rf"(?<![\w/.,:\u00a3-])(?P<value>{NUMBER}) "
        r"(?:(?:at|on) scene|to control|en route|in attendance|resum(?:ed|ing))\b",
        0.8,
        accept=is_no_time_stamp,
        hint=LIKE_A_COLLAR,
        beside=frozenset("scene control route attendance resumed resuming".split()),
    ),
    collar_rule(
        r"(?:^|[|:;\n\"\u201c] ?|(?<!\d)\d\d?[:.]?\d\d ?(?:hrs)? )"
        rf"(?P<value>{NUMBER}) (?:attend|arrived|assigned)",
        0.75,
        accept=is_no_time_stamp,
        hint=LIKE_A_COLLAR,
        beside=frozenset("attend attended attending attends arrived assigned".split()),
    ),
    # Two in a car: "Double-crewed: 2033 (Ostler) driving, 238W (Birch) operator".
    collar_rule(
        rf"(?<![^\W_])(?i:(?:double|single)[ -]?crewed): (?P<value>{NUMBER}) \(",
        0.85,
    ),
    collar_rule(
        rf"(?<![\w/.,:\u00a3-])(?P<value>{NUMBER}) \([^\W\d_][\w' -]{{1,30}}\) "
        r"(?:driving|driver|operator|passenger|observer)(?!\w)",
        0.85,
        beside=frozenset("driving driver operator passenger observer".split()),
    ),
    # An entry that ends with who made it: "served by hand, 7.50 a.m.: 648A".
    collar_rule(
        r": (?P<value>\d{3}[A-Z])\s*$",
        cues=SERVED,
        with_cue=0.75,
        against=NO_COLLAR,
        reach=150,
        hint=hint(r": \d{3}[A-Z]\s*$"),
    ),
    # A row of a chronology: "Incident no 27-0618-1137 | Marlowe | 004K".
    collar_rule(
        r"(?<!\w)(?i:incident|crime|log|custody|arrest)[^|\n]{0,60} \| "
        r"[^\W\d_][\w' .-]{1,30}(?: \|)? (?P<value>[A-Z]{0,2}\d{3,6}[A-Z]{0,2})"
        r"(?=\s*(?:\||$))",
        0.85,
        accept=is_no_year,
        hint=hint(r" \| "),
    ),
)
