"""The detector with its real models: whole reviews in, mentions out."""

import pytest

from redactor.detection.known import Known
from redactor.model import (
    Cell,
    DocumentId,
    EntityType,
    Mention,
    Segment,
    SegmentId,
    SegmentKind,
    Verdict,
)

REPLACE, KEEP = Verdict.REPLACE, Verdict.KEEP

REVIEW = (
    "Danielle Hargreaves told the police that Ryan Pritchard had left her.",
    "Mr Oluwaseun Adeyemi said that he had met Danielle and her neighbour.",
    "Siobh\u00e1n O\u2019Dowd, her mother, was told by Margaret Ellwood.",
    "They lived at 22 Albion Gardens, Margate.",
)


def segment(number: int, text: str, cell: Cell | None = None) -> Segment:
    kind = SegmentKind.TABLE_CELL if cell else SegmentKind.BODY
    return Segment(SegmentId(f"d.docx|main|p{number}"), DocumentId("d.docx"), kind, text, "", cell)


def segments(*texts: str) -> list[Segment]:
    return [segment(number, text) for number, text in enumerate(texts)]


def found(mentions: list[Mention], number: int) -> list[tuple[str, Verdict]]:
    wanted = segment(number, "").id
    return [(m.text, m.verdict) for m in mentions if m.segment_id == wanted]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DANIELLE HARGREAVES", ["DANIELLE HARGREAVES"]),
        ("Hargreaves, Danielle", ["Hargreaves, Danielle"]),
        ("Danielle\u2019s file held nothing.", ["Danielle"]),
        ("The Pritchards had gone.", ["Pritchards"]),
        ("DH had rung.", ["DH"]),
        ("Mr Adeyemi was not asked, nor was Siobha\u0301n.", ["Mr Adeyemi", "Siobha\u0301n"]),
        ("\U0001f600 Ryan\u00a0Pritchard", ["Ryan\u00a0Pritchard"]),
        ("She left Margate.", ["Margate"]),
    ],
)
def test_what_the_review_proves_is_found_in_every_segment(detector, text, names):
    mentions = detector.detect(segments(*REVIEW, text))
    assert found(mentions, len(REVIEW)) == [(name, REPLACE) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "The Annual report was read.",
        "The panel will meet in May 2018.",
        "A Multi-Agency Risk Assessment Conference was held.",
        "The review has learnt that the policy was not followed.",
        "10.3.2 There was no record.",
        "",
    ],
)
def test_what_names_nobody_is_left_alone(detector, text):
    assert found(detector.detect(segments(*REVIEW, text)), len(REVIEW)) == []


@pytest.mark.parametrize(
    ("base", "text", "names"),
    [
        ("Will Price told the police. She met Will at home.", "Will he attend?", []),
        ("Mark Stone told the police that he left.", "Mark said nothing.", ["Mark"]),
        ("Mark Stone told the police that he left.", "There was a mark on it.", []),
        ("May Waters told the police that she left.", "May said she left.", ["May"]),
        ("May Waters told the police that she left.", "On 3 May 2018 he rang.", []),
        ("Grace Young told the police that she left.", "She rang Grace.", ["Grace"]),
        ("Grace Young told the police that she left.", "Young people rang.", []),
        # A season and its year is nobody to ask about, whoever else is called Summer.
        ("Summer Young told the police that she left.", "In Summer 2020 he left.", []),
        ("Will Price told the police. She met Will at home.", "Will attended.", ["Will"]),
    ],
)
def test_names_that_are_words(detector, base, text, names):
    assert found(detector.detect(segments(base, text)), 1) == [(name, REPLACE) for name in names]


def test_a_given_name_of_a_proven_full_name_is_found_alone_beside_the_season(detector):
    review = segments(
        "Summer Young told the police that she had left.",
        "In Summer 2020 they moved.",
        "Summer said no.",
    )
    assert [name for name, _ in found(detector.detect(review), 2)] == ["Summer"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Hope there.", "Hope"),
        ("She drank at the Weavers with him.", "Weavers"),
        ("Neither file had left North East Derbyshire.", "North East Derbyshire"),
    ],
)
def test_what_only_the_sentence_or_the_whole_of_a_name_tells_is_found(detector, text, name):
    assert found(detector.detect(segments(text)), 0) == [(name, REPLACE)]


