"""Typed readers for settings: a value they do not know is refused, never guessed."""

import os
from pathlib import Path

from fazhi.papers.api import BadDocument, typefaces


class BadSetting(ValueError):
    """A setting in the environment that cannot be understood; the message says what to write instead."""


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def flag(name: str, default: bool) -> bool:
    raw = os.environ.get(name)
    if raw is None:
        return default
    if raw not in {"yes", "no"}:
        raise BadSetting(f"环境变量 {name} 只能写 yes 或 no，现为 {raw!r}。")
    return raw == "yes"


def whole(name: str, default: int) -> int:
    raw = os.environ.get(name)
    if raw is None:
        return default
    if not (raw.isascii() and raw.isdigit()):
        raise BadSetting(f"环境变量 {name} 应为整数，现为 {raw!r}。")
    return int(raw)


def path(name: str, default: Path) -> Path:
    return Path(os.environ.get(name, str(default))).resolve()


def folder(name: str, default: Path) -> Path:
    return made(path(name, default), name)


def made(chosen: Path, name: str) -> Path:
    """A folder that a setting leads to, made if it is missing."""
    try:
        chosen.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BadSetting(f"环境变量 {name} 所指的目录“{chosen}”不能建立，请换一个可以写入的位置。") from None
    return chosen


def fonts(name: str) -> Path | None:
    """A folder of typefaces that a PDF can be set in; None when it is not set."""
    raw = os.environ.get(name, "")
    if not raw:
        return None
    chosen = Path(raw).resolve()
    try:
        typefaces(chosen)
    except BadDocument as error:
        raise BadSetting(f"环境变量 {name} 不能使用：{error}") from None
    return chosen


def choice(name: str, default: str, known: tuple[str, ...]) -> str:
    raw = os.environ.get(name, default)
    if raw not in known:
        raise BadSetting(f"环境变量 {name} 只能取 {'、'.join(known)} 之一，现为 {raw!r}。")
    return raw
