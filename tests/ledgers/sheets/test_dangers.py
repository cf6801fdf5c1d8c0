"""Files that are not what they seem: the web process survives each and says one clear sentence."""

import gc
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from fazhi.ledgers.sheets import Limits, SheetProblem, guard, read_sheet

HEADER = ["文号", "当事人", "决定日期", "罚款金额"]


def refusal(path, layout, **limits):
    with pytest.raises(SheetProblem) as problem:
        list(read_sheet(path, layout, limits=Limits(**limits)))
    sentence = str(problem.value)
    assert sentence.endswith(("。", "）"))
    return sentence


def test_cells_at_both_ends_of_the_sheet_do_not_take_the_process_down(tmp_path, short):
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "文号"
    workbook.active["XFD1048576"] = "x"
    workbook.save(tmp_path / "bomb.xlsx")
    assert (tmp_path / "bomb.xlsx").stat().st_size < 10_000
    assert "远的地方" in refusal(tmp_path / "bomb.xlsx", short)


def test_a_stray_space_in_the_last_row_is_no_harm(tmp_path, short):
    workbook = openpyxl.Workbook()
    for row in (HEADER, ["A1", "甲", "2024-3-5", 1]):
        workbook.active.append(row)
    workbook.active["A60000"] = " "
    workbook.save(tmp_path / "stray.xlsx")
    [row] = read_sheet(tmp_path / "stray.xlsx", short, limits=Limits(rows=100))
    assert row.values["number"] == "A1"


def test_a_file_that_unpacks_to_much_more_is_refused_before_it_is_unpacked(tmp_path, short, book):
    path = book([HEADER])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bin", b"\0" * 30_000_000)
    assert path.stat().st_size < 100_000
    assert "展开后超过上限20MB" in refusal(path, short, unpacked_bytes=20 * 1024 * 1024)


def test_a_sheet_too_big_for_memory_is_refused(tmp_path, short, book):
    path = book([HEADER])
    filler = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{"x" * 3000}</t></is></c></row>' for row in range(2, 40_000)
    )
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", filler.encode() + b"</sheetData>")
    with zipfile.ZipFile(tmp_path / "big.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (members | {"xl/worksheets/sheet1.xml": sheet}).items():
            archive.writestr(name, content)
    little = 140 * 1024 * 1024
    assert list(read_sheet(path, short, limits=Limits(child_memory=little))) == []
    assert "展开后太大" in refusal(tmp_path / "big.xlsx", short, child_memory=little)


def test_too_many_bytes_rows_columns_and_sheets(book, tmp_path, short):
    path = book([HEADER, *([f"A{n}", "甲", "2024-3-5", n] for n in range(30))])
    assert "超过上限0MB" in refusal(path, short, file_bytes=1000)
    assert "有30行数据，超过上限20行" in refusal(path, short, rows=20)
    assert "超过3列" in refusal(path, short, columns=3)
    workbook = openpyxl.load_workbook(path)
    for _ in range(5):
        workbook.create_sheet()
    workbook.save(tmp_path / "sheets.xlsx")
    assert "6张工作表，超过上限5张" in refusal(tmp_path / "sheets.xlsx", short, sheets=5)


def test_a_word_document_renamed(tmp_path, short):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    assert "Word 文档" in refusal(tmp_path / "a.xlsx", short)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空的"),
        (b"PK\x03\x04 broken", "已损坏"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "网页格式"),
        (b"\x00\x01\x02\x03" * 50, "不是 Excel 工作簿"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word 文档"),
        (OLE, "打不开"),
        (b"\xff\xff\xfe\x81\x20" * 40, "文字编码"),
        (b"just a line of text", "没有找到"),
    ],
)
def test_what_is_not_a_workbook_is_named(tmp_path, short, content, word):
    (tmp_path / "a.xlsx").write_bytes(content)
    assert word in refusal(tmp_path / "a.xlsx", short)


def test_an_archive_that_is_no_workbook_and_an_empty_one(tmp_path, short, book):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("photo.jpg", "x")
    assert "不是 Excel 工作簿" in refusal(tmp_path / "a.xlsx", short)
    assert "没有内容" in refusal(book([]), short)
    assert "读不出来" in refusal(tmp_path / "absent.xlsx", short)


def test_a_damaged_part_inside_is_a_sentence(book, tmp_path, short):
    path = book([HEADER])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/worksheets/sheet1.xml"] = members["xl/worksheets/sheet1.xml"][:-60]
    members["xl/workbook.xml"] = members["xl/workbook.xml"][:100]
    with zipfile.ZipFile(tmp_path / "cut.xlsx", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert "可能已损坏" in refusal(tmp_path / "cut.xlsx", short)


def test_entities_are_not_expanded(tmp_path, short, book):
    path = book([HEADER])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace(
        b"<workbook", f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]><workbook'.encode(), 1
    )
    with zipfile.ZipFile(tmp_path / "laugh.xlsx", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert list(read_sheet(tmp_path / "laugh.xlsx", short)) == []


def test_a_slow_file_is_given_up(book, short, monkeypatch):
    monkeypatch.setattr(guard, "_START", "import time; time.sleep(30)")
    assert "用时过长" in refusal(book([HEADER]), short, seconds=0)


def test_a_busy_loop_meets_the_processor_limit(book, short, monkeypatch):
    start = "import sys; sys.path.append(sys.argv[1]); from ledger_child.speech import confine; confine(1 << 31, 1)\nwhile True: pass"
    monkeypatch.setattr(guard, "_START", start)
    assert "用时过长" in refusal(book([HEADER]), short, seconds=60)


def children():
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def test_no_process_is_left_behind(book, short):
    before = children()
    path = book([HEADER, *([f"A{n}", "甲", "2024-3-5", n] for n in range(2000))])
    with read_sheet(path, short) as reading:
        next(reading)
        assert children() - before
    assert children() == before
    forgotten = read_sheet(path, short)
    next(forgotten)
    del forgotten
    gc.collect()
    assert children() == before


def test_the_reading_process_needs_nothing_of_the_platform():
    folder = Path(guard.__file__).parent
    script = (
        "import sys; sys.path.append(sys.argv[1]); from ledger_child import main, reading, marking; "
        "bad = [name for name in sys.modules if name.split('.')[0] in ('fazhi', 'django')]; sys.exit(len(bad))"
    )
    assert subprocess.run([sys.executable, "-I", "-c", script, str(folder)], check=False).returncode == 0
