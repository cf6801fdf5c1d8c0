"""Every time limit of the survey is here with its number, unit, pause and extension; bad data is refused."""

import csv
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from fazhi.law import BadLawData, Clock, UnknownClock, clock, clocks, statute
from fazhi.law.loading import read_clocks, read_statutes
from fazhi.procedure import Limit
from fazhi.procedure.periods import NoNumber, due_of

# the survey of the law in force in 2024 from which the data was written: what was read, and what only remembered
SURVEY = Path(__file__).with_name("survey.csv")
# what the survey calls otherwise than the text calls itself
CALLED = {
    "最高法 行政诉讼法解释": "最高人民法院关于适用行政诉讼法的解释",
    "最高法 人民调解协议司法确认若干规定": "最高人民法院关于人民调解协议司法确认程序的若干规定",
    "双公示": "“双公示”制度",
    "司法部 行政检查文书基本格式文本": "行政检查文书基本格式文本",
    "镇江12345": "镇江12345运行通报",
    "扬中12345与110联动实施方案": "扬中市12345与110联动实施方案",
    "local 110 code of practice": "地方110接处警规范",
}
EDITIONS = {"行政复议法": (statute("行政复议法", date(2020, 1, 1)), statute("行政复议法"))}


def survey() -> list[dict[str, str]]:
    with SURVEY.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_there_are_239():
    assert len(clocks()) == len({each.id for each in clocks()}) == 239


def test_every_row_of_the_survey_is_kept_with_its_number():
    for row in survey():
        kept = kept_as(row)
        assert kept.domain == row["domain"], row["id"]
        number_remembered = "from memory" in row["article"]
        assert kept.seen == (row["confidence"] == "verified" and not number_remembered), row["id"]
        if not row["period"]:
            assert not kept.has_number, row["id"]
            continue
        assert kept.unit == row["unit"], row["id"]
        period = row["period"]
        if row["unit"] == "date":
            assert kept.fixed.removeprefix("<") == period, row["id"]
        elif ".." in period:
            assert f"{kept.least}..{kept.most}" == period, row["id"]
        elif period.startswith(">="):
            assert (f">={kept.least}", kept.most) == (period, None), row["id"]
        elif period.startswith(">"):
            assert kept.least == Decimal(period[1:]) + 1, row["id"]
        else:
            assert (str(kept.most), kept.least) == (period, None), row["id"]


def kept_as(row: dict[str, str]) -> Clock:
    return clock(row["id"], None if row["id"] != "PD-CASE" else date(2025, 1, 1))


def plain(text: str) -> str:
    """In half width, without the brackets of a title."""
    return unicodedata.normalize("NFKC", text).replace("《", "").replace("》", "")


def test_each_names_the_statute_and_edition_that_the_survey_names():
    for row in survey():
        statute_of = kept_as(row).statute
        law = next((name for said, name in CALLED.items() if row["law_zh"].startswith(said)), row["law_zh"])
        ours, theirs = (plain(each).split("(")[0].strip() for each in (statute_of.name, law))
        assert theirs.startswith(ours), (row["id"], law, statute_of.name)
        dates = re.findall(r"\d{4}-\d{2}-\d{2}", row["version"])
        year = re.search(r"\d{4}", row["version"])
        if year is None:
            assert "不明" in statute_of.edition, row["id"]
        else:
            assert str(statute_of.since) in dates or year.group() in statute_of.edition, (row["id"], statute_of.edition)


def test_each_cites_the_articles_that_the_survey_cites():
    for row in survey():
        cited = kept_as(row).citations
        own = re.sub(r"\([^)]*memory\)", "", row["article"].split(";")[0])
        wanted = set()
        for first, last, part in re.findall(r"(?<![\d(])(\d+)(?:-(\d+))?(?:\((\d+)\))?", own):
            for article in range(int(first), int(last or first) + 1):
                wanted.add(article)
                if part:
                    assert any(
                        each.article == article and int(part) in (each.paragraph, each.item) for each in cited
                    ), (row["id"], own)
        assert wanted == {each.article for each in cited if isinstance(each.article, int)}, (row["id"], own)
        for section in re.findall(r"\([一二三四五六七八九十]+\)", own):
            assert section in plain("".join(each.short for each in cited)), (row["id"], own)


def test_each_can_bound_a_step_and_be_counted():
    for each in clocks():
        limit = Limit(each)
        start = datetime(2024, 9, 2, 9, 30) if each.unit == "hour" else date(2024, 9, 2)
        if each.has_number:
            found = due_of(each, start)
            assert found.on is not None and limit.amount, each.id
            assert found.kind == limit.kind and limit.earliest == (each.most is None and not each.fixed), each.id
        else:
            with pytest.raises(NoNumber, match=each.id):
                due_of(each, start)


