"""What is a quotation, and the brackets inside."""

import pytest

from redactor.wording.quotations import quoted_spans
from tests.wording.marked import reads


def quoted(text):
    return [text[span.start : span.end] for span in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “he came home late” and left", ["he came home late"]),
        ('She said "he came home late" and left', ["he came home late"]),
        ("She said ‘he came home late’ and left", ["he came home late"]),
        ("She said 'he came home late' and left", ["he came home late"]),
        ("“Why now?” and “Why not now?”", ["Why now?", "Why not now?"]),
        ("“Help!” she said", ["Help!"]),
        # nested
        ("“he said ‘come home now’ to me”", ["he said ‘come home now’ to me"]),
        ("‘he said “come home now” to me’", ["he said “come home now” to me"]),
        ("\"he said 'come home now' to me\"", ["he said 'come home now' to me"]),
        ("“he said “come home now” to me”", ["he said “come home now” to me"]),
        # mixed marks
        ('“he came home late" and left', ["he came home late"]),
        ('"he came home late” and left', ["he came home late"]),
        ('“he is "tall and left.” So', ['he is "tall and left.']),
        ("“he is 6'2\" tall, as it were” and", ["he is 6'2\" tall, as it were"]),
        # apostrophes
        ("‘it’s the parents’ house’ she said", ["it’s the parents’ house"]),
        ("'it's the parents' house' she said", ["it's the parents' house"]),
        ("‘I have no friends’ she said", ["I have no friends"]),
        (
            "‘I like my friends’ and ‘she likes the girls’ she said",
            [
                "I like my friends",
                "she likes the girls",
            ],
        ),
        # never closed: to the end, as in a quotation of several paragraphs
        ("“he came home late and", ["he came home late and"]),
        ("‘he came home late and", ["he came home late and"]),
        ("“he said ‘come home now” and left", ["he said ‘come home now"]),
        # brackets and line breaks
        ("(“he came home late”)", ["he came home late"]),
        ("“he came\nhome late”", ["he came\nhome late"]),
        ("said,\ufffc“he came home late”", ["he came home late"]),
        ('Said, "no way, man,"he said', ["no way, man,"]),
    ],
)
def test_quotations(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "no marks at all",
        "known as “Kez” or ‘Big Dee’",
        'known as "Kez".',
        "the parents’ house and Danielle’s home isn’t theirs",
        "the parents' house and Danielle's home isn't theirs",
        "in the ‘90s and ’80s, get ‘em",
        "rock ’n’ roll all night long",
        'a screen of 21" and one of 6\'2" by the door',
        'it "never closes and goes on',
        "it 'never closes and goes on",
        "it closes” without any beginning to it",
        "it closes’ without any beginning to it",
        '“” and ‘’ and ""',
        "“ … ”",
        "“",
        "",
    ],
)
def test_no_quotations(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“{D} told me”", "“[Connie] told me”"),
        ("“{D}’s mum told me”", "“[Connie]’s mum told me”"),
        ("“it was {Hargreaves’>=Smith’s} home”", "“it was [Smith]’s home”"),
        ("“it was {Hargreaves>=Smith}’ home”", "“it was [Smith]’s home”"),
        ("“I know {D}", "“I know [Connie]"),
        ('"I know {D} well"', '"I know [Connie] well"'),
        ("“{K} told me so”", "“[The Midwife] told me so”"),
        ("“the {K} told me so”", "“the [Midwife] told me so”"),
        ("“Midwife {K} told me so”", "“Midwife [the Midwife] told me so”"),
        ("“an {Okafor>GP1} letter came”", "“a [GP1] letter came”"),
        ("“he calls me ‘{Dani>=Connie}’ now”", "“he calls me ‘[Connie]’ now”"),
        ("{D} said “{D} and {D} left him”", "Connie said “[Connie] and [Connie] left him”"),
        ("“{Danielle ‘Dani’ Hargreaves>=Connie Smith} left me”", "“[Connie Smith] left me”"),
        # no brackets
        ("known as “{Kez>=Ryan}”", "known as “Ryan”"),
        ("known as ‘{Dani>=Connie}’.", "known as ‘Connie’."),
        ("known as ‘{Hargreaves>=Smith}’ there", "known as ‘Smith’ there"),
        ("known as “Big {Kez>=Ryan}”", "known as “Big Ryan”"),
        ("known as “{Big Dave Cole>=Ryan Davis}”", "known as “Ryan Davis”"),
        ("“he hit me” {D} said", "“he hit me” Connie said"),
        ("“at {1 High St>=[address removed]} then”", "“at [address removed] then”"),
        ("“saw {Bob>[PERSON 7?]} then again”", "“saw [PERSON 7?] then again”"),
        ("“[{D}] told me so”", "“[Connie] told me so”"),
        ("“[with {D} and {D}] in town”", "“[with Connie and Connie] in town”"),
        ("“{Connie>=Connie} told me”", "“Connie told me”"),
    ],
)
def test_brackets_in_quotations(marked, expected):
    marked = marked.replace("{D}", "{Danielle>=Connie}").replace("{K}", "{Keane>the Midwife}")
    assert reads(marked) == expected


def test_brackets_are_a_choice():
    assert reads("“{Danielle>=Connie} told me”", quotes=False) == "“Connie told me”"


def test_a_whole_segment_may_be_a_quotation():
    assert reads("I love {Danielle>=Connie}.", quoted=True) == "I love [Connie]."
    assert reads("I love “{Dani>=Connie}”.", quoted=True) == "I love “[Connie]”."
    assert reads("I love {Danielle>=Connie}.", quoted=True, quotes=False) == "I love Connie."
