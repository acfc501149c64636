"""Numbers of cases, persons and vehicles, family by family: as many to leave as to take."""

from __future__ import annotations

import pytest
from shapes import found_in

HEALTH = [
    ("NHS No: 999 417 3022", "NHS_NUMBER", "999 417 3022"),
    ("NHS 9994173022", "NHS_NUMBER", "9994173022"),
    ("(NHS number 999-417-3022)", "NHS_NUMBER", "999-417-3022"),
    ("CHI: 0101501234", "NHS_NUMBER", "0101501234"),
    ("Community Health Index 010150 1234", "NHS_NUMBER", "010150 1234"),
    ("H&C number 399 123 4567", "NHS_NUMBER", "399 123 4567"),
    ("HCN 3991234567", "NHS_NUMBER", "3991234567"),
    ("Hospital number: K448120", "CASE_REFERENCE", "K448120"),
    ("MRN 00448120", "CASE_REFERENCE", "00448120"),
    ("her EMIS number was 88213", "CASE_REFERENCE", "88213"),
    ("RiO number 1045823", "CASE_REFERENCE", "1045823"),
    ("SystmOne ID 88213", "CASE_REFERENCE", "88213"),
    ("Carenotes ref 88213", "CASE_REFERENCE", "88213"),
    ("Datix W123456", "CASE_REFERENCE", "W123456"),
    ("StEIS 2018/12345", "CASE_REFERENCE", "2018/12345"),
    ("GMC number 1234567", "CASE_REFERENCE", "1234567"),
    ("NMC PIN 99I1234E", "CASE_REFERENCE", "99I1234E"),
    ("case note number 0448120", "CASE_REFERENCE", "0448120"),
]
STATE = [
    ("NINO: QQ123456C", "NI_NUMBER", "QQ123456C"),
    ("NI number AB 123456 C", "NI_NUMBER", "AB 123456 C"),
    ("her NI no is ab 12  34 56 c", "NI_NUMBER", "ab 12  34 56 c"),
    ("UK passport 533401234", "PASSPORT", "533401234"),
    ("passport no. AB1234567", "PASSPORT", "AB1234567"),
    ("BRP number ZU1234567", "PASSPORT", "ZU1234567"),
    ("visa application GWF012345678", "PASSPORT", "GWF012345678"),
    ("driving licence number MARLO 753116 SM9IJ", "DRIVING_LICENCE", "MARLO 753116 SM9IJ"),
    ("Driver No: marlo753116sm9ij", "DRIVING_LICENCE", "marlo753116sm9ij"),
    ("driving licence 12345678 (Northern Ireland)", "DRIVING_LICENCE", "12345678"),
    ("PESEL 85010112345", "CASE_REFERENCE", "85010112345"),
    ("PPS number 1234567TA", "CASE_REFERENCE", "1234567TA"),
]
VEHICLES = [
    ("GX12 KRP", "VEHICLE", "GX12 KRP"),
    ("a Vauxhall Corsa, GX12KRP", "VEHICLE", "GX12KRP"),
    ("his van A421 PLT", "VEHICLE", "A421 PLT"),
    ("the car (ABC 123D) was", "VEHICLE", "ABC 123D"),
    ("registration number ABC 123", "VEHICLE", "ABC 123"),
    ("reg 1 ABC", "VEHICLE", "1 ABC"),
    ("a Ford Transit AIZ 1234", "VEHICLE", "AIZ 1234"),
    ("Q123 ABC, a kit car", "VEHICLE", "Q123 ABC"),
    ("a car with diplomatic plates 123 D 456", "VEHICLE", "123 D 456"),
    ("partial index GX12", "VEHICLE", "GX12"),
    ("VIN: WVWZZZ1JZXW000001", "VEHICLE", "WVWZZZ1JZXW000001"),
    ("private hire licence number 4471", "VEHICLE", "4471"),
]
MONEY = [
    ("UTR 12345 67890", "CASE_REFERENCE", "12345 67890"),
    ("Unique Taxpayer Reference: 1234567890K", "CASE_REFERENCE", "1234567890K"),
    ("sort code 20 12 34, account 55779911", "BANK_ACCOUNT", "20 12 34"),
    ("sort code 20 12 34, account 55779911", "BANK_ACCOUNT", "55779911"),
    ("s/c 201234 a/c 55779911", "BANK_ACCOUNT", "201234"),
    ("roll number 1/12345678-9", "BANK_ACCOUNT", "1/12345678-9"),
    ("DE89 3704 0044 0532 0130 00", "BANK_ACCOUNT", "DE89 3704 0044 0532 0130 00"),
    ("card ending in 4471", "PAYMENT_CARD", "4471"),
    ("bank card number 4111 1111 1111 1112", "PAYMENT_CARD", "4111 1111 1111 1112"),
    ("4111-1111-1111-1111", "PAYMENT_CARD", "4111-1111-1111-1111"),
    ("charity number 1054467", "CASE_REFERENCE", "1054467"),
    ("PAYE ref 123/AB456", "CASE_REFERENCE", "123/AB456"),
]
POLICE = [
    ("CRIS 2712345/18", "POLICE_REFERENCE", "2712345/18"),
    ("crime 06J1/7342/20 was", "POLICE_REFERENCE", "06J1/7342/20"),
    ("CRI/06GG/0001234/20", "POLICE_REFERENCE", "CRI/06GG/0001234/20"),
    ("crime reference 13180123456", "POLICE_REFERENCE", "13180123456"),
    ("was reported to police (13180123456)", "POLICE_REFERENCE", "13180123456"),
    ("CR/012345/18", "POLICE_REFERENCE", "CR/012345/18"),
    ("46/12345/18", "POLICE_REFERENCE", "46/12345/18"),
    ("Police Scotland incident LB12340119", "POLICE_REFERENCE", "LB12340119"),
    ("PS-20190119-1234", "POLICE_REFERENCE", "PS-20190119-1234"),
    ("police reference RM18012345", "POLICE_REFERENCE", "RM18012345"),
    ("20BE/123456A/18", "POLICE_REFERENCE", "20BE/123456A/18"),
    ("recorded as 012345X/18", "POLICE_REFERENCE", "012345X/18"),
    ("crime no. 18*012345", "POLICE_REFERENCE", "18*012345"),
    ("CAD 4471 of 19th January 2018", "POLICE_REFERENCE", "4471 of 19th January 2018"),
    ("CAD 4471/19JAN18", "POLICE_REFERENCE", "4471/19JAN18"),
    ("Log 0234 of 12/03/18", "POLICE_REFERENCE", "0234 of 12/03/18"),
    ("STORM 20180119-0234", "POLICE_REFERENCE", "20180119-0234"),
    ("logs 1187 and 1203", "POLICE_REFERENCE", "1187"),
    ("logs 1187 and 1203", "POLICE_REFERENCE", "1203"),
    ("NICHE occurrence 44180012345", "POLICE_REFERENCE", "44180012345"),
    ("custody ref XA/1234/18", "POLICE_REFERENCE", "XA/1234/18"),
    ("exhibit DH/1", "POLICE_REFERENCE", "DH/1"),
    ("A/PS 4471 spoke", "COLLAR_NUMBER", "4471"),
    ("Police Constable 1273 Marlowe", "COLLAR_NUMBER", "1273"),
    ("PC Marlowe (12738)", "COLLAR_NUMBER", "12738"),
    ("PC 4471EM", "COLLAR_NUMBER", "4471EM"),
    ("shoulder number was 4471", "COLLAR_NUMBER", "4471"),
    ("warrant no 212345", "COLLAR_NUMBER", "212345"),
]
COURTS = [
    ("Family Court ZC17C00001", "COURT_REFERENCE", "ZC17C00001"),
    ("county court claim 3BM12345", "COURT_REFERENCE", "3BM12345"),
    ("indictment T20187123", "COURT_REFERENCE", "T20187123"),
    ("Court of Protection COP13412345", "COURT_REFERENCE", "COP13412345"),
    ("First-tier Tribunal PA/01234/2018", "COURT_REFERENCE", "PA/01234/2018"),
    ("employment tribunal 2301234/2018", "COURT_REFERENCE", "2301234/2018"),
    ("Magistrates\u2019 Court 461800123456", "COURT_REFERENCE", "461800123456"),
    ("NOMIS A1234BC", "PRISON_NUMBER", "A1234BC"),
    ("prison number AB1234", "PRISON_NUMBER", "AB1234"),
    ("CRN: D123456", "CASE_REFERENCE", "D123456"),
    ("CICA ref X/18/701234", "CASE_REFERENCE", "X/18/701234"),
]
COUNCILS = [
    ("LCS number 1188234", "CASE_REFERENCE", "1188234"),
    ("ICS ID: 1188234", "CASE_REFERENCE", "1188234"),
    ("CareFirst 1188234", "CASE_REFERENCE", "1188234"),
    ("MARAC case number M123/18", "CASE_REFERENCE", "M123/18"),
    ("rent account 0012345678", "CASE_REFERENCE", "0012345678"),
    ("rent account number 00123-45", "CASE_REFERENCE", "00123-45"),
    ("housing application ref HL12345", "CASE_REFERENCE", "HL12345"),
    ("council tax account 70012345", "CASE_REFERENCE", "70012345"),
    ("Home Office reference M1234567", "CASE_REFERENCE", "M1234567"),
    ("microchip number 981012345678901", "CASE_REFERENCE", "981012345678901"),
    ("UPRN: 100061234567", "PROPERTY_REFERENCE", "100061234567"),
    ("title number K123456", "PROPERTY_REFERENCE", "K123456"),
    ("MPAN 2012345678901", "PROPERTY_REFERENCE", "2012345678901"),
    ("ULN 1234567890", "PUPIL_NUMBER", "1234567890"),
    ("unique pupil number H801200001001", "PUPIL_NUMBER", "H801200001001"),
    ("school URN 118234", "CASE_REFERENCE", "118234"),
    ("DfE number 886/2345", "CASE_REFERENCE", "886/2345"),
]


