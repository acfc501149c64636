"""Word files as other programs' test suites have them: sound, odd, broken and hostile.

The corpus is not part of the project; without it beside the repository these tests are skipped.
"""

import csv
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from word_files import unzipped, zipped

from redactor import pipeline
from redactor.documents.base import Policy
from redactor.documents.open import open_document
from redactor.errors import InputRefused
from redactor.model import Edit, SegmentKind, Severity, Span
from redactor.pseudonyms.schema import MapEntity, PseudonymMap

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
MANIFEST = CORPUS / "MANIFEST.tsv"
KEEP = Policy(keep_revisions=True)
NOT_PROSE = {SegmentKind.MARKUP, SegmentKind.TITLE}
CANARY = "Xanthra Quillbeck"
NAMES = PseudonymMap(review="corpus", entities=(MapEntity(real=CANARY, pseudonym="Connie Smith"),))


def word_files():
    if not MANIFEST.exists():
        return []
    with MANIFEST.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(CORPUS / row["file"], row["opens-as"]) for row in rows if row["file"][:5] == "docx/"]


SOUND = [path for path, state in word_files() if state == "ok"]
BROKEN = [path for path, state in word_files() if state != "ok"]

pytestmark = pytest.mark.skipif(not word_files(), reason="the corpus is not beside the repository")


def name(path):
    return path.name


@pytest.mark.parametrize("path", BROKEN, ids=name)
def test_what_is_not_sound_is_refused(path):
    with pytest.raises(InputRefused):
        open_document(path)


@pytest.mark.parametrize("path", SOUND, ids=name)
@pytest.mark.parametrize("policy", [Policy(), KEEP], ids=["publication", "revisions"])
def test_a_copy_of_a_copy_is_the_same(path, policy, tmp_path):
    document = open_document(path, policy=policy)
    copy = tmp_path / path.name
    copy.write_bytes(document.rewrite([]))
    again = open_document(copy, policy=policy)
    assert [one.what for one in again.dropped] == []
    assert unzipped(again.rewrite([])) == unzipped(copy.read_bytes())


@pytest.mark.parametrize("path", SOUND, ids=name)
def test_every_text_is_rewritten_exactly(path, tmp_path):
    document = open_document(path, policy=KEEP)
    prose = [s for s in document.segments if s.kind not in NOT_PROSE and "/media/" not in s.id]
    edits = [change for segment in prose if (change := first_word(segment))]
    expected = {segment.id: segment.text for segment in prose}
    for edit in edits:
        text = expected[edit.segment_id]
        expected[edit.segment_id] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    copy = tmp_path / path.name
    copy.write_bytes(document.rewrite(edits))
    found = {segment.id: segment.text for segment in open_document(copy, policy=KEEP).segments}
    assert {identity: found.get(identity) for identity in expected} == expected


@pytest.mark.parametrize("path", SOUND, ids=name)
@pytest.mark.parametrize("policy", [Policy(), KEEP], ids=["publication", "revisions"])
def test_a_planted_name_is_gone_and_the_check_agrees(path, policy, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "detector", FindsNothing)
    draft = tmp_path / path.name
    draft.write_bytes(planted(path.read_bytes()))
    document = open_document(draft, policy=policy)
    assert any("Xanthra" in segment.text for segment in document.segments)
    plan = pipeline.decide(pipeline.scan([document], NAMES), NAMES)
    (finished,) = pipeline.apply(plan)
    (checked,) = pipeline.check([finished], plan)
    inspection = checked.inspection
    assert inspection.of(Severity.LEAK) == ()
    assert inspection.of(Severity.NOT_INSPECTED) == ()
    assert not any(b"uillbeck" in part for part in unzipped(finished.content).values())


class FindsNothing:
    """The map's names are found without any model, where nothing but a search is needed."""

    def detect(self, *_args, **_options):
        return []


def planted(content):
    """The document with a paragraph in front that holds the canary in two runs."""
    parts = unzipped_raw(content)
    links = etree.fromstring(parts["_rels/.rels"])
    main = next(
        link.get("Target").lstrip("/")
        for link in links
        if link.get("Type").endswith("officeDocument")
    )
    main = next(part for part in parts if part.lower() == main.lower())
    root = etree.fromstring(parts[main], etree.XMLParser(huge_tree=True, resolve_entities=False))
    body = next(element for element in root if etree.QName(element).localname == "body")
    space = etree.QName(root).namespace
    paragraph = etree.fromstring(
        f'<w:p xmlns:w="{space}"><w:r><w:t>Ms Xan</w:t></w:r><w:r>'
        "<w:t>thra Quillbeck rang.</w:t></w:r></w:p>"
    )
    body.insert(0, paragraph)
    parts[main] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return zipped(parts)


def unzipped_raw(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {i.filename.replace("\\", "/"): archive.read(i) for i in archive.infolist()}


def first_word(segment):
    """An edit of the first letters of the segment, which may be split over runs."""
    start = next((i for i, char in enumerate(segment.text) if char.isalnum()), None)
    if start is None:
        return None
    end = start + len(segment.text[start : start + 9].partition("\ufffc")[0])
    return Edit(segment.id, Span(start, end), "X & Y")
