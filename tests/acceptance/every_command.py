"""Every command of the program in a row, with names that are typed and not named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planted import FORMER, FRIEND, KEPT, MOTHER, OTHER_NAME, PLACE, SON

from redactor.vault.sealing import public_key_of

REVIEW = ("--review", "harbour")
MAP = "pseudonym_maps/harbour.yaml.age"
# Made for the vault's tests; nothing else was ever sealed to it.
COLLEAGUE = public_key_of(
    "AGE-SECRET-KEY-1006EG6FX6ZRK7PSV9EZRJCVS09ZS220DA8YXDTXNA86NVG5ULT8SSCQ7A2"
)
TABLE, RESTORED = "names.csv", "restored.docx"


@dataclass(frozen=True)
class Step:
    """A command as it is typed; `typed` are the lines of its standard input.

    `fails` names the function that crashes then; see in_a_row.py.
    """

    args: tuple[str, ...]
    typed: tuple[str, ...] = ()
    codes: tuple[int, ...] = (0,)
    fails: str = ""

    @property
    def command(self) -> str:
        return " ".join(self.args[:2] if self.args[0] in {"map", "key"} else self.args[:1])

    @property
    def opens_a_map(self) -> bool:
        return self.args[0] not in {"key", "diff"}

    def crashing(self, place: str) -> Step:
        return replace(self, fails=place, codes=(1,))


def _map(*args: str, typed: tuple[str, ...] = ()) -> Step:
    return Step(("map", *args, *REVIEW), typed)


KEYS = (
    Step(("key", "show")),
    Step(("key", "backup", "../home/key-copy.txt", "--plain")),
    Step(("key", "restore", "../home/key-copy.txt")),
)
BEGINNING = (
    _map("init"),
    _map("add", "-", "--alias", "-", typed=(MOTHER, OTHER_NAME)),
    _map("add", "-", "--pseudonym", "Tom Reid", typed=(SON,)),
    _map("add", "-", "--type", "place", "--pseudonym", "Seatown", typed=(PLACE,)),
)
CHANGES = (
    _map("add", "-", typed=(FRIEND,)),
    _map("add", "-", typed=(FORMER,)),
    _map("set", "-", "--status", "confirmed", typed=(MOTHER,)),
    _map("rename", "-", "Connie Marsh", typed=(MOTHER,)),
    _map("merge", "-", "-", typed=(FRIEND, FORMER)),
    _map("split", "-", "-", "--pseudonym", "Holly Vane", typed=(FRIEND, FORMER)),
    _map("alias", "-", "-", typed=(SON, "Zbyszko")),
    _map("remove", "-", typed=(FORMER,)),
    _map("keep", "-", "--reason", "panel member", typed=(KEPT,)),
    _map("freeze"),
    _map("unfreeze"),
    _map("share", COLLEAGUE, "--name", "Ben"),
    _map("unshare", COLLEAGUE),
    _map("rekey"),
    _map("unlock"),
    _map("lock"),
    _map("history", "--restore", "20"),
)
LOOKING = (
    _map("show", "--names"),
    _map("show", "--format", "json"),
    Step(("map", "check", *REVIEW), codes=(0, 4)),
    _map("history"),
    _map("export", TABLE, "--force"),
)
IMPORTED = Step(("map", "import", TABLE, "--review", "other"))
RUN = Step(
    ("run", "case", *REVIEW, "-o", "out", "--no-input", "-v", "--report", "report.json"),
    codes=(3,),  # one of the drafts is empty
)
READING = (
    Step(("scan", "case", "--map", MAP, "-v"), codes=(3,)),
    Step(("explain", "case", "-", "--map", MAP, "-v"), (MOTHER,), (3,)),
    Step(("apply", "--all", *REVIEW, "-v"), codes=(3,)),
)
REVIEWING = Step(("review", "case", *REVIEW, "-v"), ("a",) * 30 + ("\x04",))
RESULTS = (
    Step(("check", "out", *REVIEW, "-v", "--report", "checked.json")),
    Step(("check", "case", *REVIEW, "-v"), codes=(3, 5)),
    Step(("diff", "case/overview.docx", "out/overview.docx", "-v")),
    Step(("diff", "case/overview.docx", "out/overview.docx", "--format", "json")),
    Step(("restore", "out/overview.docx", "-o", RESTORED, *REVIEW, "-v")),
)


UNITED = _map("unite", "pseudonym_maps/other.yaml.age")
IN_A_ROW = (*KEYS, *BEGINNING, RUN, *READING, *RESULTS, *LOOKING, IMPORTED, UNITED, *CHANGES)


def crashes() -> Iterator[Step]:
    """All that can read names, failing at it; and the long road, failing at several places."""
    for step in (*RESULTS, RUN, *READING, *LOOKING, *CHANGES):
        if step.opens_a_map:
            yield step.crashing("redactor.pseudonyms.storing.parse_map")
    for step in (
        _map("rename", "-", "Bea Lund", typed=(SON,)),
        _map("freeze"),
        _map("share", COLLEAGUE),
        _map("rekey"),
        _map("unlock"),
    ):
        yield step.crashing("redactor.vault.history.seal")
    for step in KEYS:
        yield step.crashing("redactor.vault.identity.secrets_in")
    yield IMPORTED.crashing("redactor.pseudonyms.exchange.importing.map_of")
    again = replace(RUN, args=(*RUN.args, "--force"))
    for place in (
        "pipeline.link",
        "decisions.render",
        "documents.docx.document.rewritten",
        "checks.inspection.Matcher",
        "batch.delivery.write_synced",
        "cli.run.print_summary",
    ):
        yield again.crashing(f"redactor.{place}")
    diff, restore = RESULTS[2], RESULTS[-1]
    yield diff.crashing("redactor.cli.diff.changes")
    yield replace(restore, args=(*restore.args, "--force")).crashing("redactor.cli.restore.deliver")
