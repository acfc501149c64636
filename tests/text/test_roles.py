"""Professions and the codes of their pseudonyms."""

import pytest

from redactor.text.roles import code_of, role_index, roles, title_roles


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Social Worker", "SW"),
        ("social worker", "SW"),
        ("SW", "SW"),
        ("Social\u00a0Worker", "SW"),
        ("GP", "GP"),
        ("Dr", "GP"),
        ("Dr.", "GP"),
        ("Health Visitor", "HV"),
        ("HV", "HV"),
        ("Midwife", "MW"),
        ("Staff Nurse", "NURSE"),
        ("Community Paediatrician", "PAED"),
    ],
)
def test_a_profession_has_a_code(phrase, code):
    assert code_of(phrase) == code


@pytest.mark.parametrize("phrase", ["", "worker", "Mr", "Hargreaves", "Social Workers Union", "."])
def test_what_is_no_profession_has_none(phrase):
    assert code_of(phrase) == ""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the health visitor rang", ["HV"]),
        ("a HEALTH VISITOR", ["HV"]),
        ("her GP, and the midwife", ["GP", "MW"]),
        ("the social-worker rang", ["SW"]),
        ("the visitor centre", []),
        ("the gps on his phone", []),
        ("", []),
    ],
)
def test_roles_are_found_as_whole_words(text, codes):
    assert [match.payload.code for match in role_index().find(text)] == codes


@pytest.mark.parametrize("phrase", ["social worker", "hv", "dr", "midwife"])
def test_may_stand_right_before_a_name(phrase):
    assert phrase in title_roles()


@pytest.mark.parametrize("phrase", ["midwives", "health visitors", "doctors", "clinician", "SW"])
def test_may_not_stand_right_before_a_name(phrase):
    assert phrase not in title_roles()


def test_every_role_has_a_phrase_and_a_code_that_can_be_numbered():
    assert roles()
    assert all(role.phrase.strip() == role.phrase != "" for role in roles())
    assert all(role.code.strip() == role.code != "" for role in roles())
    assert not any(role.code[-1].isdigit() for role in roles())
