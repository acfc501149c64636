"""With whom a sealed file is shared, written into what is sealed.

An age file does not say whose keys open it, and the next save must seal to the same ones. The list
stands inside the seal, as the last line, where nobody without a key can add one; a list beside the
file could be changed by anybody who can write to the folder. It looks like a comment, so that what
the `age` program gives is still YAML.
"""

from __future__ import annotations

import re

from redactor.vault.sealing import ToRecipients

_LINE = re.compile(rb"\n# sealed to: (age1[a-z0-9]+(?:, age1[a-z0-9]+)*)\n\Z")


def with_recipients(content: bytes, lock: ToRecipients) -> bytes:
    return content + f"\n# sealed to: {', '.join(lock.public_keys)}\n".encode()


def split_recipients(opened: bytes) -> tuple[bytes, ToRecipients | None]:
    """The content and its list, None where another program sealed it. Raises VaultError."""
    match = _LINE.search(opened)
    if match is None:
        return opened, None
    return opened[: match.start()], ToRecipients(tuple(match[1].decode().split(", ")))
