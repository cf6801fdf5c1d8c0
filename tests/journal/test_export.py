"""The one-file verifier, run as a stranger would run it, agrees with the room on good and bad data."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.journal.api import (
    Checkpoint,
    Entry,
    NotCovered,
    export_lines,
    export_stream,
    head,
    opened,
    verify,
    write_lines,
)
from fazhi.journal.command import verify_journal_command
from fazhi.journal.offline import verify_journal

pytestmark = pytest.mark.django_db
PROGRAM = Path(verify_journal.__file__)
examples = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CHANGES = {
    "actor": "user:99",
    "at": "2025-03-01T00:00:00.000000+00:00",
    "city": "C320100",
    "data": {"说明": "改"},
    "key": "other",
    "kind": "other",
    "on": "2025-01-01",
    "digest": "11" * 32,
    "prev": "11" * 32,
}


@pytest.fixture
def outside(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Runs the verifier from another folder without fazhi on its path."""

    def run(*words: str) -> tuple[int, str]:
        command = [sys.executable, "-I", "-S", "-X", "utf8", str(PROGRAM), *words]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def check(path: Path, lines: list[dict]) -> tuple[int, list[str]]:
    """The verifier's findings in this process: 0 or 1, and what it says."""
    write_lines(path, lines)
    faults, _ = verify_journal.check_file(str(path), {})
    return int(bool(faults)), faults


def named(entry: dict) -> str:
    return f"{entry['stream']} 第 {entry['subject']} 号第 {entry['seq']} 条"


def test_good_exports_pass_outside_fazhi(filled: int, tmp_path: Path, outside) -> None:
    assert verify().sound
    write_lines(tmp_path / "one.json", [export_stream("case", 2)])
    write_lines(tmp_path / "all.jsonl", export_lines())
    kept = f"20:{bytes(Checkpoint.objects.get(size=20).root).hex()}"
    code, said = outside("one.json", "all.jsonl")
    assert (code, said.count("未发现改动")) == (0, 2), said
    assert f"检查点 35:{head().root.hex()}" in said
    assert outside("all.jsonl", "--head", kept)[0] == 0
    assert outside("all.jsonl", "--head", "20:" + "00" * 32)[0] == 1
    assert outside("all.jsonl", "--head", "21:" + "00" * 32)[0] == 1


