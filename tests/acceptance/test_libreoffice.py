"""The output is a document that another word processor opens and prints like the draft."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from review_runs import ReviewRun

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFINFO = shutil.which("pdfinfo")


@pytest.fixture(scope="module")
def printed(mapped: ReviewRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with PDFs of the original and of the output overview."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    shutil.copy(mapped.source / "overview.docx", folder / "before.docx")
    shutil.copy(mapped.output / "overview.docx", folder / "after.docx")
    profile = (folder / "profile").as_uri()  # its own: a person's open LibreOffice stays alone
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    command = [SOFFICE, *options, "--outdir", folder, folder / "before.docx", folder / "after.docx"]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return folder


def test_the_output_becomes_a_pdf(printed: Path) -> None:
    content = (printed / "after.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(content) > 10_000


@pytest.mark.skipif(PDFINFO is None, reason="pdfinfo is not installed")
def test_it_has_as_many_pages_as_the_draft(printed: Path) -> None:
    assert pages(printed / "before.pdf") > 10
    assert abs(pages(printed / "after.pdf") - pages(printed / "before.pdf")) <= 1


def pages(pdf: Path) -> int:
    assert PDFINFO is not None
    told = subprocess.run([PDFINFO, pdf], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))
