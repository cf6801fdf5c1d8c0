"""Proofs against the stored tree: that an entry is in it, and that an older state begins a newer one."""

from typing import NamedTuple

from fazhi.journal import tree
from fazhi.journal.append import algorithm
from fazhi.journal.checkpoints import head, placed
from fazhi.journal.errors import NotCovered
from fazhi.journal.hashing import hash_function
from fazhi.journal.models import Leaf
from fazhi.journal.tiles import Nodes, root_at


class Inclusion(NamedTuple):
    """Proof that an entry's digest is in the tree of `size` leaves."""

    position: int
    size: int
    root: bytes
    digest: bytes
    path: tuple[bytes, ...]
    algorithm: str

    def holds(self) -> bool:
        of = hash_function(self.algorithm)
        leaf = tree.leaf_hash(self.digest, of)
        return tree.verify_inclusion(leaf, self.position, self.size, self.path, self.root, of)


class Consistency(NamedTuple):
    """Proof that nothing was changed or removed between two states of the tree."""

    old_size: int
    new_size: int
    old_root: bytes
    new_root: bytes
    path: tuple[bytes, ...]
    algorithm: str

    def holds(self) -> bool:
        of = hash_function(self.algorithm)
        return tree.verify_consistency(self.old_size, self.new_size, self.path, self.old_root, self.new_root, of)


def inclusion(entry_id: int, size: int | None = None) -> Inclusion:
    """Proof that an entry is in the newest checkpoint, or in the tree of `size`. NotCovered: it is not."""
    found = inclusions([entry_id], size)
    if entry_id not in found:
        raise NotCovered("该记录尚未编入检查点，请待下一次检查点后再取证明。")
    return found[entry_id]


def inclusions(entry_ids: list[int], size: int | None = None) -> dict[int, Inclusion]:
    """Proofs of many entries, by entry id, with two queries; entries not covered are absent."""
    whole = head().size if size is None else size
    rows = Leaf.objects.filter(entry_id__in=entry_ids, position__lt=whole)
    places = list(rows.values_list("entry_id", "position", "entry__digest"))
    if not places:
        return {}
    nodes, of, name = Nodes(), hash_function(algorithm()), algorithm()
    nodes.need([position for _, position, _ in places], whole)
    root = tree.range_root(0, whole, nodes, of)
    return {
        entry: Inclusion(at, whole, root, bytes(digest), tuple(tree.inclusion_path(at, whole, nodes, of)), name)
        for entry, at, digest in places
    }


def consistency(old_size: int, new_size: int) -> Consistency:
    """Proof that the tree of `old_size` leaves begins that of `new_size`. NotCovered: too large."""
    if not 0 <= old_size <= new_size <= placed():
        raise NotCovered(f"日志现有 {placed()} 条编入检查点，无法证明 {old_size} 条至 {new_size} 条。")
    of, nodes = hash_function(algorithm()), Nodes()
    for size in filter(None, (old_size, new_size)):
        nodes.need([old_size - 1] if old_size else [], size)
    roots = root_at(old_size, of), root_at(new_size, of)
    path = tuple(tree.consistency_path(old_size, new_size, nodes, of))
    return Consistency(old_size, new_size, roots[0], roots[1], path, algorithm())
