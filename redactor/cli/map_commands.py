"""What can be typed after ``redact map`` to see the map's entries and to change them.

As in ``commands.py``, a command's work is imported when it runs.
"""

from __future__ import annotations

from typing import Annotated

import typer

from redactor.cli import map_file_commands
from redactor.cli.commands import Format, FormatOption, MapOption, QuietOption, ShowNamesOption
from redactor.cli.map_options import ReviewOption, target_of

app = typer.Typer(
    name="map",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

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
        target_of(review, map_file, quiet),
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

    work(target_of(review, map_file, quiet), real, pseudonym, type_, alias or [], role)


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
    set_fields(target_of(review, map_file, quiet), who, values)


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

    work(target_of(review, map_file, quiet), who, new, back=back)


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

    work(target_of(review, map_file, quiet), who, other)


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

    work(target_of(review, map_file, quiet), who, names, pseudonym)


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

    work(target_of(review, map_file, quiet), who, name, remove=remove)


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

    work(target_of(review, map_file, quiet), name, reason, remove=remove)


@app.command("remove")
def remove(
    who: Who,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take the entry of WHO out of the map. Its pseudonym retires, if it was confirmed."""
    from redactor.cli.map.entries import remove as work

    work(target_of(review, map_file, quiet), who)


app.add_typer(map_file_commands.app)
