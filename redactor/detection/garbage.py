"""Detection makes many small values that live until its end, and no rings of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold Python's search for unused rings of objects: it would go through the models' objects
    again and again, a tenth of the time outside them. What was made meanwhile counts as old."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
