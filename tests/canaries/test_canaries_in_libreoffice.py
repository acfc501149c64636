"""Another word processor opens what is written, and reads the same text but for the names."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from canary_registry import CANARIES, PLACES, built, package_names
from canary_runs import redacted, refused
from places_zip import PREFIXED

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

_ROW = re.compile(r"Row (\d+): ([^:]*?) was seen there\.", re.DOTALL)
_NAMES = re.compile(
    "|".join(sorted({word for c in CANARIES.values() for word in c.words}, key=len, reverse=True))
    + r"|\[[^]]*\]",
    re.IGNORECASE,
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]")
_WITH_MORE = {
    # Something around the name goes with it, or it is taken for somebody else's.
    "body/full stop",
    "body/e-mail address",
    "body/web address",
    "body/handle",
    "body/hashtag",
    "body/initial",
    "body/plural",
    "body/surname alone",
    "body/ins next to del",
    "body/unknown element",
}

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the text of each package before and after, as LibreOffice has it."""
    folder = tmp_path_factory.mktemp("read")
    profile = (folder / "profile").as_uri()  # its own: a person's open LibreOffice stays alone
    for when, contents in (("before", built), ("after", redacted)):
        (folder / when).mkdir()
        paths = [folder / when / name for name in package_names() if not refused(name)]
        for path in paths:
            path.write_bytes(contents(path.name))
        options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "txt:Text"]
        command = [str(SOFFICE), *options, "--outdir", str(folder / f"{when} as text")]
        subprocess.run([*command, *map(str, paths)], capture_output=True, timeout=120, check=True)
    return folder


@pytest.mark.parametrize("package", [name for name in package_names() if name != PREFIXED])
def test_the_text_without_the_names_is_the_same(read: Path, package: str) -> None:
    name = Path(package).with_suffix(".txt").name
    before = rows((read / "before as text" / name).read_text(encoding="utf-8-sig"))
    after = rows((read / "after as text" / name).read_text(encoding="utf-8-sig"))
    wanted = [
        (place.id, str(number))
        for number, place in enumerate(PLACES, start=1)
        if place.package == package and place.stays and place.id not in _WITH_MORE
    ]
    assert {who: after.get(row) for who, row in wanted} == {
        who: before.get(row) for who, row in wanted
    }


def rows(text: str) -> dict[str, str]:
    """What stands in each row beside the name, without blanks and punctuation."""
    return {
        number: re.sub(r"\W", "", _NAMES.sub("", _plain(inner)))
        for number, inner in _ROW.findall(text)
    }


def _plain(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
