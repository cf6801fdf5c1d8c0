"""The tree's nodes in rows of 256: what a tile holds, writing new leaves, reading nodes for proofs."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q

from fazhi.journal import tree
from fazhi.journal.hashing import Hash, Maker
from fazhi.journal.models import Tile

HEIGHT = 8
WIDTH = 1 << HEIGHT
SIZE = 32  # bytes of a hash


def tile_data(hashes: bytes, make: Maker) -> bytes:
    """A tile over these joined hashes: they, then every complete node above them, height by height."""
    rows, row = [hashes], hashes
    while len(row) >= 2 * SIZE:
        pairs = range(0, len(row) - SIZE, 2 * SIZE)
        row = b"".join([make(b"\1" + row[i : i + 2 * SIZE]).digest() for i in pairs])
        rows.append(row)
    return b"".join(rows)


def offsets(width: int) -> list[int]:
    """Where each height begins in a tile of this width, in bytes."""
    begins, at = [], 0
    for height in range(HEIGHT + 1):
        begins.append(at)
        at += (width >> height) * SIZE
    return begins


OFFSETS = [offsets(width) for width in range(WIDTH + 1)]


class Block(NamedTuple):
    """A tile in memory."""

    width: int
    data: bytes


Blocks = dict[tuple[int, int], Block]  # by level, index


class Nodes:
    """Nodes of the stored tree. `need` reads the tiles of proofs with one query; others are read singly."""

    def __init__(self, blocks: Mapping[tuple[int, int], Block] | None = None) -> None:
        self.blocks: Blocks = dict(blocks or {})

    def __call__(self, height: int, index: int) -> bytes:
        above = height & (HEIGHT - 1)  # HEIGHT is a power of two
        beneath = HEIGHT - above
        place = height // HEIGHT, index >> beneath
        width, data = self.blocks[place] if place in self.blocks else self.read(*place)
        start = OFFSETS[width][above] + (index & ((1 << beneath) - 1)) * SIZE
        return data[start : start + SIZE]

    def read(self, level: int, index: int) -> Block:
        width, data = Tile.objects.values_list("width", "data").get(level=level, index=index)
        block = self.blocks[level, index] = Block(width, bytes(data))
        return block

    def need(self, positions: Iterable[int], size: int) -> None:
        """Read the tiles that proofs of these leaves in a tree of `size` leaves touch."""
        wanted, leaves, level = Q(), {*positions, size - 1}, 0
        while size - 1 >> HEIGHT * level or level == 0:
            indexes = {leaf >> HEIGHT * (level + 1) for leaf in leaves}
            wanted |= Q(level=level, index__in=indexes)
            level += 1
        for level, index, width, data in Tile.objects.filter(wanted).values_list("level", "index", "width", "data"):
            self.blocks[level, index] = Block(width, bytes(data))


def add_leaves(size: int, hashes: list[bytes], make: Maker, year: int) -> None:
    """Put leaf hashes after the first `size` ones, rewriting each level's open tile and adding new ones."""
    level = 0
    while hashes:
        start, opened = size >> HEIGHT, size & (WIDTH - 1)
        if opened:
            old = bytes(Tile.objects.values_list("data", flat=True).get(level=level, index=start))
            hashes = [old[: opened * SIZE], *hashes]
        row = b"".join(hashes)
        tiles, hashes = [], []
        for at in range(0, len(row), WIDTH * SIZE):
            part = row[at : at + WIDTH * SIZE]
            width, data = len(part) // SIZE, tile_data(part, make)
            index = start + at // (WIDTH * SIZE)
            tiles.append(Tile(city=settings.CITY, year=year, level=level, index=index, width=width, data=data))
            if width == WIDTH:
                hashes.append(data[-SIZE:])
        Tile.objects.bulk_create(
            tiles,
            batch_size=100,
            update_conflicts=True,
            unique_fields=["level", "index"],
            update_fields=["width", "data"],
        )
        size, level = start, level + 1


def root_at(size: int, digest: Hash) -> bytes:
    """The root over the first `size` stored leaves."""
    nodes = Nodes()
    if size:
        nodes.need([], size)
    return tree.range_root(0, size, nodes, digest)
