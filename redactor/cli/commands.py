"""What can be typed: the commands with their arguments, options and help.

A command's work is imported when it runs, so that ``redact --help`` pays for none of it.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from redactor.detection.setting import Setting


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


class ScanFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


FormatOption = Annotated[Format, typer.Option("--format", help="What is written on stdout.")]
ReviewOption = Annotated[
    str | None,
    typer.Option(
        "--review",
        metavar="NAME",
        help="The review's name: its map is pseudonym_maps/NAME.yaml.age, made when missing. "
        "Left out, the name is that of the folder.",
    ),
]
MapOption = Annotated[
    Path | None,
    typer.Option("--map", metavar="FILE", help="The pseudonym map to use; it must exist."),
]
MapOnlyOption = Annotated[
    bool,
    typer.Option("--map-only", help="Change exactly what the map names; list what it does not."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="OUT", help="The file, or the folder, to write."),
]
KeepRevisionsOption = Annotated[
    bool,
    typer.Option(
        "--keep-revisions",
        help="Keep tracked changes and comments, anonymised. Left out, changes are accepted and "
        "comments dropped.",
    ),
]
ExportCommentsOption = Annotated[
    bool,
    typer.Option(
        "--export-comments",
        help="Write the comments with their real names to a confidential table beside the map.",
    ),
]
ReportOption = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="FILE.json",
        help="Write what was inspected and found to FILE.json, and a page to print beside it.",
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace an existing output.")]
NoInputOption = Annotated[
    bool, typer.Option("--no-input", help="Ask nothing: what is uncertain stays masked.")
]
SettingOption = Annotated[
    Setting,
    typer.Option(
        "--setting",
        help="How much is masked: what a review needs (dates, ages, counties and public bodies "
        "stay), or also dates, amounts, courts and the like, balanced or recall-first.",
    ),
]
ShowNamesOption = Annotated[
    bool,
    typer.Option("--show-names", help="Show real names even where the output is no terminal."),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say on stderr what is being done.")
]


def run(
    path: Annotated[Path, typer.Argument(help="A .docx, or a folder read as one review.")],
    review: ReviewOption = None,
    map_file: MapOption = None,
    map_only: MapOnlyOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    keep_revisions: KeepRevisionsOption = False,
    export_comments: ExportCommentsOption = False,
    report: ReportOption = None,
    no_input: NoInputOption = False,
    format_: FormatOption = Format.TABLE,
    show_names: ShowNamesOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Anonymise PATH; the result is written beside it.

    draft.docx becomes draft.redacted.docx, FOLDER becomes FOLDER.redacted with the same tree;
    PATH itself is never touched. What is uncertain is put to you on a terminal, or masked and
    listed (exit code 4).
    """
    from redactor.cli import run as work
    from redactor.cli.logs import set_up_logging
    from redactor.documents.base import Policy

    set_up_logging(verbose=verbose)
    code = work.run(
        work.Request(
            path=path,
            review=review,
            map_file=map_file,
            map_only=map_only,
            output=output,
            force=force,
            policy=Policy(keep_revisions=keep_revisions),
            export_comments=export_comments,
            report=report,
            ask=not (no_input or map_only or quiet),
            json=format_ is Format.JSON,
            show_names=show_names,
            quiet=quiet,
        )
    )
    raise typer.Exit(code)


