"""A holiday notice in its own words: the paragraphs as the General Office writes them, read into a notice.

一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from fazhi.days.errors import BadNotice
from fazhi.days.notices import Notice, Off, checked

_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?"
_ONE = re.compile(_DAY)
_SPAN = re.compile(f"{_DAY}(?:至{_DAY})?")
_LENGTH = re.compile(r"(?:共|放假)(\d+)天")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、])")
_RUN_ON = re.compile(r"(?<=。)\s*(?=[一二三四五六七八九十]+、)")
_WEEKDAYS = "一二三四五六日"


def notice_in_words(year: int, text: str, number: str = "", issued: date | None = None, seen: bool = True) -> Notice:
    """A notice from its paragraphs, a festival each. Raises BadNotice, naming the festival.

    Weekdays and lengths that the text gives are held against the calendar, for they catch a wrong digit.
    """
    off: list[Off] = []
    work: list[date] = []
    for festival, sentences in _paragraphs(text):
        rest = [each for each in sentences if "放假" in each]
        if len(rest) != 1:
            raise BadNotice(f"“{festival}”须有一句写明放假的起止日期，例如 1月1日至3日放假调休，共3天。")
        off.append(_off(festival, rest[0], year))
        for sentence in sentences:
            if sentence.endswith("上班"):
                work += _days(festival, sentence, year)
    if not off:
        raise BadNotice("请照抄通知的放假安排，每个节日一行，例如 元旦：1月1日至3日放假调休，共3天。1月4日上班。")
    return checked(Notice(year, number.strip(), issued, tuple(off), tuple(sorted(work)), seen))


def _paragraphs(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each festival with its sentences."""
    plain = _RUN_ON.sub("\n", unicodedata.normalize("NFKC", text))
    for line in plain.splitlines():
        words = "".join(line.split())
        if not words:
            continue
        festival, colon, rest = _NUMBER.sub("", words).partition(":")
        if not colon or not 0 < len(festival) <= 20:
            raise BadNotice(f"“{words[:20]}”没有写明是哪个节日，请写成 元旦：1月1日至3日放假 的样式，每个节日一行。")
        yield festival, [each for each in re.split("[。;]", rest) if each]


def _off(festival: str, sentence: str, year: int) -> Off:
    found = _SPAN.search(sentence)
    if found is None:
        raise BadNotice(f"“{festival}”没有写明放假日期，请写成 1月1日至3日放假 的样式。")
    first = _day(festival, found.group(1, 2, 3, 4), year, None)
    last = first if found.group(7) is None else _day(festival, found.group(5, 6, 7, 8), year, first)
    if last < first:
        raise BadNotice(f"“{festival}”的放假末日{last}早于首日{first}，请核对；跨年的请写明年份。")
    off, told = Off(festival, first, last), _LENGTH.search(sentence)
    if told is not None and int(told.group(1)) != len(off.days()):
        raise BadNotice(f"“{festival}”写明放假{told.group(1)}天，{first}至{last}却是{len(off.days())}天，请核对。")
    return off


def _days(festival: str, sentence: str, year: int) -> Iterator[date]:
    before = None
    for found in _ONE.finditer(sentence):
        before = _day(festival, found.group(1, 2, 3, 4), year, before)
        yield before


def _day(festival: str, parts: tuple[str | None, ...], year: int, before: date | None) -> date:
    """The day as written; a month or year left out is that of the day before it in the sentence."""
    written, month, day, remark = parts
    if month is None and before is None:
        raise BadNotice(f"“{festival}”的“{day}日”没有写明月份，请补全。")
    try:
        found = date(
            int(written) if written else before.year if before else year,
            int(month) if month else before.month if before else 0,
            int(day or 0),
        )
    except ValueError as error:
        raise BadNotice(f"“{festival}”的“{month or ''}{'月' if month else ''}{day}日”不是日期，请核对。") from error
    told = re.search(r"(?:周|星期)([一二三四五六日])", remark or "")
    if told is not None and told.group(1) != _WEEKDAYS[found.weekday()]:
        raise BadNotice(f"“{festival}”的{found}写作周{told.group(1)}，实为周{_WEEKDAYS[found.weekday()]}，请核对。")
    return found
