"""Entry of the reading process: the job is the first line on stdin, a failure goes back as a sentence."""

import sys
from pathlib import Path

from .marking import mark
from .reading import read
from .speech import Refusal, confine, hear, say


def run() -> None:
    """Do one job. Exit status 3 when the memory limit is reached, 0 otherwise."""
    job = hear()
    limits = job["limits"]
    confine(limits["child_memory"], limits["seconds"])
    try:
        if "mark" in job:
            mark(Path(job["path"]), limits, job["mark"])
        else:
            read(Path(job["path"]), limits)
    except Refusal as refusal:
        say({"problem": str(refusal)})
    except OSError as error:
        say({"problem": f"文件读不出来，请重新上传。（{error.strerror}）"})
    except MemoryError:
        sys.exit(3)