def test_an_export_holds_no_personal_data(filled: int, tmp_path: Path) -> None:
    names = [opened(entry)["姓名"] for entry in Entry.objects.filter(sealed__isnull=False)]
    write_lines(tmp_path / "all.jsonl", export_lines())
    text = (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert names and not any(f'"{name}"' in text for name in names)
    assert not (tmp_path / "all.jsonl.part").exists()


@examples
@given(n=st.integers(0, 40), field=st.sampled_from(sorted(CHANGES)))
def test_changed_lines_are_named(filled: int, tmp_path: Path, n: int, field: str) -> None:
    lines = list(export_lines())
    lines[n + 1][field] = CHANGES[field]
    code, said = check(tmp_path / "all.jsonl", lines)
    assert code == 1
    assert any("【改动】" in line and named(lines[n + 1]) in line for line in said)


@examples
@given(n=st.integers(0, 40))
def test_removed_lines_are_named_as_in_the_room(filled: int, tmp_path: Path, tampering, n: int) -> None:
    lines = list(export_lines())
    gone = lines.pop(n + 1)
    last = Entry.objects.filter(stream=gone["stream"], subject=gone["subject"], seq__gt=gone["seq"]).count() == 0
    code, said = check(tmp_path / "all.jsonl", lines)
    assert code == 1
    assert last or any("【删除】" in line and named(gone) in line for line in said)
    with tampering():
        Entry.objects.filter(stream=gone["stream"], subject=gone["subject"], seq=gone["seq"])._raw_delete("default")
        room = verify()
        exported = check(tmp_path / "room.jsonl", list(export_lines()))
        assert bool(exported[0]) == (not room.sound and not sealed_only(room))


def sealed_only(report) -> bool:
    """The room also knows of personal data left without its entry, which is never exported."""
    return all("个人信息" in fault.said for fault in report.faults)


@examples
@given(n=st.integers(0, 40), m=st.integers(0, 40))
def test_swapped_lines_are_found(filled: int, tmp_path: Path, n: int, m: int) -> None:
    lines = list(export_lines())
    one, two = lines[n + 1], lines[m + 1]
    lines[n + 1], lines[m + 1] = two, one
    code, said = check(tmp_path / "all.jsonl", lines)
    apart = (one["stream"], one["subject"]) != (two["stream"], two["subject"])
    harmless = n == m or (min(n, m) >= 35 and apart)  # what no checkpoint covers has no order across streams
    assert harmless or code == 1
    if n != m and not apart:
        assert any("【次序】" in line for line in said) and not any("【删除】" in line for line in said)


@pytest.mark.parametrize("keep", [1, 10, 21, 36, 41])
def test_a_truncated_file_is_found(filled: int, tmp_path: Path, keep: int, outside) -> None:
    lines = list(export_lines())
    code, said = check(tmp_path / "all.jsonl", lines[:keep])
    assert code == 1 and "没有结束行" in " ".join(said)
    text = (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    (tmp_path / "cut.jsonl").write_text(text[:-40], encoding="utf-8")
    code, said = outside("cut.jsonl")
    assert code == 2 and "截断" in said


@examples
@given(data=st.data())
def test_one_stream_altered_in_any_way_is_found(filled: int, tmp_path: Path, data: st.DataObject) -> None:
    good = export_stream("case", 2)
    bad = copy.deepcopy(good)
    entries = bad["entries"]
    n = data.draw(st.integers(0, len(entries) - 1))
    way = data.draw(st.sampled_from(["change", "remove", "swap", "path", "position", "root"]))
    if way == "change":
        field = data.draw(st.sampled_from(sorted(CHANGES)))
        entries[n][field] = CHANGES[field]
    elif way == "remove":
        del entries[n]
    elif way == "swap":
        m = data.draw(st.integers(0, len(entries) - 1).filter(lambda m: m != n))
        entries[n], entries[m] = entries[m], entries[n]
    elif way == "root":
        bad["checkpoint"]["root"] = "11" * 32
    else:
        n = data.draw(st.sampled_from([i for i, entry in enumerate(entries) if entry["proof"]]))
        proof = entries[n]["proof"]
        proof.update({"path": proof["path"][:-1]} if way == "path" else {"position": proof["position"] + 1})
    assert check(tmp_path / "good.json", [good]) == (0, [])
    assert check(tmp_path / "bad.json", [bad])[0] == 1


@pytest.mark.parametrize(
    "text",
    ["", "甲", "[]", "{}", '{"format": "other", "version": 1}', '{"format": "fazhi-journal", "version": 1}'],
)
def test_what_is_not_an_export_is_unusable(tmp_path: Path, outside, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    code, said = outside("x.json")
    assert code == 2 and "无法核验" in said
    assert outside("absent.json")[0] == 2
    assert outside()[0] == 2


def test_a_stream_that_is_not_there(filled: int) -> None:
    with pytest.raises(NotCovered, match="没有 case 第 77 号"):
        export_stream("case", 77)


def test_the_command(filled: int, tmp_path: Path, tampering, outside) -> None:
    run = CliRunner().invoke
    good = run(verify_journal_command, ["--checkpoint", "--export", str(tmp_path / "a.jsonl")])
    assert good.exit_code == 0 and "共核对 7 个对象的 41 条记录" in good.output
    assert outside("a.jsonl")[0] == 0
    one = run(verify_journal_command, ["--export", str(tmp_path / "c.json"), "--case", "2", "--json"])
    assert one.exit_code == 0 and json.loads(one.stdout)["head"]["size"] == 41
    assert outside("c.json")[0] == 0
    assert run(verify_journal_command, ["--head", "abc"]).exit_code == 2
    assert run(verify_journal_command, ["--case", "2"]).exit_code == 2
    assert run(verify_journal_command, ["--head", "35:" + "00" * 32]).exit_code == 1
    with tampering():
        Entry.objects.filter(stream="case", subject=2, seq=2).update(actor="x")
        bad = run(verify_journal_command, ["--json"])
        assert bad.exit_code == 1
        fault = json.loads(bad.stdout)["faults"][0]
        assert (fault["kind"], fault["stream"], fault["subject"], fault["seq"]) == ("改动", "case", 2, 2)
