"""Years, dates, clock times, document numbers, telephone numbers and codes: numerals that name rather than count.

Called by the reader before the grammar of counts.
"""

import re

from .forms import Form
from .model import Kind
from .numerals import CHINESE

YEAR = "年份，不是统计数"
DATE = "日期或时间，不是统计数"
DOCUMENT = "发文字号或标准编号"
TELEPHONE = "电话号码或热线名称"
ARTICLE = "条款或章节序号"
ORDINAL = "批次、届次等序号，不是数量"
CODE = "代号、型号或技术名称中的数字"
ADDRESS = "网址或邮箱中的数字"
VERSION = "版本号"
POSTCODE = "邮政编码"
GENERATION = "年代称谓中的数字"

_DIGIT = "0123456789"
_CN = f"[{CHINESE}]"
_DASH = r"[—–\-~至到、和]{1,2}"
_DAYS = rf"(?: ?\d{{1,2}} ?日(?:{_DASH}(?:\d{{1,2}}月)?\d{{1,2}}日)?)?"
_Y = r"(?:19|20)\d\d"
_CY = r"[一二][九〇零○]?[〇零○一二三四五六七八九]{2,3}"


def _form(first: str, pattern: str, kind: Kind, reason: str) -> Form:
    return Form(first, re.compile(pattern), kind, reason=reason)


FORMS = [
    _form("hwHW", r"(?:https?://|www\.)[\w./?=&%#:-]+", "name", ADDRESS),
    _form("〔[【(", rf"[〔\[【(]{_Y}[〕\]】)](?:第)?\d+号", "document_number", DOCUMENT),
    _form("第", r"第(?:\d+|[一二三四五六七八九十百零〇]+)号(?:令|公告|文)?", "document_number", DOCUMENT),
    _form("GD", r"(?:GB|DB)\d{0,2}(?:/T)? ?\d+(?:\.\d+)?[-—]\d{4}", "document_number", DOCUMENT),
    _form("12", rf"{_Y}(?:年)?{_DASH}{_Y} ?年(?:度)?", "year", YEAR),
    _form("12", rf"{_Y}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d)", "date", DATE),
    _form("12", rf"{_Y} ?年(?:度)? ?\d{{1,2}}(?:{_DASH}\d{{1,2}})? ?月(?:份)?{_DAYS}", "date", DATE),
    _form("12", rf"{_Y} ?年(?:度|初|底|末)?", "year", YEAR),
    _form("一二", rf"{_CY}年(?:度|[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?", "year", YEAR),
    _form(_DIGIT, rf"\d{{1,2}}(?:{_DASH}\d{{1,2}})? ?月(?:份|底|初|末|中旬|上旬|下旬)?{_DAYS}", "date", DATE),
    _form(_DIGIT, r"\d{1,2}[:：][0-5]\d(?!\d)(?<!比1[:：]\d\d)", "date", DATE),
    _form(_DIGIT, r"\d{1,2}时(?:\d{1,2}分)?(?![间代候])", "date", DATE),
    _form("一二三四五六七八九十", r"(?:十[一二]?|[一二三四五六七八九])月(?:份|底|初|末|中旬|上旬|下旬|[一二三四五六七八九十]{1,3}日)?",
          "date", DATE),
    _form("一二三四第1234", r"(?:第)?[一二三四1234]季度", "date", DATE),
    _form("上下", r"[上下]半年", "date", DATE),
    _form("一", r"(?<=[上下])一年(?:度)?", "date", DATE),
    _form(_DIGIT, r"(?:1[0-2]|0?[1-9])[·•・](?:[12]\d|3[01]|0?[1-9])(?!\d)", "date", DATE),
    _form(_DIGIT, r"(?<=编)\d{6}(?!\d)|(?<=编[:为])\d{6}(?!\d)|(?<=编码[:为])\d{6}(?!\d)", "name", POSTCODE),
    _form(_DIGIT, r"(?:[05-9]0|[0589]5)后(?![续台期勤方者备来])", "name", GENERATION),
    _form("0", r"0\d{2,3}[-—]?\d{7,8}", "name", TELEPHONE),
    _form("48", r"[48]00[-—]?\d{3}[-—]?\d{4}", "name", TELEPHONE),
    _form("1", r"1[3-9]\d{9}(?!\d)", "name", TELEPHONE),
    _form("19", r"(?:12[0-9]{3}|95\d{3}|96\d{3})(?![\d.,%万亿余多]|[件个条名人次项起份家户元宗例]) ?", "name", TELEPHONE),
    _form("1", r"(?:110|119|120|122)(?![\d.,%万亿余多分]|[ ]?[件个条名人次项起份家户元宗例场期所位台辆套种类篇部天小年])",
          "name", TELEPHONE),
    _form(_DIGIT, r"(?<=话)\d{7,8}(?!\d)|(?<=[话线:])\d{7,8}(?!\d|[件个])", "name", TELEPHONE),
    _form(_DIGIT, r"\d+(?:\.\d+)?(?:[GDBASVK]|[A-Z][A-Za-z]*)(?![a-z])", "name", CODE),
    _form(_DIGIT, r"(?<=[A-Za-z])[-]?\d+(?:\.\d+)?", "name", CODE),
    _form(_DIGIT, r"\d\.0(?=版|方案|改革|系统|平台|模式|时代|[”\"])|\d\.\d版", "name", VERSION),
    _form("第", rf"第(?:\d+|{_CN}+)(?:条|章|节|款|编|目)(?:之[一二三])?(?:第(?:\d+|{_CN}+)(?:款|项))*", "ordinal", ARTICLE),
    _form(_DIGIT, r"\d{1,4}号(?:令|文件|文|楼|线|院)?", "ordinal", "编号，不是数量"),
    _form("一二三四五六七八九十", r"[一二三四五六七八九十]号(?:文件|令|文)", "ordinal", "编号，不是数量"),
]  # fmt: skip

# 第N with a measure word is a place in a row; first of its kind (第一家) is a rank and read by the grammar of claims.
ORDINALS = [
    _form("第", rf"第(?:\d+|{_CN}+)(?:届|批次|批|次|期|轮|版|年|代|季|阶段|步|类|部分|集|号|例|个|家|部|件|所|条|名|位)?",
          "ordinal", ORDINAL),
]  # fmt: skip
