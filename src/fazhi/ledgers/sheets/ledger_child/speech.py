"""How the reading process speaks: frames on stdout, one answer on stdin, and the limits it puts on itself."""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

LONGEST_CELL = 100_000
"""Characters; Excel itself stops at 32,767."""


class Refusal(Exception):
    """A file that is not read; the message is a Chinese sentence for the user."""


def confine(memory: int, seconds: int) -> None:
    """Limit address space (bytes) and processor time, write no file and leave no core."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def say(frame: dict[str, Any]) -> None:
    """Send one frame and make sure it has left."""
    sys.stdout.write(json.dumps(frame, ensure_ascii=True, separators=(",", ":")))
    sys.stdout.write("\n")
    sys.stdout.flush()


def hear() -> dict[str, Any]:
    """The answer of the waiting process; SystemExit when it has gone."""
    line = sys.stdin.readline()
    if not line:
        raise SystemExit(0)
    answer: dict[str, Any] = json.loads(line)
    return answer


def plain(cell: Any) -> Any:
    """A cell as JSON: dates become ["d", ...] and moments ["m", ...]; times of day become text."""
    if isinstance(cell, str):
        if len(cell) > LONGEST_CELL:
            raise Refusal("有单元格的内容超过10万字，请把长文本另存为附件后再上传。")
        return cell
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return ["m", cell.isoformat()]
    if isinstance(cell, date):
        return ["d", cell.isoformat()]
    if isinstance(cell, time | timedelta):
        return str(cell)
    return cell


def is_blank(cell: Any) -> bool:
    """Whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))
