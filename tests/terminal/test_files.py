"""Files that commands write: whole or not at all, and one sentence when the place will not have them."""

import resource
import signal
from pathlib import Path

import pytest

from fazhi.terminal import Unusable, new_file, new_files


def test_a_file_appears_when_the_block_ends_and_not_before(tmp_path: Path):
    out = tmp_path / "台账.xlsx"
    out.write_text("旧")
    with new_file(out) as path:
        assert path.suffix == ".xlsx"
        path.write_text("新")
        assert out.read_text() == "旧"
    assert out.read_text() == "新" and list(tmp_path.iterdir()) == [out]


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path):
    out = tmp_path / "台账.xlsx"
    out.write_text("旧")
    with pytest.raises(KeyError), new_file(out) as path:
        path.write_text("一半")
        raise KeyError
    assert out.read_text() == "旧" and list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("place", "why"),
    [("none/x", "上级目录不存在"), ("plain/x", "不是目录"), (".", "不是普通文件"), ("/dev/null", "不是普通文件"), ("/proc/x", "不能建立")],
)  # fmt: skip
def test_a_place_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path, place: str, why: str):
    (tmp_path / "plain").write_text("")
    with pytest.raises(Unusable, match=why), new_file(tmp_path / place):
        pytest.fail("the work had begun")
    assert [each.name for each in tmp_path.iterdir()] == ["plain"]


@pytest.fixture
def little_room():
    """A disk that takes four kilobytes."""
    kept, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, kept[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    signal.signal(signal.SIGXFSZ, ignored)


def test_a_disk_that_fills_up_leaves_nothing_half_written(tmp_path: Path, little_room):
    with pytest.raises(Unusable, match="空间不足"), new_file(tmp_path / "x.jsonl") as path:
        path.write_bytes(b"x" * 9000)
    with pytest.raises(Unusable, match="空间不足"), new_files(tmp_path / "out" / "2024") as folder:
        (folder / "a.html").write_bytes(b"x")
        (folder / "b.json").write_bytes(b"x" * 9000)
    assert list(tmp_path.iterdir()) == []


def test_several_files_appear_together_beside_what_else_is_there(tmp_path: Path):
    (tmp_path / "b.json").write_text("旧")
    (tmp_path / "other.txt").write_text("别的")
    with new_files(tmp_path) as folder:
        (folder / "a.html").write_text("新")
        (folder / "b.json").write_text("新")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.html", "b.json", "other.txt"]
    assert (tmp_path / "b.json").read_text() == "新"


@pytest.mark.parametrize("place", ["plain", "plain/out", "/proc/out"])
def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, place: str):
    (tmp_path / "plain").write_text("")
    with pytest.raises(Unusable), new_files(tmp_path / place):
        pytest.fail("the work had begun")
    assert [each.name for each in tmp_path.iterdir()] == ["plain"]
