"""What is an occurrence of a sought text, and what is not."""

from __future__ import annotations

import pytest

from redactor.checks.matching import count
from redactor.checks.sought import Manner, Sought, SoughtKind

NAME, WORD, IDENTIFIER = SoughtKind.NAME, SoughtKind.WORD, SoughtKind.IDENTIFIER


def times(kind: SoughtKind, sought: str, text: str, manner: Manner = Manner.PROSE) -> int:
    one = Sought(sought, kind)
    return count([one], text, manner)[one]


@pytest.mark.parametrize(
    ("sought", "text"),
    [
        ("Danielle Hargreaves", "then Danielle Hargreaves rang"),
        ("Danielle Hargreaves", "DANIELLE HARGREAVES"),
        ("Danielle Hargreaves", "danielle  hargreaves"),
        ("Danielle Hargreaves", "Danielle\u00a0Hargreaves"),
        ("Danielle Hargreaves", "Danielle\tHargreaves"),
        ("Danielle Hargreaves", "Danielle\nHargreaves"),
        ("Danielle Hargreaves", "Danielle_Hargreaves"),
        ("Danielle Hargreaves", "Danielle-Hargreaves"),
        ("Danielle Hargreaves", "danielle.hargreaves@example.org"),
        ("Danielle Hargreaves", "Danielle (Hargreaves)"),
        ("Danielle Hargreaves", "Danielle, Hargreaves"),
        ("Danielle Hargreaves", "DanielleHargreaves"),
        ("Danielle Hargreaves", "xxdaniellehargreavesxx"),
        ("Danielle Hargreaves", "andDanielle Hargreaves"),
        ("Danielle Hargreaves", "Danielle%20Hargreaves"),
        ("Danielle Hargreaves", "Danielle%2520Hargreaves"),
        ("Danielle Hargreaves", "Danielle&nbsp;Hargreaves"),
        ("Danielle Hargreaves", "Danielle_x0020_Hargreaves"),
        ("Danielle Hargreaves", "\\u0044anielle Hargreaves"),
        ("Danielle Hargreaves", "Danielle\ufffcHargreaves"),
        ("Danielle", "Danielle's"),
        ("Danielle", "Danielle\u2019s"),
        ("Danielle", "Danielles\u2019 house"),
        ("Danielle", "Dani\ufffcelle"),
        ("Danielle", "Dani-elle"),
        ("Danielle", "Danielle\u00b2"),
        ("Danielle", "Danielle1"),
        ("Hargreaves", "the Hargreaveses"),
        ("Berg", "at the Bergs\u2019 house"),
        ("Berg", "THE BERGS"),
        ("James", "James\u2019 house"),
        ("O\u2019Brien", "O'Brien"),
        ("O'Brien", "O Brien"),
        ("O'Brien", "OBrien"),
        ("OBrien", "O'Brien"),
        ("OBrien", "O Brien"),
        ("McDonald", "Mc Donald"),
        ("Mc Donald", "McDonald"),
        ("Anne-Marie", "Anne Marie"),
        ("AnneMarie", "Anne\u2011Marie"),
        ("St. Mary's", "St Mary\u2019s"),
        ("St Mary's", "St. Marys"),
        ("J Smith", "J. Smith"),
        ("Ann", "Ann"),
        ("Ann", "(ANN)"),
        ("Ada", "ADA-1985"),
        ("\u0141ukasz", "Lukasz"),
        ("Lukasz", "\u0141ukasz"),
        ("\u041e\u043b\u0435\u0433", "\u043e\u043b\u0435\u0433"),
    ],
)
def test_a_name_is_found_once(sought, text):
    assert times(NAME, sought, text) == 1


@pytest.mark.parametrize(
    ("sought", "text"),
    [
        ("Ada", "a 6ada00be b"),
        ("Ann", "Annual planning"),
        ("Ann", "Anne"),
        ("Ann", "Joann"),
        ("Ann", "JoAnn"),
        ("Ann", "an n"),
        ("Hasan", "he has an idea"),
        ("Isa", "this is a test"),
        ("Ada", "4ADA9"),
        ("Ada", "0FADA123"),
        ("Danielle", "Danielleville"),
        ("Danielle", "Danielles"),
        ("Danielle", "Daniel"),
        ("Robert", "Ms Roberts"),
        ("Berg", "the bergs of ice"),
        ("Danielle", "D a n i e l l e"),
        ("Danielle Hargreaves", "Danielle rang Hargreaves"),
        ("Danielle Hargreaves", "Hargreaves Danielle"),
        ("Danielle Hargreaves", "It was Danielle. Hargreaves left."),
        ("Danielle Hargreaves", "Danielle - - Hargreaves"),
        ("Hargreaves", "Hargreaveses"),
        ("Ian Shore", "a Persian shore"),
        ("Dan Every", "and an every"),
        ("O'Sullivan", "to Sullivan"),
        ("D.H.", "DXHX"),
        ("Ann", ""),
        ("", "Ann"),
        ("...", "... and"),
    ],
)
def test_another_word_is_no_name(sought, text):
    assert times(NAME, sought, text) == 0


