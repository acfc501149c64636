"""Identifiers: what is taken, with its exact span, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import RECOGNISERS, found_in

from redactor.detection.recognisers.finance import is_iban, passes_luhn
from redactor.detection.recognisers.health import has_nhs_check_digit
from redactor.detection.recognisers.social_care import has_upn_check_letter

TAKEN = [
    # health
    ("NHS number: 999 417 3022.", "NHS_NUMBER", "999 417 3022"),
    ("NHS no. 9994173022", "NHS_NUMBER", "9994173022"),
    ("her NHS Number is 943-476-5919", "NHS_NUMBER", "943-476-5919"),
    ("(943 476 5919)", "NHS_NUMBER", "943 476 5919"),
    ("NHS number 943 476 5918, mistyped", "NHS_NUMBER", "943 476 5918"),
    ("CHI number 0101501234", "NHS_NUMBER", "0101501234"),
    ("RiO ID 1045823", "CASE_REFERENCE", "1045823"),
    ("SystmOne ref: 88213-4", "CASE_REFERENCE", "88213-4"),
    ("Hosp no MV448120", "CASE_REFERENCE", "MV448120"),
    # what the state gives
    ("AB 12 34 56 C", "NI_NUMBER", "AB 12 34 56 C"),
    ("National Insurance number ab123456c", "NI_NUMBER", "ab123456c"),
    ("NI no. ZZ 38 46 15 D on file", "NI_NUMBER", "ZZ 38 46 15 D"),
    ("passport number 533401234", "PASSPORT", "533401234"),
    ("her licence, MARLO753116SM9IJ", "DRIVING_LICENCE", "MARLO753116SM9IJ"),
    ("a van, GX12 KRP, was seen", "VEHICLE", "GX12 KRP"),
    ("car registration gx12krp", "VEHICLE", "gx12krp"),
    ("his car, registration M421 PLT", "VEHICLE", "M421 PLT"),
    ("the vehicle (ABC 123D)", "VEHICLE", "ABC 123D"),
    # police
    ("PNC ID 12/345678A", "POLICE_REFERENCE", "12/345678A"),
    ("recorded as 2004/1234567Q", "POLICE_REFERENCE", "2004/1234567Q"),
    ("CRO number SF98/12345", "POLICE_REFERENCE", "SF98/12345"),
    ("crime reference 46/018842/15", "POLICE_REFERENCE", "46/018842/15"),
    ("Crime Report number ZY/012345/18", "POLICE_REFERENCE", "ZY/012345/18"),
    ("CAD 4471 was created", "POLICE_REFERENCE", "4471"),
    ("STORM log 15-0314-1187", "POLICE_REFERENCE", "15-0314-1187"),
    ("FWIN 1873 of 06/05/17", "POLICE_REFERENCE", "1873 of 06/05/17"),
    ("Custody record XA/1234/18", "POLICE_REFERENCE", "XA/1234/18"),
    ("PC 12738 attended", "COLLAR_NUMBER", "12738"),
    ("DC 4471 and", "COLLAR_NUMBER", "4471"),
    ("PCSO 9981", "COLLAR_NUMBER", "9981"),
    ("spoke to PC Rainford 12738.", "COLLAR_NUMBER", "12738"),
    ("collar number 5521", "COLLAR_NUMBER", "5521"),
    # courts and prisons
    ("A1234BC at HMP Elmley", "PRISON_NUMBER", "A1234BC"),
    ("prison number a1234bc", "PRISON_NUMBER", "a1234bc"),
    ("Order (CT17F00093) was made", "COURT_REFERENCE", "CT17F00093"),
    ("Crown Court case number T20187123", "COURT_REFERENCE", "T20187123"),
    ("claim number E00CT123", "COURT_REFERENCE", "E00CT123"),
    ("Delius CRN X123456", "CASE_REFERENCE", "X123456"),
    # councils, landlords, schools
    ("Mosaic ID 1188234", "CASE_REFERENCE", "1188234"),
    ("Liquidlogic number: 55621", "CASE_REFERENCE", "55621"),
    ("tenancy reference T/00451/2", "CASE_REFERENCE", "T/00451/2"),
    ("MARAC number 2018/0441", "CASE_REFERENCE", "2018/0441"),
    ("Our ref: PTHB/SG/2021/0387", "CASE_REFERENCE", "PTHB/SG/2021/0387"),
    ("UPRN 100061234567", "PROPERTY_REFERENCE", "100061234567"),
    ("UPN H801200001001", "PUPIL_NUMBER", "H801200001001"),
    # contact
    ("call 01632 960123", "PHONE", "01632 960123"),
    ("mobile (07700 900482)", "PHONE", "07700 900482"),
    ("on 07700900482", "PHONE", "07700900482"),
    ("+44 (0)20 7946 0123", "PHONE", "+44 (0)20 7946 0123"),
    ("tel: 020 7946 0123", "PHONE", "020 7946 0123"),
    ("(0113) 496 0123 is hers", "PHONE", "(0113) 496 0123"),
    ("Polish number +48 601 234 567", "PHONE", "+48 601 234 567"),
    ("telephone extension 4123", "PHONE", "4123"),
    ("07700\u00a0900\u2011482", "PHONE", "07700\u00a0900\u2011482"),
    ("write to dani.h@example.org.", "EMAIL", "dani.h@example.org"),
    ("dani (at) example.org", "EMAIL", "dani (at) example.org"),
    ("see www.example.org/dani,", "URL", "www.example.org/dani"),
    ("https://thanet.example.gov.uk/x", "URL", "https://thanet.example.gov.uk/x"),
    ("tweeted as @dani_h92.", "HANDLE", "@dani_h92"),
    ("Facebook account: dani_h92", "HANDLE", "dani_h92"),
    ("Instagram: danihargreaves", "HANDLE", "danihargreaves"),
    ("Snapchat username is \u201cdanih\u201d", "HANDLE", "danih"),
    ("IP address 81.2.69.142", "IP_ADDRESS", "81.2.69.142"),
    ("from 2001:db8::8a2e:370:7334 at", "IP_ADDRESS", "2001:db8::8a2e:370:7334"),
    ("MAC 00:1B:44:11:3A:B7", "IP_ADDRESS", "00:1B:44:11:3A:B7"),
    # money
    ("sort code 20-12-34", "BANK_ACCOUNT", "20-12-34"),
    ("account number 55779911", "BANK_ACCOUNT", "55779911"),
    ("card 4111 1111 1111 1111", "PAYMENT_CARD", "4111 1111 1111 1111"),
    ("IBAN GB82 WEST 1234 5698 7654 32", "BANK_ACCOUNT", "GB82 WEST 1234 5698 7654 32"),
    # births
    ("DOB 12/03/1989", "DATE_OF_BIRTH", "12/03/1989"),
    ("D.O.B.: 12.03.89", "DATE_OF_BIRTH", "12.03.89"),
    ("Date of birth of the child: 3rd March 2014", "DATE_OF_BIRTH", "3rd March 2014"),
    ("was born in Margate on 14 March 1989", "DATE_OF_BIRTH", "14 March 1989"),
    ("(born 2 Nov 1984)", "DATE_OF_BIRTH", "2 Nov 1984"),
    ("1989-03-14 (DOB)", "DATE_OF_BIRTH", "1989-03-14"),
    # places to live
    ("CT9 1AB", "POSTCODE", "CT9 1AB"),
    ("Pwllheli (LL 79 6QW).", "POSTCODE", "LL 79 6QW"),
    ("Margate CT91AB.", "POSTCODE", "CT91AB"),
    ("her address is ct9 1ab", "POSTCODE", "ct9 1ab"),
    ("at 14 Marlowe Court, Margate", "ADDRESS", "14 Marlowe Court"),
    ("Flat 3, 14 Marlowe Court", "ADDRESS", "Flat 3, 14 Marlowe Court"),
    ("lived in Flat 2B.", "ADDRESS", "Flat 2B"),
    ("22A St Peter's Road", "ADDRESS", "22A St Peter's Road"),
    ("22 ALBION GARDENS", "ADDRESS", "22 ALBION GARDENS"),
    ("In Canterbury Road he", "ADDRESS", "Canterbury Road"),
    ("Danielle\u2019s Marlowe Road flat", "ADDRESS", "Marlowe Road"),
    ("moved to Marlowe Lane", "ADDRESS", "Marlowe Lane"),
    ("lives at 14 marlowe court", "ADDRESS", "14 marlowe court"),
    ("address: Rose Cottage, Ash", "ADDRESS", "Rose Cottage"),
    ("living at number 29", "ADDRESS", "number 29"),
    ("late of 27 Hollin Way", "ADDRESS", "27 Hollin Way"),
    ("PO Box 114", "ADDRESS", "PO Box 114"),
    ("14 High Street", "ADDRESS", "14 High Street"),
    ("51.38914, 1.38562", "ADDRESS", "51.38914, 1.38562"),
]


@pytest.mark.parametrize(("text", "entity", "covered"), TAKEN)
def test_takes_the_identifier_and_nothing_around_it(text: str, entity: str, covered: str) -> None:
    assert (entity, covered) in found_in(text)


LEFT = [
    "The panel met on 12 March 2018; the 2018/19 audit found 23% of 1,200 cases.",
    "It cost \u00a31,200.50, and \u00a312 Road tax.",
    "Paragraph 11.3.40 and 11.3.40.2 refer to section 47 and section 17(10).",
    "Form 78, PHQ-9, GAD-7 (14/21), AUDIT 23, DASH 14 ticks.",
    "He dialled 999, then 101, then NHS 111.",
    "BP 120/80, 3/7, 2/52, 10 mg, 3 x 5, 50/50, 24/7, 9-5, 2:1.",
    "at 10:30:15 on 03/04/2018",
    "between 2015 and 2018, 4 out of 10",
    "12 High Court judges; the Crown Court; a Place of Safety",
    "3 Police Officers attended; 5 Social Workers in 2 Court hearings",
    "She closed the case. A close friend. The way forward. Road safety.",
    "the High Street; Main Road; The Close",
    "Mr Lane met Mrs Close and Dr Hill.",
    "In 2016 Danielle moved.",
    "She was born in 2016. He was born in March 2014.",
    "Children born to mothers under 18",
    "The incident in 2018 and the log; crime in 2017; incident 2; log 4.",
    "case of 12 children; referral 3; record 12; reference to 2015",
    "GP1, HV2, SW12, TM1, PC1, DS 1",
    "PC Stokes arrived in 2018. A new PC in 2018.",
    "Facebook messages were sent; Facebook: he said; on WhatsApp he said.",
    "username and password",
    "Recommendation 12 (Table 4), Appendix A, Year 6, Band B, Key Stage 2",
    "MG11, KS2, S47, Covid-19, A4, M25, BBC1, P45",
    "The account of 2018 differs. Account 1.",
    "\u00a312,345,678 and 1,234,567",
    "so 5am or 1st floor; in e1 2nd",
    "0.75, 12.5 and 3.14159",
    "a flat in town; a unit; a room 4 metres long",
    "ring 0800",
    "[2018] EWHC 123 (Fam)",
]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_ordinary_prose_alone(text: str) -> None:
    assert found_in(text) == []


def test_an_nhs_number_is_no_telephone_number() -> None:
    entities = [entity for entity, _ in found_in("NHS number 0943476591 and NHS 999 417 3021")]
    assert "PHONE" not in entities


def test_a_national_site_stays() -> None:
    text = "See https://www.gov.uk/guidance/x and www.nice.org.uk."
    assert found_in(text) == []


def test_soft_hyphens_and_note_marks_keep_the_offsets() -> None:
    text = "Tel 07700\u00ad 900482\ufffc and PC 12738\ufffc."
    assert found_in(text) == [("PHONE", "07700\u00ad 900482"), ("COLLAR_NUMBER", "12738")]


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (has_nhs_check_digit, "943 476 5919", "943 476 5918"),
        (has_nhs_check_digit, "9994173022", "1111111111"),
        (passes_luhn, "4111 1111 1111 1111", "4111 1111 1111 1112"),
        (is_iban, "GB82 WEST 1234 5698 7654 32", "GB83 WEST 1234 5698 7654 32"),
    ],
)
def test_check_digits(check, good: str, bad: str) -> None:  # type: ignore[no-untyped-def]
    assert check(good)
    assert not check(bad)


def test_exactly_one_check_letter_fits() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert sum(has_upn_check_letter(f"{letter}801200001001") for letter in letters) == 1


@given(st.text(max_size=200))
def test_every_span_lies_in_the_text(text: str) -> None:
    for recogniser in RECOGNISERS:
        for result in recogniser.analyze(text, recogniser.supported_entities, None):
            assert 0 <= result.start < result.end <= len(text)
            assert result.entity_type in recogniser.supported_entities


@given(before=st.text(alphabet="abc \u00e9\u00ad\u2019\n\t.", max_size=40))
def test_what_stands_before_does_not_shift_the_span(before: str) -> None:
    text = f"{before} NHS number 943 476 5919 end"
    assert ("NHS_NUMBER", "943 476 5919") in found_in(text)


def test_a_number_takes_no_letter_of_the_initials_behind_it() -> None:
    covered = {words for _, words in found_in("Case no 1234567 D.H.")}
    assert "1234567" in covered
    assert not any(words.endswith("D") for words in covered)
