"""What the words of a table mean: headings, relationships, and several names in one cell."""

import pytest

from redactor.model import EntityType
from redactor.pseudonyms.exchange.aliases import aliases_cell, read_aliases
from redactor.pseudonyms.exchange.cells import read_pseudonym
from redactor.pseudonyms.exchange.columns import Column, exact_columns, likely_columns
from redactor.pseudonyms.exchange.kinds import (
    kind_of_label,
    kind_of_name,
    kind_of_relationship,
    kind_of_role_label,
    kind_of_section,
    kind_of_type,
)
from redactor.pseudonyms.exchange.naming import read_names
from redactor.pseudonyms.exchange.vocabulary import is_blank, table
from redactor.text.fold import key

PERSON, CHILD, PROFESSIONAL = EntityType.PERSON, EntityType.CHILD, EntityType.PROFESSIONAL


@pytest.mark.parametrize(
    ("text", "type", "role"),
    [
        ("victim", PERSON, ""),
        ("Mother of victim", PERSON, ""),
        ("Victim\u2019s mother", PERSON, ""),
        ("perpetrator", PERSON, ""),
        ("ex-partner", PERSON, ""),
        ("Ex-partner / perpetrator", PERSON, ""),
        ("Child A\u2019s father", PERSON, ""),
        ("stepfather to Child B", PERSON, ""),
        ("friend of 15 years", PERSON, ""),
        ("young man who lived next door", PERSON, ""),
        ("Landlord (housing association)", PERSON, ""),
        ("next of kin", PERSON, ""),
        ("son", CHILD, ""),
        ("daughter (aged 4)", CHILD, ""),
        ("daughter (4)", CHILD, ""),
        ("Daughter, 6 months", CHILD, ""),
        ("13 year old daughter", CHILD, ""),
        ("brother aged 9", CHILD, ""),
        ("aged 3", CHILD, ""),
        ("child", CHILD, ""),
        ("unborn child", CHILD, ""),
        ("son of the perpetrator, adult", PERSON, ""),
        ("adult daughter", PERSON, ""),
        ("son, 19", PERSON, ""),
        ("daughter (aged 24)", PERSON, ""),
        ("son of panel member", CHILD, ""),
        ("son, known to adult services", CHILD, ""),
        ("GP", PROFESSIONAL, "GP"),
        ("Victim's GP", PROFESSIONAL, "GP"),
        ("Social Worker", PROFESSIONAL, "SW"),
        ("social worker for Child A", PROFESSIONAL, "SW"),
        ("Hospital social worker", PROFESSIONAL, "SW"),
        ("health visitor", PROFESSIONAL, "HV"),
        ("PC", PROFESSIONAL, "PC"),
        ("Teacher at Child A's school", PROFESSIONAL, "TEACHER"),
        ("Housing Officer at the housing association", PROFESSIONAL, "HO"),
        ("Independent chair of the child protection conference", PROFESSIONAL, "IRO"),
        ("Chair of governors at school", PROFESSIONAL, "AUTH"),
        ("member of staff", PROFESSIONAL, ""),
        ("district", EntityType.PLACE, ""),
        ("Town where the victim lived", EntityType.PLACE, ""),
        ("village", EntityType.PLACE, ""),
        ("hospital", EntityType.HOSPITAL, ""),
        ("Hospital (A&E)", EntityType.HOSPITAL, ""),
        ("GP surgery", EntityType.PRACTICE, ""),
        ("GP\u2019s practice", EntityType.PRACTICE, ""),
        ("Child A's school", EntityType.SCHOOL, ""),
        ("nursery", EntityType.SCHOOL, ""),
        ("Housing association", EntityType.ORGANISATION, ""),
        ("NHS trust", EntityType.ORGANISATION, ""),
        ("charity", EntityType.ORGANISATION, ""),
        ("employer of perpetrator", EntityType.ORGANISATION, ""),
        ("Perpetrator's place of work", EntityType.ORGANISATION, ""),
        ("", None, ""),
        ("no contact since 2015", None, ""),
    ],
)
def test_a_relationship_says_what_somebody_is(text, type, role):
    kind = kind_of_relationship(text)
    assert (kind.type, kind.role, kind.panel) == (type, role, False)


