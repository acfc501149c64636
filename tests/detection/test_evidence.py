"""Document-wide evidence: a name proven in one segment is found in all others, and only names.

The models' part is played by readings made by hand.
"""

import pytest
from fake_readings import mentions, people, reading, weigh

from redactor.detection.evidence import joined, looks_like_a_name
from redactor.detection.reading import Reading
from redactor.detection.spellings import Spellings
from redactor.model import EntityType, Verdict
from redactor.text.words import words


def proof(given: str, surname: str, *more: str) -> list[Reading]:
    """Segments that prove the name: one in which both models read it, and one for each of `more`
    in which the slow model reads the given name."""
    both = reading(
        f"{given} {surname} told the police.",
        people=[given, surname],
        labels={f"{given} {surname}": "PERSON"},
    )
    return [both, *(reading(text, people=[given]) for text in more)]


DANIELLE = proof("Danielle", "Hargreaves")
MARSH = proof("Sarah", "Marsh", "He asked Sarah.")


def named_in(text: str, proven: list[Reading]) -> list[str]:
    """The people found in a segment that no model has seen anybody in."""
    return people(weigh(*proven, reading(text, read=False)), len(proven))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DANIELLE HARGREAVES", "DANIELLE HARGREAVES"),
        ("She rang Danielle.", "Danielle"),
        ("They met Hargreaves there.", "Hargreaves"),
        ("Danielle\u2019s mother", "Danielle"),
        ("Danielle's mother", "Danielle"),
        ("DANIELLE\u2019S MOTHER", "DANIELLE"),
        ("HARGREAVES\u2019 file", "HARGREAVES"),
        ("the Hargreaveses agreed", "Hargreaveses"),
        ("the Hargreaves family", "Hargreaves"),
        ("Ms Hargreaves rang.", "Ms Hargreaves"),
        ("Hargreaves, Danielle", "Hargreaves, Danielle"),
        ("HARGREAVES, Danielle", "HARGREAVES, Danielle"),
        ("D. Hargreaves rang.", "D. Hargreaves"),
        ("D Hargreaves rang.", "D Hargreaves"),
        ("DH rang.", "DH"),
        ("D.H. rang.", "D.H."),
        ("D. H. rang.", "D. H."),
        ("1.D.H.", "D.H."),
        ("She met D.H. Nothing was said.", "D.H."),
        ("Danielle\u00a0Hargreaves", "Danielle\u00a0Hargreaves"),
        ("Danielle\u2011Hargreaves", "Danielle\u2011Hargreaves"),
        ("Danielle-Hargreaves", "Danielle-Hargreaves"),
        ("Dan\u00adielle rang.", "Dan\u00adielle"),
        ("(Danielle)", "Danielle"),
        ("\u201cDanielle\u201d", "Danielle"),
        ("then danielle rang", "danielle"),
        ("Danielle_1", "Danielle"),
    ],
)
def test_a_name_proven_elsewhere_is_found_in_every_form(text, found):
    assert named_in(text, DANIELLE) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M.A. attended", "M.A."),
        ("P.M.", "P.M."),
        ("seen with J.C.d.S. and M.F.H.L.", "M.F.H.L."),
    ],
)
def test_initials_of_nobody_known_are_asked_about(text, found):
    asked = (found, EntityType.PERSON, Verdict.ASK)
    assert asked in mentions(weigh(reading(text)), 0)


@pytest.mark.parametrize(
    "text",
    [
        "at 4 p.m. or 4 P.M. then",
        "the D.O.B. was",
        "the A.S.B. team",
        "a nurse, B.A., spoke",
        "U.K.",
    ],
)
def test_terms_with_stops_are_nobodys_initials(text):
    assert [one for one in mentions(weigh(reading(text)), 0) if one[2] is not Verdict.KEEP] == []


@pytest.mark.parametrize(
    "text",
    [
        "the daniellesque style",
        "A DHR was held.",
        "He said it to her.",
        "It was d.h. then.",
        "Danielleville",
        "Daniela rang.",
        "hargreave",
        "the grievance",
    ],
)
def test_a_word_that_only_looks_like_the_name_is_not_it(text):
    assert named_in(text, DANIELLE) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann rang.", ["Ann"]),
        ("Ann\u2019s sister", ["Ann"]),
        ("ANN DOYLE", ["ANN DOYLE"]),
        ("Ann-Marie rang.", ["Ann-Marie"]),
        ("The Annual report", []),
        ("ANNUAL REPORT", []),
        ("Annual", []),
        ("It was annual.", []),
        ("They were planning it.", []),
        ("Doyley rang.", []),
    ],
)
def test_a_name_is_never_found_inside_a_word(text, found):
    assert named_in(text, proof("Ann", "Doyle")) == found


WILL = proof("Will", "Price", "She met Will at home.")
MAY = proof("May", "Waters", "She met May at home.")
MARK = proof("Mark", "Stone", "She met Mark at home.")
GRACE = proof("Grace", "Young", "She met Grace at home.")
SUMMER = proof("Summer", "Young", "She met Summer at home.")


