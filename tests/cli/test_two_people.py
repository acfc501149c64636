"""Two people at one map: nothing of either is written over, and nothing is lost.

Anna's command is held where she is asked something, or where the slow part of her run is; then
Ben's whole command runs, and hers goes on.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from fake_pipeline import PSEUDONYM, REAL, Fake, Redact
from people import Account, account
from typer.testing import Result

from redactor.cli import merging, review, run
from redactor.cli.chosen import ChosenMap
from redactor.cli.maps import choose_map
from redactor.errors import MapError
from redactor.pseudonyms import changing
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.vault.history import log
from redactor.vault.places import twin
from redactor.vault.store import StaleWrite

STALE = "was changed by somebody else since it was read; nothing was written."
RESULT = "draft.redacted.docx"

Meanwhile = Callable[[], object]
Answers = Callable[[Iterable[str | Meanwhile]], list[str]]
Change = Callable[[PseudonymMap], PseudonymMap]


@pytest.fixture
def anna(tmp_path: Path) -> Account:
    return account("Anna", tmp_path / "accounts")


@pytest.fixture
def ben(tmp_path: Path) -> Account:
    return account("Ben", tmp_path / "accounts")


@pytest.fixture
def path(tmp_path: Path, redact: Redact, anna: Account, ben: Account) -> Path:
    """A map that both can open, with one entry."""
    path = tmp_path / "pseudonym_maps" / "harbour.yaml.age"
    for line in (
        ("init",),
        ("share", ben.public_key, "--name", "Ben"),
        ("add", "Ann Pike", "--pseudonym", "Rose Dobson"),
    ):
        done(as_(anna, redact, "map", *line))
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Three names in it that nobody has decided on."""
    path = tmp_path / "draft.docx"
    path.write_text("Danielle left.\nThen Grace said no.\nAnd Hope went.\nThen Faith came.")
    return path


def as_(who: Account, redact: Redact, *args: str | Path, typed: str | None = None) -> Result:
    with who.at_work():
        return redact(*args, "--review", "harbour", typed=typed)


def done(result: Result) -> Result:
    assert result.exit_code == 0, result.output
    return result


def refused(result: Result, sentence: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.stderr.count(sentence) == 1


def chosen_by(who: Account) -> ChosenMap:
    with who.at_work():
        return choose_map(Path(), "harbour", None)


def saved(chosen: ChosenMap, who: Account, names: PseudonymMap) -> None:
    with who.at_work():
        chosen.save(names)


def person(real: str, pseudonym: str) -> MapEntity:
    return MapEntity(real=real, pseudonym=pseudonym)


def pseudonyms(names: PseudonymMap) -> dict[str, str]:
    return {entity.real: entity.pseudonym for entity in names.entities}


def told(path: Path, who: Account) -> list[str]:
    """All sentences of the map's history."""
    return [line for entry in log(path, who.keys).entries for line in entry.change.changes]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, terminal: None) -> Answers:
    """A person types these lines; what is no line happens before the next. Gives the prompts."""

    def typing(lines: Iterable[str | Meanwhile]) -> list[str]:
        waiting, prompts = [*lines], []

        def read_line(prompt: str) -> str:
            prompts.append(prompt)
            while waiting and not isinstance(waiting[0], str):
                waiting.pop(0)()  # type: ignore[operator]
            if not waiting:
                raise EOFError
            return str(waiting.pop(0))

        for module in (review, run, merging):
            monkeypatch.setattr(module, "read_line", read_line)
        return prompts

    return typing


def no_result(tmp_path: Path) -> bool:
    return not (tmp_path / RESULT).exists()


# ---- nobody can be asked ---------------------------------------------------------------------


def test_a_stale_write_is_refused_in_one_sentence(path: Path, anna: Account, ben: Account) -> None:
    one, other = chosen_by(anna), chosen_by(ben)
    saved(other, ben, other.names.with_entities([person("Bo Li", "Joy Tull")]))
    before = path.read_bytes()
    with pytest.raises(StaleWrite, match=STALE):
        saved(one, anna, one.names.with_entities([person("Kim Day", "Mia Kay")]))
    assert path.read_bytes() == before
    # Whoever looks again can save.
    again = chosen_by(anna)
    saved(again, anna, again.names.with_entities([person("Kim Day", "Mia Kay")]))
    assert pseudonyms(ben.map_at(path)).keys() == {"Ann Pike", "Bo Li", "Kim Day"}