@pytest.mark.parametrize(
    ("text", "panel"),
    [
        ("panel member", True),
        ("Panel Member, Kent Police", True),
        ("DHR panel member", True),
        ("Member of the panel", True),
        ("Independent Chair", True),
        ("Independent Chair and Author", True),
        ("Panel member's sister", False),
        ("Sister of a panel member", False),
        ("Independent Chair, child protection conference", False),
    ],
)
def test_who_is_on_the_panel(text, panel):
    assert kind_of_relationship(text).panel is panel


@pytest.mark.parametrize(
    ("text", "assumed"),
    [("son", True), ("nephew", True), ("son (4)", False), ("child", False), ("baby", False)],
)
def test_a_son_may_be_grown_up(text, assumed):
    assert kind_of_relationship(text).assumed is assumed


@pytest.mark.parametrize(
    ("pseudonym", "type"),
    [
        ("Child A", CHILD),
        ("child 2", CHILD),
        ("Adult B", PERSON),
        ("Area A", EntityType.PLACE),
        ("Town B", EntityType.PLACE),
        ("Hospital A", EntityType.HOSPITAL),
        ("GP Practice A", EntityType.PRACTICE),
        ("GPP B", EntityType.PRACTICE),
        ("Primary School 1", EntityType.SCHOOL),
        ("Housing Association A", EntityType.ORGANISATION),
        ("Area A NHS Trust", None),
        ("Connie Smith", None),
        ("Child Benefit Office", None),
    ],
)
def test_a_label_says_what_it_is_for(pseudonym, type):
    assert kind_of_label(pseudonym).type is type


@pytest.mark.parametrize(
    ("pseudonym", "type", "role"),
    [
        ("GP1", PROFESSIONAL, "GP"),
        ("SW 2", PROFESSIONAL, "SW"),
        ("Social Worker 2", PROFESSIONAL, "SW"),
        ("PC A", PROFESSIONAL, "PC"),
        ("the Midwife", PROFESSIONAL, "MW"),
        ("Mother", PERSON, ""),
        ("Area A NHS Trust", EntityType.ORGANISATION, ""),
        ("Ms A", None, ""),
        ("Connie Smith", None, ""),
        ("Rose Bishop", None, ""),
    ],
)
def test_a_role_label_says_the_role(pseudonym, type, role):
    kind = kind_of_role_label(pseudonym)
    assert (kind.type, kind.role) == (type, role)


@pytest.mark.parametrize(
    ("name", "pseudonym", "type"),
    [
        ("Seagrove Primary School", "School in Area A", EntityType.SCHOOL),
        ("Larkhill Surgery", "[the surgery]", EntityType.PRACTICE),
        ("Isle of Thanet NHS Trust", "[the Trust]", EntityType.ORGANISATION),
        ("PC Dobson", "Officer Lee", PROFESSIONAL),
        ("Rose Hospital", "Ann Smith", None),
        ("Dr Okafor", "Dr Lee", None),
        ("Sister Mary", "Ann", None),
        ("Mr Schooling", "[a man]", None),
    ],
)
def test_a_real_name_may_say_what_it_is(name, pseudonym, type):
    assert kind_of_name(name, pseudonym).type is type


@pytest.mark.parametrize(
    ("cell", "type"),
    [
        ("person", PERSON),
        ("Child", CHILD),
        ("NHS number", EntityType.NHS_NUMBER),
        ("date-of-birth", EntityType.DATE_OF_BIRTH),
        ("adult", PERSON),
        ("GP surgery", EntityType.PRACTICE),
        ("Location", EntityType.PLACE),
        ("Purple", None),
    ],
)
def test_the_words_under_type(cell, type):
    assert kind_of_type(cell).type is type


def test_a_heading_within_a_table():
    assert kind_of_section("Professionals:").type is PROFESSIONAL
    assert kind_of_section("Panel members").panel
    assert kind_of_section("Danielle Hargreaves").type is None


