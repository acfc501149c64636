"""What the words around one word say about it, occurrence by occurrence."""

import pytest
from fake_readings import reading

from redactor.detection import context


def at(text: str, word: str, **said: object) -> tuple[object, int]:
    one = reading(text, **said)  # type: ignore[arg-type]
    return one, next(n for n, found in enumerate(one.words) if found.folded == word)


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("Ms Hargreaves rang", "Hargreaves", True),
        ("Mr. Price rang", "Price", True),
        ("PC Stokes rang", "Stokes", True),
        ("Social Worker Priya rang", "Priya", True),
        ("Auntie Jean rang", "Jean", True),
        ("Dr\u00a0Okafor rang", "Okafor", True),
        ("the pc Stokes had", "Stokes", False),
        ("Ms, Hargreaves rang", "Hargreaves", False),
        ("a social worker Priya knew", "Priya", False),
        ("the Nurse\u2019s Price list", "Price", False),
        ("then Danielle Hargreaves rang", "Hargreaves", False),
        ("Hargreaves rang", "Hargreaves", False),
        ("She rang the GP. Price rang.", "Price", False),
    ],
)
def test_titled(text, word, is_so):
    assert context.titled(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("Mr Will rang", "Will", True),
        ("Dr. Mark rang", "Mark", True),
        ("PC Stokes rang", "Stokes", True),
        ("Social Worker Priya rang", "Priya", False),
        ("Auntie Jean rang", "Jean", False),
        ("Detective Panel met", "Panel", False),
    ],
)
def test_a_courtesy_title_stands_before(text, word, is_so):
    assert context.courtesy_titled(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("her mother, Jean, rang", "Jean", True),
        ("her son Jack rang", "Jack", True),
        ("a neighbour (Olu) rang", "Olu", True),
        ("Partner: Ryan", "Ryan", True),
        ("Mother Hope rang", "Hope", False),
        ("Child Protection began", "Protection", False),
        ("her son. Jack rang", "Jack", False),
        ("the house Jack rented", "Jack", False),
        ("Jack rang", "Jack", False),
    ],
)
def test_a_relation_stands_before(text, word, is_so):
    assert context.kin_before(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("A care assistant, Blessing, rang", "Blessing", True),
        ("Priya Nair, Social Worker, rang", "Nair", True),
        ("Priya Nair (SW) rang", "Nair", True),
        ("Priya Nair \u2013 the health visitor", "Nair", True),
        ("Priya told the social worker", "Priya", False),
        ("the social worker told Priya", "Priya", False),
        ("Priya, who rang, left", "Priya", False),
    ],
)
def test_a_profession_stands_beside(text, word, is_so):
    assert context.role_beside(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("a friend called Bee", True),
        ("known as Bee", True),
        ("he called her Bee", True),
        ("(n\u00e9e Bee)", True),
        ("nicknamed \u201cBee\u201d", True),
        ("aka: Bee", True),
        ("the call. Bee rang", False),
        ("he recalled that Bee", False),
        ("a friend met Bee", False),
        ("Bee rang", False),
    ],
)
def test_introduced_by_name(text, is_so):
    assert context.named(*at(text, "Bee")) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("she spoke to Hope", True),
        ("a call from Hope", True),
        ("he was seen by Hope", True),
        ("full of Hope", False),
        ("she listened to Hope", False),
        ("Hope rang", False),
    ],
)
def test_somebody_is_dealt_with(text, is_so):
    assert context.dealt_with(*at(text, "Hope")) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Grace said", True),
        ("Grace was late", True),
        ("Grace\u2019s house", True),
        ("Grace Road", False),
        ("Grace, said he", False),
        ("Grace of God", False),
        ("Grace", False),
    ],
)
def test_does_what_people_do(text, is_so):
    assert context.acts(*at(text, "Grace")) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Isla (7) slept", True),
        ("Isla, aged 7, slept", True),
        ("Isla (age 14)", True),
        # Only with "aged" behind it.
        ("Isla, who was 14, slept", True),
        ("Isla, 14, slept", True),
        ("Isla (2018) slept", False),
        ("Isla, 7.30 a.m.", False),
        ("Isla, 12/3/2018", False),
        ("Isla 7", False),
        ("Isla slept", False),
    ],
)
def test_an_age_follows(text, is_so):
    assert context.aged(*at(text, "Isla")) is is_so


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("HARGREAVES, Danielle was seen by them", "HARGREAVES", True),
        ("HARGREAVES, Danielle was seen by them", "Danielle", True),
        ("Hargreaves, Danielle", "Danielle", True),
        ("Hargreaves, Danielle (Ms)", "Hargreaves", True),
        ("They met Hargreaves, Danielle and Ryan", "Hargreaves", False),
        ("HARGREAVES, DANIELLE, RYAN AND COLIN", "HARGREAVES", False),
        ("Panel, Danielle", "Danielle", False),
        ("Hargreaves; Danielle", "Danielle", False),
        ("Hargreaves", "Hargreaves", False),
    ],
)
def test_written_surname_first(text, word, is_so):
    assert context.surname_first(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("in May 2018", True),
        ("May 2018", True),
        ("3 May", True),
        ("on the 3rd May", True),
        ("3\u00a0May", True),
        ("in May", True),
        ("early May", True),
        ("between May and June", True),
        ("May to June", True),
        ("by May", True),
        ("since May", True),
        ("May said", False),
        ("May Waters", False),
        ("May\u2019s house", False),
        ("Lily-May", False),
        ("She met May there", False),
        ("4.2 May said", False),
    ],
)
def test_a_month(text, is_so):
    assert context.is_month(*at(text, "May")) is is_so


