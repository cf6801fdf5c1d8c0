"""LibreOffice opens the Word file and lays it out as the standard asks; a stand-in for Word, which CI has not."""

import os
import re
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from fazhi.papers.api import Document, paragraph, write_docx

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]


@pytest.fixture
def opened(tmp_path):
    """A function: the pages LibreOffice makes of a document, each as its text."""

    def convert(document: Document) -> list[str]:
        write_docx(document, tmp_path / "paper.docx")
        home = tmp_path / "home"
        command = [
            "soffice",
            f"-env:UserInstallation={home.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "paper.docx",
        ]
        environment = {**os.environ, "HOME": str(tmp_path)}
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=120)
        return [page.extract_text() for page in PdfReader(tmp_path / "paper.pdf").pages]

    return convert


def test_the_notice_opens_with_all_its_parts(opened, notice):
    text = re.sub(r"\s+", "", "".join(opened(notice)))
    for part in (notice.red_head, notice.number, notice.title, "丹阳市126119", "2025年3月1日", "（此件公开发布）"):
        assert re.sub(r"\s+", "", part) in text
    assert "—1—" in text and "—2—" in text
    assert text.index("抄送：市委各部委") > text.index("（此件公开发布）")


def test_22_lines_of_28_characters(opened):
    filler = "法治政府建设情况报告工作办法实施规定行政" * 90
    page = opened(Document(title="版心", blocks=(paragraph(filler),)))[1]
    lines = [line.strip() for line in page.splitlines() if line.strip() and "—" not in line]
    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}


def test_hostile_text_opens(opened, hostile):
    assert "<script>alert(1)</script>" in "".join(opened(hostile)).replace("\n", "")
