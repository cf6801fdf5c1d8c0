"""Codes of bodies, persons and places: what is wrong with one, masking, synthetic ones for a demo city.

For registers, ledgers and forms. A complaint is a Chinese sentence saying what to do, or None.
"""

import re
from datetime import date, timedelta

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100-2015: digits and capital letters without I, O, S, V and Z; a character's place is its value."""

_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_OLDEST_BIRTH = date(1880, 1, 1)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")
"""Control characters, and those that turn the direction of writing: what is read is then not what is kept."""

_BIRTH_DAYS = 20_454
_STRIDE = 7_654_321
"""Shares no factor with 20,454,000, so that consecutive seeds scatter over all birthdays without a repeat."""

_PROVINCES = frozenset(
    str(number)
    for start, end in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 82))
    for number in range(start, end + 1)
)
_PERMIT_PROVINCES = frozenset({"83"})
"""Residence permits for people from Hong Kong, Macao and Taiwan begin with 81, 82 and 83."""

_WITHOUT_DISTRICTS = ("4419", "4420", "4604", "6202")
"""东莞, 中山, 儋州 and 嘉峪关 have no county level: their towns follow the city directly."""


def control_complaint(text: str) -> str | None:
    """What is wrong with a text in which something cannot be seen."""
    if (control := _CONTROL.search(text)) is None:
        return None
    return f"含有看不见的控制字符（U+{ord(control[0]):04X}），会使内容显示得与实际不同，请删去后重新填写。"


def _uscc_check(first: str) -> str:
    total = sum(USCC_ALPHABET.index(char) * weight for char, weight in zip(first, _USCC_WEIGHTS, strict=True))
    return USCC_ALPHABET[-total % 31]


