"""Why a picture cannot be inspected, said without a word of what stands in it."""

from __future__ import annotations

from redactor.documents.unreadable import Unreadable


class PictureUnreadable(Unreadable):
    """``reason`` is a noun phrase: "a damaged JPEG", "a JPEG XR"."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"holds a picture that redact cannot inspect: {reason}. "
            "Replace it in Word by a PNG or a JPEG, or remove it."
        )
        self.reason = reason
