"""What verification can find, said in Chinese; plain Python, shared by the checks of verify."""

from datetime import date
from typing import NamedTuple

CHANGED, REMOVED, INSERTED, REORDERED, TREE = "改动", "删除", "插入", "次序", "检查点"


class Name(NamedTuple):
    """How an entry is called; kind and date are unknown when the entry and its leaf are both gone."""

    stream: str
    subject: int
    seq: int
    kind: str = ""
    on: date | None = None

    def __str__(self) -> str:
        day = self.on.isoformat() if self.on else "日期不明"
        about = f"({self.kind},{day})" if self.kind else ""
        return f"{self.stream} 第 {self.subject} 号第 {self.seq} 条{about}"


class Fault(NamedTuple):
    """One finding. `kind` is one of the five above; `name` None: it concerns no single entry."""

    kind: str
    name: Name | None
    said: str

    @property
    def sentence(self) -> str:
        return f"【{self.kind}】{self.name or ''}{':' if self.name else ''}{self.said}"