def test_a_whole_clock():
    kept = clock("RC-DECIDE-ORD")
    assert (kept.most, kept.least, kept.unit, kept.roll_over) == (Decimal(60), None, "calendar_day", True)
    assert [str(each) for each in kept.citations] == ["《行政复议法》第六十二条第一款"]
    assert kept.extension is not None
    assert (kept.extension.amount, kept.extension.unit, kept.extension.times) == (Decimal(30), "calendar_day", 1)
    assert kept.extension.approver == "行政复议机构负责人"
    assert "第三十九条" in kept.pauses and "起诉" in kept.consequence and kept.seen
    assert "第八十五条第三款" in kept.roll_over_basis


def test_the_extensions_that_the_survey_numbers():
    wanted = {"RC-DECIDE-ORD": 30, "EN-DECIDE-SAMR": 30, "EN-VERIFY-SAMR": 15, "EN-SEAL": 30, "EN-FREEZE": 30}
    wanted |= {"SV-DECIDE": 10, "SV-JOINT": 15, "PD-CASE": 30, "ME-CONFIRM-DECIDE": 10, "PE-HANDLE": 30}
    wanted |= {"OG-ANSWER": 20, "RC-JURIS-NEGOTIATE": 10}
    numbered = {each.id: int(each.extension.amount) for each in clocks() if each.extension and each.extension.amount}
    assert numbered == wanted
    assert all(each.extension.unit == each.unit for each in clocks() if each.extension and each.extension.amount)


def test_every_limit_is_told_in_chinese():
    for each in clocks():
        assert each.label and each.citations, each.id
        if each.has_number:
            assert each.ends, each.id
        for text in (each.label, each.starts, each.ends, each.pauses, each.consequence, each.note):
            assert not any(word in text.lower() for word in ("the ", "day", "none", "notice")), each.id


def test_where_the_rest_day_rule_holds():
    rolling = {each.id for each in clocks() if each.roll_over}
    assert {"RC-DECIDE-ORD", "RC-APPLY", "EN-PAY", "PE-HANDLE", "RC-SUE-DIRECT"} <= rolling
    # measures against a person lapse on the day, limitation is no period to act in, working days need no rule,
    # an at-least period has only to have run, and a date is a date
    assert not rolling & {"EN-SEAL", "EN-FREEZE", "EN-LIMIT", "RC-ACCEPT", "LR-COMMENT-BIZ", "AR-DEPT", "PD-FAST"}


def test_before_a_date_is_told_from_by_a_date():
    assert clock("AR-DEPT").fixed == "<03-01" and clock("AR-PUBLIC").fixed == "<04-01"
    assert clock("AR-OGI-DEPT").fixed == "01-31" and clock("SV-ONEMATTER").fixed == "2027-12-31"


def test_the_clock_follows_the_edition():
    before, after = clock("RC-ANSWER-ORD", date(2023, 6, 1)), clock("RC-ANSWER-ORD", date(2024, 6, 1))
    assert (before.unit, after.unit) == ("calendar_day", "working_day")
    assert before.most == after.most == 10 and not before.seen
    assert not before.in_force(date(2024, 6, 1)) and clock("RC-ANSWER-ORD") == after


def test_clocks_of_one_domain():
    chosen = clocks("open_government")
    assert {each.id for each in chosen} == {"OG-ACTIVE", "OG-CORRECT", "OG-ANSWER", "OG-THIRD", "OG-COMAKER"}
    assert clocks("no such domain") == ()


def test_an_unknown_id_suggests_near_ones():
    with pytest.raises(UnknownClock, match="相近的有 RC-ACCEPT"):
        clock("rc-acept")
    with pytest.raises(
        UnknownClock, match="2024-06-01尚无期限 FR-RULE：其依据《法规规章备案审查条例》自2024-11-01起施行"
    ):
        clock("FR-RULE", date(2024, 6, 1))


GOOD = {
    "id": "XX-ONE",
    "label": "试",
    "statute": "行政复议法",
    "edition": "2023年修订",
    "cites": ["30.1"],
    "period": "5",
    "unit": "working_day",
}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cites": ["30.9"]}, "第三十条第九款"),
        ({"unit": "fortnight"}, "fortnight"),
        ({"period": "five"}, "XX-ONE"),
        ({"edition": "1999年"}, "1999年"),
        ({"statute": "没有的法"}, "没有的法"),
        ({"perid": "5"}, "perid"),
    ],
)
def test_bad_data_is_refused(change, sentence):
    row = {"domain": "reconsideration", "clock": [GOOD | change]}
    with pytest.raises(BadLawData, match=sentence):
        list(read_clocks(row, EDITIONS))


def test_good_data_is_read():
    (kept,) = read_clocks({"domain": "reconsideration", "clock": [GOOD]}, EDITIONS)
    assert (kept.id, kept.most, kept.unit) == ("XX-ONE", Decimal(5), "working_day")


def test_unseen_places_must_be_listed():
    edition = {
        "label": "一",
        "since": date(2020, 1, 1),
        "roll_over_basis": "无",
        "articles": {"1": "一"},
        "unseen": ["2"],
    }
    with pytest.raises(BadLawData, match="第二条"):
        list(read_statutes({"statute": [{"key": "试行法", "title": "试行法", "edition": [edition]}]}))
