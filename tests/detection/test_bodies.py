"""Bodies over the whole review: what a name is short for, what brackets define, and what no list
explains.

The models' and the recognisers' parts are played by readings made by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fake_readings import mentions, reading, weigh

from redactor.detection.reading import Reading
from redactor.model import ORGANISATIONS, EntityType, Verdict

REPLACE, ASK, KEEP = Verdict.REPLACE, Verdict.ASK, Verdict.KEEP
ORGANISATION, SCHOOL = EntityType.ORGANISATION, EntityType.SCHOOL


def said(text: str, found: Mapping[str, str]) -> Reading:
    return reading(text, found={name: kind for name, kind in found.items() if name in text})


def bodies(*texts: str, **found: str) -> list[tuple[str, EntityType, Verdict]]:
    """The bodies of the last of `texts`, read as one review; `found` has those that the recogniser
    gives, by type: ``ORGANISATION="Seagrove Homes"``."""
    given = {name: kind for kind, name in found.items()}
    weighing = weigh(*(said(text, given) for text in texts))
    return [one for one in mentions(weighing, len(texts) - 1) if one[1] in ORGANISATIONS]


def words_of(found: list[tuple[str, EntityType, Verdict]]) -> list[str]:
    return [text for text, _, _ in found]


SEAGROVE = "She rented from Seagrove Homes for years."
CHAPTER = "She rented from Kestrel Valley Housing then."
THANET = "The Isle of Thanet NHS Trust (ITNT) replied."
ALPHEGE = "He went to St Alphege\u2019s Primary School."
CROWN = "The Crown Prosecution Service (CPS) charged him."


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Seagrove wrote to her.", "Seagrove"),
        ("They told Seagrove about it.", "Seagrove"),
        ("Seagrove\u2019s officer rang.", "Seagrove"),
        ("SEAGROVE", "SEAGROVE"),
        ("Seagrove", "Seagrove"),
        ("(Seagrove)", "Seagrove"),
    ],
)
def test_the_head_of_a_name_stands_for_it(text, short):
    assert bodies(SEAGROVE, text, ORGANISATION="Seagrove Homes") == [(short, ORGANISATION, REPLACE)]


@pytest.mark.parametrize(
    ("shape", "text", "name"),
    [
        ("Custom House", "a shed on Custom House Quay;", "Custom House Quay"),
        ("Lustre Cleaning", "from Lustre Cleaning Services,", "Lustre Cleaning Services"),
        ("Custom House", "a shed on Custom House Drive;", "Custom House Drive"),
        ("Custom House", "at Custom House they met", "Custom House"),
        ("Custom House", "at Custom House\nTown Hall", "Custom House"),
        ("Custom House", "at Custom House quay", "Custom House"),
        ("Custom House", "at Custom House. Quay men came", "Custom House"),
        ("Custom House", "Custom House\u2019s Quay", "Custom House"),
    ],
)
def test_a_shape_takes_the_last_word_of_the_name(shape, text, name):
    assert words_of(bodies(text, ORGANISATION=shape))[:1] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Lavender let him visit.",
        "Lavender supported her.",
        "Lavender has no policy.",
        "They told Lavender of it.",
        "Lavender staff knew.",
    ],
)
def test_a_word_that_begins_a_sentence_is_the_body_where_it_does_something(text):
    full = "She lived at Lavender Lodge then."
    assert words_of(bodies(full, text, ORGANISATION="Lavender Lodge")) == ["Lavender"]


@pytest.mark.parametrize("text", ["Lavender smelt good.", "It smelt of lavender."])
def test_a_word_that_begins_a_sentence_may_be_the_word(text):
    texts = ["She lived at Lavender Lodge.", "There was lavender.", text]
    assert bodies(*texts, ORGANISATION="Lavender Lodge") == []


@pytest.mark.parametrize(
    ("full", "text", "short"),
    [
        ("Wharmdale Royal Infirmary", "He drove to Wharmdale Royal.", "Wharmdale Royal"),
        ("Tafarn y Felin", "They met in y Felin then.", "y Felin"),
    ],
)
def test_what_people_say_for_the_whole_is_a_short_form(full, text, short):
    assert words_of(bodies(f"It was {full} then.", text, ORGANISATION=full)) == [short]


@pytest.mark.parametrize("text", ["An infirmary agreed.", "Royal assent came.", "y gair"])
def test_what_is_said_of_many_is_none(text):
    full = "Wharmdale Royal Infirmary"
    assert bodies(f"It was {full} then.", text, ORGANISATION=full) == []


@pytest.mark.parametrize(
    "text", ["Pickersley\u2019s has no policy.", "He lost a job at Pickersley\u2019s."]
)
def test_a_surname_that_owns_nothing_is_the_firm(text):
    full = "Pickersley Groundworks"
    texts = [
        reading(f"He worked for {full}.", found={full: "ORGANISATION"}),
        reading(text, people=["Pickersley"]),
    ]
    assert [kind for _, kind, _ in mentions(weigh(*texts), 1)] == [ORGANISATION]


def test_a_surname_that_owns_something_is_the_person():
    full = "Pickersley Groundworks"
    texts = [
        reading(f"He worked for {full}.", found={full: "ORGANISATION"}),
        reading("Mr Pickersley\u2019s mother rang.", people=["Pickersley"]),
    ]
    assert [kind for _, kind, _ in mentions(weigh(*texts), 1)] == [EntityType.PERSON]


def test_a_short_form_is_found_before_the_full_name():
    assert words_of(bodies(SEAGROVE, ORGANISATION="Seagrove Homes")) == ["Seagrove Homes"]
    given = {"Seagrove Homes": "ORGANISATION"}
    weighing = weigh(said("Seagrove wrote.", given), said(SEAGROVE, given))
    assert mentions(weighing, 0) == [("Seagrove", ORGANISATION, REPLACE)]


@pytest.mark.parametrize(
    "text",
    ["seagrove", "Homes were scarce.", "The Homes team.", "two homes", "the grove", "A sea of it."],
)
def test_the_common_words_of_a_name_stay(text):
    assert bodies(SEAGROVE, text, ORGANISATION="Seagrove Homes") == []


def test_a_person_is_not_the_body_that_bears_her_name():
    texts = [
        reading("Carys Lewin told the police.", people=["Carys", "Lewin"]),
        reading("She rang Lewin Lettings.", found={"Lewin Lettings": "ORGANISATION"}),
        reading("Then Lewin rang.", people=["Lewin"]),
    ]
    assert mentions(weigh(*texts), 2) == [("Lewin", EntityType.PERSON, REPLACE)]


@pytest.mark.parametrize(
    "text", ["KVH wrote to her.", "They told KVH.", "(KVH)", "KVH\u2019s form"]
)
def test_initials_of_a_body_stand_for_it(text):
    assert bodies(CHAPTER, text, ORGANISATION="Kestrel Valley Housing") == [
        ("KVH", ORGANISATION, REPLACE)
    ]


@pytest.mark.parametrize("text", ["kvh", "KV", "KHV rang.", "KVHS wrote.", "Housing was asked."])
def test_other_letters_do_not_stand_for_it(text):
    assert bodies(CHAPTER, text, ORGANISATION="Kestrel Valley Housing") == []


def test_two_letters_stand_for_nothing_without_brackets():
    assert bodies(SEAGROVE, "SH wrote to her.", ORGANISATION="Seagrove Homes") == []


@pytest.mark.parametrize("text", [THANET, "ITNT replied.", "She rang ITNT."])
def test_letters_in_brackets_stand_for_the_body_before_them(text):
    name = "Isle of Thanet NHS Trust"
    assert ("ITNT", ORGANISATION, REPLACE) in bodies(THANET, text, ORGANISATION=name)


@pytest.mark.parametrize(
    "text",
    ["The trust replied.", "INT", "The isle was quiet.", "An Isle was seen.", "itnt"],
)
def test_what_only_resembles_the_letters_stays(text):
    assert bodies(THANET, text, ORGANISATION="Isle of Thanet NHS Trust") == []


def test_letters_in_brackets_behind_a_body_that_stays_stay():
    assert bodies(CROWN, KEEP="Crown Prosecution Service") == [
        ("Crown Prosecution Service", ORGANISATION, KEEP),
        ("CPS", ORGANISATION, KEEP),
    ]
    assert bodies(CROWN, "The CPS wrote.", KEEP="Crown Prosecution Service") == [
        ("CPS", ORGANISATION, KEEP)
    ]


@pytest.mark.parametrize("text", ["The Crown agreed.", "It was a crown.", "Prosecution followed."])
def test_a_body_that_stays_has_no_short_name(text):
    assert bodies(CROWN, text, KEEP="Crown Prosecution Service") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left St Alphege\u2019s in May.", "St Alphege\u2019s"),
        ("He liked St Alphege\u2019s.", "St Alphege\u2019s"),
        ("St Alphege\u2019s wrote.", "St Alphege\u2019s"),
        ("ST ALPHEGE\u2019S", "ST ALPHEGE\u2019S"),
    ],
)
def test_the_ending_of_a_saint_belongs_to_the_school(text, name):
    full = "St Alphege\u2019s Primary School"
    assert bodies(ALPHEGE, text, SCHOOL=full) == [(name, SCHOOL, REPLACE)]


@pytest.mark.parametrize("text", ["a saint\u2019s day", "the primary school", "Primary care"])
def test_neither_saint_nor_school_is_the_school(text):
    assert bodies(ALPHEGE, text, SCHOOL="St Alphege\u2019s Primary School") == []


LAMPLIGHT = "She joined The Lamplight Project (TLP) in May."
CHOOSE = "He was seen by Choose Change (Choose Change) then."


@pytest.mark.parametrize(
    ("definition", "text", "names"),
    [
        (CHOOSE, CHOOSE, ["Choose Change", "Choose Change"]),
        (CHOOSE, "Choose Change rang.", ["Choose Change"]),
        (CHOOSE, "CHOOSE CHANGE", ["CHOOSE CHANGE"]),
        (LAMPLIGHT, LAMPLIGHT, ["The Lamplight Project", "TLP"]),
        (LAMPLIGHT, "TLP rang.", ["TLP"]),
        (LAMPLIGHT, "Lamplight closed.", ["Lamplight"]),
        ("She owed Second Chapter Housing (SCH).", "I told Second Chapter.", ["Second Chapter"]),
        (
            "He saw Harbour Steps Recovery (Harbour Steps) then.",
            "Harbour Steps rang.",
            ["Harbour Steps"],
        ),
        ("It was Not Afraid Now (below, Not Afraid).", "Not Afraid rang.", ["Not Afraid"]),
        ("by Ebb and Flow (hereafter Ebb and Flow)", "from Ebb and Flow", ["Ebb and Flow"]),
        (
            "by Dales Partnership University NHS Trust (below, DPT)",
            "It was DPT.",
            ["DPT"],
        ),
        ("by Estuary Ambulance Service (below, ESAS)", "It was ESAS.", ["ESAS"]),
        (
            "He saw Brightmoor Recovery (known as Brightmoor) then.",
            "Brightmoor rang.",
            ["Brightmoor"],
        ),
    ],
)
def test_what_brackets_abbreviate_is_a_name(definition, text, names):
    found = bodies(definition, text)
    assert words_of(found) == names
    assert {verdict for _, _, verdict in found} == {REPLACE}


@pytest.mark.parametrize(
    ("definition", "text"),
    [
        (CHOOSE, "They choose change."),
        (CHOOSE, "It was a change."),
        (LAMPLIGHT, "the lamplight"),
        (LAMPLIGHT, "The project ended."),
        (LAMPLIGHT, "TPL"),
        ("He saw Harbour Steps (see page 4) then.", "(see page 4)"),
        ("The panel (Panel) met.", "The Panel met."),
        ("The Serious Case Panel (below, the Panel) met.", "The Panel met."),
    ],
)
def test_what_brackets_do_not_abbreviate_stays(definition, text):
    assert bodies(definition, text) == []


@pytest.mark.parametrize("text", ["The Trust replied.", "They asked the Trust.", "the Trust"])
def test_a_kind_of_body_is_no_short_form(text):
    definition = "The Isle of Thanet NHS Trust (the Trust) replied."
    assert bodies(definition, text, ORGANISATION="Isle of Thanet NHS Trust") == []


GLOSSARY = [
    "A Multi-Agency Risk Assessment Conference (MARAC) was held.",
    "A Domestic Violence Protection Notice (DVPN) was served.",
    "An Individual Management Review (IMR) was written.",
    "A Domestic Homicide Review (DHR) was begun.",
    "Adult Social Care (ASC) was told.",
    "Her General Practitioner (GP) was told.",
    "An Emergency Department (ED) saw her.",
]


@pytest.mark.parametrize("term", GLOSSARY)
def test_a_term_of_the_field_and_its_letters_stay(term):
    assert bodies(*GLOSSARY, term) == []


MARLOWE = "She was at Marlowe\u2019s until six."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MARLOWE, "Marlowe"),
        ("He had worked at Marlowe\u2019s.", "Marlowe\u2019s"),
        ("MARLOWE", "MARLOWE"),
    ],
)
def test_a_possessive_that_owns_nothing_is_a_shop(text, name):
    ((words, kind, verdict),) = bodies(MARLOWE, text)
    assert (words.removesuffix("\u2019s"), kind, verdict) == (
        name.removesuffix("\u2019s"),
        ORGANISATION,
        REPLACE,
    )


@pytest.mark.parametrize(
    "text",
    [
        "It was Marlowe\u2019s mother who rang.",
        "The panel\u2019s view changed.",
        "It was the Chair\u2019s.",
        "This was nobody\u2019s and theirs.",
    ],
)
def test_a_possessive_that_owns_something_is_no_shop(text):
    assert bodies(text) == []


def test_the_possessive_of_a_person_is_the_person():
    texts = [
        reading("Carys Lewin told the police.", people=["Carys", "Lewin"]),
        reading("They met at Lewin\u2019s until six.", people=["Lewin"]),
    ]
    assert mentions(weigh(*texts), 1) == [("Lewin", EntityType.PERSON, REPLACE)]


BRAMBLEWAY = ["She went to the Brambleway for care.", "He rang the Brambleway twice."]
FELLGATE = ["She went to Fellgate Rooms for care.", "He was told by Fellgate Rooms."]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (BRAMBLEWAY, "Brambleway"),
        ([*BRAMBLEWAY, "Brambleway"], "Brambleway"),
        ([*BRAMBLEWAY, "BRAMBLEWAY"], "BRAMBLEWAY"),
        ([*BRAMBLEWAY, "Brambleway was quiet then."], "Brambleway"),
        (FELLGATE, "Fellgate Rooms"),
        ([*FELLGATE, "Fellgate Rooms"], "Fellgate Rooms"),
        ([*FELLGATE, "FELLGATE ROOMS"], "FELLGATE ROOMS"),
    ],
)
def test_a_phrase_that_nothing_explains_is_found_again_everywhere(texts, name):
    assert bodies(*texts) == [(name, ORGANISATION, REPLACE)]


@pytest.mark.parametrize(
    "text",
    [
        "the brambleway was wet",
        "The weavers rested.",
        "She told the Social Worker about it.",
        "The Health Visitor asked the Practice Nurse.",
        "He said so to the Independent Author.",
        "The Panel asked the Chair.",
        "He rang the Police about it.",
        "A Notice was given to the Board.",
        "She asked Adult Social Care for help.",
        "She lived in Kent until May.",
        "He was seen on the Tuesday by her.",
    ],
)
def test_terms_job_titles_and_counties_are_no_bodies(text):
    assert bodies(*BRAMBLEWAY, text) == []


@pytest.mark.parametrize(
    ("text", "people", "towns", "kind"),
    [
        ("They went to Oyelaran for help.", ["Oyelaran"], [], EntityType.PERSON),
        ("They went to Margate for a day.", [], ["Margate"], EntityType.PLACE),
    ],
)
def test_a_surname_and_a_town_are_no_bodies(text, people, towns, kind):
    ((_, found, verdict),) = mentions(weigh(reading(text, people=people, towns=towns)), 0)
    assert (found, verdict) == (kind, REPLACE)
