"""Settings from the environment: what cannot be used is refused in one sentence, before anything starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fazhi.papers.typefaces import SHIPPED
from fazhi.project.environment import BadSetting, fonts


def test_no_folder_of_fonts_is_none(monkeypatch):
    monkeypatch.delenv("FAZHI_FONTS", raising=False)
    assert fonts("FAZHI_FONTS") is None


@pytest.mark.parametrize(("name", "sentence"), [("none", "不存在"), ("empty", "没有字体文件"), ("plain", "任何一种")])
def test_a_folder_that_cannot_serve_is_refused(monkeypatch, tmp_path: Path, name: str, sentence: str):
    (tmp_path / "empty").mkdir()
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.ttf").write_bytes((SHIPPED / "NotoSerifSC-Regular.ttf").read_bytes())
    monkeypatch.setenv("FAZHI_FONTS", str(tmp_path / name))
    with pytest.raises(BadSetting, match=f"FAZHI_FONTS 不能使用：.*{sentence}"):
        fonts("FAZHI_FONTS")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_refused(monkeypatch, tmp_path: Path):
    tmp_path.chmod(0)
    monkeypatch.setenv("FAZHI_FONTS", str(tmp_path))
    with pytest.raises(BadSetting, match="没有读取权限"):
        fonts("FAZHI_FONTS")


@pytest.mark.parametrize("setting", [{"FAZHI_FONTS": "/no/such/folder"}, {"FAZHI_HTTPS": "maybe"}])
def test_the_command_says_one_sentence(tmp_path: Path, setting: dict[str, str]):
    words = [sys.executable, "-m", "fazhi.project", "due", "RC-ACCEPT", "2024-02-07"]
    env = {**os.environ, "FAZHI_VAR": str(tmp_path), **setting}
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("环境变量 FAZHI_") and done.stderr.count("\n") == 1
