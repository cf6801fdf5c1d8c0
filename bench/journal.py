"""W7: the hash chain, the tree, proofs, and entries through the ORM's side of append; prints rates in CPU seconds."""

import hashlib
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from fazhi.journal import tree
from fazhi.journal.append import ROWS, Fact, chained
from fazhi.journal.hashing import FIRST, chain, hash_function, maker
from fazhi.journal.streams import Tip
from fazhi.journal.tiles import HEIGHT, SIZE, WIDTH, Block, Nodes, tile_data

EVENTS, CASES, PROOFS, FACTS = 1_000_000, 200_000, 2_000, 50_000


def cpu(work: Callable[[], object], rounds: int = 3) -> float:
    """CPU seconds of the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def line(name: str, ours: float, unit: str, target: float, peer: str = "") -> dict[str, Any]:
    return {"workload": "W7", "name": name, "ours": round(ours, 1), "unit": unit, "target": target, "peer": peer}


def payloads() -> list[bytes]:
    """Events of 155 bytes."""
    return [b"%0155d" % number for number in range(EVENTS // 5)]


def chains() -> list[dict[str, Any]]:
    """The chain itself, and the floor under it: one call of SHA-256 on 64 bytes."""
    events = payloads()
    block = bytes(64)
    floor = cpu(lambda: [hashlib.sha256(block).digest() for _ in range(len(events))])
    limit = f"limit: {len(events) / floor:,.0f} SHA-256 calls a CPU second"
    sha = len(events) / cpu(lambda: chain(FIRST, events))
    sm3 = len(events) / cpu(lambda: chain(FIRST, events, "sm3"))
    return [
        line("chain, SHA-256", sha, "events/cpu-s", 500_000, limit),
        line("chain, SM3", sm3, "events/cpu-s", 300_000),
    ]


def blocks(leaves: bytes) -> dict[tuple[int, int], Block]:
    """All tiles over joined leaf hashes, as they would be stored."""
    made, found, level = maker("sha256"), {}, 0
    while leaves:
        tops = []
        for at in range(0, len(leaves), WIDTH * SIZE):
            part = leaves[at : at + WIDTH * SIZE]
            data = tile_data(part, made)
            found[level, at // (WIDTH * SIZE)] = Block(len(part) // SIZE, data)
            if len(part) == WIDTH * SIZE:
                tops.append(data[-SIZE:])
        leaves, level = b"".join(tops), level + 1
    return found


def proofs() -> list[dict[str, Any]]:
    """Building the tree of a million leaves, then proofs of 20 hashes and their verification."""
    of = hash_function("sha256")
    leaves = b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(EVENTS))
    built: list[dict[tuple[int, int], Block]] = []
    spent = cpu(lambda: built.append(blocks(leaves)), 1)
    nodes = Nodes(built[0])
    root = tree.range_root(0, EVENTS, nodes, of)
    places = [number * 7919 % EVENTS for number in range(PROOFS)]
    prove = cpu(lambda: [tree.inclusion_path(place, EVENTS, nodes, of) for place in places])
    paths = [(place, tree.inclusion_path(place, EVENTS, nodes, of)) for place in places]
    leaf = {place: leaves[place * SIZE : (place + 1) * SIZE] for place in places}

    def check() -> None:
        for place, path in paths:
            if not tree.verify_inclusion(leaf[place], place, EVENTS, path, root, of):
                raise AssertionError(f"proof of {place} does not hold")

    return [
        line(f"tree in tiles of {1 << HEIGHT}", EVENTS / spent, "leaves/cpu-s", 500_000, "pymerkle 7.0: 56,000"),
        line("inclusion proof", prove / PROOFS * 1e6, "us", 30, "pymerkle 7.0: 103"),
        line("verify inclusion", cpu(check) / PROOFS * 1e6, "us", 25, "pymerkle 7.0: 32"),
    ]


def drafting() -> list[dict[str, Any]]:
    """Everything append_many does before SQL: checks, canonical JSON, hashing, over five entries a case."""
    at = datetime(2026, 11, 22, tzinfo=UTC)
    facts = [
        Fact(
            "case", i % (FACTS // 5), None, "case.accept", date(2026, 11, 22), at, "user:12", {"no": i, "text": "受理"}
        )
        for i in range(FACTS)
    ]

    def work() -> None:
        last: dict[tuple[str, int], Tip] = {}
        for start in range(0, FACTS, ROWS):
            chained(facts[start : start + ROWS], last)

    return [line("append_many before SQL", FACTS / cpu(work), "entries/cpu-s", 100_000)]


def measure() -> list[dict[str, Any]]:
    """One dict a figure: workload, name, ours, unit, target, peer. Needs Django's settings, but no database."""
    return [*chains(), *proofs(), *drafting()]


def main() -> None:
    for row in measure():
        print(f"{row['name']:28} {row['ours']:>12,.1f} {row['unit']:14} aim {row['target']:>9,} {row['peer']}")
