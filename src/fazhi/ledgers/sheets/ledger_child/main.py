"""Entry of the reading process: the job is the first line on stdin, a failure goes back as a sentence."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .speech import Refusal, confine, hear, say


def run(work: Callable[[Path, dict[str, int], dict[str, Any]], None]) -> None:
    """Do one job on one file. Exit status 3 when the memory limit is reached, 0 otherwise."""
    job = hear()
    limits = job["limits"]
    confine(limits["child_memory"], limits["seconds"])
    try:
        work(Path(job["path"]), limits, job)
    except Refusal as refusal:
        say({"problem": str(refusal)})
    except OSError as error:
        say({"problem": f"文件读不出来，请重新上传。（{error.strerror}）"})
    except MemoryError:
        sys.exit(3)