@pytest.mark.parametrize("options", [(), ("--map-only",)])
@pytest.mark.parametrize(
    "bens",
    [
        ("add", "Bo Li", "--pseudonym", "Joy Tull"),
        ("rename", "Rose Dobson", "Joy Tull"),
    ],
)
def test_no_result_is_delivered_beside_a_map_that_says_otherwise(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    tmp_path: Path,
    bens: tuple[str, ...],
    options: tuple[str, ...],
) -> None:
    fake.meanwhile = lambda: done(as_(ben, redact, "map", *bens))
    result = as_(anna, redact, "run", draft, "--no-input", *options)
    refused(result, "somebody else")
    assert len(result.stderr.splitlines()) == 1
    assert no_result(tmp_path)
    assert "Joy Tull" in pseudonyms(anna.map_at(path)).values()
    assert as_(anna, redact, "run", draft, "--no-input", *options).exit_code == 4


def test_nor_where_the_run_adds_nothing(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    tmp_path: Path,
) -> None:
    as_(anna, redact, "run", draft, "--no-input")
    (tmp_path / RESULT).unlink()
    fake.meanwhile = lambda: done(as_(ben, redact, "map", "rename", PSEUDONYM, "Joy Tull"))
    refused(as_(anna, redact, "run", draft, "--no-input"), "so the result was not delivered")
    assert no_result(tmp_path)


# ---- somebody can be asked -------------------------------------------------------------------


def offered(text: str) -> list[str]:
    """What was said from the offer on, to the question."""
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("Somebody else saved"))
    rest = itertools.takewhile(
        lambda line: line.startswith(("  ", "Yours:", "Both changed")), lines[start + 1 :]
    )
    return [line.strip() for line in rest]


def asked_to_join(prompts: list[str]) -> int:
    return sum(prompt.startswith("Save both together?") for prompt in prompts)


def test_both_sides_are_saved_together(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    answers: Answers,
    tmp_path: Path,
) -> None:
    fake.meanwhile = lambda: done(
        as_(ben, redact, "map", "add", REAL, "--pseudonym", "Joy Tull", "--alias", "Dani")
    )
    prompts = answers(["a", "y"])
    result = as_(anna, redact, "run", draft)
    done(result)
    assert offered(result.stderr) == [
        "“Joy Tull” added (person)",
        "Yours:",
        "“Connie” added (person)",
        "“Holly” added (person)",
    ]
    assert asked_to_join(prompts) == 1
    # Ben had confirmed what was only proposed in Anna's run; her result says what the map does.
    names = anna.map_at(path)
    assert pseudonyms(names) == {"Ann Pike": "Rose Dobson", REAL: "Joy Tull", "Grace": "Holly"}
    assert names == ben.map_at(path)
    assert (tmp_path / RESULT).read_text().startswith("Joy Tull left.\nThen Holly said no.")
    history = told(path, anna)
    assert "“Joy Tull” added (person)" in history
    assert "“Holly” added (person)" in history


@pytest.mark.parametrize("lines", [["a", ""], ["a", "n"], ["a"]])
def test_or_nothing_is_written(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    answers: Answers,
    tmp_path: Path,
    lines: list[str],
) -> None:
    fake.meanwhile = lambda: done(
        as_(ben, redact, "map", "add", "Bo Li", "--pseudonym", "Joy Tull")
    )
    answers(lines)
    refused(as_(anna, redact, "run", draft), STALE)
    assert pseudonyms(anna.map_at(path)) == {"Ann Pike": "Rose Dobson", "Bo Li": "Joy Tull"}
    assert no_result(tmp_path)


def test_a_result_made_before_both_were_joined_is_not_delivered(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    answers: Answers,
    tmp_path: Path,
) -> None:
    draft.write_text("Danielle left.")
    bens = ("map", "add", REAL, "--pseudonym", "Joy Tull")
    fake.meanwhile = lambda: done(as_(ben, redact, *bens))
    answers(["y"])
    result = as_(anna, redact, "run", draft)
    refused(result, "so the result was not delivered")
    assert no_result(tmp_path)
    assert pseudonyms(anna.map_at(path))[REAL] == "Joy Tull"
    done(as_(anna, redact, "run", draft))
    assert (tmp_path / RESULT).read_text() == "Joy Tull left."


