"""Files become text with every paragraph and cell once, or one clear sentence."""

from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from fazhi.report.quantities import UnreadableText, read, read_text

SENTENCE = "全年办结行政复议案件1,203件。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_plain_text_is_read_in_any_encoding_of_an_office(tmp_path: Path, encoding: str):
    path = tmp_path / "报告.txt"
    path.write_bytes(f"标题\r\n{SENTENCE}".encode(encoding))
    assert read_text(path) == f"标题\n{SENTENCE}"


def test_a_word_file_gives_paragraphs_and_tables_in_order(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("一、主要做法")
    table = document.add_table(rows=2, cols=3)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{n}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    document.add_paragraph(SENTENCE)
    document.save(str(tmp_path / "报告.docx"))
    assert read_text(tmp_path / "报告.docx") == f"一、主要做法\n合并\t格2\n格3\t格4\t格5\n{SENTENCE}"


HTML = f"""<!DOCTYPE html><html><head><title>标题 99 件</title><style>p {{ color: red }}</style></head><body>
<nav>导航 12 个栏目</nav><script>var a = "77件";</script><h1>报告</h1><p>{SENTENCE}<br>另有<b>56</b>家企业。</p>
<!-- 88件 --><table><tr><td>甲</td><td>乙</td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_gives_its_visible_text(tmp_path: Path, encoding: str):
    path = tmp_path / "page.html"
    path.write_bytes(HTML.encode(encoding))
    text = read_text(path)
    assert text.split("\n") == ["报告", SENTENCE, "另有56家企业。", "甲", "乙"]
    assert [q.text for q in read(text) if q.is_figure] == ["1,203件", "56家"]


def test_a_page_with_an_xml_declaration_is_read(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<html><body><p>{SENTENCE}</p></body></html>', encoding="utf-8"
    )
    assert read_text(path) == SENTENCE


def broken(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("报告.pdf", b"%PDF-1.7", "另存为"),
        ("报告.doc", b"\xd0\xcf\x11\xe0", "另存为"),
        ("报告.txt", b"", "没有文字"),
        ("报告.txt", b" \n\t", "没有文字"),
        ("报告.txt", b"\xff\xff\x00\x81\x00", "编码"),
        ("报告.docx", b"not a zip", "不是完好的"),
        ("报告.html", b"", "没有文字"),
        ("报告.html", "<script>1件</script>".encode(), "没有文字"),
    ],
)
def test_what_cannot_be_read_gets_one_clear_sentence(tmp_path: Path, name: str, data: bytes, said: str):
    with pytest.raises(UnreadableText) as error:
        read_text(broken(tmp_path, name, data))
    assert said in str(error.value)
    assert name in str(error.value)
    assert str(error.value).endswith("。")


def test_a_missing_file_and_a_hollow_word_file_are_refused(tmp_path: Path):
    with pytest.raises(UnreadableText, match="打不开"):
        read_text(tmp_path / "没有.txt")
    with ZipFile(tmp_path / "空.docx", "w") as hollow:
        hollow.writestr("word/other.xml", "<a/>")
    with pytest.raises(UnreadableText, match="不是完好的"):
        read_text(tmp_path / "空.docx")