@pytest.mark.parametrize("opener", ["Yesterday", "Later", "Earlier", "Yet", "Then", "Today"])
def test_a_word_that_begins_the_sentence_is_no_part_of_the_name_behind_it(detector, opener):
    review = segments(f"{opener} Danielle Hargreaves rang the police.")
    assert found(detector.detect(review), 0) == [("Danielle Hargreaves", REPLACE)]


# The full stop goes with the address, and the output's sentence loses its end.
def test_a_sentence_keeps_the_full_stop_behind_an_address(detector):
    mentions = detector.detect(segments("She lives at 12 Grace Road."))
    assert found(mentions, 0) == [("12 Grace Road", REPLACE)]


def test_every_mention_is_the_words_of_its_segment_and_none_overlap(detector):
    review = segments(*REVIEW, REVIEW[0], "\U0001f600 Danielle\u2019s Ryan, 07700 900123")
    texts = {one.id: one.text for one in review}
    mentions = detector.detect(review)
    for mention in mentions:
        assert texts[mention.segment_id][mention.span.start : mention.span.end] == mention.text
        assert mention.evidence
        assert 0 < mention.score <= 1
    order = [(list(texts).index(m.segment_id), m.span.start) for m in mentions]
    assert order == sorted(order)
    assert not any(
        one.segment_id == other.segment_id and one.span.overlaps(other.span)
        for one in mentions
        for other in mentions
        if one is not other
    )


def test_the_same_paragraph_twice_has_the_same_mentions(detector):
    mentions = detector.detect(segments(REVIEW[0], REVIEW[1], REVIEW[0]))
    assert found(mentions, 0) == found(mentions, 2) != []


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        (Cell(0, 1, 1, header="Date of birth"), "04/05/1987", EntityType.DATE_OF_BIRTH),
        (Cell(0, 1, 1, row_label="DOB"), "4 May 1987", EntityType.DATE_OF_BIRTH),
        (Cell(0, 1, 1, header="NHS number"), "943 476 5919", EntityType.NHS_NUMBER),
    ],
)
def test_a_cell_is_read_with_the_words_of_its_column_or_row(detector, cell, text, kind):
    assert [(m.text, m.type) for m in detector.detect([segment(0, text, cell)])] == [(text, kind)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(0, 1, 1, header="Date of meeting"), "04/05/2019"),
        (Cell(0, 1, 1, header="Date of birth"), "Unknown"),
        (Cell(0, 1, 1), "04/05/1987"),
        (None, "04/05/1987"),
        (
            Cell(0, 1, 1, header="Date of birth"),
            "The meeting of 04/05/2019 was told that all the records of that year had been lost.",
        ),
    ],
    ids=["another column", "no digits", "no label", "no cell", "a paragraph in a cell"],
)
def test_a_date_that_is_nobodys_birthday_stays(detector, cell, text):
    assert detector.detect([segment(0, text, cell)]) == []


def test_names_of_the_map_are_found_and_kept_without_any_proof(detector):
    known = [
        Known("Jo Fell", EntityType.PERSON),
        Known("Thanet", EntityType.PLACE),
        Known("Isle of Thanet NHS Trust", EntityType.ORGANISATION),
        Known("Margaret Ellwood", EntityType.PERSON, keep=True),
    ]
    review = segments(
        "then Jo rang", "The Isle of Thanet NHS Trust in Thanet", "Margaret Ellwood", "He fell."
    )
    mentions = detector.detect(review, known)
    assert found(mentions, 0) == [("Jo", REPLACE)]
    assert found(mentions, 1) == [("Isle of Thanet NHS Trust", REPLACE), ("Thanet", REPLACE)]
    assert found(mentions, 2) == [("Margaret Ellwood", KEEP)]
    assert found(mentions, 3) == []


def test_known_first_gives_the_map_its_name_inside_a_longer_find(detector):
    review = segments("Thanet District Council agreed.")
    known = [Known("Thanet", EntityType.PLACE)]
    longest = detector.detect(review, known)
    assert found(longest, 0) == [("Thanet District Council", REPLACE)]
    first = detector.detect(review, known, known_first=True)
    assert found(first, 0) == [("Thanet", REPLACE)]