def _organisation_check(first: str) -> str:
    total = sum(int(char, 36) * weight for char, weight in zip(first, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def _id_check(first: str) -> str:
    return _ID_CHECKS[sum(int(char) * weight for char, weight in zip(first, _ID_WEIGHTS, strict=True)) % 11]


def _uscc_form_complaint(text: str) -> str | None:
    if len(text) != 18:
        return f"统一社会信用代码应为18位，现为{len(text)}位，请核对营业执照或登记证书后重填。"
    if wrong := next((char for char in text if char not in USCC_ALPHABET), None):
        return f"统一社会信用代码只能由数字和大写字母组成，且不使用I、O、S、V、Z，请改正其中的“{wrong}”。"
    if not text[2:8].isdigit() or text[2:4] not in _PROVINCES | {"10"}:
        return f"统一社会信用代码第3至8位“{text[2:8]}”不是登记管理机关行政区划码，请核对。"
    return None


def _uscc_check_complaint(text: str) -> str | None:
    if _uscc_check(text[:17]) != text[17]:
        return "统一社会信用代码的校验码（末位）不符，可能有一位填错，请对照证照逐位核对。"
    return None


def uscc_complaint(text: str) -> str | None:
    """What is wrong with a 统一社会信用代码 (GB 32100-2015).

    A code registered in 福建 whose check character alone is wrong passes: early ones were issued so and are
    lawful. `uscc_warning` speaks about those.
    """
    if (complaint := _uscc_form_complaint(text)) is not None:
        return complaint
    return None if text[2:4] == "35" else _uscc_check_complaint(text)


def uscc_warning(text: str) -> str | None:
    """A doubt that must not stop the entry: an early 福建 code whose check character does not fit."""
    if _uscc_form_complaint(text) is None and text[2:4] == "35" and _uscc_check_complaint(text):
        return "校验码不符。福建早期发放的统一社会信用代码有此情形且仍有效，请对照证照核对后保留。"
    return None


def organisation_code_complaint(text: str) -> str | None:
    """What is wrong with a 组织机构代码 (GB 11714-1997), written 12345678-9 or without the hyphen."""
    if not re.fullmatch(r"[0-9A-Z]{8}-?[0-9X]", text):
        return "组织机构代码应为8位数字或大写字母加1位校验码（如12345678-9），请核对证书后重填。"
    if _organisation_check(text[:8]) != text[-1]:
        return "组织机构代码的校验码（末位）不符，请对照证书逐位核对。"
    return None


def _birth_complaint(digits: str) -> str | None:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return f"公民身份号码第7至14位“{digits}”不是有效的出生日期，请对照证件核对。"
    if not _OLDEST_BIRTH <= birth <= date.today():
        return f"公民身份号码中的出生日期{birth.isoformat()}不合常理，请对照证件核对。"
    return None


def id_card_complaint(text: str) -> str | None:
    """What is wrong with a 公民身份号码 (GB 11643-1999): form, place, date of birth, check character."""
    if len(text) == 15 and text.isascii() and text.isdigit():
        return "这是15位的旧身份证号码，已停止使用，请填写18位公民身份号码。"
    if not re.fullmatch(r"[0-9]{17}[0-9Xx]", text):
        return f"公民身份号码应为18位（前17位为数字，末位为数字或X），现为{len(text)}位，请对照证件重填。"
    if text[:2] not in _PROVINCES | _PERMIT_PROVINCES:
        return f"公民身份号码前6位“{text[:6]}”不是有效的行政区划代码，请对照证件核对。"
    if (complaint := _birth_complaint(text[6:14])) is not None:
        return complaint
    if _id_check(text[:17]) != text[17].upper():
        return "公民身份号码的校验码（末位）不符，可能有一位填错，请对照证件逐位核对。"
    return None


def area_code_complaint(text: str) -> str | None:
    """What is wrong with the structure of a 区划代码: 6 digits (GB/T 2260), 9 with 乡镇街道, 12 with 村居.

    Structure only: whether a place of that code exists is for the register of places.
    """
    if not re.fullmatch(r"[0-9]{6}(?:[0-9]{3}){0,2}", text):
        return "区划代码应为6位（县级及以上）、9位（乡镇街道）或12位（村居）数字，请核对后重填。"
    if text[:2] not in _PROVINCES:
        return f"区划代码前2位“{text[:2]}”不是省级代码，请核对。"
    county = [] if text.startswith(_WITHOUT_DISTRICTS) else [text[4:6]]
    levels = [text[2:4], *county, text[6:9], text[9:12]]
    empty = [not level.strip("0") for level in levels if level]
    if any(empty[upper] and not empty[upper + 1] for upper in range(len(empty) - 1)):
        return f"区划代码“{text}”上级为空而下级不为空，请核对是否漏填或错位。"
    return None


def make_uscc(seed: int, area: str) -> str:
    """A valid 统一社会信用代码 of a company that does not exist, another one for each seed below 31**5.

    Class 91 and an organisation part beginning MAY, which registrars will not reach for many years.
    `area` is a 6-digit 区划代码; ValueError otherwise.
    """
    _refuse_area(area)
    serial = ""
    for _ in range(5):
        seed, place = divmod(seed, 31)
        serial = USCC_ALPHABET[place] + serial
    body = f"MAY{serial}"
    first = f"91{area}{body}{_organisation_check(body)}"
    return first + _uscc_check(first)


def make_id_card(seed: int, area: str, born: date | None = None) -> str:
    """A well-formed 公民身份号码 for the demo city; it may by chance be somebody's: use it nowhere else.

    Born between 1950 and 2005, another number for each seed below 20 million; with `born` given, below 1,000.
    """
    _refuse_area(area)
    days, serial = divmod(seed * _STRIDE % (_BIRTH_DAYS * 1000), 1000)
    birth = born or date(1950, 1, 1) + timedelta(days=days)
    first = f"{area}{birth:%Y%m%d}{serial:03d}"
    return first + _id_check(first)


def _refuse_area(area: str) -> None:
    if len(area) != 6 or area_code_complaint(area):
        raise ValueError(f"{area!r} is not a 6-digit area code")


def masked_id(text: str) -> str:
    """A personal number with place and last two characters left: 321102********12. Shorter ones hide more."""
    if len(text) < 12:
        return text[:1] + "*" * (len(text) - 1)
    return text[:6] + "*" * (len(text) - 8) + text[-2:]


def masked_phone(text: str) -> str:
    """A phone number with its first three and last four digits: 138****5678. Shorter ones show less."""
    if len(text) < 11:
        return "*" * (len(text) - 2) + text[-2:] if len(text) > 4 else "*" * len(text)
    return text[:3] + "*" * (len(text) - 7) + text[-4:]
