"""From rows to a map: what is merged, left out, assumed, and refused with the rows named."""

import pytest

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.exchange.formats import TableFormat
from redactor.pseudonyms.exchange.importing import map_of
from redactor.pseudonyms.exchange.reading import parse_table
from redactor.pseudonyms.exchange.rows import Choice, Row
from redactor.pseudonyms.schema import KeepEntry, UncertainEntry

HEADINGS = "Real name|Pseudonym|Relationship|Also known as|Decision|Reason"

CHILDREN = (
    "Taken for children (for somebody grown up write \u201cadult\u201d beside the relationship): "
    "row 9."
)
UNREAD = (
    "Words beside the real name not read (another name belongs under \u201cAlso known as\u201d): "
    "row 8."
)


def imported(*lines, headings=HEADINGS):
    text = "\r\n".join([headings, *lines]).replace("|", "\t")
    table = parse_table(text.encode(), TableFormat.CSV)
    result = map_of(table.rows, "area-a")
    return result.map, [*table.remarks, *result.remarks]


def test_the_same_name_twice_is_one():
    names, remarks = imported(
        "Danielle Hargreaves|Connie|victim|Dani",
        "Thanet|Area A|district",
        "danielle  hargreaves|Connie||dani; Dee",
    )
    assert [(e.real, e.aliases) for e in names.entities] == [
        ("Danielle Hargreaves", ("Dani", "Dee")),
        ("Thanet", ()),
    ]
    assert remarks == ["Made one, as they are about the same name: row 2 and row 4."]


def test_a_row_that_cannot_be_an_entry_is_left_out_and_said():
    names, remarks = imported(
        "Ann Pike||mother",
        "|Joy Tull|sister",
        "???|Rose Dobson|sister",
        f"{'x' * 201}|Tina Forbes|sister",
        "Ann & Joy Rudd|Mary Lane|neighbours",
        "Danielle Hargreaves|Connie|victim",
        "Karen Dobson (KMPT)|SW1|Social Worker",
        "Mason Pritchard|Ben|son",
    )
    assert [e.pseudonym for e in names.entities] == ["Connie", "SW1", "Ben"]
    assert remarks == [
        CHILDREN,
        UNREAD,
        "Left out, as one cell names two people (give each a row): row 6.",
        "Left out, as the real name has no letter or digit in it: row 4.",
        "Left out, as the real name is longer than 200 characters: row 5.",
        "Left out for want of a pseudonym: row 2.",
        "Left out for want of a real name: row 3.",
    ]


def test_what_stays():
    names, remarks = imported(
        "Kent Police|as is|police force",
        "Ann Pike|Ann Pike|mother of victim",
        "Joy Tull|Joy Tull|sister||replace",
        "Rose Dobson|Tina|sister|Rosie|keep|her wish",
        "Margaret Ellwood||Independent Chair",
        "Peter Marsh|PM1|panel member",
    )
    assert names.keep == (
        KeepEntry(text="Kent Police", reason="police force"),
        KeepEntry(text="Ann Pike", reason="mother of victim"),
        KeepEntry(text="Joy Tull"),
        KeepEntry(text="Rose Dobson", reason="her wish"),
        KeepEntry(text="Rosie", reason="her wish"),
        KeepEntry(text="Margaret Ellwood", reason="Independent Chair"),
    )
    assert [(e.real, e.type) for e in names.entities] == [("Peter Marsh", EntityType.PROFESSIONAL)]
    assert remarks == ["Kept, as the name would be replaced by itself: row 4."]


def test_what_is_undecided():
    names, remarks = imported(
        "Gracie|[PERSON 4?]|friend",
        "Weavers||charity|WVT|undecided|who are they?",
        "Ann Pike|Joy|mother",
        "ann pike|||  |undecided",
    )
    assert names.uncertain == (
        UncertainEntry(text="Gracie", placeholder="[PERSON 4?]", reason="friend"),
        UncertainEntry(
            text="Weavers",
            placeholder="[ORGANISATION 5?]",
            type=EntityType.ORGANISATION,
            reason="who are they?",
        ),
        UncertainEntry(
            text="WVT",
            placeholder="[ORGANISATION 6?]",
            type=EntityType.ORGANISATION,
            reason="who are they?",
        ),
    )
    assert remarks == ["Undecided, but another row decides about the name: row 5."]


def test_words_that_are_not_known_are_passed_over_and_said():
    names, remarks = imported(
        "Ann Pike|Joy|purple|perhaps|maybe",
        headings="Real name|Pseudonym|Type|Decision|Status",
    )
    assert [e.type for e in names.entities] == [EntityType.PERSON]
    assert remarks == [
        "Type not known and passed over: row 2.",
        "Decision not known and passed over: row 2.",
        "Status not known and taken for confirmed: row 2.",
        "Taken for adults, as nothing says what they are: row 2.",
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["Ann Pike|Joy", "ANN PIKE|Rose"], "row 2 and row 3 give one real name two pseudonyms"),
        (["Ann Pike|Joy", "Tina Rudd|joy"], "row 2 and row 3 give two names one pseudonym"),
        (["Ann Pike|Joy||Annie", "Annabel Rudd|Rose||annie"], "share a real name or another name"),
        (["Ann Pike|Tina Rudd", "Tina Rudd|Rose"], "row 2 and row 3 use one name as a pseudonym"),
        (["Ann Pike|Annie||Annie"], "row 2: the pseudonym is among the person's other names"),
        (["Ann Pike|Joy", "Ann Pike|keep"], "row 2 and row 3 replace a name and keep it"),
        (["Ann Pike|Joy||Annie", "Annie|keep"], "row 2 and row 3 replace a name and keep it"),
    ],
)
def test_a_contradiction_names_the_rows_and_no_name(lines, says):
    with pytest.raises(MapError) as caught:
        imported(*lines)
    message = str(caught.value)
    assert says in message
    assert not any(name in message for name in ("Ann", "ANN", "Pike", "Rudd"))


def test_two_columns_for_the_real_name_are_refused():
    with pytest.raises(MapError, match=r"^row 1: columns 1 and 3 could each hold the real name"):
        imported("a|b|c", headings="Name|Pseudonym|Full name")


def test_several_columns_of_other_names_are_one_list():
    names, remarks = imported(
        "Ann Hargreaves|Joy|Annie|n\u00e9e Pike|mother",
        headings="Name|Pseudonym|Nickname|Maiden name|Relationship",
    )
    assert names.entities[0].aliases == ("Annie", "Ann Pike")
    assert remarks == []


def test_rows_made_by_a_program():
    rows = [Row("Ann Pike", "Joy Tull", source="row 1"), Row("Kent Police", decision=Choice.KEEP)]
    result = map_of(rows, "area-a")
    assert [e.real for e in result.map.entities] == ["Ann Pike"]
    assert [e.text for e in result.map.keep] == ["Kent Police"]
    assert "Pike" not in repr(result)


def test_many_rows_are_counted_not_listed():
    _, remarks = imported(*(f"Ann Pike {n}||" for n in range(30)))
    assert remarks[0].endswith("row 11, row 12 and 19 more.")