def test_what_may_be_a_month_is_none_where_the_model_sees_a_person():
    assert not context.is_month(*at("seen by May there", "May", people=["May"]))
    assert context.is_month(*at("done by May there", "May"))


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("Will he attend?", "Will", True),
        ("Will the panel agree?", "Will", True),
        ("Hope that helps", "Hope", True),
        ("Mark the box", "Mark", True),
        ("Will attended", "Will", False),
        ("Will said so", "Will", False),
        ("Will and she left", "Will", False),
        ("Will Price left", "Will", False),
        ("Will\u2019s mother", "Will", False),
        ("Hope said so", "Hope", False),
        ("Will", "Will", False),
    ],
)
def test_reads_as_a_word_at_a_sentence_start(text, word, is_so):
    assert context.is_plain_word(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("Summer took it", "Summer", True),
        ("Summer and Hunter left", "Summer", True),
        ("Summer walked home", "Summer", True),
        ("Summer", "Summer", True),
        ("Summer Okonkwo", "Summer", True),
        ("Summer: it was hers", "Summer", True),
        ("Summer holidays began", "Summer", False),
        ("Young people left", "Young", False),
        ("Summer Term began", "Summer", False),
    ],
)
def test_goes_on_like_a_name(text, word, is_so):
    assert context.goes_on_like_a_name(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("rule", "text", "word", "is_so"),
    [
        (context.after_determiner, "the Grace", "Grace", True),
        (context.after_determiner, "her Hope", "Hope", True),
        (context.after_determiner, "then Grace", "Grace", False),
        (context.after_determiner, "Grace", "Grace", False),
        (context.before_family, "the Young family", "Young", True),
        (context.before_family, "the Price children", "Price", True),
        (context.before_family, "the Price list", "Price", False),
        (context.before_family, "the Price Family", "Price", False),
        (context.families, "The Stones have moved", "Stones", True),
        (context.families, "the Stones", "Stones", True),
        (context.families, "the Stones thrown", "Stones", False),
        (context.families, "Stones have moved", "Stones", False),
        (context.stands_alone, "They met Hope there", "Hope", True),
        (context.stands_alone, "Hope said so", "Hope", False),
        (context.stands_alone, "the New Hope project", "Hope", False),
        (context.stands_alone, "they met HOPE there", "HOPE", False),
        (context.place_before, "in Margate", "Margate", True),
        (context.place_before, "moved to Ash", "Ash", True),
        (context.place_before, "met Ash", "Ash", False),
        (context.place_before, "in, Margate", "Margate", False),
        (context.place_around, "the village of Ash", "Ash", True),
        (context.place_around, "Ash town centre", "Ash", True),
        (context.place_around, "the Ash area", "Ash", True),
        (context.place_around, "a pile of Ash", "Ash", False),
        (context.place_around, "Ash said", "Ash", False),
    ],
)
def test_small_rules(rule, text, word, is_so):
    assert rule(*at(text, word)) is is_so


@pytest.mark.parametrize(
    ("text", "word", "sure", "is_so"),
    [
        ("Ryan and Hope", "Hope", "Ryan", True),
        ("Ryan, Hope", "Hope", "Ryan", True),
        ("Hope, Mark and Ryan", "Hope", "Ryan", False),
        ("Hope & Ryan", "Hope", "Ryan", True),
        ("Ryan/Hope", "Hope", "Ryan", True),
        ("Ryan. Hope", "Hope", "Ryan", False),
        ("Ryan met Hope", "Hope", "Ryan", False),
        ("Ryan had lost all Hope", "Hope", "Ryan", False),
    ],
)
def test_listed_with_a_name(text, word, sure, is_so):
    one, index = at(text, word)
    _, other = at(text, sure)
    assert context.listed(one, index, {other}) is is_so
