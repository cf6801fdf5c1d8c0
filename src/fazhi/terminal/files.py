"""Files that a command is asked to write: written beside, put in place whole, and one sentence when the place will not have them."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fazhi.terminal.refusing import Unusable

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Somewhere beside `path` to write to; it becomes `path` when the block ends well, and is gone otherwise.

    Unusable when the place cannot be written, said before the work begins where that can be known. The suffix is kept.
    """
    with _writing(path):
        if path.exists() and not path.is_file():
            raise IsADirectoryError(path)
        beside = path.with_name(f".{path.stem}.{secrets.token_hex(4)}{path.suffix}")
        try:
            beside.touch()
            yield beside
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def new_files(folder: Path) -> Iterator[Path]:
    """An empty folder to write several files to; they are moved into `folder`, made if it is missing, when all are whole.

    Unusable when the place cannot be written; nothing is then left in it.
    """
    made = _missing(folder)
    beside = folder / f".{secrets.token_hex(4)}"
    with _writing(folder):
        try:
            beside.mkdir(parents=True)
            yield beside
            for each in sorted(beside.iterdir()):
                os.replace(each, folder / each.name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
            for each in made:  # an empty one is only there when nothing was written
                if each.is_dir() and not any(each.iterdir()):
                    each.rmdir()


def _missing(folder: Path) -> list[Path]:
    """The folders that will have to be made, the innermost first."""
    return [each for each in (folder, *folder.parents) if not os.path.lexists(each)]


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = _why(error, place)
        raise Unusable(f"“{place}”不能写入（{why}），没有写出任何文件；请换一个位置。") from None


def _why(error: OSError, place: Path) -> str:
    if isinstance(error, PermissionError):
        return "没有写入的权限"
    if isinstance(error, FileNotFoundError) and not place.parent.exists():
        return "上级目录不存在"
    if isinstance(error, IsADirectoryError):
        return "它不是普通文件"
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return "路径中有一段不是目录"
    return "空间不足" if error.errno in FULL else "此处不能建立文件"