@pytest.mark.parametrize(
    ("text", "entity", "covered"),
    [*HEALTH, *STATE, *VEHICLES, *MONEY, *POLICE, *COURTS, *COUNCILS],
)
def test_takes_the_number(text: str, entity: str, covered: str) -> None:
    assert (entity, covered) in found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        # health
        "the NHS in 2018; NHS 111; 12 NHS trusts; NHS England 2019",
        "ward 12, bed 4, clinic 3, episode 2, RiO in 2018, EMIS from 2016",
        "a dose of 500 mg, 1.5 ml, BMI 31.2, temperature 38.4, 120/80",
        "PHQ-9 of 21 and GAD-7 of 18; EPDS 14/30; MMSE 24/30",
        # state
        "a passport, two driving licences and a visa in 2018",
        "NI 2018 figures; the NI contributions of 12 months",
        # vehicles
        "Room ABC 12, Form A12, Band D 4, M25 and A299",
        "the car in 2018, 2 cars and 3 vans, a Ford with 5 doors",
        "registered in 2018, registration 2 of 3, Section 17 CIN",
        "he drove on the A28 and the M2 at 40 mph",
        # money
        "\u00a31,250.00, 12-14-16 hours, in 20-25 cases, account 12",
        "a card for her 40th birthday; the card ending; credit of 4471 pounds",
        # police
        "crime rose by 12345 in 2018/19; 12 crimes and 300 incidents in 2018",
        "Police 2018; police on 12/03/2018; incidents in 2016, 2017 and 2018",
        "Operation 12; Outcome 16; Section 136 officers; Sergeant in 2018",
        "PC 12 years later; 4 PCs and 2 DCs; Officer of 30 years",
        "between 09:30 and 10:15; at 1030 hours; 24/7 cover; 2018/2019",
        "telephone 2 of 3; logs of 2018; an exhibit of 12",
        # courts
        "[2019] EWCA Civ 123; Order 2015; Rule 12; 2017/18 at the Crown Court",
        "court on 12 March 2018 at 10am; 12 months' custody; 200 hours",
        "the Children Act 1989 and the Care Act 2014; s47; SI 2011/1234",
        # councils
        "case 12 of 20; ref 12; tenancy from 2015; rent of 450; 3 referrals",
        "Year 11, Key Stage 2, Level 3, Tier 4, Band B, Form 87",
        "the MARAC of 2018 heard 23 cases; MARAC 12; MASH in 2016",
        "claim 12; benefit of 73 pounds; order in 2018; document 3",
    ],
)
def test_leaves_figures_that_are_nobody_s(text: str) -> None:
    assert found_in(text) == []
