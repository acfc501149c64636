"""What is written in the place of a mention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.model import EntityType
from redactor.pseudonyms.render import render
from redactor.pseudonyms.schema import MapEntity
from redactor.text.names import is_title
from redactor.text.words import words


def entity(real, pseudonym, *aliases, type=EntityType.PERSON):
    return MapEntity(real=real, pseudonym=pseudonym, aliases=aliases, type=type)


DANIELLE = entity("Danielle Louise Hargreaves", "Connie Smith", "Dani", "Ms Pritchard", "Big Dee")


@pytest.mark.parametrize(
    ("mention", "written"),
    [
        # whole names, in either order
        ("Danielle Hargreaves", "Connie Smith"),
        ("Danielle Louise Hargreaves", "Connie Smith"),
        ("Danielle L. Hargreaves", "Connie Smith"),
        ("Hargreaves, Danielle", "Smith, Connie"),
        ("HARGREAVES, Danielle Louise", "SMITH, Connie"),
        ("HARGREAVES Danielle", "SMITH Connie"),
        ("Hargreaves, Ms Danielle", "Smith, Ms Connie"),
        ("Danielle (Dani) Hargreaves", "Connie Smith"),
        ("Danielle \u201cDani\u201d Hargreaves", "Connie Smith"),
        # parts
        ("Danielle", "Connie"),
        ("danielle", "Connie"),
        ("Dani", "Connie"),
        ("Louise", "Connie"),
        ("Hargreaves", "Smith"),
        ("Pritchard", "Smith"),
        ("Danielle Pritchard", "Connie Smith"),
        ("Big Dee", "Connie Smith"),
        # titles stay as they are written
        ("Ms Hargreaves", "Ms Smith"),
        ("Ms. Hargreaves", "Ms. Smith"),
        ("Ms Pritchard", "Ms Smith"),
        ("Miss D Hargreaves", "Miss C Smith"),
        ("PC Hargreaves", "PC Smith"),
        ("Auntie Dani", "Auntie Connie"),
        ("Mr and Mrs Hargreaves", "Mr and Mrs Smith"),
        ("Mr & Mrs Hargreaves", "Mr & Mrs Smith"),
        # initials
        ("D. Hargreaves", "C. Smith"),
        ("D.L. Hargreaves", "C. Smith"),
        ("D Hargreaves", "C Smith"),
        ("Hargreaves D", "Smith C"),
        ("Hargreaves, D.", "Smith, C."),
        ("D.H.", "C.S."),
        ("D. H.", "C. S."),
        ("DH", "CS"),
        ("DLH", "CS"),
        ("D", "C"),
        # capitals
        ("DANIELLE", "CONNIE"),
        ("MS HARGREAVES", "MS SMITH"),
        ("DANIELLE HARGREAVES", "CONNIE SMITH"),
        ("Danielle HARGREAVES", "Connie SMITH"),
        # the family, and possessives that are part of the mention
        ("Hargreaveses", "Smiths"),
        ("HARGREAVESES", "SMITHS"),
        ("Pritchards", "Smiths"),
        ("Hargreaves\u2019", "Smiths\u2019"),
        ("Danielle Hargreaves\u2019", "Connie Smith\u2019s"),
        ("Ms Hargreaves'", "Ms Smith's"),
        # blanks and invisible characters
        ("Danielle\u00a0Hargreaves", "Connie Smith"),
        ("Danielle\nHargreaves", "Connie Smith"),
        ("Ms\t Hargreaves", "Ms Smith"),
        ("Dani\u00adelle", "Connie"),
        # not quite her name: by place, or by likeness
        ("Daniele Hargreaves", "Connie Smith"),
        ("Danielle Hargreves", "Connie Smith"),
        ("Hargreves, Danielle", "Smith, Connie"),
        ("Hargreves", "Smith"),
        ("Daniele", "Connie"),
        ("Ms Hargreves", "Ms Smith"),
        ("young Danielle", "Connie"),
        ("Hargreaves OBE", "Smith"),
    ],
)
def test_a_name_is_written_part_by_part(mention, written):
    assert render(DANIELLE, mention) == written


@pytest.mark.parametrize(
    ("real", "pseudonym", "mention", "written"),
    [
        # one name for a whole person
        ("Danielle Hargreaves", "Connie", "Danielle Hargreaves", "Connie"),
        ("Danielle Hargreaves", "Connie", "Ms Hargreaves", "Connie"),
        ("Danielle Hargreaves", "Connie", "Auntie Danielle", "Auntie Connie"),
        ("Danielle Hargreaves", "Connie", "D. Hargreaves", "Connie"),
        ("Danielle Hargreaves", "Connie", "DH", "C"),
        ("Danielle Hargreaves", "Connie", "HARGREAVES", "CONNIE"),
        ("Okoro", "Barnett", "Mr Okoro", "Mr Barnett"),
        ("Okoro", "Paul Barnett", "Mr Okoro", "Mr Barnett"),
        ("Danielle", "Connie Smith", "Danielle", "Connie"),
        # a surname with its title
        ("Mr Novak", "Mr Barlow", "Mr Novak", "Mr Barlow"),
        ("Mr Novak", "Mr Barlow", "Novak", "Barlow"),
        ("Mr Novak", "Mr Barlow", "NOVAKS", "BARLOWS"),
        ("Dr Okafor", "Dr Patel", "Dr. Okafor", "Dr. Patel"),
        ("Dr Okafor", "Anil Patel", "Dr Okafor", "Dr Patel"),
        ("Dr Chidi Okafor", "Dr Patel", "Chidi", "Dr Patel"),
        ("Dr Chidi Okafor", "Dr Patel", "Chidi Okafor", "Dr Patel"),
        ("Dr Chidi Okafor", "Dr Patel", "Dr Chidi Okafor", "Dr Patel"),
        ("Dr Chidi Okafor", "Dr Anil Patel", "Chidi Okafor", "Anil Patel"),
        # particles and double-barrelled names
        ("Jan van der Berg", "Tom O\u2019Hara", "Mr van der Berg", "Mr O\u2019Hara"),
        ("Jan van der Berg", "Tom O\u2019Hara", "VAN DER BERG", "O\u2019HARA"),
        ("Anne-Marie Cole", "Tina Smith-Jones", "Anne-Marie", "Tina"),
        ("Anne-Marie Cole", "Tina Smith-Jones", "Mrs Cole", "Mrs Smith-Jones"),
        ("Jo Hargreaves-Cole", "Tina Forbes", "Mrs Cole", "Mrs Forbes"),
        ("Jo Hargreaves\u2011Cole", "Tina Forbes", "Jo Hargreaves-Cole", "Tina Forbes"),
        ("Siobh\u00e1n O\u2019Dowd", "Tina Forbes", "Siobhan O'Dowd", "Tina Forbes"),
        # middle names on both sides
        ("Danielle Louise Hargreaves", "Connie Ann Smith", "Danielle Louise", "Connie Ann"),
        ("Danielle Louise Hargreaves", "Connie Ann Smith", "D.L. Hargreaves", "C. A. Smith"),
        ("Danielle Louise Hargreaves", "Connie Ann Smith", "DLH", "CAS"),
        # a name that is given name and surname at once
        ("James James", "Ryan Davis", "James James", "Ryan Davis"),
        ("James James", "Ryan Davis", "Mr James", "Mr Davis"),
        ("James James", "Ryan Davis", "James", "Ryan"),
    ],
)
def test_names_of_other_shapes(real, pseudonym, mention, written):
    assert render(entity(real, pseudonym), mention) == written


def test_an_alias_made_of_given_names_is_a_given_name():
    mary = entity("Mary Ann Pike", "Connie Smith", "Mary Ann")
    assert render(mary, "Mary Ann") == "Connie"
    assert render(mary, "Mary Ann Pike") == "Connie Smith"


@pytest.mark.parametrize(
    ("known", "mention", "written"),
    [
        (entity("Dr Okafor", "GP1"), "Dr Okafor", "GP1"),
        (entity("Dr Okafor", "GP1"), "DR OKAFOR", "GP1"),
        (entity("Mrs Penfold", "the Housing Officer"), "Penfold", "the Housing Officer"),
        (entity("Isla Pritchard", "Child B"), "Isla", "Child B"),
        (entity("Isla Pritchard", "Child B"), "Miss I. Pritchard", "Child B"),
        (entity("Isla Pritchard", "Child B"), "Pritchards", "Child B"),
        (entity("Isla Pritchard", "Child B"), "ISLA PRITCHARD", "CHILD B"),
        (entity("Isla Pritchard", "Child B"), "IP", "Child B"),
        (entity("Isla Pritchard", "Ms A"), "Isla Pritchard", "Ms A"),
        (entity("Thanet", "Area A", type=EntityType.PLACE), "Thanet", "Area A"),
        (entity("Thanet", "Area A", type=EntityType.PLACE), "THANET", "AREA A"),
        (
            entity("Isle Trust", "Area A Trust", "ITNT", type=EntityType.ORGANISATION),
            "ITNT",
            "Area A Trust",
        ),
        (
            entity("Isle Trust", "Area A Trust", "ITNT", type=EntityType.ORGANISATION),
            "ISLE TRUST",
            "AREA A TRUST",
        ),
    ],
)
def test_a_label_stands_whole(known, mention, written):
    assert render(known, mention) == written


NAME_WORDS = (
    st.text("abcdefgijklmnopqrtuvwxyz", min_size=3, max_size=8)
    .map(str.capitalize)
    .filter(lambda word: not is_title(word) and word != "And")
)
PSEUDONYMS = st.sampled_from(["Connie Smith", "Connie", "Dr Patel", "Mr Barlow", "GP1", "Child B"])
TITLES = st.sampled_from(["", "Ms ", "Mr. ", "Dr\u00a0", "MRS ", "PC ", "Auntie "])


@st.composite
def people_and_mentions(draw):
    parts = draw(st.lists(NAME_WORDS, min_size=1, max_size=4))
    aliases = draw(
        st.lists(NAME_WORDS | st.tuples(NAME_WORDS, NAME_WORDS).map(" ".join), max_size=2)
    )
    known = MapEntity(
        real=draw(st.sampled_from(["", "Mr ", "Dr "])) + " ".join(parts),
        pseudonym=draw(PSEUDONYMS),
        aliases=tuple(aliases),
    )
    chosen = draw(
        st.lists(st.sampled_from([*parts, *aliases]) | NAME_WORDS, min_size=1, max_size=4)
    )
    gap = draw(st.sampled_from([" ", ", ", "-", "\u00a0", "\n", " (", "\u2011", "\u00ad"]))
    cased = draw(st.sampled_from([str, str.upper, str.lower]))
    end = draw(st.sampled_from(["", "s", "es", "\u2019", "."]))
    return known, draw(TITLES) + cased(gap.join(chosen)) + end


@given(people_and_mentions())
def test_only_titles_and_the_pseudonyms_own_words_come_out(case):
    known, mention = case
    written = render(known, mention)
    new = {word.key for word in words(known.pseudonym)}
    allowed = new | {f"{word}s" for word in new} | {word[0] for word in new}
    for word in words(written):
        assert word.key in allowed or is_title(word.folded), (mention, written)
    assert words(written)


@given(people_and_mentions(), st.sampled_from(["\u00a0", "\n", "\t", "  ", " \u00ad"]))
def test_the_kind_of_blank_changes_nothing(case, blank):
    known, mention = case
    assert render(known, mention.replace(" ", blank)) == render(known, mention)


ODD = st.text(st.sampled_from("Ann Pike-O\u2019D, Mr.\u00e9\u00a0-()&'\u201c1 "), max_size=14)


@given(ODD.filter(words), ODD.filter(words), st.lists(ODD.filter(words), max_size=2), ODD)
def test_there_is_always_an_answer(real, pseudonym, aliases, mention):
    assert render(entity(real, pseudonym, *aliases), mention).strip()
