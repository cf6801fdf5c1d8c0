"""A Merkle tree hashed as RFC 6962 says: roots, proofs and their verification; plain Python.

A tree is given by `node(height, index)`, the hash of the complete subtree over the leaves
[index << height, (index + 1) << height). Proof algorithms: RFC 9162, sections 2.1.3 and 2.1.4.
"""

from collections.abc import Callable, Iterable, Sequence

from fazhi.journal.hashing import Hash

Node = Callable[[int, int], bytes]


def leaf_hash(data: bytes, digest: Hash) -> bytes:
    return digest(b"\0" + data)


def join(left: bytes, right: bytes, digest: Hash) -> bytes:
    return digest(b"\1" + left + right)


def range_root(start: int, end: int, node: Node, digest: Hash) -> bytes:
    """The root over leaves [start, end); `start` is a multiple of a power of two not below end - start."""
    count = end - start
    if count == 0:
        return digest(b"")
    root = b""
    for height in range(count.bit_length()):
        if count >> height & 1:
            left = node(height, (start >> height) + (count >> height) - 1)
            root = join(left, root, digest) if root else left
    return root


def inclusion_path(position: int, size: int, node: Node, digest: Hash) -> list[bytes]:
    """The audit path of the leaf at `position` in the tree of `size` leaves, lowest first."""
    if not 0 <= position < size:
        raise ValueError(f"位置 {position} 不在 {size} 条之内。")
    path = []
    complete = size  # how many subtrees of this height are complete
    for height in range((size - 1).bit_length()):
        beside = position ^ 1
        if beside < complete:
            path.append(node(height, beside))
        elif beside << height < size:
            path.append(range_root(beside << height, size, node, digest))
        position, complete = position >> 1, complete >> 1
    return path


def consistency_path(old: int, new: int, node: Node, digest: Hash) -> list[bytes]:
    """The proof that the tree of `old` leaves is the beginning of the tree of `new` leaves."""
    if not 0 <= old <= new:
        raise ValueError(f"旧条数 {old} 须不大于新条数 {new}。")
    if old in (0, new):
        return []
    path, start, end, whole = [], 0, new, True
    while old != end:
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        if old <= middle:
            path.append(range_root(middle, end, node, digest))
            end = middle
        else:
            path.append(range_root(start, middle, node, digest))
            start, whole = middle, False
    if not whole:
        path.append(range_root(start, end, node, digest))
    return path[::-1]


def verify_inclusion(leaf: bytes, position: int, size: int, path: Iterable[bytes], root: bytes, digest: Hash) -> bool:
    """Whether the leaf with this hash stands at `position` of the tree of `size` leaves with this root."""
    if not 0 <= position < size:
        return False
    at, last, found = position, size - 1, leaf
    for beside in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = join(beside, found, digest)
            at, last = climb(at, last)
        else:
            found = join(found, beside, digest)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def climb(at: int, last: int) -> tuple[int, int]:
    """Pass over the levels where the node has no right neighbour."""
    while at and not at & 1:
        at, last = at >> 1, last >> 1
    return at, last


def verify_consistency(
    old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes, digest: Hash
) -> bool:
    """Whether the tree (old, old_root) is the beginning of the tree (new, new_root)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not path and old_root == (digest(b"") if old == 0 else new_root)
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not steps:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = steps[0]
    for beside in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = join(beside, first, digest), join(beside, second, digest)
            at, last = climb(at, last)
        else:
            second = join(second, beside, digest)
        at, last = at >> 1, last >> 1
    return last == 0 and (first, second) == (old_root, new_root)


class Frontier:
    """A tree growing at its right edge, keeping one hash a height: roots while reading a log once."""

    def __init__(self, digest: Hash) -> None:
        self.digest = digest
        self.size = 0
        self.parts: list[tuple[int, bytes]] = []

    def push(self, height: int, found: bytes) -> None:
        """Append a complete subtree; `size` must be a multiple of 1 << height."""
        self.size += 1 << height
        while self.parts and self.parts[-1][0] == height:
            found = join(self.parts.pop()[1], found, self.digest)
            height += 1
        self.parts.append((height, found))

    def root(self) -> bytes:
        if not self.parts:
            return self.digest(b"")
        root = self.parts[-1][1]
        for _, left in reversed(self.parts[:-1]):
            root = join(left, root, self.digest)
        return root
