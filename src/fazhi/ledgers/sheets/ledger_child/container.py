"""What a file really is, judged by its bytes and not by its name; refuses what no reader should open."""

import zipfile
from pathlib import Path

from .speech import Refusal

_MOST_MEMBERS = 20_000
_AGAIN = "请用 Excel 或 WPS 打开它，另存为 .xlsx 后再上传。"
_LOCKED = "文件设有打开密码，请在 Excel 中取消密码（文件—信息—保护工作簿），保存后再上传。"
_OTHERS = {
    b"%PDF": "PDF 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
}


def kind_of(path: Path, most_bytes: int, most_unpacked: int) -> str:
    """'zip' or 'ole' for a workbook, 'text' for comma- or tab-separated text. Refusal for anything else."""
    size = path.stat().st_size
    if size == 0:
        raise Refusal("文件是空的（0字节），请检查后重新上传。")
    if size > most_bytes:
        raise Refusal(f"文件有{size / 1048576:.1f}MB，超过上限{most_bytes / 1048576:.0f}MB，请拆成几个文件分别上传。")
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(b"PK\x03\x04"):
        _check_zip(path, most_unpacked)
        return "zip"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        _check_ole(path)
        return "ole"
    _check_text(start)
    return "text"


def _check_zip(path: Path, most_unpacked: int) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refusal("文件已损坏，打不开。请用 Excel 打开原文件，另存为新文件后再上传。") from None
    names = {member.filename.replace("\\", "/").lower() for member in members}
    if any(name.startswith("word/") for name in names):
        raise Refusal("这是 Word 文档，不是 Excel 表格，请把表格复制到 Excel 中保存后再上传。")
    if not any(name.startswith("xl/workbook.") for name in names) and "content.xml" not in names:
        raise Refusal("这不是 Excel 工作簿（可能是压缩包或其他文件改了扩展名），请选择 .xlsx、.xls 或 .csv 文件。")
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > most_unpacked:
        raise Refusal(
            f"文件展开后超过上限{most_unpacked // 1048576}MB，已停止读取。请删去多余的工作表和图片，或拆成几个文件。"
        )


def _check_ole(path: Path) -> None:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refusal(_LOCKED)
    if "WordDocument".encode("utf-16-le") in content:
        raise Refusal("这是 Word 文档，不是 Excel 表格，请把表格复制到 Excel 中保存后再上传。")


def _check_text(start: bytes) -> None:
    for mark, what in _OTHERS.items():
        if start.startswith(mark):
            raise Refusal(f"这是{what}，不是 Excel 表格，请选择 .xlsx、.xls 或 .csv 文件。")
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"mime-version")):
        raise Refusal(f"这个文件其实是网页格式（有的系统导出的 .xls 就是这样），{_AGAIN}")
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("这不是 Excel 工作簿，请选择 .xlsx、.xls 或 .csv 文件。")


def locked() -> Refusal:
    """The refusal of a file with a password."""
    return Refusal(_LOCKED)
