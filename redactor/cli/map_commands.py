"""What can be typed after ``redact map``: arguments, options and help.

As in ``commands.py``, a command's work is imported when it runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from redactor.cli.commands import (
    ForceOption,
    Format,
    FormatOption,
    MapOption,
    QuietOption,
    ShowNamesOption,
)

if TYPE_CHECKING:
    from redactor.cli.map.changes import Target

app = typer.Typer(
    name="map",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ReviewOption = Annotated[
    str | None,
    typer.Option(
        "--review",
        metavar="NAME",
        help="The review's name: its map is pseudonym_maps/NAME.yaml. Left out, the name is that "
        "of the working folder.",
    ),
]
Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help="A real name, another name or the pseudonym; - to be asked, or to read a line.",
    ),
]
Real = Annotated[
    str,
    typer.Argument(metavar="NAME", help="The name; - to be asked for it, or to read a line."),
]
PseudonymOption = Annotated[
    str | None,
    typer.Option("--pseudonym", metavar="NEW", help="Left out, one is proposed."),
]
PassphraseOption = Annotated[
    bool,
    typer.Option(
        "--passphrase",
        help="Encrypt by a passphrase instead of keys: it is asked for, or read from "
        "REDACT_PASSPHRASE_FILE or REDACT_PASSPHRASE, and never typed here.",
    ),
]
PublicKey = Annotated[str, typer.Argument(metavar="age1...", help="A public key.")]
TYPES = "person, child, professional, place, organisation, hospital, practice or school"


@app.callback()
def map_() -> None:
    """Look at a review's pseudonym map, and change it.

    Names that you type on a command line stay in the shell's history: type - in the place of a
    real name, and you are asked for it, or it is read from standard input, one name a line.
    """


@app.command("show")
def show(
    names: Annotated[
        bool, typer.Option("--names", help="Real names too, where the output is a terminal.")
    ] = False,
    format_: FormatOption = Format.TABLE,
    review: ReviewOption = None,
    map_file: MapOption = None,
    show_names: ShowNamesOption = False,
    quiet: QuietOption = False,
) -> None:
    """List the map's entries."""
    from redactor.cli.map.show import show as work

    work(
        _target(review, map_file, quiet),
        names_wanted=names,
        json_wanted=format_ is Format.JSON,
        show_names=show_names,
    )


@app.command("add")
def add(
    real: Real,
    pseudonym: PseudonymOption = None,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help=f"One of {TYPES}.")
    ] = "person",
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="Another name; may be given again; or -."),
    ] = None,
    role: Annotated[
        str, typer.Option("--role", metavar="CODE", help="A professional's role, such as GP.")
    ] = "",
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Add an entry for NAME."""
    from redactor.cli.map.entries import add as work

    work(_target(review, map_file, quiet), real, pseudonym, type_, alias or [], role)


@app.command("set")
def set_(
    who: Who,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=f"One of {TYPES}.")
    ] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="CODE")] = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="confirmed or proposed.")
    ] = None,
    pseudonym: Annotated[str | None, typer.Option("--pseudonym", metavar="NEW")] = None,
    real: Annotated[
        str | None,
        typer.Option(
            "--real", metavar="NAME", help="The old one stays as another name. Or -: see above."
        ),
    ] = None,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Set what the map says of WHO."""
    from redactor.cli.map.entries import set_fields

    values = {
        "type": type_,
        "role": role,
        "pseudonym": pseudonym,
        "status": status,
        "real": real,
    }
    set_fields(_target(review, map_file, quiet), who, values)


@app.command("rename")
def rename(
    who: Who,
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new pseudonym.")],
    back: Annotated[
        bool, typer.Option("--back", help="NEW has retired, and was WHO's own before.")
    ] = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Give WHO another pseudonym.

    The old one retires, if it was confirmed: it is never given to somebody else.
    """
    from redactor.cli.map.entries import rename as work

    work(_target(review, map_file, quiet), who, new, back=back)


@app.command("merge")
def merge(
    who: Who,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Who is the same as WHO; or -.")],
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make two entries one: WHO and OTHER are the same.

    The pseudonym of WHO stays, that of OTHER retires.
    """
    from redactor.cli.map.people import merge as work

    work(_target(review, map_file, quiet), who, other)


@app.command("split")
def split(
    who: Who,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="The names that are somebody else's; or -."),
    ],
    pseudonym: PseudonymOption = None,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make one entry two: the NAMEs are another's than WHO."""
    from redactor.cli.map.people import split as work

    work(_target(review, map_file, quiet), who, names, pseudonym)


