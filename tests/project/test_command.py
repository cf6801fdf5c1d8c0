"""The command as a newcomer meets it: help, JSON, exit codes, one sentence for bad input."""

import json

import pytest
from click.testing import CliRunner, Result

from fazhi.project.command import COMMANDS, main


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


def test_check_exits_1_when_a_number_differs(town, tmp_path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("市本级发出风险提示函37件。走访企业12家。", encoding="utf-8")
    result = run("check", str(path), "--year", "2024", "--json")
    found = json.loads(result.output)
    verdicts = {each["text"]: each["verdict"] for each in found["quantities"]}
    assert result.exit_code == 1 and verdicts == {"37件": "differs", "12家": "no_figure"}
    assert all(path.read_text(encoding="utf-8")[q["offset"] :].startswith(q["text"]) for q in found["quantities"])


def test_check_exits_0_when_nothing_differs(town, tmp_path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("走访企业12家。", encoding="utf-8")
    assert run("check", str(path), "--year", "2024").exit_code == 0
