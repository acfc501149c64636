"""A name that is replaced is gone everywhere, whatever rule of detection left it somewhere."""

from pathlib import Path

import docx

from redactor import pipeline
from redactor.documents.open import open_document
from redactor.model import Severity
from redactor.pseudonyms.schema import PseudonymMap


def test_a_town_in_lower_case_that_is_somebody_s_name(tmp_path: Path) -> None:
    draft = docx.Document()
    draft.add_paragraph("Mr Chester Obidike rang on Monday. Chester Obidike was upset.")
    draft.add_paragraph("Entry typed in haste: spoke to chester, who was calm.")
    path = tmp_path / "draft.docx"
    draft.save(str(path))
    names = PseudonymMap(review="left-over")
    plan = pipeline.decide(pipeline.scan([open_document(path)], names), names)
    (finished,) = pipeline.apply(plan)
    assert all("chester" not in change.after.lower() for change in finished.changes)
    assert len(finished.changes) == 2
    (checked,) = pipeline.check([finished], plan)
    assert not checked.inspection.of(Severity.LEAK)