@pytest.mark.parametrize(
    ("mine", "theirs", "sentence", "becomes"),
    [
        (
            lambda names: changing.renamed(names, "Ann Pike", "Mia Kay"),
            lambda names: changing.renamed(names, "Ann Pike", "Joy Tull"),
            "“Rose Dobson” is “Mia Kay” in your map and “Joy Tull” in their map (yours would stay)",
            {"Ann Pike": "Mia Kay"},
        ),
        (
            lambda names: changing.removed(names, "Ann Pike"),
            lambda names: changing.renamed(names, "Ann Pike", "Joy Tull"),
            "“Joy Tull” is changed in their map and removed in your map (theirs would stay)",
            {"Ann Pike": "Joy Tull"},
        ),
        (
            lambda names: changing.kept(names, "Bo Li", "chair"),
            lambda names: changing.added(names, "Bo Li", "Mia Kay"),
            "a name is kept in your map and replaced by “Mia Kay” in their map (theirs would stay)",
            {"Ann Pike": "Rose Dobson", "Bo Li": "Mia Kay"},
        ),
    ],
)
def test_what_contradicts_itself_is_told(
    path: Path,
    anna: Account,
    ben: Account,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mine: Change,
    theirs: Change,
    sentence: str,
    becomes: dict[str, str],
) -> None:
    monkeypatch.setattr(merging, "can_ask", lambda: True)
    answers(["y"])
    one, other = chosen_by(anna), chosen_by(ben)
    saved(other, ben, theirs(other.names))
    saved(one, anna, mine(one.names))
    assert f"Both changed it: {sentence}" in offered(capsys.readouterr().err)
    assert pseudonyms(ben.map_at(path)) == becomes


def test_a_reviewer_is_asked_once(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    answers: Answers,
) -> None:
    fake.uncertain = ("Grace", "Hope", "Faith")
    prompts = answers(
        [
            "a",
            lambda: done(as_(ben, redact, "map", "rename", PSEUDONYM, "Joy Tull")),
            "k",
            "y",
            "b",
            "a",
            "a",
        ]
    )
    done(as_(anna, redact, "review", draft))
    assert asked_to_join(prompts) == 1
    names = ben.map_at(path)
    assert pseudonyms(names) == {
        "Ann Pike": "Rose Dobson",
        REAL: "Joy Tull",
        "Grace": "Holly",
        "Hope": "Iris",
        "Faith": "Jade",
    }
    assert (names.keep, names.uncertain) == ((), ())
    history = told(path, ben)
    for line in ("“Holly” added (person)", "“Connie” is now “Joy Tull”", "“Jade” added (person)"):
        assert line in history


def test_each_time_somebody_else_saves_is_told(
    path: Path, anna: Account, ben: Account, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "can_ask", lambda: True)

    def bens(real: str, pseudonym: str) -> None:
        other = chosen_by(ben)
        saved(other, ben, other.names.with_entities([person(real, pseudonym)]))

    prompts = answers([lambda: bens("Kim Day", "Mia Kay"), "y", "y"])
    one = chosen_by(anna)
    bens("Bo Li", "Joy Tull")
    saved(one, anna, one.names.with_entities([person("Ada Orr", "Ivy Moss")]))
    assert asked_to_join(prompts) == 2
    assert pseudonyms(anna.map_at(path)).keys() == {"Ann Pike", "Bo Li", "Kim Day", "Ada Orr"}
    saved(one, anna, one.names.with_entities([person("Una Ray", "Joan Fox")]))
    assert asked_to_join(prompts) == 2


def test_what_somebody_froze_meanwhile_only_grows(
    path: Path, anna: Account, ben: Account, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "can_ask", lambda: True)
    prompts = answers(["y"])
    one, other = chosen_by(anna), chosen_by(ben)
    saved(other, ben, changing.frozen(other.names))
    before = path.read_bytes()
    with pytest.raises(MapError, match="The map is frozen"):
        saved(one, anna, changing.renamed(one.names, "Ann Pike", "Mia Kay"))
    assert (prompts, path.read_bytes()) == ([], before)
    saved(one, anna, one.names.with_entities([person("Bo Li", "Joy Tull")]))
    names = ben.map_at(path)
    assert names.frozen
    assert pseudonyms(names) == {"Ann Pike": "Rose Dobson", "Bo Li": "Joy Tull"}


# ---- the file moves, goes or comes -----------------------------------------------------------


def beside(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.glob("harbour.*") if p.is_file())