@pytest.mark.parametrize(
    ("cell", "real", "aliases", "described"),
    [
        ("Danielle Hargreaves", "Danielle Hargreaves", (), ""),
        ("  Danielle \n Hargreaves* ", "Danielle Hargreaves", (), ""),
        ("1. Danielle Hargreaves", "Danielle Hargreaves", (), ""),
        ("Hargreaves, Danielle", "Danielle Hargreaves", (), ""),
        ("Anne-Marie O\u2019Dowd", "Anne-Marie O\u2019Dowd", (), ""),
        ("Danielle (Dani) Hargreaves", "Danielle Hargreaves", ("Dani",), ""),
        ("Kieran Pritchard (Kez)", "Kieran Pritchard", ("Kez",), ""),
        ("Kieran \u2018Kez\u2019 Pritchard", "Kieran Pritchard", ("Kez",), ""),
        ('Kieran "Spud" Pritchard', "Kieran Pritchard", ("Spud",), ""),
        ("Kieran Pritchard aka Kez", "Kieran Pritchard", ("Kez",), ""),
        ("Kieran Pritchard, A.K.A. Kez", "Kieran Pritchard", ("Kez",), ""),
        ("Kieran Pritchard, known as Spud", "Kieran Pritchard", ("Spud",), ""),
        ("Ann Hargreaves (n\u00e9e Pike)", "Ann Hargreaves", ("Ann Pike",), ""),
        ("Ann Hargreaves (Nee Pike)", "Ann Hargreaves", ("Ann Pike",), ""),
        ("Ann Hargreaves ne\u0301e Pike", "Ann Hargreaves", ("Ann Pike",), ""),
        ("Ann Hargreaves (formerly Ann Tull)", "Ann Hargreaves", ("Ann Tull",), ""),
        ("Lorraine / Lol Pritchard", "Lorraine Pritchard", ("Lol",), ""),
        ("Lorraine/Lol Pritchard", "Lorraine Pritchard", ("Lol",), ""),
        ("Danielle Hargreaves / Dani", "Danielle Hargreaves", ("Dani",), ""),
        ("Danielle Hargreaves/Pritchard", "Danielle Hargreaves", ("Danielle Pritchard",), ""),
        ("Ann Hargreaves or Ann Pike", "Ann Hargreaves", ("Ann Pike",), ""),
        ("Danielle Hargreaves\nDanielle Pike", "Danielle Hargreaves", ("Danielle Pike",), ""),
        ("Danielle Hargreaves, Dani", "Danielle Hargreaves", ("Dani",), ""),
        ("Danielle Hargreaves (victim)", "Danielle Hargreaves", (), "victim"),
        ("Danielle Hargreaves \u2013 victim", "Danielle Hargreaves", (), "victim"),
        ("Isla Pritchard (4)", "Isla Pritchard", (), "(4)"),
        ("PC Dobson (Kent Police)", "PC Dobson", (), "Kent Police"),
        ('"Ann (n\u00e9e ""Pike"")"', 'Ann (n\u00e9e "Pike")', (), ""),
    ],
)
def test_several_names_in_the_cell_of_a_person(cell, real, aliases, described):
    names = read_names(cell, of_person=True)
    assert (names.real, names.aliases, names.described) == (real, aliases, described)
    assert not names.is_unclear
    assert not names.several


@pytest.mark.parametrize(
    ("cell", "real"),
    [
        ("Karen Dobson (KMPT)", "Karen Dobson"),
        ("Danielle Hargreaves (lived abroad until 2015)", "Danielle Hargreaves"),
    ],
)
def test_words_that_may_be_anything_are_no_name(cell, real):
    names = read_names(cell, of_person=True)
    assert (names.real, names.aliases, names.is_unclear) == (real, (), True)


@pytest.mark.parametrize(
    "cell",
    [
        "Danielle Hargreaves & Kieran Pritchard",
        "Mr and Mrs Hargreaves",
        "Danielle Hargreaves / Kieran Pritchard",
        "Dr Okafor / Dr Mensah",
    ],
)
def test_two_people_in_one_cell(cell):
    assert read_names(cell, of_person=True).several


@pytest.mark.parametrize(
    ("cell", "real", "aliases", "is_unclear"),
    [
        ("Salt & Crumb", "Salt & Crumb", (), False),
        ("Isle of Thanet NHS Trust (ITNT)", "Isle of Thanet NHS Trust", ("ITNT",), False),
        ("Margate (Kent)", "Margate", (), True),
        ("Thanet (district)", "Thanet", (), False),
        ("Thanet / Isle of Thanet", "Thanet", ("Isle of Thanet",), False),
        ("Larkhill Surgery (formerly Hill Surgery)", "Larkhill Surgery", ("Hill Surgery",), False),
        ("Larkhill Surgery, Margate", "Larkhill Surgery, Margate", (), False),
        ("Kent and Medway Trust", "Kent and Medway Trust", (), False),
    ],
)
def test_several_names_of_a_place_or_body(cell, real, aliases, is_unclear):
    names = read_names(cell, of_person=False)
    assert (names.real, names.aliases, names.is_unclear) == (real, aliases, is_unclear)


