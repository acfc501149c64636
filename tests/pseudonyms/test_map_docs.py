"""What docs/pseudonym-map.md shows is what the program does."""

import re
from pathlib import Path

from redactor.model import EntityType
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.render import render
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, UncertainEntry

PAGE = (Path(__file__).parents[2] / "docs" / "pseudonym-map.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_is_a_map():
    names = parse_map(EXAMPLE)
    assert names.entity_named("dani").pseudonym == "Connie Smith"
    assert names.is_kept("Margaret Ellwood")
    assert len(names.uncertain) == 1


def test_the_table_of_forms_is_true():
    danielle = parse_map(EXAMPLE).entity_named("Danielle Hargreaves")
    table = re.search(r"\| in the draft \|.*?\n\n", PAGE, re.DOTALL).group()
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()[2:] if row]
    assert len(rows) == 6
    for draft, output in rows:
        for before, after in zip(draft.split("; "), output.split("; "), strict=True):
            mention = before.removeprefix("the ").removesuffix("\u2019s")
            assert before.replace(mention, render(danielle, mention)) == after


def test_every_key_and_type_is_explained():
    for model in (PseudonymMap, MapEntity, KeepEntry, UncertainEntry):
        for key in model.model_fields:
            assert f"`{key}`" in PAGE or f"{key}:" in EXAMPLE, key
    for type in EntityType:
        assert type.is_identifier or f"`{type}`" in PAGE
