"""What can be typed after ``redact key``: the user's own key, which maps are encrypted to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="key",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def key() -> None:
    """Your own key. Without it nobody opens what is encrypted to it alone: back it up."""


@app.command("show")
def show() -> None:
    """Print your public key, for whoever is to share a map with you; make a key if need be."""
    from redactor.cli.keys import show as work

    raise typer.Exit(work())


@app.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where nothing is yet.")],
    plain: Annotated[
        bool, typer.Option("--plain", help="Without a passphrase: for a print-out in a safe.")
    ] = False,
) -> None:
    """Copy your key to FILE, protected by a passphrase that you are asked for."""
    from redactor.cli.keys import backup as work

    raise typer.Exit(work(file, plain=plain))


@app.command("restore")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup of a key.")],
    force: Annotated[
        bool, typer.Option("--force", help="Also where another key is; that one stays aside.")
    ] = False,
) -> None:
    """Make the backup in FILE your key again.

    With --force, another key that is here gives way: what is encrypted to it still opens, and
    redact map rekey encrypts it to the new one.
    """
    from redactor.cli.keys import restore as work

    raise typer.Exit(work(file, force=force))
