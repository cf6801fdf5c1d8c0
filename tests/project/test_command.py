"""The command as a newcomer meets it: help, JSON, exit codes, one sentence for bad input."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fazhi.domains.inspection.models import JointRegion
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.figures.api import figure, freeze
from fazhi.people.api import WHOLE_CITY, Ability, Sight
from fazhi.project.command import COMMANDS, main
from fazhi.registers.api import enter


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_help_names_every_command_in_chinese() -> None:
    text = run("--help").output
    assert all(name in text for name in COMMANDS) and "演示城市" in text


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_help(name: str, db) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0 and len(result.output) > 80


@pytest.mark.django_db
def test_due_in_json() -> None:
    result = run("due", "RC-ACCEPT", "2024-02-07", "--json")
    assert json.loads(result.output)["due"] == "2024-02-20"


@pytest.mark.parametrize(
    "words",
    [("due", "RC-NONE", "2024-02-07"), ("due", "RC-ACCEPT", "2024-02-30"), ("check", "没有这个文件.txt", "--year", "2024"),
     ("figure", "F999"), ("figure", "F073", "--place", "无此地"), ("ledger", "template", "没有这个台账", "x.xlsx")],
)  # fmt: skip
def test_bad_input_is_one_sentence_and_exit_2(words: tuple[str, ...], db) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert 5 < len(result.output.strip()) < 200 and "Traceback" not in result.output


def test_a_figure_opens_with_its_definition(town) -> None:
    data = json.loads(run("figure", "F073", "--json").output)
    assert data["value"] == 0 and "风险提示函" in data["definition"] and data["owner"] == "市司法局"


@pytest.fixture
def letter(town) -> RiskAlertLetter:
    """One record of 2024, so that there is a year to hold texts against; a list that began in 2023 is no record of it."""
    given = {"org": town.justice, "place": town.city, "number": "1", "addressee": town.police, "field": "土地"}
    enter(JointRegion, WHOLE_CITY, org=town.justice, place=town.city, key="扬州市", name="扬州市", province="江苏省",
          level="city", status="listed", contact_unit="局", valid_from=date(2023, 3, 1))  # fmt: skip
    return enter(RiskAlertLetter, WHOLE_CITY, **given, happened_on=date(2024, 3, 1), risk="程序")


def test_a_year_without_records_has_no_report(letter, tmp_path) -> None:
    result = run("report", "2023", "--out", str(tmp_path / "out"))
    assert result.exit_code == 2 and not (tmp_path / "out").exists()
    assert result.output.strip() == "2023年没有记录，有记录的年度为2024年；请改选年度，或者先登记、导入该年度的记录。"
    written = run("report", "2024", "--out", str(tmp_path / "out"))
    assert written.exit_code == 0 and "2024年度报告尚未发布" in written.output
    assert set(_linked(tmp_path)) == {"/board/figures/"}, "what is not published opens for staff alone"
    officer = Sight(who="system", name="市政府", everything=True, abilities=frozenset(Ability))
    freeze([figure("F073")], 2024, title="报告", cutoff=date(2024, 12, 31), by=officer)
    assert "尚未发布" not in run("report", "2024", "--out", str(tmp_path / "out")).output
    assert set(_linked(tmp_path)) == {"/figures/"}


def _linked(folder: Path) -> list[str]:
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    return re.findall(r'href="http://127\.0\.0\.1:8000(/(?:board/)?figures/)', page)


def test_of_a_year_without_records_a_text_is_held_against_itself_alone(letter, tmp_path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("市本级发出风险提示函37件。", encoding="utf-8")
    result = run("check", str(path), "--year", "2023")
    assert result.exit_code == 2 and "37件" in result.output and "不一致1处" not in result.output
    assert "2023年没有记录，有记录的年度为2024年；文中的数字没有与记录核对，只检查了文稿自身。" in result.output
    path.write_text("受理案件100件，其中民事案件70件、刑事案件40件。", encoding="utf-8")
    told = run("check", str(path), "--year", "2023", "--json")
    found = json.loads(told.output.splitlines()[0])
    assert told.exit_code == 1 and found["summary"]["contradictions"] == 1 and found["summary"]["differs"] == 0


def test_check_exits_1_when_a_number_differs(letter, tmp_path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("市本级发出风险提示函37件。走访企业12家。", encoding="utf-8")
    result = run("check", str(path), "--year", "2024", "--json")
    found = json.loads(result.output)
    verdicts = {each["text"]: each["verdict"] for each in found["quantities"]}
    assert result.exit_code == 1 and verdicts == {"37件": "differs", "12家": "no_figure"}
    assert all(path.read_text(encoding="utf-8")[q["offset"] :].startswith(q["text"]) for q in found["quantities"])


def test_check_exits_0_when_nothing_differs(letter, tmp_path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("走访企业12家。", encoding="utf-8")
    assert run("check", str(path), "--year", "2024").exit_code == 0
