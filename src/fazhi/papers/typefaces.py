"""Which typefaces a PDF is set in: the site's own where it has them, else the embedded Noto Serif SC."""

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from fazhi.papers.document import BadDocument

SHIPPED = Path(__file__).parent / "fonts"
FALLBACK = "Noto Serif SC"
ABSENT = "〓"
"""The compositor's sign for a character the type case does not hold."""

PREFERRED = {
    "title": (
        "FZXiaoBiaoSong-B05S",
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05",
        "方正小标宋_GBK",
        "STZhongsong",
        "华文中宋",
    ),
    "body": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FandolFang", "FandolFang R"),
    "kai": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FandolKai", "LXGW WenKai"),
    "hei": ("SimHei", "黑体", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC"),
    "song": ("SimSun", "宋体", "FandolSong", "Noto Serif CJK SC", "Source Han Serif SC"),
}
"""Families by role, best first; the English name a font carries and its Chinese one."""

FONT_FILES = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True)
class Typefaces:
    """The families of each role, in order of use, and the characters that each role can show."""

    fonts: typst.Fonts
    families: dict[str, list[str]]
    covered: dict[str, frozenset[int]]


@dataclass
class TypeCase:
    """Gives a text back with the characters its role cannot show replaced, remembering which they were."""

    typefaces: Typefaces
    absent: dict[str, None] = field(default_factory=dict)

    def set(self, text: str, role: str = "body") -> str:
        covered = self.typefaces.covered[role]
        return "".join(self._sort(character, covered) for character in text)

    def _sort(self, character: str, covered: frozenset[int]) -> str:
        if ord(character) in covered or _selector(ord(character)):
            return character
        self.absent[character] = None
        return ABSENT


def _selector(code: int) -> bool:
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def typefaces(folder: Path | None) -> Typefaces:
    """The typefaces of the embedded font plus those in the site's `folder`; read once per folder.

    Each role takes the standard face where the folder has it, else the embedded one; a character that neither holds is
    looked for in the folder's other fonts. BadDocument for a folder that cannot be read or holds no face of any role.
    """
    if folder is not None:
        _check(folder)
    return _read(folder)


def _check(folder: Path) -> None:
    if not folder.is_dir():
        raise BadDocument(f"字体文件夹“{folder}”不存在，请改正设置或留空。")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise BadDocument(f"字体文件夹“{folder}”没有读取权限，请授予运行网站的用户。")
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in FONT_FILES]
    if not files:
        raise BadDocument(f"字体文件夹“{folder}”中没有字体文件（{'、'.join(FONT_FILES)}），请放入字体或留空。")
    for path in files:
        if not os.access(path, os.R_OK):
            raise BadDocument(f"字体文件“{path.name}”没有读取权限，请授予运行网站的用户。")


@lru_cache(maxsize=4)
def _read(folder: Path | None) -> Typefaces:
    shipped = _characters(str(SHIPPED / "NotoSerifSC-Regular.ttf"), 0)
    paths = [SHIPPED] if folder is None else [SHIPPED, folder]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
    found = {font.family.casefold(): font for font in fonts.fonts() if font.path is not None}
    own = {name: font for name, font in found.items() if name != FALLBACK.casefold()}
    standard = {
        role: next((own[n.casefold()] for n in names if n.casefold() in own), None) for role, names in PREFERRED.items()
    }
    if folder is not None and not any(standard.values()):
        seen = "、".join(sorted(font.family for font in own.values())[:6]) or "没有能够识别的字体"
        raise BadDocument(f"字体文件夹“{folder}”中没有小标宋、仿宋、楷体、黑体、宋体中的任何一种，现有：{seen}。")
    others = {font.family: _characters(str(font.path), font.index) for font in own.values()}
    chosen = {face.family for face in standard.values() if face is not None}
    spare = sorted(others, key=lambda name: (name not in chosen, name))
    families, covered = {}, {}
    for role, face in standard.items():
        first = [] if face is None else [face.family]
        families[role] = [*first, FALLBACK, *(name for name in spare if name not in first)]
        covered[role] = shipped.union(*others.values())
    return Typefaces(fonts, families, covered)


@lru_cache(maxsize=64)
def _characters(path: str, index: int) -> frozenset[int]:
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())
