"""What is said beside results and errors: our own log, and nothing that could quote a text."""

from __future__ import annotations

import logging
import sys
import threading
import warnings


def set_up_logging(*, verbose: bool) -> None:
    """Our own log on stderr with --verbose."""
    ours = logging.getLogger("redactor")
    ours.handlers = [logging.StreamHandler(sys.stderr)] if verbose else [logging.NullHandler()]
    ours.setLevel(logging.INFO if verbose else logging.WARNING)


def silence_the_rest() -> None:
    """Nothing of the libraries' logs and warnings, nor of errors that nobody can catch (on a
    thread, in a destructor): each may quote a text. Only for the program itself."""
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())
    sys.unraisablehook = lambda _: None
    threading.excepthook = lambda _: None
