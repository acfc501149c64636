"""Orientation is the only thing of EXIF that changes how a picture looks.

Rule: EXIF 2.32 (CIPA DC-008), 4.6.4 A, tag 0x0112; the block is a small TIFF file.
"""

from __future__ import annotations

import struct

UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT = 3
_ENTRY = 12


def orientation(block: bytes) -> int:
    """1 to 8, from a block that begins with its byte order; 1 when it says nothing sound."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        return UPRIGHT
    try:
        (directory,) = struct.unpack_from(f"{order}I", block, 4)
        (count,) = struct.unpack_from(f"{order}H", block, directory)
        for index in range(count):
            entry = struct.unpack_from(f"{order}HHIH", block, directory + 2 + index * _ENTRY)
            if entry[:3] == (_ORIENTATION, _SHORT, 1) and 1 <= entry[3] <= 8:
                return int(entry[3])
    except struct.error:  # a field beyond the end
        return UPRIGHT
    return UPRIGHT


def minimal_block(turned: int) -> bytes:
    """An EXIF block that holds the orientation and nothing else."""
    return struct.pack("<4sIHHHIHHI", b"II*\0", 8, 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)
