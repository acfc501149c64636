"""Why a file cannot be taken, said by a reader that does not know the file's path."""

from __future__ import annotations


class Unreadable(Exception):
    """``problem`` completes the sentence that begins with the file's name, and says what to do.

    ``open_document`` turns it into InputRefused. It never quotes text of the document.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
