"""Time and peak memory of a whole run, with its check, on documents of two lengths.

    python benchmarks/length.py [PAGES …]

The documents are copies of the fixture's overview report, one behind the other, each paragraph with
a number of its own so that no sentence stands twice. A page is 400 words. Each run is a process of
its own; its peak is that of resident memory, which only POSIX systems tell.
"""

from __future__ import annotations

import copy
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
REVIEW = ROOT / "fixtures" / "area-a"
WORDS_A_PAGE = 400
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"


def lengthened(overview: bytes, pages: int) -> tuple[bytes, int]:
    """The overview report repeated until it has `pages` pages, and how many words it has."""
    with zipfile.ZipFile(BytesIO(overview)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(members[_MAIN])
    body = root.find(f"{_W}body")
    assert body is not None
    section = body.find(f"{_W}sectPr")
    content = [element for element in body if element is not section]
    words = sum(len("".join(map(str, element.itertext())).split()) for element in content)
    copies = max(1, round(pages * WORDS_A_PAGE / words))
    place = len(content)
    for number in range(2, copies + 1):
        for element in content:
            again = copy.deepcopy(element)
            for index, text in enumerate(again.iter(f"{_W}t")):
                if index == 0 and text.text:
                    text.text = f"{number}. {text.text}"
            body.insert(place, again)
            place += 1
    members[_MAIN] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, member in members.items():
            package.writestr(name, member)
    return buffer.getvalue(), words * copies


def measure(document: Path, out: Path) -> tuple[float, float, int]:
    """Seconds, peak memory in MiB and exit code of ``redact`` on `document`."""
    names = document.with_name("map.yaml")
    names.write_bytes((REVIEW / "pseudonym_map.yaml").read_bytes())
    program = "from redactor.cli.app import main; main()"
    command = [sys.executable, "-c", program, str(document), "--map", str(names), "-o", str(out)]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--no-input", "-q"], cwd=document.parent)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return seconds, usage.ru_maxrss / scale, os.waitstatus_to_exitcode(status)


def main(arguments: list[str]) -> None:
    pages = [int(argument) for argument in arguments] or [50, 100, 300]
    overview = (REVIEW / "overview.docx").read_bytes()
    for count in pages:
        with tempfile.TemporaryDirectory() as folder:
            document = Path(folder) / "long.docx"
            content, words = lengthened(overview, count)
            document.write_bytes(content)
            seconds, peak, code = measure(document, Path(folder) / "out.docx")
        print(f"{count:4} pages {words:8,} words {seconds:7.1f} s {peak:6.0f} MiB  exit {code}")


if __name__ == "__main__":
    main(sys.argv[1:])
