"""Word files as other programs' test suites have them: sound, odd, broken and hostile.

The corpus is not part of the project; without it beside the repository these tests are skipped.
"""

import csv
import zipfile
from pathlib import Path

import pytest
from word_files import unzipped

from redactor.documents.open import open_document
from redactor.errors import InputRefused
from redactor.model import Edit, Span

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
MANIFEST = CORPUS / "MANIFEST.tsv"
REFUSED_THOUGH_SOUND = (
    "has no text",
    "holds macros",
    "afchunk",  # a foreign file passed off as a Word part
)


def word_files():
    if not MANIFEST.exists():
        return []
    with MANIFEST.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(CORPUS / row["file"], row["opens-as"]) for row in rows if row["file"][:5] == "docx/"]


pytestmark = pytest.mark.skipif(not word_files(), reason="the corpus is not beside the repository")


@pytest.mark.parametrize(("path", "state"), word_files(), ids=lambda value: Path(value).name)
def test_every_file_is_rewritten_exactly_or_refused(path, state, tmp_path):
    try:
        document = open_document(path)
    except InputRefused as error:
        refused = str(error)
    else:
        refused = ""
    if refused:
        assert state != "ok" or any(reason in refused for reason in REFUSED_THOUGH_SOUND)
        return
    assert state == "ok"
    with zipfile.ZipFile(path) as original:
        members = {i.filename.replace("\\", "/"): original.read(i) for i in original.infolist()}
    assert unzipped(document.rewrite([])) == members

    edits = [change for segment in document.segments if (change := first_word(segment))]
    expected = {s.id: s.text for s in document.segments}
    for edit in edits:
        text = expected[edit.segment_id]
        expected[edit.segment_id] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    copy = tmp_path / path.name
    copy.write_bytes(document.rewrite(edits))
    assert {s.id: s.text for s in open_document(copy).segments} == expected


def first_word(segment):
    """An edit of the first letters of the segment, which may be split over runs."""
    start = next((i for i, char in enumerate(segment.text) if char.isalnum()), None)
    if start is None:
        return None
    end = start + len(segment.text[start : start + 9].partition("\ufffc")[0])
    return Edit(segment.id, Span(start, end), "X & Y")
