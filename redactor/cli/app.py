"""The program: its commands, how it speaks of errors, and which exit code each gives.

Nothing heavy is imported here; a command imports what it needs when it runs.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from redactor.cli import commands, key_commands, map_commands
from redactor.cli.logs import silence_the_rest
from redactor.cli.signals import leave_no_core_file, unwind_when_stopped
from redactor.errors import ExitCode, RedactError

DEFAULT_COMMAND = "run"


def with_default_command(args: Sequence[str], commands: Collection[str]) -> list[str]:
    """`args` with the default command put in where no command is named.

    A file that is called like a command is reached as ``./scan``.
    """
    if not args or args[0] in commands or args[0] in {"--help", "-h", "--version"}:
        return list(args)
    return [DEFAULT_COMMAND, *args]


class Commands(TyperGroup):
    """Commands beside a default one, with every failure said in a sentence."""

    # Typed Any: typer keeps its own copy of click private.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, with_default_command(args, self.commands))

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except RedactError as error:
            _complain(str(error))
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            _complain("Stopped; nothing more was written.")
            raise typer.Exit(ExitCode.FAILED) from None
        except (typer.Exit, typer.Abort, typer.TyperException, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, no traceback may quote a text
            _complain(_unexpected(error))
            raise typer.Exit(ExitCode.FAILED) from None


app = typer.Typer(
    name="redact",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    # Plain help: importing rich would cost more than all the rest of --help.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(DEFAULT_COMMAND)(commands.run)
app.command("scan")(commands.scan)
app.command("explain")(commands.explain)
app.command("check")(commands.check)
app.command("diff")(commands.diff)
app.command("review")(commands.review)
app.command("apply")(commands.apply)
app.command("restore")(commands.restore)
app.add_typer(map_commands.app)
app.add_typer(key_commands.app)


def _show_version(wanted: bool) -> None:
    if not wanted:
        return
    from importlib.metadata import version

    print(f"redact {version('redactor')}")
    raise typer.Exit


@app.callback()
def redact(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Anonymise safeguarding reviews in Word.

    redact draft.docx writes draft.redacted.docx beside it and never touches the draft. The word
    "run" may be left out; "redact run --help" shows its options.

    Exit codes: 0 done; 1 something unexpected; 2 wrong usage; 3 the input cannot be read;
    4 written, but something awaits a person; 5 a real name was found in the result, which was
    not delivered.
    """


def main() -> None:
    """The entry point."""
    unwind_when_stopped()
    leave_no_core_file()
    silence_the_rest()
    for stream in (sys.stdout, sys.stderr):
        # A word that an old console cannot show must not end the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="redact")
    except Exception as error:  # noqa: BLE001 - outside of all commands, and no better there
        _complain(_unexpected(error))
        sys.exit(ExitCode.FAILED)


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _unexpected(error: Exception) -> str:
    """One sentence about `error`: its kind and place, never its message, which may quote a text.

    With REDACT_DEBUG set, the frames too: file, line and function, no values.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    sentence = (
        f"Something unexpected went wrong ({type(error).__name__}{place}); no document was "
        "written. Please report this; set REDACT_DEBUG=1 to see where it happened."
    )
    if not os.environ.get("REDACT_DEBUG"):
        return sentence
    listed = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([*listed, sentence])
