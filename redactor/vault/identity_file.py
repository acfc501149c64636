"""age's own file of secret keys: comments, and one key a line, as `age-keygen` writes it."""

from __future__ import annotations

from redactor.vault.errors import Damaged
from redactor.vault.sealing import public_key_of


def identity_text(secret: str, created: str | None = None) -> str:
    """The file for `secret`; `created` is a date and time as ISO 8601 has it."""
    head = f"# created: {created}\n" if created else ""
    return f"{head}# public key: {public_key_of(secret)}\n{secret}\n"


def secrets_in(content: bytes) -> tuple[str, ...]:
    """The secret keys in `content`, in their order.

    A key of another kind (ssh, a plug-in's) is refused, because it would be missing when it is
    needed. Raises Damaged; the sentence quotes nothing but a line's number.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Damaged(None, "is no file of keys.") from None
    secrets = []
    for number, line in enumerate(map(str.strip, lines), start=1):
        if line and not line.startswith("#"):
            try:
                public_key_of(line)
            except Damaged:
                raise Damaged(None, f"line {number} is no secret key that redact knows.") from None
            secrets.append(line)
    if not secrets:
        raise Damaged(None, "there is no key in it.")
    return tuple(secrets)
