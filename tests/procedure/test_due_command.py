"""`fazhi due` as typed by a clerk: the printed derivation, the JSON, the list, and one sentence for each mistake."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from fazhi.procedure.due_command import due


def run(*words: str):
    return CliRunner().invoke(due, words)


def test_the_spring_festival_is_printed_day_by_day():
    shown = run("RC-ACCEPT", "2024-02-07")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert "届满：2024-02-20 星期二（作出受理或者不予受理决定）" in lines
    assert any(line.startswith("依据：《行政复议法》第三十条第一款") for line in lines)
    table = lines[lines.index("") + 2 :]
    assert len(table) == 14
    assert table[3].split() == ["2024-02-10", "六", "-", "放假：春节，国办发明电〔2023〕7号"]
    assert table[-1].split() == ["2024-02-20", "二", "5", "工作日；期限届满"]
    assert len({line.index(line.split()[3]) for line in table}) == 1  # the remarks stand in one column


def test_long_runs_of_calendar_days_are_folded_but_not_in_json():
    shown = run("RC-DECIDE-ORD", "2024-05-16", "--pause", "2024-05-20..2024-05-30", "--extend").stdout
    assert "2024-07-27..2024-08-24" in shown and "61-89" in shown
    assert "届满：2024-08-26 星期一" in shown and "顺延：《行政复议法》第八十八条第一款" in shown
    plain = json.loads(
        run("RC-DECIDE-ORD", "2024-05-16", "--pause", "2024-05-20..2024-05-30", "--extend", "--json").stdout
    )
    assert plain["due"] == "2024-08-26"
    assert len(plain["days"]) == 103  # 16 May to 26 August
    assert {"due", "unit", "article", "edition", "provisional", "days"} <= plain.keys()


def test_pauses_may_repeat_and_stay_open():
    closed = json.loads(
        run(
            "RC-ACCEPT",
            "2024-02-07",
            "--pause",
            "2024-02-08..2024-02-08",
            "--pause",
            "2024-02-18..2024-02-19",
            "--json",
        ).stdout
    )
    assert closed["due"] == "2024-02-23"
    shown = run("RC-ACCEPT", "2024-02-07", "--pause", "2024-02-08..")
    assert shown.exit_code == 0 and "中止期间尚未结束" in shown.stdout


@pytest.mark.parametrize(
    ("pauses", "notes"),
    [
        (["2020-01-01..2020-02-01"], ["中止期间2020-01-01..2020-02-01在期限起算以前，不影响计算，请核对。"]),
        (["2024-02-07..2024-02-07"], ["中止期间2024-02-07..2024-02-07在期限起算以前，不影响计算，请核对。"]),
        (["2025-01-01.."], ["中止期间2025-01-01..在期限届满以后，不影响计算，请核对。"]),
        (["2024-02-18..2024-02-19", "2024-02-08..2024-02-18"],
         ["中止期间2024-02-08..2024-02-18与2024-02-18..2024-02-19有重叠，重叠的日期只计一次，请核对。"]),
        (["2024-02-08..2024-02-09", "2024-02-18..2024-02-19"], []),
        (["2024-02-01..2024-02-08"], []),
    ],
)  # fmt: skip
def test_pauses_that_change_nothing_or_overlap_are_told(pauses: list[str], notes: list[str]):
    words = [word for pause in pauses for word in ("--pause", pause)]
    shown = run("RC-ACCEPT", "2024-02-07", *words, "--json")
    assert json.loads(shown.stdout)["notes"] == notes and shown.stderr.splitlines() == notes
    assert run("RC-ACCEPT", "2024-02-07", *words).stderr.splitlines() == notes
    assert shown.exit_code == 0


def test_of_a_period_in_hours_the_first_day_counts():
    words = ("EN-COERCE-REPORT", "2024-09-30T09:30", "--json", "--pause")
    assert json.loads(run(*words, "2024-09-30..2024-09-30").stdout)["notes"] == []
    assert "起算以前" in json.loads(run(*words, "2024-09-29..2024-09-29").stdout)["notes"][0]


def test_hours_take_a_moment():
    assert "届满：2024-10-01 09:30 星期二" in run("EN-COERCE-REPORT", "2024-09-30T09:30").stdout


def test_the_edition_of_the_start_or_the_one_asked_for():
    assert "2017年修正" in run("RC-ANSWER-ORD", "2023-12-11").stdout
    assert "2023年修订" in run("RC-ANSWER-ORD", "2023-12-11", "--on", "2024-01-05").stdout


def test_what_was_not_seen_or_is_a_guess_is_said():
    assert "条文原文未核对" in run("LR-REVIEW", "2024-03-01").stdout
    assert "条文原文未核对" not in run("RC-ACCEPT", "2024-03-01").stdout
    assert "暂定：" in run("RC-ACCEPT", "2026-12-28").stdout
    assert "暂定：" not in run("RC-ACCEPT", "2026-12-01").stdout


def test_at_least_periods_give_the_earliest_day():
    assert "最早：2024-03-31" in run("LR-COMMENT-BIZ", "2024-03-01").stdout


def test_the_list_can_be_searched():
    every = run("--list").stdout.splitlines()
    assert len(every) == 239
    some = run("--list", "信访").stdout.splitlines()
    assert {line.split()[0] for line in some} >= {"PE-HANDLE", "PE-REVIEW", "AR-PETITION"} and len(some) == 9
    assert "没有名称或者编号含“火星”的期限。" in run("--list", "火星").stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("RC-ACCPT", "2024-02-07"), "没有编号为“RC-ACCPT”的期限；请核对编号，相近的有 RC-ACCEPT"),
        (("RC-ACCEPT", "2024-02-30"), "“2024-02-30”不是日期"),
        (("EN-COERCE-REPORT", "2024-02-07T25:00"), "不是日期"),
        (("EN-COERCE-REPORT", "2024-02-07"), "须写明起算时刻"),
        (("RC-PUBLISH", "2024-02-07"), "没有数字期限的义务"),
        (("RC-ACCEPT", "2024-02-07", "--extend"), "不能延长"),
        (("RC-CORRECT-REPLY", "2024-02-07", "--extend"), "没有规定延长多少"),
        (("RC-ACCEPT", "2024-02-07", "--pause", "2024-02-08"), "的样式"),
        (("RC-ACCEPT", "2024-02-07", "--pause", "2024-02-09..2024-02-08"), "早于首日"),
        (("RC-ACCEPT", "2024-02-07", "--on", "昨天"), "“昨天”不是日期"),
        (("FR-RULE", "2024-02-07"), "尚无期限 FR-RULE"),
        (("RC-ACCEPT",), "请写明期限编号和起算日"),
        ((), "请写明期限编号和起算日"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_two(words, sentence):
    shown = run(*words)
    assert shown.exit_code == 2
    assert shown.stdout == "" and sentence in shown.stderr and shown.stderr.count("\n") == 1


def test_it_needs_no_django():
    code = "import sys; from fazhi.procedure.due_command import due; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
