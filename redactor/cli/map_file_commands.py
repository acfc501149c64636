"""What ``redact map`` does with a map as a whole: begin, exchange, freeze, look back, lock, share.

As in ``commands.py``, a command's work is imported when it runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from redactor.cli.commands import ForceOption, Format, FormatOption, MapOption, QuietOption
from redactor.cli.map_options import ReviewOption, target_of

app = typer.Typer(rich_markup_mode=None)

PassphraseOption = Annotated[
    bool,
    typer.Option(
        "--passphrase",
        help="Encrypt by a passphrase instead of keys: it is asked for, or read from "
        "REDACT_PASSPHRASE_FILE or REDACT_PASSPHRASE, and never typed here.",
    ),
]
PublicKey = Annotated[str, typer.Argument(metavar="age1...", help="A public key.")]


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

    raise typer.Exit(work(target_of(review, map_file, quiet), json_wanted=format_ is Format.JSON))


@app.command("freeze")
def freeze(
    review: ReviewOption = None, map_file: MapOption = None, quiet: QuietOption = False
) -> None:
    """Let the map only grow from now on: what it has was published."""
    from redactor.cli.map.entries import freeze as work

    work(target_of(review, map_file, quiet), frozen=True)


@app.command("unfreeze")
def unfreeze(
    review: ReviewOption = None, map_file: MapOption = None, quiet: QuietOption = False
) -> None:
    """Let what the map has be changed again."""
    from redactor.cli.map.entries import freeze as work

    work(target_of(review, map_file, quiet), frozen=False)


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

    work(target_of(review, map_file, quiet), maps)


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

    work(target_of(review, map_file, quiet), table)


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

    work(target_of(review, map_file, quiet), table, force=force)


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

    target = target_of(review, map_file, quiet)
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

    work(target_of(review, map_file, quiet), by_passphrase=passphrase)


@app.command("unlock")
def unlock(
    review: ReviewOption = None, map_file: MapOption = None, quiet: QuietOption = False
) -> None:
    """Write the map in plain text, for a text editor."""
    from redactor.cli.map.seals import unlock as work

    work(target_of(review, map_file, quiet))


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

    work(target_of(review, map_file, quiet), public_key, name)


@app.command("unshare")
def unshare(
    public_key: PublicKey,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Encrypt the map without that key from now on."""
    from redactor.cli.map.seals import unshare as work

    work(target_of(review, map_file, quiet), public_key)


@app.command("rekey")
def rekey(
    passphrase: PassphraseOption = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Encrypt the map anew: to your key as it is now and to its recipients, or by a passphrase."""
    from redactor.cli.map.seals import rekey as work

    work(target_of(review, map_file, quiet), by_passphrase=passphrase)
