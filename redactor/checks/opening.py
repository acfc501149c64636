"""Does the finished file open in a program that is not ours?

python-docx reads the package by its own road: a fault of our writer that it cannot stand shows here
and not on the desk of whoever gets the file.
"""

from __future__ import annotations

import io

from redactor.model import Finding, Severity


def check_opening(content: bytes, place: str = "output") -> list[Finding]:
    """A finding when python-docx cannot open the package, as with templates and strict files."""
    import docx

    try:
        docx.Document(io.BytesIO(content))
    except Exception as error:  # noqa: BLE001 - it raises KeyError, ValueError and its own errors
        return [
            Finding(
                "opens-elsewhere",
                Severity.NOTE,
                place,
                reason=f"python-docx cannot open it ({type(error).__name__}); open it in Word",
            )
        ]
    return []
