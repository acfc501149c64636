"""What a file is by its bytes, whatever its name says."""

from __future__ import annotations

from redactor.documents.unreadable import Unreadable

ZIP = b"PK"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of Office 97-2003, and of what Office encrypts. Rule: [MS-CFB] 2.2."""

_DIRECTORY_ENTRY = 128
_PDF_SEARCH = 1024  # readers accept a PDF whose header is not quite at the start

_ENCRYPTED = (
    "is protected with a password. Open it in Word, remove the password "
    "(File, Info, Protect Document) and save it again."
)
_OLD_WORD = (
    "is an old Word document (.doc). Open it in Word and save it as a Word Document (.docx)."
)
_OLD_OFFICE = (
    "is an old Office file, and no Word document. Save its text as a Word Document (.docx)."
)
_PDF = "is a PDF. redact needs the Word document that it was made from."
_RTF = "is a Rich Text file. Open it in Word and save it as a Word Document (.docx)."
_OTHER = "is not a Word document. Open it in Word and save it as a Word Document (.docx)."


def refuse_foreign(content: bytes) -> None:
    """Raise Unreadable, with what to do, unless `content` begins like a zip container."""
    if not content:
        raise Unreadable("is empty (0 bytes). Ask for the file again.")
    if content.startswith(COMPOUND_FILE):
        raise Unreadable(_compound_file(content))
    if content.startswith(b"{\\rt"):
        raise Unreadable(_RTF)
    if not content.startswith(ZIP):
        raise Unreadable(_PDF if b"%PDF-" in content[:_PDF_SEARCH] else _OTHER)


def _compound_file(content: bytes) -> str:
    if _has_stream(content, "EncryptedPackage"):
        return _ENCRYPTED
    if _has_stream(content, "WordDocument"):
        return _OLD_WORD
    return _OLD_OFFICE


def _has_stream(content: bytes, name: str) -> bool:
    """Whether a directory entry of the compound file has this name, in whatever case.

    Entries are 128 bytes, aligned, and begin with the name in UTF-16. Rule: [MS-CFB] 2.6.1.
    """
    content = content.upper()
    encoded = (name.upper() + "\0").encode("utf-16-le")
    at = content.find(encoded)
    while at != -1:
        if at % _DIRECTORY_ENTRY == 0:
            return True
        at = content.find(encoded, at + 1)
    return False