def scan(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Documents and folders, read as one review; or .jsonl files of id and text."
        ),
    ],
    format_: Annotated[
        ScanFormat, typer.Option("--format", help="What is written on stdout.")
    ] = ScanFormat.TABLE,
    map_file: MapOption = None,
    keep_revisions: KeepRevisionsOption = False,
    setting: SettingOption = Setting.REVIEW,
    show_names: ShowNamesOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List what identifies people; write no document.

    For a .jsonl file of {"id", "text"} the answer is always a line a record, {"id", "spans":
    [[start, end, type, score, "replace"|"ask"|"keep"]]}, each record a document of its own.
    """
    from redactor.cli import scan as work
    from redactor.cli.logs import set_up_logging
    from redactor.documents.base import Policy

    set_up_logging(verbose=verbose)
    policy = Policy(keep_revisions=keep_revisions)
    raise typer.Exit(
        work.scan(
            paths,
            map_file,
            format_,
            policy,
            setting=setting,
            show_names=show_names,
            quiet=quiet,
        )
    )


def explain(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A document, or a folder.")],
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help="The words to explain; - to be asked for them, or to read a line.",
        ),
    ],
    format_: FormatOption = Format.TABLE,
    map_file: MapOption = None,
    keep_revisions: KeepRevisionsOption = False,
    show_names: ShowNamesOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Tell why WORDS were taken for a name in FILE, or were not.

    For every place where they stand: what was decided, which recogniser found what, and how much
    each reason spoke for it or against it.
    """
    from redactor.cli import explain as work
    from redactor.cli.logs import set_up_logging
    from redactor.documents.base import Policy

    set_up_logging(verbose=verbose)
    raise typer.Exit(
        work.explain(
            path,
            words,
            map_file,
            Policy(keep_revisions=keep_revisions),
            json_wanted=format_ is Format.JSON,
            show_names=show_names,
            quiet=quiet,
        )
    )


def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Finished documents, or folders.")
    ],
    review: ReviewOption = None,
    map_file: MapOption = None,
    report: ReportOption = None,
    format_: FormatOption = Format.TABLE,
    force: ForceOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Look in finished documents for every name that the review's map knows.

    Ends with 5 when a known name or identifier is found, with 3 when something cannot be
    inspected, and with 0 when no known identifier remains in the parts inspected.
    """
    from redactor.cli import check as work
    from redactor.cli.logs import set_up_logging

    set_up_logging(verbose=verbose)
    json_wanted = format_ is Format.JSON
    raise typer.Exit(
        work.check(
            paths, review, map_file, report, json_wanted=json_wanted, force=force, quiet=quiet
        )
    )


def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="The document before.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="The document after.")],
    format_: FormatOption = Format.TABLE,
    show_names: ShowNamesOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show what differs between two documents, word by word.

    Where the output is no terminal, the words of A that were changed are shown as bars.
    """
    from redactor.cli import diff as work
    from redactor.cli.logs import set_up_logging

    set_up_logging(verbose=verbose)
    work.diff(before, after, json_wanted=format_ is Format.JSON, show_names=show_names, quiet=quiet)


def review(
    path: Annotated[Path, typer.Argument(help="The .docx or folder that was redacted.")],
    review: ReviewOption = None,
    map_file: MapOption = None,
    keep_revisions: KeepRevisionsOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Decide what is still uncertain in PATH.

    Your answers go into its pseudonym map; no document is written. Afterwards, redact PATH again.
    """
    from redactor.cli import review as work
    from redactor.cli.logs import set_up_logging
    from redactor.documents.base import Policy

    set_up_logging(verbose=verbose)
    work.review(path, review, map_file, Policy(keep_revisions=keep_revisions))


def restore(
    path: Annotated[Path, typer.Argument(metavar="REDACTED", help="A document with pseudonyms.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="The file to write.")
    ],
    review: ReviewOption = None,
    map_file: MapOption = None,
    force: ForceOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write REDACTED with its real names, for whoever holds the map.

    Every pseudonym, label and placeholder of the map becomes the real name again. What was made
    vague, neutral or was removed stays as published.
    """
    from redactor.cli import restore as work
    from redactor.cli.logs import set_up_logging

    set_up_logging(verbose=verbose)
    raise typer.Exit(work.restore(path, review, map_file, output, force=force, quiet=quiet))


def apply(
    outputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="OUTPUT...", help="The outputs to write again, or --all."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Write every output of the review.")] = False,
    review: ReviewOption = None,
    map_file: MapOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write a review's outputs again, from their sources, with the map as it is now.

    For when a pseudonym was changed: every run is on record beside the map, and is done again as
    it was asked for. What has become uncertain is masked, never asked.
    """
    from redactor.cli import apply as work
    from redactor.cli.logs import set_up_logging

    set_up_logging(verbose=verbose)
    raise typer.Exit(work.apply(outputs or [], review, map_file, everything=all_, quiet=quiet))