@app.command("alias")
def alias(
    who: Who,
    name: Real,
    remove: Annotated[bool, typer.Option("--remove", help="Take the name away.")] = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Give WHO another NAME too."""
    from redactor.cli.map.people import alias as work

    work(_target(review, map_file, quiet), who, name, remove=remove)


@app.command("keep")
def keep(
    name: Real,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="WHY", help="Such as: panel member, public body."),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Keep NAME no longer.")] = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Leave NAME as it is, wherever it stands."""
    from redactor.cli.map.entries import keep as work

    work(_target(review, map_file, quiet), name, reason, remove=remove)


@app.command("remove")
def remove(
    who: Who,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take the entry of WHO out of the map. Its pseudonym retires, if it was confirmed."""
    from redactor.cli.map.entries import remove as work

    work(_target(review, map_file, quiet), who)


@app.command("check")
def check(
    format_: FormatOption = Format.TABLE,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Look for pseudonyms that cannot serve, in the map and beside the others of its folder.

    Ends with 4 when there is one, with 2 when the map contradicts itself.
    """
    from redactor.cli.map.check import check as work

    raise typer.Exit(work(_target(review, map_file, quiet), json_wanted=format_ is Format.JSON))


@app.command("freeze")
def freeze(
    review: ReviewOption = None, map_file: MapOption = None, quiet: QuietOption = False
) -> None:
    """Let the map only grow from now on: what it has was published."""
    from redactor.cli.map.entries import freeze as work

    work(_target(review, map_file, quiet), frozen=True)


@app.command("unfreeze")
def unfreeze(
    review: ReviewOption = None, map_file: MapOption = None, quiet: QuietOption = False
) -> None:
    """Let what the map has be changed again."""
    from redactor.cli.map.entries import freeze as work

    work(_target(review, map_file, quiet), frozen=False)


@app.command("unite")
def unite(
    maps: Annotated[
        list[Path], typer.Argument(metavar="MAP...", help="The files of other maps of the review.")
    ],
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put the maps of a review's agencies into this one, and tell what does not agree."""
    from redactor.cli.map.uniting import unite as work

    work(_target(review, map_file, quiet), maps)


@app.command("init")
def init(
    review: ReviewOption = None,
    policy: Annotated[
        str,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help="How the review names things: dhr, csppr, sar, strict, or a .yaml file beside "
            "the map.",
        ),
    ] = "dhr",
    passphrase: PassphraseOption = False,
    quiet: QuietOption = False,
) -> None:
    """Make the review's map before its first run: encrypted, and empty but for its policy."""
    from redactor.cli.map.beginning import init as work

    work(review, policy, by_passphrase=passphrase, quiet=quiet)


@app.command("import")
def import_(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE", help="A .xlsx, .csv or .docx with a table of names.")
    ],
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put a table "Real name | Pseudonym | Relationship" into the map."""
    from redactor.cli.map.tables import import_table as work

    work(_target(review, map_file, quiet), table)


@app.command("export")
def export(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE", help="The .xlsx, .csv or .docx to write.")
    ],
    review: ReviewOption = None,
    map_file: MapOption = None,
    force: ForceOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write the map as a table. It is in plain text: as secret as the map, and not encrypted."""
    from redactor.cli.map.tables import export_table as work

    work(_target(review, map_file, quiet), table, force=force)


@app.command("history")
def history(
    restore: Annotated[
        int | None,
        typer.Option("--restore", metavar="NUMBER", help="Make that version the map again."),
    ] = None,
    format_: FormatOption = Format.TABLE,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Tell who changed the map and when, in pseudonyms; the last ten versions are kept."""
    from redactor.cli.map.past import bring_back
    from redactor.cli.map.past import history as work

    target = _target(review, map_file, quiet)
    if restore is None:
        work(target, json_wanted=format_ is Format.JSON)
    else:
        bring_back(target, restore)


@app.command("lock")
def lock(
    passphrase: PassphraseOption = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Encrypt a map in plain text, and what lies beside it."""
    from redactor.cli.map.seals import lock as work

    work(_target(review, map_file, quiet), by_passphrase=passphrase)


@app.command("unlock")
def unlock(
    review: ReviewOption = None, map_file: MapOption = None, quiet: QuietOption = False
) -> None:
    """Write the map in plain text, for a text editor."""
    from redactor.cli.map.seals import unlock as work

    work(_target(review, map_file, quiet))


@app.command("share")
def share(
    public_key: PublicKey,
    name: Annotated[
        str, typer.Option("--name", metavar="WHO", help="Whose key it is, for the map's list.")
    ] = "",
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Let somebody else open the map: her public key is what redact key show prints for her."""
    from redactor.cli.map.seals import share as work

    work(_target(review, map_file, quiet), public_key, name)


@app.command("unshare")
def unshare(
    public_key: PublicKey,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Encrypt the map without that key from now on."""
    from redactor.cli.map.seals import unshare as work

    work(_target(review, map_file, quiet), public_key)


@app.command("rekey")
def rekey(
    passphrase: PassphraseOption = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Encrypt the map anew: to your key as it is now and to its recipients, or by a passphrase."""
    from redactor.cli.map.seals import rekey as work

    work(_target(review, map_file, quiet), by_passphrase=passphrase)


def _target(review: str | None, map_file: Path | None, quiet: bool) -> Target:
    from redactor.cli.map.changes import Target

    return Target(review, map_file, quiet)