@pytest.mark.parametrize("has_all", [False, True])
@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_a_map_that_was_locked_or_unlocked_meanwhile_is_followed(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    tmp_path: Path,
    command: str,
    has_all: bool,
) -> None:
    if has_all:  # a run that adds nothing to the map, and something to its record
        as_(anna, redact, "run", draft, "--no-input", "-o", "first.docx")
    if command == "lock":
        done(as_(anna, redact, "map", "unlock"))
    fake.meanwhile = lambda: done(as_(ben, redact, "map", command))
    result = as_(anna, redact, "run", draft, "--no-input")
    assert result.exit_code == 4, result.output
    ending = ".age" if command == "lock" else ""
    assert beside(path) == [f"harbour.record.json{ending}", f"harbour.yaml{ending}"]
    here = path if command == "lock" else twin(path)
    assert REAL in pseudonyms(ben.map_at(here))
    with ben.at_work():
        assert RESULT in choose_map(Path(), "harbour", None).read_record().files


def test_moved_and_changed_it_is_offered_all_the_same(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    ben: Account,
    answers: Answers,
) -> None:
    done(as_(anna, redact, "map", "unlock"))

    def meanwhile() -> None:
        done(as_(ben, redact, "map", "rename", "Rose Dobson", "Joy Tull"))
        done(as_(ben, redact, "map", "lock"))

    fake.meanwhile = meanwhile
    prompts = answers(["a", "y"])
    done(as_(anna, redact, "run", draft))
    assert asked_to_join(prompts) == 1
    assert beside(path) == ["harbour.record.json.age", "harbour.yaml.age"]
    assert (
        pseudonyms(ben.map_at(path)).items() >= {"Ann Pike": "Joy Tull", "Grace": "Holly"}.items()
    )


def test_a_share_is_a_change_too(
    path: Path, draft: Path, redact: Redact, fake: Fake, anna: Account, tmp_path: Path
) -> None:
    cara = account("Cara", tmp_path / "accounts")
    fake.meanwhile = lambda: done(as_(anna, redact, "map", "share", cara.public_key))
    refused(as_(anna, redact, "run", draft, "--no-input"), STALE)
    assert as_(anna, redact, "run", draft, "--no-input").exit_code == 4
    assert REAL in pseudonyms(cara.map_at(path))


@pytest.mark.parametrize("has_all", [False, True])
def test_a_map_that_was_taken_away_stays_away(
    path: Path,
    draft: Path,
    redact: Redact,
    fake: Fake,
    anna: Account,
    tmp_path: Path,
    has_all: bool,
) -> None:
    if has_all:
        as_(anna, redact, "run", draft, "--no-input", "-o", "first.docx")
    fake.meanwhile = path.unlink
    result = as_(anna, redact, "run", draft, "--no-input")
    refused(result, "is not there" if has_all else "was taken away by somebody")
    assert len(result.stderr.splitlines()) == 1
    assert not path.exists()
    assert no_result(tmp_path)


def test_two_first_runs_at_once(
    draft: Path, redact: Redact, fake: Fake, anna: Account, tmp_path: Path
) -> None:
    fake.meanwhile = lambda: as_(anna, redact, "run", draft, "--no-input", "-o", "other.docx")
    refused(as_(anna, redact, "run", draft, "--no-input"), "is there already; nothing was written.")
    assert no_result(tmp_path)
    assert (tmp_path / "other.docx").exists()
    assert as_(anna, redact, "run", draft, "--no-input").exit_code == 4


# ---- the record beside the map ---------------------------------------------------------------


def test_a_run_during_a_review_stays_on_record(
    path: Path,
    redact: Redact,
    anna: Account,
    ben: Account,
    answers: Answers,
    tmp_path: Path,
) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_text("Her daughter left.\nHe was seven.")
    answers(["a", lambda: done(as_(ben, redact, "run", draft, "--no-input")), "l"])
    done(as_(anna, redact, "review", draft))
    with anna.at_work():
        record = choose_map(Path(), "harbour", None).read_record()
    assert RESULT in record.files
    assert sorted((one.becomes, one.approved) for one in record.choices) == [
        ("They ", False),
        ("child", True),
        ("were", False),
    ]


def test_a_review_writes_no_plain_record_of_a_map_that_was_locked_meanwhile(
    path: Path,
    redact: Redact,
    anna: Account,
    ben: Account,
    answers: Answers,
    tmp_path: Path,
) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_text("Her daughter left.\nHe was seven.")
    done(as_(anna, redact, "map", "unlock"))
    answers(["a", lambda: done(as_(ben, redact, "map", "lock")), "a"])
    done(as_(anna, redact, "review", draft))
    assert beside(path) == ["harbour.record.json.age", "harbour.yaml.age"]
    with ben.at_work():
        assert len(choose_map(Path(), "harbour", None).read_record().choices) == 3
