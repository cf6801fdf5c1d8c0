"""The marked text that a person looks through."""

from pathlib import Path

import pytest

from fazhi.report.quantities import marked_up, read
from fazhi.report.quantities.__main__ import main


def test_each_quantity_is_marked_and_described_below_its_paragraph():
    text = "办结案件1,203件。\n学习党的二十大精神。"
    assert marked_up(text, read(text)).split("\n") == [
        "办结案件⟦1,203件⟧。",
        "             1,203件 | number exact  1203件 | 案件",
        "学习党的⟦二十大⟧精神。",
        "             二十大 | name exact   |  (会议名称中的数字)",
    ]


def test_a_file_is_printed_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "报告.txt").write_text("每万人拥有律师4至5名。", encoding="utf-8")
    main(str(tmp_path / "报告.txt"))
    assert "4至5名 | number exact  4..5名/万人" in capsys.readouterr().out