@pytest.mark.parametrize(
    ("cell", "aliases"),
    [
        ("", ()),
        ("-", ()),
        ("n/a", ()),
        ("Dani", ("Dani",)),
        ("\u201cDani\u201d", ("Dani",)),
        ("Dani, Danni and Dee", ("Dani", "Danni", "Dee")),
        ("Dani / Danni\nDee", ("Dani", "Danni", "Dee")),
        ("Dani; Pike, Danielle", ("Dani", "Pike, Danielle")),
        ("Pike, Danielle", ("Pike, Danielle",)),
        ("n\u00e9e Pike", ("Danielle Pike",)),
        ("aka Spud", ("Spud",)),
        ('"Dani; Dee"; Danni', ("Dani; Dee", "Danni")),
    ],
)
def test_a_list_of_other_names(cell, aliases):
    assert read_aliases(cell, "Danielle Hargreaves", of_person=True) == aliases
    written = aliases_cell(aliases, "Danielle Hargreaves", of_person=True)
    assert read_aliases(written, "Danielle Hargreaves", of_person=True) == aliases


@pytest.mark.parametrize(
    ("cell", "pseudonym", "stays"),
    [
        ("Connie Smith", "Connie Smith", False),
        ("\u201cConnie\u201d", "Connie", False),
        ("keep", "", True),
        ("As is", "", True),
        ("No change.", "", True),
        ("[real name used]", "", True),
        ("TBC", "", False),
        ("\u2013", "", False),
        ("?", "", False),
        ('"Keep"', "Keep", False),
        ("No", "No", False),
    ],
)
def test_what_stands_for_a_pseudonym(cell, pseudonym, stays):
    assert read_pseudonym(cell) == (pseudonym, stays)


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["Real name", "Pseudonym", "Relationship"], "real pseudonym relationship"),
        (["NAME:", "Anonymised name", "Role"], "real pseudonym role"),
        (["Full Name*", "Referred to as", "Relationship to victim"], "real pseudonym relationship"),
        (["Pseudonym (agreed)", "Name"], "pseudonym real"),
        (["Surname", "First name", "Known as in report"], "surname given pseudonym"),
        (["Name", "Also known as", "Pseudonym", "Notes"], "real aliases pseudonym notes"),
        (["Name", "Type", "Pseudonym", "Decision"], "real type pseudonym decision"),
    ],
)
def test_headings_word_for_word(headings, columns):
    found = exact_columns(headings)
    wanted = [Column(column) for column in columns.split()]
    assert [next(c for c, n in found.items() if number in n) for number in range(len(wanted))] == (
        wanted
    )


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["Real name of the person", "Pseudonym agreed with family"], ("real", "pseudonym")),
        (["Name of the professional", "Name used in report from now on"], ("real", "pseudonym")),
    ],
)
def test_headings_among_other_words(headings, columns):
    assert exact_columns(headings) is None
    found = likely_columns(headings)
    assert (found[Column(columns[0])], found[Column(columns[1])]) == ((0,), (1,))


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["Name", "Role", "Organisation"],
        ["Pseudonym", "Relationship to victim"],
        ["Danielle Hargreaves", "Connie Smith", "victim"],
        ["Real names and pseudonyms used in this review", ""],
    ],
)
def test_what_are_no_headings(cells):
    assert likely_columns(cells) is None


@pytest.mark.parametrize("name", ["table_headings", "table_kinds", "table_words"])
def test_the_word_lists_are_sound(name):
    rows = table(name)
    assert len(set(rows)) == len(rows)
    assert len({len(row) for row in rows}) == 1
    assert all(cell == cell.strip() and cell for row in rows for cell in row)


def test_every_heading_has_one_meaning_and_every_kind_a_type():
    meanings = {}
    for column, heading in table("table_headings"):
        assert meanings.setdefault(key(heading), Column(column)) is Column(column)
    for where, words, what in table("table_kinds"):
        assert where in {"relationship", "pseudonym", "section", "name"}
        assert what == "panel" or EntityType(what.removesuffix("?")), words


def test_blanks():
    assert all(map(is_blank, ["", " ", "-", "\u2014", "n/a", "N/A.", "tbc", "(to be confirmed)"]))
    assert not any(map(is_blank, ["Connie", "No", "1", "A"]))
