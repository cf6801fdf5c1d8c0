"""Starts the reading process, hears its frames and survives its death. Used by reading and marking."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .layout import Limits, SheetProblem

_HERE = Path(__file__).resolve().parent
_START = "import sys; sys.path.append(sys.argv[1]); from ledger_child import main, JOB; main.run(JOB.work)"
_LONGEST_FRAME = 64 * 1024 * 1024
_READ = 1 << 18

TOO_BIG = (
    "文件展开后太大，已停止读取。常见原因是离表格很远的地方有零散的单元格："
    "请删除表格以外的空行和空列（选中后右键删除），另存为新文件再上传。"
)
TOO_SLOW = "读取这个文件用时过长，已停止。请删去多余的工作表、公式和图片，或拆成几个文件再上传。"


class Child:
    """One process at work on one file; `work` is the module of ledger_child that does it ("reading", "marking").

    Close it, or use it as a context manager.
    """

    def __init__(self, path: Path, limits: Limits, work: str, job: Mapping[str, object]) -> None:
        self._patience = limits.seconds * 2
        self._buffer = bytearray()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START.replace("JOB", work), str(_HERE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self.tell({"path": str(path.resolve()), "limits": asdict(limits), **job})

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def tell(self, words: Mapping[str, object]) -> None:
        """Send one line; a process already dead is noticed by the next hear()."""
        assert self._process.stdin is not None
        try:
            left = memoryview(json.dumps(words).encode() + b"\n")
            while left:
                left = left[self._process.stdin.write(left) :]
        except BrokenPipeError:
            pass

    def hear(self) -> dict[str, Any]:
        """The next frame. SheetProblem if the process refuses the file, dies, or takes too long."""
        line = self._line()
        frame: dict[str, Any] = json.loads(line)
        if problem := frame.get("problem"):
            self.close()
            raise SheetProblem(problem)
        return frame

    def _line(self) -> bytes:
        assert self._process.stdout is not None
        until = time.monotonic() + self._patience
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._process.stdout], [], [], left)[0]:
                self._fail(TOO_SLOW)
            data = os.read(self._process.stdout.fileno(), _READ)
            if not data:
                self._fail_dead()
            self._buffer += data
            if len(self._buffer) > _LONGEST_FRAME:
                self._fail(TOO_BIG)
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def _fail_dead(self) -> None:
        status = self._process.wait()
        self._fail(TOO_SLOW if status in (-signal.SIGXCPU,) else TOO_BIG)

    def _fail(self, sentence: str) -> None:
        self.close()
        raise SheetProblem(sentence)

    def close(self) -> None:
        """End the process and its pipes; safe to call twice."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
