"""A separator sheet goes the whole way: printed by the browser, made a picture of, uploaded, read by the worker."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from PIL import Image

from motcua.papers.tests import scans as paper

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="no pdftoppm to scan with"),
]
DPI = "150"


def scanned(printed: bytes, folder: Path) -> list[Image.Image]:
    """Turn a printed PDF into pictures of its sheets, as a scanner would."""
    subprocess.run(["pdftoppm", "-r", DPI, "-jpeg", "-", str(folder / "trang")], input=printed, check=True)
    return [Image.open(one).convert("RGB") for one in sorted(folder.glob("trang*.jpg"))]


def test_a_printed_separator_sheet_brings_the_papers_behind_it_into_their_dossier(visitors, tmp_path):
    citizen = visitors.visitor()
    citizen.begin()
    citizen.fill_all()
    citizen.add_photos("red")
    code, _ = citizen.file()
    binh = visitors.officer("binh")
    page = binh.open_dossier(code)
    dossier = page.url
    binh.go(f"{dossier}scans/")
    binh.go(f"{dossier}separators/")
    printed = page.pdf(prefer_css_page_size=True, print_background=False)
    sheets = scanned(printed, tmp_path)
    assert len(sheets) == page.locator(".separator").count() > 1
    stack = paper.pdf_of(sheets[0], paper.page(seed=1), paper.page(seed=2), sheets[-1], paper.page(seed=3))
    binh.go("/office/scans/")
    page.set_input_files("#files", {"name": "tap.pdf", "mimeType": "application/pdf", "buffer": stack})
    page.locator("form[action$='/stacks/'] button").click()
    page.wait_for_url("**/office/scans/")
    for _ in range(120):
        page.goto("/office/scans/")
        if page.locator(f"table a:has-text('{code}')").count() == 2:
            break
        time.sleep(0.5)
    binh.check()
    assert page.locator(f"tr:has-text('{code}') td:has-text('2')").count()
    page.goto(dossier)
    assert page.locator(".files-row:has-text('quét ngày')").count() == 2


def test_the_pages_of_scans_and_slips_fit_a_phone(visitors):
    binh = visitors.officer("binh", 360)
    binh.go("/office/scans/")
    binh.go("/office/slips/")
