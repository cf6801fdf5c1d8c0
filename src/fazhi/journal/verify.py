"""Recomputing the whole journal and naming every entry that was changed, removed, inserted or reordered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from fazhi.journal.append import algorithm
from fazhi.journal.chains import BATCH, Chains
from fazhi.journal.checkpoints import Head, head
from fazhi.journal.faults import CHANGED, REMOVED, Fault, Name
from fazhi.journal.hashing import maker
from fazhi.journal.models import Entry, Sealed
from fazhi.journal.sealing import ERASURE, untouched
from fazhi.journal.stored import Tree, orphans

Progress = Callable[[str, int], None]  # what is being read, how many so far


@dataclass(frozen=True)
class Report:
    """What verification found. `faults` holds the first of them, `found` counts all."""

    head: Head
    entries: int
    streams: int
    pending: int  # entries that no checkpoint covers yet
    faults: tuple[Fault, ...]
    found: int

    @property
    def sound(self) -> bool:
        return self.found == 0

    def sentences(self) -> list[str]:
        """The findings, then one line of conclusion."""
        lines = [fault.sentence for fault in self.faults]
        if self.found > len(self.faults):
            lines.append(f"以上列出 {len(self.faults)} 处，另有 {self.found - len(self.faults)} 处未列。")
        read = f"共核对 {self.streams} 个对象的 {self.entries} 条记录"
        covered = f"检查点编有 {self.head.size} 条，另有 {self.pending} 条待编入"
        result = "未发现改动" if self.sound else f"发现 {self.found} 处问题"
        return [*lines, f"{read}，{covered}；{result}。"]


def verify(
    city: str | None = None, held: Sequence[Head] = (), progress: Progress | None = None, most: int = 1000
) -> Report:
    """Recompute every chain of `city` (None: all), the tree, its checkpoints and the sealed data.

    Memory is bounded. `held` are heads kept outside (in a printed report, by a witness): the journal must
    still agree with them. `progress` is called every few thousand rows. At most `most` faults are listed.
    """
    make = maker(algorithm())
    entries = Entry.objects.filter(city=city) if city else Entry.objects.all()
    chains = Chains(make, (lambda count: progress("记录", count)) if progress else None)
    tree = Tree(make, held, (lambda count: progress("检查点", count)) if progress else None)
    listed: list[Fault] = []
    found = 0
    for fault in chain(readable(chains.walk(entries)), orphans(), tree.walk(), sealed(city)):
        found += 1
        if len(listed) < most:
            listed.append(fault)
    return Report(head(), chains.entries, chains.streams, chains.pending, tuple(listed), found)


def readable(faults: Iterator[Fault]) -> Iterator[Fault]:
    """A date that was changed into none cannot even be read: that is a finding, and the walk ends there."""
    try:
        yield from faults
    except ValueError as error:
        yield Fault(CHANGED, None, f"有记录的日期或时间已无法读出，其后的记录未能核对（{error}）。")


def sealed(city: str | None) -> Iterator[Fault]:
    """Personal data against its commitment, erased data against the record of the erasure."""
    rows = Sealed.objects.filter(entry__city=city) if city else Sealed.objects.all()
    for row in rows.select_related("entry").order_by("entry_id").iterator(BATCH):
        entry = row.entry
        name = Name(entry.stream, entry.subject, entry.seq, entry.kind, entry.on)
        seal = entry.data.get("sealed") if isinstance(entry.data, dict) else None
        if not untouched(row, seal):
            yield Fault(CHANGED, name, "所附个人信息与记录时的承诺不符，或未经登记被删除。")
        elif row.erased_at:
            yield from erased(row, name)
    stripped = Entry.objects.filter(data__has_key="sealed", sealed__isnull=True)
    for entry in (stripped.filter(city=city) if city else stripped).iterator(BATCH):
        name = Name(entry.stream, entry.subject, entry.seq, entry.kind, entry.on)
        yield Fault(REMOVED, name, "所附个人信息整条不见，未经登记。")


def erased(row: Sealed, name: Name) -> Iterator[Fault]:
    """Erased data against the entry that tells of the erasure."""
    told = Entry.objects.filter(stream=ERASURE, subject=row.entry_id).first()
    if told is None:
        yield Fault(REMOVED, name, "所附个人信息已删除，日志中却没有删除的记录。")
    elif (told.data.get("basis"), told.at) != (row.erased_basis, row.erased_at):
        yield Fault(CHANGED, name, "所附个人信息的删除依据或者删除时间与日志不符。")
