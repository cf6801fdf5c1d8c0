"""Recomputing the tree from its leaves, and holding it to every checkpoint and head; used by verify."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from django.db.models import Exists, OuterRef

from fazhi.journal.checkpoints import Head
from fazhi.journal.faults import CHANGED, REMOVED, TREE, Fault, Name
from fazhi.journal.hashing import Maker
from fazhi.journal.models import Checkpoint, Entry, Leaf, Tile
from fazhi.journal.tiles import HEIGHT, SIZE, WIDTH, tile_data
from fazhi.journal.tree import Frontier

Mark = tuple[int, bytes, str]  # size, root, what it is called


def orphans() -> Iterator[Fault]:
    """Leaves whose entry is gone and which no gap in a chain tells of: the last entries of a stream."""
    entry = Entry.objects.filter(pk=OuterRef("entry_id"))
    later = Entry.objects.filter(stream=OuterRef("stream"), subject=OuterRef("subject"), seq__gt=OuterRef("seq"))
    gone = Leaf.objects.filter(~Exists(entry), ~Exists(later)).order_by("position")
    for leaf in gone.iterator(WIDTH):
        name = Name(leaf.stream, leaf.subject, leaf.seq, leaf.kind, leaf.on)
        yield Fault(REMOVED, name, "该条已编入检查点，现已不在日志中。")


class Tree:
    """One walk over the leaves in order, comparing them with the tiles and the roots on the way."""

    def __init__(self, make: Maker, held: Sequence[Head], progress: Callable[[int], None] | None = None) -> None:
        self.make, self.progress = make, progress
        self.frontier = Frontier(lambda data: make(data).digest())
        own = [(c.size, bytes(c.root), "检查点") for c in Checkpoint.objects.order_by("size")]
        self.marks: list[Mark] = sorted(own + [(h.size, h.root, "另行保存的检查点") for h in held], reverse=True)
        self.agreed = 0  # the largest size whose root was found right

    def walk(self) -> Iterator[Fault]:
        leaves = Leaf.objects.order_by("position").values_list(
            "position", "hash", "stream", "subject", "seq", "kind", "on"
        )
        yield from self.reached()
        for index, group in groupby(leaves.iterator(8 * WIDTH), lambda leaf: leaf[0] >> HEIGHT):
            yield from self.block(index, {row[0]: (bytes(row[1]), Name(*row[2:])) for row in group})
            if self.progress:
                self.progress(self.frontier.size)
        yield from self.upper()
        for size, _, name in reversed(self.marks):
            yield Fault(TREE, None, f"{name}载明 {size} 条，日志中现只编有 {self.frontier.size} 条，末尾有记录被删除。")

    def block(self, index: int, leaves: dict[int, tuple[bytes, Name]]) -> Iterator[Fault]:
        """The leaves of one tile, by position: against the tile, then into the growing tree."""
        row = Tile.objects.filter(level=0, index=index).values_list("width", "data").first()
        width, stored = (row[0], bytes(row[1])) if row else (0, b"")
        start = index << HEIGHT
        hashes = []
        for at in range(start, max(start + width, max(leaves) + 1)):
            place = (at - start) * SIZE
            kept = stored[place : place + SIZE] if at - start < width else b""
            found, name = leaves.get(at, (kept, None))
            if name is None:
                yield Fault(REMOVED, None, f"检查点中第 {at + 1} 位的叶已不在日志中。")
            elif row and found != kept:
                yield Fault(CHANGED, name, f"其叶与检查点中第 {at + 1} 位的摘要不符。")
            hashes.append(found)
        if row is None:
            yield Fault(TREE, None, f"第 {start + 1} 至 {start + len(hashes)} 位的摘要块已不在日志中。")
        elif tile_data(b"".join(hashes), self.make) != stored and b"".join(hashes) == stored[: width * SIZE]:
            yield Fault(TREE, None, f"第 {start + 1} 至 {start + width} 位之上的中间摘要被改动。")
        yield from self.grow(start, hashes)

    def grow(self, start: int, hashes: list[bytes]) -> Iterator[Fault]:
        if self.frontier.size != start:
            missing = f"第 {self.frontier.size + 1} 至 {start} 位"
            yield Fault(TREE, None, f"检查点中{missing}的叶已不在日志中，其后无法核对。")
            self.frontier.size = start  # the roots after it will not agree, and say so
            self.frontier.parts.clear()
        inside = self.marks and self.marks[-1][0] < start + WIDTH
        if len(hashes) == WIDTH and not inside and not start & (WIDTH - 1):
            self.frontier.push(HEIGHT, tile_data(b"".join(hashes), self.make)[-SIZE:])
            yield from self.reached()
            return
        for found in hashes:
            self.frontier.push(0, found)
            yield from self.reached()

    def reached(self) -> Iterator[Fault]:
        """Compare with what is recorded for exactly this size."""
        while self.marks and self.marks[-1][0] <= self.frontier.size:
            size, root, name = self.marks.pop()
            if self.frontier.root() == root:
                self.agreed = size
            else:
                span = f"第 {self.agreed + 1} 至 {size} 位"
                yield Fault(TREE, None, f"{size} 条时的根与{name}不符，{span}之间的记录有改动。")

    def upper(self) -> Iterator[Fault]:
        """Every tile above the leaves stands on the tops of the tiles below it."""
        for tile in Tile.objects.filter(level__gte=1).order_by("level", "index").iterator(8):
            first = tile.index << HEIGHT
            below = Tile.objects.filter(level=tile.level - 1, index__range=(first, first + tile.width - 1))
            tops = [bytes(data)[-SIZE:] for data in below.order_by("index").values_list("data", flat=True)]
            if tile_data(b"".join(tops), self.make) != bytes(tile.data):
                yield Fault(TREE, None, f"第 {tile.level} 层第 {tile.index + 1} 块的中间摘要被改动。")
