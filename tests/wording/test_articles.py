"""Articles before a name that has become another, or a label."""

import pytest

from tests.wording.marked import reads


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("a {Hargreaves>Area A} tenancy", "an Area A tenancy"),
        ("an {Okafor>GP1} letter", "a GP1 letter"),
        ("a {Tully>HV1} visit", "an HV1 visit"),
        ("an {Okafor>=Smith} letter", "a Smith letter"),
        ("A {Thanet>Area A} nurse", "An Area A nurse"),
        ("It ended. An {Okafor>GP1} letter", "It ended. A GP1 letter"),
        ("FROM A {THANET>AREA A} NURSE", "FROM AN AREA A NURSE"),
        ("AN {OKAFOR>GP1} LETTER", "A GP1 LETTER"),
        ("Letter from A {Thanet>Area A} nurse", "Letter from An Area A nurse"),
        ("a “{Hargreaves>=Ellis}” house", "an “Ellis” house"),
        ("a ({Hargreaves>=Ellis}) house", "an (Ellis) house"),
        ("a\u00a0{Hargreaves>=Ellis} house", "an\u00a0Ellis house"),
        ("a\n{Hargreaves>=Ellis} house", "an\nEllis house"),
        # wrong before, right now
        ("a {Okafor>=Ellis} letter", "an Ellis letter"),
        ("an {1 High Street>=[telephone number removed]} x", "a [telephone number removed] x"),
        # left: it fits, or is no article
        ("an {Okafor>=Ellis} letter", "an Ellis letter"),
        ("a {Hargreaves>GP1} letter", "a GP1 letter"),
        ("Hospital A {Hargreaves>=Ellis} ward", "Hospital A Ellis ward"),
        ("vitamin A {Hargreaves>=Ellis}", "vitamin A Ellis"),
        ("a young {Hargreaves>=Ellis}", "a young Ellis"),
        ("plan a: {Hargreaves>=Ellis}", "plan a: Ellis"),
        ("plan a.\t{Hargreaves>=Ellis}", "plan a.\tEllis"),
        ("à {Hargreaves>=Ellis}", "à Ellis"),
        ("and/or-a {Hargreaves>=Ellis}", "and/or-a Ellis"),
        ("a\ufffc {Hargreaves>=Ellis}", "a\ufffc Ellis"),
        ("a\t{Hargreaves>=Ellis}", "a\tEllis"),
        ("a {Okafor>=Okafor} letter", "a Okafor letter"),
    ],
)
def test_a_or_an_follows_the_sound(marked, expected):
    assert reads(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the {S} office", "the housing association office"),
        ("The {S} office", "The housing association office"),
        ("a {S} tenant", "a housing association tenant"),
        ("an {S} tenant", "a housing association tenant"),
        ("his {S} flat", "his housing association flat"),
        ("our {S} flat", "our housing association flat"),
        ("this {S} flat", "this housing association flat"),
        ("no {S} officer came", "no housing association officer came"),
        ("another {S} flat", "another housing association flat"),
        ("two {S} tenants", "two housing association tenants"),
        ("the “{S}” office", "the “housing association” office"),
        ("{Danielle>=Connie}’s {S} flat", "Connie’s housing association flat"),
        ("her mother's {S} flat", "her mother's housing association flat"),
        ("her parents’ {S} flat", "her parents’ housing association flat"),
        ("in that {S} flat", "in that housing association flat"),
        ("her {S} flat", "her housing association flat"),
        ("a former {S} tenant", "a former housing association tenant"),
        ("her local {S} office", "her local housing association office"),
        ("an ex-{S} tenant", "an ex-housing association tenant"),
        ("the {SEAGROVE>THE HOUSING ASSOCIATION} flat", "the HOUSING ASSOCIATION flat"),
        ("the {Wójcik>a neighbour} house", "the neighbour house"),
        ("FOR A {SEAGROVE>THE HOUSING ASSOCIATION} TENANT", "FOR A HOUSING ASSOCIATION TENANT"),
    ],
)
def test_no_article_is_doubled(marked, expected):
    assert reads(marked.replace("{S}", "{Seagrove>the housing association}")) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("by {K} and", "by the Midwife and"),
        ("said that {K} had visited", "said that the Midwife had visited"),
        ("told her {K} was late", "told her the Midwife was late"),
        ("gave her {K}’s number", "gave her the Midwife’s number"),
        ("the flat which {K} saw", "the flat which the Midwife saw"),
        ("at two {K} rang", "at two the Midwife rang"),
        ("it’s {K} again", "it’s the Midwife again"),
        ("Hospital A {K} said", "Hospital A the Midwife said"),
        ("her GP, {K} and others", "her GP, the Midwife and others"),
        ("neither {K} nor others", "neither the Midwife nor others"),
        ("only {K} came", "only the Midwife came"),
        ("‘I like dogs’ {K} said", "‘I like dogs’ the Midwife said"),
        ("of the\t{K}", "of the\tthe Midwife"),
    ],
)
def test_a_label_keeps_its_article_where_nothing_stands_for_it(marked, expected):
    assert reads(marked.replace("{K}", "{Bronagh Keane>the Midwife}"), quotes=False) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("in the {I}, where", "in Area A, where"),
        ("in the {I}.", "in Area A."),
        ("in the {I}", "in Area A"),
        ("The {I} is small", "Area A is small"),
        ("the {I}’s coast", "Area A’s coast"),
        ("the {I} in Kent", "Area A in Kent"),
        ("the {I}, Kent", "Area A, Kent"),
        ("the {I} and Dover", "Area A and Dover"),
        ("the {Thanet>Area A} and its coast", "Area A and its coast"),
        ("the {Weir>Area B}, which", "Area B, which"),
        ("The {Orchard Surgery>GP Practice A} referred him", "GP Practice A referred him"),
        ("(the {I})", "(Area A)"),
        ("the {Pilot School>School 2}; then", "School 2; then"),
    ],
)
def test_no_the_before_area_a(marked, expected):
    assert reads(marked.replace("{I}", "{Isle of Thanet>Area A}")) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the {Thanet>Area A} area", "the Area A area"),
        ("the {Isle of Thanet>Area A} NHS office", "the Area A NHS office"),
        ("the {Isle of Thanet>Area A} nurse", "the Area A nurse"),
        ("the {Thanet>Area A}, Dover and Kent teams", "the Area A, Dover and Kent teams"),
        ("the {Thanet>Area A} and {Dover>Area B} teams", "the Area A and Area B teams"),
        ("the {Thanet>Area A} to Dover bus", "the Area A to Dover bus"),
        ("the {Thanet>Area A}-based nurse", "the Area A-based nurse"),
        ("the {Thanet>Area A} on-call nurse", "the Area A on-call nurse"),
        ("the\t{Thanet>Area A}, where", "the\tArea A, where"),
        ("the “{Thanet>Area A}” of", "the “Area A” of"),
        ("the {Keane>=Ellis}, who", "the Ellis, who"),
        ("the {Isle of Thanet>Area A NHS Trust}, who", "the Area A NHS Trust, who"),
        ("the {Okafor>Child A} moved", "the Child A moved"),
    ],
)
def test_the_stays_where_a_noun_may_follow(marked, expected):
    assert reads(marked) == expected