def test_records_that_stand_apart_prove_nothing_for_each_other(detector):
    first, second = detector.detect_each(
        ["Danielle Hargreaves told the police.", "There was no word from hargreaves or anybody."]
    )
    assert [m.text for m in first] == ["Danielle Hargreaves"]
    assert second == []
    assert [m.segment_id for m in first] == ["0"]


def test_progress_comes_to_its_end(detector):
    seen: list[tuple[str, int, int]] = []
    texts = [f"Nobody rang {number} times." for number in range(40)]
    detector.detect(segments(*texts), progress=lambda *step: seen.append(step))
    assert seen[-1] == ("recognising", 40, 40)
    assert [done for _, done, _ in seen] == sorted(done for _, done, _ in seen)


def test_nothing_in_nothing_out(detector):
    assert detector.detect([]) == []
    assert detector.detect_each([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The panel met in the Town Hall and read the Terms of Reference.",
        "The Community Mental Health Team closed the case.",
        "The Independent Domestic Violence Adviser rang her twice.",
        "The Housing Officer asked the Tenancy Support Team to visit.",
        "It was the Easter holidays and the School Nurse was away.",
        "The Chief Executive of the Trust agreed the Action Plan.",
        "On Boxing Day the Police attended and left.",
        "She was diagnosed with Type 2 Diabetes and took Sertraline.",
        "The Christian community and the Polish neighbours helped.",
        "He drove a Ford Transit to Tesco every day.",
        "They spoke Urdu and Punjabi at home.",
        "The Freedom Programme was offered by Women\u2019s Aid.",
        "The Head Teacher rang the Designated Safeguarding Lead.",
        "The ward was quiet, and both estates were built in the Sixties.",
        "A Multi-Agency Risk Assessment Conference (MARAC) was held.",
    ],
)
def test_terms_job_titles_and_public_bodies_are_not_replaced(detector, text):
    mentions = found(detector.detect(segments(*REVIEW, text)), len(REVIEW))
    assert {verdict for _, verdict in mentions} <= {KEEP}


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("samina-farooqi", ["samina-farooqi"]),
        ("alKhatib_Diyar", ["alKhatib_Diyar"]),
        ("2021-03 farooqi, samina.v2", ["farooqi, samina"]),
        ("summer-report", []),
        ("sam-report", []),
        ("khatibah", []),
    ],
)
def test_a_file_s_name_is_read_by_the_names_of_the_review(detector, name, names):
    review = segments(
        "Samina Farooqi told the police that she had left.",
        "Diyar al-Khatib said that he had met Samina.",
        "In the summer they moved.",
    )
    file = DocumentId("d.docx")
    last = Segment(SegmentId(f"d.docx|main|p{len(review)}"), file, SegmentKind.FILE_NAME, name, "")
    assert found(detector.detect([*review, last]), len(review)) == [
        (text, REPLACE) for text in names
    ]


@pytest.mark.parametrize(
    ("full", "text", "names"),
    [
        ("She rented from Seagrove Housing Association then.", "Then Seagrove wrote.", "Seagrove"),
        ("She rented from Seagrove Housing Association then.", "SHA wrote to her.", "SHA"),
        ("She was seen at Kestrel Valley Medical Centre.", "KVMC rang her.", "KVMC"),
        ("She was seen at Kestrel Valley Medical Centre.", "Kestrel Valley", "Kestrel Valley"),
        ("She was seen at Kestrel Valley Medical Centre.", "The medical centre rang.", None),
        ("She rented from Seagrove Housing Association then.", "The housing was bad.", None),
    ],
)
def test_a_body_goes_under_its_short_names_as_well(detector, full, text, names):
    expected = [(names, REPLACE)] if names else []
    assert found(detector.detect(segments(full, text)), 1) == expected


@pytest.mark.parametrize("part", ["Danielle", "Hargreaves", "Isla"])
def test_a_part_of_a_name_of_the_map_is_replaced_without_a_question(detector, part):
    known = [
        Known("Danielle Hargreaves", EntityType.PERSON),
        Known("Isla Pritchard", EntityType.CHILD),
    ]
    mentions = detector.detect(segments(f"then {part} rang", "the danielleish style"), known)
    assert found(mentions, 0) == [(part, REPLACE)]
    assert found(mentions, 1) == []