@pytest.mark.parametrize(
    ("proven", "text", "found"),
    [
        (WILL, "Will attended.", ["Will"]),
        (WILL, "Will, who drank, left.", ["Will"]),
        (WILL, "Will\u2019s mother rang.", ["Will"]),
        (WILL, "She left Will and moved.", ["Will"]),
        (WILL, "WILL PRICE", ["WILL PRICE"]),
        (WILL, "the Price family", ["Price"]),
        (MAY, "May said that she left.", ["May"]),
        (MAY, "May\u2019s house", ["May"]),
        (MAY, "May Waters rang.", ["May Waters"]),
        (MARK, "Mark said so.", ["Mark"]),
        (MARK, "Stone\u2019s brother", ["Stone"]),
        (MARK, "MARK STONE", ["MARK STONE"]),
        (GRACE, "Grace said so.", ["Grace"]),
        (GRACE, "the Young family", ["Young"]),
        (GRACE, "Young\u2019s father rang.", ["Young"]),
        (SUMMER, "SUMMER YOUNG", ["SUMMER YOUNG"]),
        (SUMMER, "Summer said so.", ["Summer"]),
        (SUMMER, "Summer took it.", ["Summer"]),
        (SUMMER, "Trinity Young rang.", ["Trinity Young"]),
        (SUMMER, "IVY YOUNG", ["IVY YOUNG"]),
        (MARSH, "Marsh not to have contact.", ["Marsh"]),
        (MARSH, "Male MARSH kicking the door.", ["MARSH"]),
        (MARSH, "MARSH v MARSH AND ANOTHER", ["MARSH", "MARSH"]),
        (MARSH, "She never trusts a Marsh.", ["Marsh"]),
    ],
)
def test_a_proven_name_that_is_a_word_is_found_where_it_reads_as_a_name(proven, text, found):
    assert named_in(text, proven) == found


@pytest.mark.parametrize(
    ("proven", "text", "found"),
    [
        (WILL, "The Prices have moved.", "Prices"),
        (MARK, "The Stones have moved.", "Stones"),
    ],
)
def test_a_proven_name_that_may_be_a_word_here_is_asked_about(proven, text, found):
    """A family with "the" needs a person's eye."""
    review = weigh(*proven, reading(text, read=False))
    assert mentions(review, len(proven)) == [(found, EntityType.PERSON, Verdict.ASK)]


@pytest.mark.parametrize(
    ("proven", "text"),
    [
        (WILL, "Will he attend?"),
        (WILL, "Will the panel agree?"),
        (WILL, "The panel will meet."),
        (WILL, "A Will was found."),
        (WILL, "She left a will."),
        (WILL, "the price of it"),
        (MAY, "in May 2018"),
        (MAY, "May 2018"),
        (MAY, "On 3 May he rang."),
        (MAY, "between May and June"),
        (MAY, "by May"),
        (MAY, "since May"),
        (MAY, "You may go."),
        (MAY, "the waters rose"),
        # "May I" is one of the plain words that context.is_plain_word names, but the "I" is
        # capitalised, which that rule takes for the rest of a name.
        (MAY, "May I ask?"),
        (MARK, "There was a mark on her arm."),
        (MARK, "Mark the box."),
        (MARK, "He threw stones."),
        (GRACE, "a grace period"),
        (GRACE, "by the grace of God"),
        (GRACE, "Young people were asked."),
        (GRACE, "The young man rang."),
        (GRACE, "the Grace Centre opened"),
        (SUMMER, "the summer of 2019"),
        (SUMMER, "during the Summer"),
        (SUMMER, "Summer holidays began."),
        # A season and its year are no child, however often the child is named.
        (SUMMER, "in Summer 2020"),
        (SUMMER, "Spring and Summer 2019"),
        (MARSH, "They walked on the Marsh."),
        (MARSH, "They drained a marsh."),
    ],
)
def test_a_proven_name_that_is_a_word_stays_where_it_reads_as_a_word(proven, text):
    assert named_in(text, proven) == []


def test_a_surname_that_is_a_word_ends_a_full_name():
    """No model takes the word for a name; that many are called so does."""

    def found(text: str) -> list[str]:
        return [words for words, _, _ in mentions(weigh(reading(text, people=["Doreen"])), 0)]

    assert found("He met Doreen Woods there.") == ["Doreen Woods"]
    assert found("He met Doreen Crossly there.") == ["Doreen"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was Grant Love that rang.", ["Grant Love"]),
        ("Seen: Dawn Savage; Mark Young.", ["Dawn Savage", "Mark Young"]),
        ("The Grant Love Partnership rang.", []),
        ("A Grant Review began.", []),
    ],
)
def test_two_usual_names_that_are_words_are_one_name(text, found):
    assert [words for words, _, _ in mentions(weigh(reading(text, read=False)), 0)] == found


KENT = [
    reading("DC Kent rang.", people=["Kent"]),
    reading("The screens were opened by Kent."),
    reading("She moved across Kent."),
    reading("Kent Police were told."),
    reading("It was a review for Kent, Surrey and Essex."),
]


