"""The stress set is what its README says: its offsets, its splits, its counts and its numbers."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from ipaddress import ip_address, ip_network
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from redactor.model import PEOPLE, EntityType, SegmentKind

STRESS = Path(__file__).resolve().parents[2] / "benchmarks" / "stress"
sys.path.insert(0, str(STRESS.parent))

build_module = importlib.import_module("stress.build")
record_module = importlib.import_module("stress.records")
names_module = importlib.import_module("stress.names")
templates_module = importlib.import_module("stress.templates")
places_module = importlib.import_module("stress.places")
cast_module = importlib.import_module("stress.cast")
kinds_module = importlib.import_module("stress.identifiers.kinds")
tables_module = importlib.import_module("stress.tables")
checkdigits = importlib.import_module("stress.checkdigits")

SPLITS = ("development", "second", "held-back")
PAIRS = tuple(combinations(SPLITS, 2))
Split = tables_module.Split

PEOPLE_TYPES = {kind.value for kind in PEOPLE}
ORGANISATION_TYPES = {"organisation", "hospital", "practice", "school"}
NO_WHOLE_NAME = {"initials", "bare_initials", "initial_last", "first_initial", "file_name"}

PERSON_FORMS = [
    *("full", "first", "last", "title_last", "title_full", "initial_last", "first_initial"),
    *("initials", "bare_initials", "capitals", "surname_first", "possessive", "nickname"),
    *("misspelt", "undiacritic", "plural", "lower", "email", "file_name"),
]


@cache
def records(split: str) -> list[Any]:
    made: list[Any] = record_module.records(split)
    return made


@cache
def written() -> dict[str, list[str]]:
    """What is written in all splits, by form."""
    found: dict[str, list[str]] = {}
    for split in SPLITS:
        for record in records(split):
            for gold in record.spans:
                found.setdefault(gold.form, []).append(record.text[gold.start : gold.end])
    return found


def values(kind: str) -> list[str]:
    """All values of an identifier of `kind`, in capitals, without spaces, hyphens and slashes."""
    return [re.sub(r"[\s/-]", "", value).upper() for value in written()[kind]]


@pytest.mark.parametrize("split", SPLITS)
def test_spans_are_what_they_say(split: str) -> None:
    types = {kind.value for kind in EntityType}
    for record in records(split):
        assert record.kind in set(SegmentKind)
        ends = [0, *(gold.end for gold in record.spans)]
        for end, gold in zip(ends, record.spans, strict=False):
            assert end <= gold.start < gold.end <= len(record.text), record.id
            text = record.text[gold.start : gold.end]
            assert text == text.strip(), record.id
            assert any(c.isalnum() for c in text), record.id
            assert gold.type in types


@pytest.mark.parametrize("split", SPLITS)
def test_no_slot_is_left(split: str) -> None:
    assert [r.text for r in records(split) if set("{}~") & set(r.text) or "  " in r.text] == []


def test_ids_are_unique() -> None:
    ids = Counter(record.id for split in SPLITS for record in records(split))
    assert ids.most_common(1)[0][1] == 1


@pytest.mark.parametrize("split", SPLITS)
def test_documents_have_forty_to_seventy_records(split: str) -> None:
    sizes = Counter(record.document for record in records(split))
    assert 40 <= min(sizes.values()) <= max(sizes.values()) <= 70


def test_build_writes_a_record_a_line(tmp_path: Path) -> None:
    assert build_module.main(["--out", str(tmp_path)]) == 0
    for split in SPLITS:
        lines = (tmp_path / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
        made = records(split)
        assert len(lines) == len(made)
        last = made[-1]
        spans = [[g.start, g.end, g.type, g.key, "replace", g.form] for g in last.spans]
        assert json.loads(lines[-1]) == {
            "id": last.id,
            "document": last.document,
            "origin": last.origin,
            "split": split,
            "domain": last.domain,
            "kind": last.kind,
            "text": last.text,
            "spans": spans,
        }


FIRST_DOCUMENTS = """
from itertools import islice
from stress.documents import write_documents
from stress.tables import Split
print(*(ascii(document) for document in islice(write_documents(Split.DEVELOPMENT), 40)))
"""


def test_same_texts_whatever_the_hashes() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", FIRST_DOCUMENTS],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(STRESS.parent)},
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second


def words_of_names(split: str) -> set[str]:
    found: set[str] = set()
    for origin in names_module.ORIGINS:
        for name in names_module.names_of(origin, Split(split)).everything:
            for text in (name.text, name.feminine, name.nickname, name.misspelt):
                found |= cast_module.name_parts(text)
    return found


def test_splits_share_no_name() -> None:
    found = {split: words_of_names(split) for split in SPLITS}
    assert [found[one] & found[other] for one, other in PAIRS] == [set()] * len(PAIRS)


def test_splits_share_no_name_as_written() -> None:
    parts = {
        split: {
            part
            for record in records(split)
            for gold in record.spans
            if gold.type in PEOPLE_TYPES and gold.form not in NO_WHOLE_NAME
            for part in cast_module.name_parts(record.text[gold.start : gold.end].replace(",", ""))
        }
        for split in SPLITS
    }
    titles = {"mr", "mrs", "ms", "miss", "dr", "pc", "ds", "hhj", "sister", "nurse"}
    shared = [parts[one] & parts[other] - titles for one, other in PAIRS]
    assert shared == [set()] * len(PAIRS)


def test_splits_share_no_template() -> None:
    files = (*templates_module.DOMAINS, *templates_module.SHARED)
    texts = {
        split: {t.text for file in files for t in templates_module.templates_of(file, Split(split))}
        for split in SPLITS
    }
    assert [texts[one] & texts[other] for one, other in PAIRS] == [set()] * len(PAIRS)


def test_splits_share_no_place() -> None:
    places = {
        split: {
            text
            for entries in places_module.things_of(Split(split)).values()
            for entry in entries
            for text in entry
            if text and "{" not in text
        }
        for split in SPLITS
    }
    assert [places[one] & places[other] for one, other in PAIRS] == [set()] * len(PAIRS)


@pytest.mark.parametrize("origin", names_module.ORIGINS)
def test_origins_have_enough_names(origin: str) -> None:
    lists = [names_module.names_of(origin, Split(split)) for split in SPLITS]
    assert sum(len(names.women) + len(names.men) for names in lists) >= 60
    least = 0 if origin == names_module.ONE_NAME else 50
    assert sum(len(names.surnames) for names in lists) >= least


@pytest.mark.parametrize("domain", templates_module.DOMAINS)
def test_domains_have_enough_templates(domain: str) -> None:
    assert all(len(templates_module.templates_of(domain, Split(split))) >= 23 for split in SPLITS)


@pytest.mark.parametrize("split", SPLITS)
def test_splits_have_enough_mentions(split: str) -> None:
    golds = [(record.origin, gold) for record in records(split) for gold in record.spans]
    people = Counter(origin for origin, gold in golds if gold.type in PEOPLE_TYPES)
    assert len(people) == len(names_module.ORIGINS)
    assert min(people.values()) >= 900
    assert sum(gold.type == "place" for _, gold in golds) >= 400
    assert sum(gold.type in ORGANISATION_TYPES for _, gold in golds) >= 500
    forms = Counter(gold.form for _, gold in golds)
    assert {form for form in PERSON_FORMS if forms[form] < 60} == set()
    assert {kind for kind in kinds_module.KINDS if forms[kind] < 30} == set()


@pytest.mark.parametrize("kind", ["nhs", "chi", "hc_number"])
def test_health_numbers_are_valid(kind: str) -> None:
    for value in values(kind):
        weights = range(10, 0, -1)
        assert sum(int(d) * w for d, w in zip(value, weights, strict=True)) % 11 == 0


def test_cards_are_valid() -> None:
    for value in values("card"):
        doubled = [int(d) * (1 + (n % 2 == 0)) for n, d in enumerate(value)]
        assert sum(d - 9 * (d > 9) for d in doubled) % 10 == 0


def test_ibans_are_valid() -> None:
    for value in values("iban"):
        assert int("".join(str(int(c, 36)) for c in value[4:] + value[:4])) % 97 == 1


def test_learner_numbers_are_valid() -> None:
    for value in values("uln"):
        assert sum(int(d) * w for d, w in zip(value, range(10, 0, -1), strict=True)) % 11 == 10


@pytest.mark.parametrize(("kind", "pattern"), [
    ("pnc", r"(?:19|20)?(\d\d)(\d{7})([A-Z])"),
    ("cro", r"(\d{6})(\d\d)([A-Z])"),
])  # fmt: skip
def test_police_numbers_end_in_their_letter(kind: str, pattern: str) -> None:
    for value in values(kind):
        match = re.fullmatch(pattern, value)
        assert match is not None
        year, serial = match.groups()[:2] if kind == "pnc" else match.groups()[1::-1]
        assert "ZABCDEFGHJKLMNPQRTUVWXY"[int(year + serial) % 23] == match[3]


@pytest.mark.parametrize(("made", "published"), [
    (checkdigits.nhs("943476591"), "9"),
    (checkdigits.luhn("411111111111111"), "1"),
    (checkdigits.iban("WEST12345698765432"), "82"),
])  # fmt: skip
def test_check_digits_of_published_examples(made: str, published: str) -> None:
    assert made == published


def test_health_numbers_are_from_ranges_that_nobody_has() -> None:
    assert {value[:3] for value in values("nhs")} == {"999"}
    assert {value[:4] for value in values("hc_number")} == {"3999"}
    assert {value[4:6] for value in values("chi")} <= {str(year) for year in range(26, 32)}


DRAMA = re.compile(
    r"07700900\d{3}|01632960\d{3}|02079460\d{3}|02920180\d{3}|02896496\d{3}"
    r"|01(?:13|14|51|61)4960\d{3}"
)
"""Ofcom, numbers for use in TV and radio drama programmes; the codes that are in use here."""


def test_telephones_are_from_the_drama_ranges() -> None:
    for value in values("mobile") + values("landline"):
        national = re.sub(r"\+44(?:\(0\))?", "0", value)
        assert DRAMA.fullmatch(re.sub(r"[()]", "", national)), value


def test_network_addresses_are_for_documentation() -> None:
    nets = [
        ip_network(net)
        for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
    ]
    for value in values("ip"):
        assert any(ip_address(value) in net for net in nets)
    assert {re.sub(r"\W", "", value)[:10] for value in values("mac")} == {"00005E0053"}


@pytest.mark.parametrize("kind", ["email", "team_email", "url"])
def test_hosts_are_reserved(kind: str) -> None:
    host = re.compile(r"(?:\bexample\.org|\.example)(?:/|$)")
    assert [value for value in written()[kind] if not host.search(value)] == []