@pytest.mark.parametrize(
    ("sought", "text", "found"),
    [
        ("Hope", "Hope said so.", 1),
        ("Hope", "Hope's house, and Hope.", 2),
        ("Hope", "There was no hope.", 0),
        ("Hope", "HOPE", 0),
        ("Hope", "Hopeful", 0),
        ("May", "She may come \u201cmay\u201d be.", 0),
        ("Grace Hill", "on Grace Hill", 1),
        ("Grace Hill", "on grace hill", 0),
        ("Grace Hill", "by the grace. Hill said", 0),
    ],
)
def test_a_word_is_found_as_it_is_written(sought, text, found):
    assert times(WORD, sought, text) == found


@pytest.mark.parametrize(
    ("sought", "text", "manner", "found"),
    [
        ("Hope", "Hope", Manner.PROSE, 1),
        ("Hope", "Hope", Manner.TITLE, 1),
        ("Strong", "Strong", Manner.MARKUP, 0),
        ("Hope", "Hope", Manner.VOCABULARY, 0),
        ("Hope", "Hope", Manner.BINARY, 0),
        ("Georgia", "Georgia", Manner.FONT, 0),
        ("Grace Hill", "GraceHill2019", Manner.MARKUP, 1),
        ("Grace Hill", "gracehill", Manner.MARKUP, 0),
    ],
)
def test_a_word_is_looked_for_where_people_read(sought, text, manner, found):
    assert times(WORD, sought, text, manner) == found


@pytest.mark.parametrize(
    ("sought", "text", "manner", "found"),
    [
        ("Danielle", "DanielleQuote", Manner.MARKUP, 1),
        ("Danielle", "DanielleQuote", Manner.TITLE, 1),
        ("Danielle", "DanielleQuote", Manner.PROSE, 0),
        ("Danielle", "_Toc_danielle2", Manner.MARKUP, 1),
        ("Ann", "photo-of-ANN.jpg", Manner.MARKUP, 1),
        ("Ann", "RefAnnBirthday", Manner.MARKUP, 1),
        ("Donald", "McDonald", Manner.MARKUP, 0),
        ("Hans", "Hans", Manner.VOCABULARY, 0),
        ("Danielle", "danielle", Manner.VOCABULARY, 1),
        ("Georgia", "Georgia", Manner.FONT, 0),
        ("Georgia Hartwell", "Georgia Hartwell", Manner.FONT, 1),
        ("Ada", "0FADA123", Manner.MARKUP, 0),
        ("Ada", "{0FADA123-11AB-42CD-8ADA-0123456789AB}", Manner.MARKUP, 0),
        ("Amy", "jM9xQ+Amy/7fQzK2b0PpLs3VtYw8HgRuD1oE5nC6iBaXk", Manner.MARKUP, 0),
        ("Amy", "//server/share/Reports/Amy/2019", Manner.MARKUP, 1),
    ],
)
def test_a_name_that_programs_read(sought, text, manner, found):
    assert times(NAME, sought, text, manner) == found


@pytest.mark.parametrize(
    ("sought", "text", "found"),
    [
        ("07700 900123", "Tel. 07700 900123.", 1),
        ("07700 900123", "07700900123", 1),
        ("07700 900123", "077 00 90 01 23", 1),
        ("07700 900123", "07700-900-123", 1),
        ("07700 900123", "(07700) 900123", 1),
        ("07700 900123", "Tel07700900123", 1),
        ("07700 900123", "107700900123", 0),
        ("07700 900123", "077009001234", 0),
        ("07700 900123", "07700 900124", 0),
        ("943 476 5919", "943\u00a0476\u00a05919", 1),
        ("QQ 12 34 56 C", "qq123456c", 1),
        ("d.hargreaves@example.org", "mailto:D.Hargreaves@example.org", 1),
        ("d.hargreaves@example.org", "mailto:d.hargreaves%40example.org", 1),
        ("03/04/1985", "03.04.1985", 1),
        ("03/04/1985", "03 04 1985", 1),
        ("1/2/85", "1-2-85", 1),
        ("1/2/85", "1,285", 0),
        ("1/2/85", "12 85", 0),
    ],
)
def test_of_an_identifier_letters_and_digits_count(sought, text, found):
    assert times(IDENTIFIER, sought, text) == found


def test_a_short_identifier_is_not_looked_for_among_measures():
    assert times(IDENTIFIER, "1285", "1285", Manner.MARKUP) == 0
    assert times(IDENTIFIER, "1285", "house 1285") == 1


def test_each_occurrence_counts_once():
    name, given = Sought("Danielle Hargreaves"), Sought("Danielle")
    text = "Danielle Hargreaves, DANIELLE and danielle_hargreaves; DanielleHargreavesAge"
    assert count([name, given, name], text, Manner.MARKUP) == {name: 3, given: 4}
