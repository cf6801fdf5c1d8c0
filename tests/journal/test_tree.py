"""The Merkle tree against RFC 6962's own recursive definition; proofs fail when anything is altered."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.journal import tree
from fazhi.journal.hashing import FIRST, chain, hash_function

SHA = hash_function("sha256")
LEAVES = [SHA(b"\0" + bytes([i % 256, i // 256])) for i in range(300)]


def defined_root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, over leaf hashes."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\1" + defined_root(leaves[:k]) + defined_root(leaves[k:])).digest()


ROOTS = [defined_root(LEAVES[:size]) for size in range(301)]


def node(height: int, index: int) -> bytes:
    """Only complete subtrees exist."""
    assert (index + 1) << height <= 300
    return defined_root(LEAVES[index << height : (index + 1) << height])


def test_roots_of_every_size() -> None:
    growing = tree.Frontier(SHA)
    for size in range(301):
        assert tree.range_root(0, size, node, SHA) == ROOTS[size] == growing.root()
        if size < 300:
            growing.push(0, LEAVES[size])


def test_known_vectors_of_rfc_6962_implementations() -> None:
    """The eight inputs that Certificate Transparency's reference tests use, and their root."""
    inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    leaves = [tree.leaf_hash(bytes.fromhex(text), SHA) for text in inputs]
    assert leaves[0].hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    growing = tree.Frontier(SHA)
    for leaf in leaves:
        growing.push(0, leaf)
    assert growing.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_inclusion_holds_and_fails_when_altered(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 300))
    at = data.draw(st.integers(0, size - 1))
    path = tree.inclusion_path(at, size, node, SHA)
    assert tree.verify_inclusion(LEAVES[at], at, size, path, ROOTS[size], SHA)
    other = data.draw(st.integers(0, 299).filter(lambda n: n != at))
    assert not tree.verify_inclusion(LEAVES[other], at, size, path, ROOTS[size], SHA)
    assert not tree.verify_inclusion(LEAVES[at], other, size, path, ROOTS[size], SHA)
    assert not tree.verify_inclusion(LEAVES[at], at, size, path, ROOTS[size - 1], SHA)
    assert not tree.verify_inclusion(LEAVES[at], at, size, [*path, FIRST], ROOTS[size], SHA)
    if path:
        assert not tree.verify_inclusion(LEAVES[at], at, size, path[:-1], ROOTS[size], SHA)
        step = data.draw(st.integers(0, len(path) - 1))
        bent = [*path[:step], SHA(path[step]), *path[step + 1 :]]
        assert not tree.verify_inclusion(LEAVES[at], at, size, bent, ROOTS[size], SHA)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_consistency_holds_and_fails_when_altered(data: st.DataObject) -> None:
    new = data.draw(st.integers(1, 300))
    old = data.draw(st.integers(0, new))
    path = tree.consistency_path(old, new, node, SHA)
    assert tree.verify_consistency(old, new, path, ROOTS[old], ROOTS[new], SHA)
    assert not tree.verify_consistency(old, new, path, SHA(ROOTS[old]), ROOTS[new], SHA)
    assert not tree.verify_consistency(old, new, [*path, FIRST], ROOTS[old], ROOTS[new], SHA)
    assert not tree.verify_consistency(new + 1, new, path, ROOTS[old], ROOTS[new], SHA)
    if old:
        assert not tree.verify_consistency(old, new, path, ROOTS[old], SHA(ROOTS[new]), SHA)
    if path:
        assert not tree.verify_consistency(old, new, path[1:], ROOTS[old], ROOTS[new], SHA)
        step = data.draw(st.integers(0, len(path) - 1))
        bent = [*path[:step], SHA(path[step]), *path[step + 1 :]]
        assert not tree.verify_consistency(old, new, bent, ROOTS[old], ROOTS[new], SHA)


def test_a_place_outside_the_tree_has_no_path() -> None:
    with pytest.raises(ValueError, match="不在 5 条之内"):
        tree.inclusion_path(5, 5, node, SHA)


def test_the_chain_hashes_what_came_before() -> None:
    one = hashlib.sha256(FIRST + b"a").digest()
    assert chain(FIRST, [b"a", b"b"]) == [one, hashlib.sha256(one + b"b").digest()]
    assert chain(FIRST, [b"a"], "sm3") == [hashlib.new("sm3", FIRST + b"a").digest()]
    with pytest.raises(ValueError, match="sha256、sm3"):
        chain(FIRST, [b"a"], "md5")
