"""How every sub-command of `fazhi` speaks: one sentence and exit 2 for input it cannot use, JSON on request, whole files."""

from fazhi.terminal.files import new_file, new_files
from fazhi.terminal.refusing import Unusable
from fazhi.terminal.telling import as_json
from fazhi.terminal.usage import in_chinese

__all__ = ["Unusable", "as_json", "in_chinese", "new_file", "new_files"]