JUDGE = reading("Mr Judge rang.", people=["Judge"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is signed H. Judge in green.", ["H. Judge"]),
        ("She met Misty Judge there.", ["Misty", "Judge"]),
        ("She told the Judge.", []),
        ("It was for a Judge to say.", []),
    ],
)
def test_a_surname_that_is_a_term_is_one_behind_a_given_name(text, found):
    assert [words for words, _, _ in mentions(weigh(JUDGE, reading(text)), 1)] == found


def test_an_officer_called_like_a_county_is_told_from_it():
    assert [people(weigh(*KENT), number) for number in range(len(KENT))] == [
        ["DC Kent"],
        ["Kent"],
        [],
        [],
        [],
    ]


def test_a_word_behind_a_term_stays_when_the_model_read_it_as_a_word():
    review = weigh(*MARK, reading("It has the Quality Mark for it."))
    assert mentions(review, 2) == []
    found = [("Mark", EntityType.PERSON, Verdict.REPLACE)]
    assert mentions(weigh(*MARK, reading("It has met Mark for it.")), 2) == found


def test_a_street_named_like_a_person_goes_with_its_street():
    text = "She lives in Grace Road."
    review = weigh(*GRACE, reading(text, found={"Grace Road": "ADDRESS"}))
    assert mentions(review, 2) == [("Grace Road", EntityType.ADDRESS, Verdict.REPLACE)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("They met Oyelaran there.", ["Oyelaran"]),
        ("They met Wrona Oyelaran there.", ["Wrona Oyelaran"]),
        # "Kasia" is a usual given name and asked about by itself: two questions for one person.
        ("They met Kasia Wrona there.", ["Kasia Wrona"]),
        ("They met Siobh\u00e1n there.", ["Siobh\u00e1n"]),
        ("The MARAC agreed.", []),
        # Letters that act like somebody may be those of a local body.
        ("The KSSCRC agreed.", []),
        ("a KSSCRC form", []),
        ("The recommissioning began.", []),
        ("Recommissioned care began.", ["Recommissioned"]),
        ("SystmOne was used.", []),
        ("In March they moved.", []),
        ("oyelaran", []),
    ],
)
def test_what_no_list_explains_is_asked_about(text, asked):
    found = mentions(weigh(reading(text, read=False)), 0)
    assert [name for name, _, verdict in found if verdict is Verdict.ASK] == asked
    assert all(verdict is Verdict.ASK for _, _, verdict in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DH rang.", ["DH"]),
        ("DH and he left.", ["DH"]),
        ("The DHs met.", []),
        ("The DHR met.", []),
        ("dh", []),
        ("HD rang.", []),
    ],
)
def test_bare_initials_are_those_of_a_name_of_the_review(text, found):
    assert named_in(text, DANIELLE) == found


@pytest.mark.parametrize(
    "defined", ["We write MP for Mary Poole.", "MP = Mary Poole", "Mary Poole = MP"]
)
def test_initials_that_are_a_term_are_somebody_s_where_they_are_defined(defined):
    mary = reading("Ms Mary Poole rang.", people=("Mary", "Poole"))
    defining = reading(defined, people=("Mary", "Poole"))
    found = mentions(weigh(mary, defining, reading("MP rang.")), 2)
    assert found == [("MP", EntityType.PERSON, Verdict.REPLACE)]


def test_initials_of_nobody_are_asked_about_where_they_act():
    assert mentions(weigh(reading("DH rang.", read=False)), 0) == [
        ("DH", EntityType.PERSON, Verdict.ASK)
    ]


@pytest.mark.parametrize("text", ["The DH form was sent.", "DH", "It was in DH", "(DH)"])
def test_initials_of_nobody_stay_elsewhere(text):
    assert mentions(weigh(reading(text)), 0) == []


@pytest.mark.parametrize(
    ("scores", "together"),
    [([], 0.0), ([0.4], 0.4), ([0.5, 0.6], 0.8), ([1.0, 0.2], 1.0), ([2.0], 1.0), ([0.0, 0.0], 0)],
)
def test_independent_evidence_is_joined(scores, together):
    assert joined(scores) == pytest.approx(together)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("Hargreaves", True),
        ("McAllister", True),
        ("O\u2019Brien", True),
        ("DeSouza", True),
        ("Siobh\u00e1n", True),
        ("HARGREAVES", True),
        ("SystmOne", False),
        ("O22a", False),
        ("iPhone", False),
        ("YouTube", False),
        ("Didn\u2019t", False),
    ],
)
def test_the_look_of_a_name(word, is_one):
    assert looks_like_a_name(words(word)[0]) is is_one


@pytest.mark.parametrize(
    ("texts", "word", "is_one"),
    [
        ([], "MARAC", True),
        ([], "KSSCRC", True),
        ([], "IMRs", True),
        ([], "HARGREAVES", False),
        (["the scheme (INSPIRATION)"], "INSPIRATION", True),
        (["Grace rang."], "GRACE", False),
        ([], "Marac", False),
        ([], "Danielle", False),
    ],
)
def test_an_abbreviation_is_told_from_a_name_in_capitals(texts, word, is_one):
    spellings = Spellings([reading(text) for text in (*texts, word)])
    assert spellings.is_abbreviation(words(word)[0]) is is_one
