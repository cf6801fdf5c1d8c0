"""Which typefaces a PDF is set in: the site's own where it has them, else the embedded Noto Serif SC."""

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
    "hei": ("SimHei", "黑体", "FandolHei", "Noto Sans CJK SC"),
    "song": ("SimSun", "宋体", "FandolSong"),
}
"""Families by role, best first; the English name a font carries and its Chinese one."""


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
    """The typefaces of the embedded font plus those in the site's `folder`; read once per folder."""
    if folder is not None and not folder.is_dir():
        raise BadDocument(f"字体文件夹“{folder}”不存在，请改正设置或留空。")
    return _read(folder)


@lru_cache(maxsize=4)
def _read(folder: Path | None) -> Typefaces:
    paths = [SHIPPED] if folder is None else [SHIPPED, folder]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
    found = {font.family.casefold(): font for font in fonts.fonts() if font.path is not None}
    fallback = _characters(str(SHIPPED / "NotoSerifSC-Regular.ttf"), 0)
    families, covered = {}, {}
    for role, names in PREFERRED.items():
        own = next((found[name.casefold()] for name in names if name.casefold() in found), None)
        families[role] = [FALLBACK] if own is None else [own.family, FALLBACK]
        covered[role] = fallback if own is None else fallback | _characters(str(own.path), own.index)
    return Typefaces(fonts, families, covered)


@lru_cache(maxsize=16)
def _characters(path: str, index: int) -> frozenset[int]:
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())
