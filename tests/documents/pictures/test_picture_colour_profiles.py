"""Colour profiles keep their colours and lose their texts."""

from __future__ import annotations

import io
import zlib

import pytest
from picture_files import (
    COPYRIGHT,
    DESCRIPTION,
    HIDDEN,
    MULTILINGUAL,
    PRIVATE_TAG,
    chunk,
    colour_profile,
    drawing,
    jpeg_with,
    pixels,
    png_with,
    riff_chunk,
    saved,
    segment,
    traces,
    webp_with,
)
from PIL import Image

from redactor.documents.pictures.clean import clean_picture

PROFILES = {
    "old texts": colour_profile(DESCRIPTION, COPYRIGHT),
    "new texts": colour_profile(MULTILINGUAL),
    "private tag": colour_profile(PRIVATE_TAG),
    "gap": colour_profile((b"cprt", b"text" + bytes(4) + b"none\0"), PRIVATE_TAG),
    "colours that are text": colour_profile((b"A2B0", b"text" + bytes(4) + HIDDEN)),
}
DAMAGED = {
    "cut": colour_profile(DESCRIPTION)[:200],
    "no signature": bytes(128) + HIDDEN,
    "huge table": colour_profile()[:128] + b"\xff" * 4 + HIDDEN,
}


def jpeg(profile: bytes, *, pieces: int = 1, wrong: bool = False) -> bytes:
    size = -(-len(profile) // pieces)
    segments = [
        segment(
            0xE2,
            b"ICC_PROFILE\0"
            + bytes((index + 1 + wrong, pieces))
            + profile[index * size : (index + 1) * size],
        )
        for index in range(pieces)
    ]
    return jpeg_with(*segments)


def png(profile: bytes) -> bytes:
    return png_with(chunk(b"iCCP", b"Screen of Ostrander\0\0" + zlib.compress(profile)))


def webp(profile: bytes) -> bytes:
    return webp_with(riff_chunk(b"ICCP", profile), flags=0x20)


def tiff(profile: bytes) -> bytes:
    return saved(drawing(), "TIFF", icc_profile=profile)


def profile_of(content: bytes) -> bytes | None:
    with Image.open(io.BytesIO(content)) as image:
        return image.info.get("icc_profile")


def colours_of(profile: bytes) -> dict[bytes, bytes]:
    """The values of the tags that are numbers."""
    count = int.from_bytes(profile[128:132], "big")
    found = {}
    for index in range(count):
        name, at, size = (
            profile[place : place + 4] for place in range(132 + 12 * index, 144 + 12 * index, 4)
        )
        start = int.from_bytes(at, "big")
        value = profile[start : start + int.from_bytes(size, "big")]
        if value[:4] in {b"XYZ ", b"curv"}:
            found[name] = value
    return found


@pytest.mark.parametrize("build", [jpeg, png, webp, tiff])
@pytest.mark.parametrize("case", PROFILES)
def test_texts_go_and_colours_stay(build, case) -> None:
    content = build(PROFILES[case])
    picture = clean_picture(content)
    profile = profile_of(picture.content)
    assert profile is not None
    assert len(profile) == len(PROFILES[case])
    assert colours_of(profile) == colours_of(PROFILES[case])
    assert len(colours_of(profile)) == 7
    assert traces(picture.content) == traces(profile) == []
    assert dict(picture.stripped) == {"colour profile texts": 1}
    assert pixels(picture.content) == pixels(content)
    assert clean_picture(picture.content).content == picture.content


@pytest.mark.parametrize("build", [jpeg, png, webp, tiff])
@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_profile_goes(build, case) -> None:
    picture = clean_picture(build(DAMAGED[case]))
    assert traces(picture.content) == []
    assert profile_of(picture.content) is None
    assert dict(picture.stripped) == {"colour profile texts": 1}


@pytest.mark.parametrize("pieces", [1, 2, 5])
def test_a_profile_in_pieces_is_one_profile(pieces: int) -> None:
    cleaned = clean_picture(jpeg(PROFILES["old texts"], pieces=pieces)).content
    assert profile_of(cleaned) == profile_of(clean_picture(jpeg(PROFILES["old texts"])).content)


def test_a_profile_whose_pieces_do_not_fit_goes() -> None:
    cleaned = clean_picture(jpeg(PROFILES["old texts"], pieces=2, wrong=True)).content
    assert traces(cleaned) == []
    assert b"ICC_PROFILE" not in cleaned


def test_a_profile_that_unpacks_without_end_goes() -> None:
    bomb = chunk(b"iCCP", b"icc\0\0" + zlib.compress(bytes(8 * 1024 * 1024)))
    assert clean_picture(png_with(bomb)).content == png_with()


def test_texts_that_lie_within_the_colours_are_no_profile() -> None:
    profile = bytearray(colour_profile(DESCRIPTION))
    at = 132 + 12 * 7
    first = profile[132 + 4 : 132 + 8]
    profile[at + 4 : at + 8] = first  # the text begins where the first primary is
    assert profile_of(clean_picture(jpeg(bytes(profile))).content) is None


def test_a_profile_of_more_pieces_than_can_be_counted_goes() -> None:
    piece = segment(0xE2, b"ICC_PROFILE\0\x01\x01" + HIDDEN)
    assert clean_picture(jpeg_with(piece * 300)).content == jpeg_with()
