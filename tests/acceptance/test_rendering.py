"""What is not replaced looks the same: pages before and after, as LibreOffice prints them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from review_runs import ReviewRun

from redactor.documents.open import open_document

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFTOTEXT = shutil.which("pdftotext")
DOCUMENTS = ("imr-gp.docx", "imr-police.docx", "overview.docx")

pytestmark = pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice and poppler are not installed"
)


@pytest.fixture(scope="module")
def printed(
    area_a: Path, mapped: ReviewRun, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, list[str]]]:
    """The pages of each document: as it was, as a copy without edits, and anonymised."""
    folder = tmp_path_factory.mktemp("printed")
    contents = {
        "draft": lambda name: (area_a / name).read_bytes(),
        "copy": lambda name: open_document(area_a / name).rewrite([]),
        "anonymised": lambda name: (mapped.output / name).read_bytes(),
    }
    paths = []
    for state, read in contents.items():
        for name in DOCUMENTS:
            paths.append(folder / f"{state} {name}")
            paths[-1].write_bytes(read(name))
    profile = (folder / "profile").as_uri()  # its own: a person's open LibreOffice stays alone
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    command = [str(SOFFICE), *options, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, capture_output=True, timeout=240, check=True)
    return {
        state: {name: pages((folder / f"{state} {name}").with_suffix(".pdf")) for name in DOCUMENTS}
        for state in contents
    }


def pages(pdf: Path) -> list[str]:
    """The text of each page, its white space squeezed."""
    command = [str(PDFTOTEXT), "-layout", str(pdf), "-"]
    shown = subprocess.run(command, capture_output=True, check=True)
    text = shown.stdout.decode("utf-8")
    return [re.sub(r"\s+", " ", page).strip() for page in text.removesuffix("\f").split("\f")]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_copy_without_edits_prints_the_same_pages(
    printed: dict[str, dict[str, list[str]]], name: str
) -> None:
    assert len(printed["draft"][name]) > 3
    assert printed["copy"][name] == printed["draft"][name]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_anonymised_copy_has_as_many_pages(
    printed: dict[str, dict[str, list[str]]], name: str
) -> None:
    assert len(printed["anonymised"][name]) == len(printed["draft"][name])
