#!/usr/bin/env python3
"""Checks journal files exported by fazhi, without fazhi: this file alone, Python 3.9 or later.

    python verify_journal.py FILE.json [FILE.jsonl ...] [--head SIZE:ROOT]

Every digest, chain, proof and checkpoint is recomputed. Exit: 0 sound, 1 touched, 2 unusable.
A file cannot show what was left out of it by someone who also rewrote its counts: compare the printed
checkpoint with the one that the city published (--head).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

FIELDS = ("actor", "at", "city", "data", "key", "kind", "on", "seq", "stream", "subject")
SOUND, TOUCHED, UNUSABLE = 0, 1, 2
Hash = Callable[[bytes], bytes]


class Unusable(Exception):
    """The file cannot be checked at all; the message says why."""


def hasher(name: object) -> Hash:
    if name == "sha256":
        return lambda data: hashlib.sha256(data).digest()
    if name == "sm3" and "sm3" in hashlib.algorithms_available:
        return lambda data: hashlib.new("sm3", data).digest()
    raise Unusable(f"本机无法计算摘要算法 {name!r}。")


def called(entry: dict[str, Any]) -> str:
    place = f"{entry.get('stream')} 第 {entry.get('subject')} 号第 {entry.get('seq')} 条"
    return f"{place}({entry.get('kind')},{entry.get('on')})"


def content(entry: dict[str, Any]) -> bytes:
    part = {name: entry[name] for name in FIELDS}
    return json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def inclusion(leaf: bytes, position: int, size: int, path: list[bytes], root: bytes, of: Hash) -> bool:
    """RFC 9162, section 2.1.3.2."""
    if not 0 <= position < size:
        return False
    at, last, found = position, size - 1, leaf
    for beside in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = of(b"\1" + beside + found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = of(b"\1" + found + beside)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


class Chains:
    """Follows every stream through a file and collects what is wrong."""

    def __init__(self, of: Hash) -> None:
        self.of = of
        self.tips: dict[tuple[str, int], tuple[int, str, bool]] = {}  # seq, digest, whether it was found changed
        self.faults: list[str] = []
        self.missing: dict[tuple[str, int, int], str] = {}  # gaps, until the entry turns up later

    def add(self, entry: dict[str, Any]) -> bytes:
        """Check one entry against the one before it in its stream; its leaf hash."""
        place = (entry["stream"], entry["subject"])
        seq, digest, broken = self.tips.get(place, (0, "00" * 32, False))
        sound = self.of(bytes.fromhex(entry["prev"]) + content(entry)).hex() == entry["digest"]
        self.gap(entry, seq)
        if not sound:
            self.faults.append(f"【改动】{called(entry)}：内容与摘要不符，记录后被改动。")
        elif entry["seq"] == seq + 1 and entry["prev"] != digest and not broken:
            self.faults.append(f"【次序】{called(entry)}：与前一条记录不相衔接。")
        if entry["seq"] > seq:
            self.tips[place] = (entry["seq"], entry["digest"], not sound)
        return self.of(b"\0" + bytes.fromhex(entry["digest"]))

    def gap(self, entry: dict[str, Any], seq: int) -> None:
        """Note the numbers skipped before this entry; one that comes late was moved, not removed."""
        stream, subject, number = entry["stream"], entry["subject"], entry["seq"]
        if number <= seq:
            self.missing.pop((stream, subject, number), None)
            self.faults.append(f"【次序】{called(entry)}：排在第 {seq} 条之后，前后次序被调换或重复。")
        for lost in range(seq + 1, min(number, seq + 1001)):
            said = f"【删除】{stream} 第 {subject} 号第 {lost} 条：该条不在文件中，其后的记录仍在。"
            self.missing[stream, subject, lost] = said

    def found(self) -> list[str]:
        return [*self.missing.values(), *self.faults]


class Tree:
    """The growing Merkle tree of a full export: one hash a height."""

    def __init__(self, of: Hash) -> None:
        self.of, self.size = of, 0
        self.parts: list[tuple[int, bytes]] = []

    def push(self, found: bytes) -> None:
        height = 0
        self.size += 1
        while self.parts and self.parts[-1][0] == height:
            found = self.of(b"\1" + self.parts.pop()[1] + found)
            height += 1
        self.parts.append((height, found))

    def root(self) -> str:
        root = b""
        for _, left in reversed(self.parts):
            root = self.of(b"\1" + left + root) if root else left
        return (root or self.of(b"")).hex()


def check_stream(data: dict[str, Any], heads: dict[int, str]) -> tuple[list[str], str]:
    """One exported stream: chain, count, and each entry's proof against the checkpoint."""
    of = hasher(data["algorithm"])
    chains, point, open_ones = Chains(of), data["checkpoint"], 0
    place = (data["stream"], data["subject"])
    for entry in data["entries"]:
        if (entry["stream"], entry["subject"]) != place:
            chains.faults.append(f"【插入】{called(entry)}：不属于本文件的对象。")
        leaf, proof = chains.add(entry), entry["proof"]
        if proof is None:
            open_ones += 1
            continue
        path = [bytes.fromhex(step) for step in proof["path"]]
        if not inclusion(leaf, proof["position"], point["size"], path, bytes.fromhex(point["root"]), of):
            chains.faults.append(f"【检查点】{called(entry)}：证明与检查点的根不符。")
    if len(data["entries"]) != data["count"]:
        short = f"文件载明 {data['count']} 条，实有 {len(data['entries'])} 条"
        chains.faults.append(f"【删除】{place[0]} 第 {place[1]} 号：{short}。")
    chains.faults += against(heads, {point["size"]: point["root"]})
    about = f"{place[0]} 第 {place[1]} 号 {len(data['entries'])} 条，其中 {open_ones} 条待编入检查点"
    return chains.found(), f"{about}；检查点 {point['size']}:{point['root']}"


def check_whole(
    header: dict[str, Any], lines: Iterator[dict[str, Any]], heads: dict[int, str]
) -> tuple[list[str], str]:
    """A full export: all chains, and the root at every checkpoint."""
    of = hasher(header["algorithm"])
    chains, tree, count, end = Chains(of), Tree(of), 0, None
    points = {point["size"]: point["root"] for point in header["checkpoints"]}
    last, agreed = max(points, default=0), 0
    chains.faults += against(heads, points)
    for entry in lines:
        if "end" in entry:
            end = entry["count"]
            break
        leaf = chains.add(entry)
        count += 1
        if tree.size < last:
            tree.push(leaf)
            if tree.size in points and tree.root() == points[tree.size]:
                agreed = tree.size
            elif tree.size in points:
                span = f"第 {agreed + 1} 至 {tree.size} 条之间有改动、增删或调换"
                chains.faults.append(f"【检查点】{tree.size} 条时的根与检查点不符，{span}。")
    if tree.size < last:
        chains.faults.append(f"【删除】检查点载明 {last} 条，文件中只有 {tree.size} 条。")
    if end != count:
        told = "没有结束行" if end is None else f"结束行载明 {end} 条"
        chains.faults.append(f"【删除】文件{told}，实有 {count} 条，文件不完整。")
    return chains.found(), f"{len(chains.tips)} 个对象 {count} 条；检查点 {last}:{points.get(last, '无')}"


def against(heads: dict[int, str], points: dict[int, str]) -> Iterator[str]:
    for size, root in heads.items():
        if size not in points:
            yield f"【检查点】文件中没有 {size} 条时的检查点，无法与另行保存的核对。"
        elif points[size] != root:
            yield f"【检查点】{size} 条时的根与另行保存的不符。"


def parsed(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise Unusable(f"不是完整的 JSON，文件可能被截断：{error}") from error
    if not isinstance(found, dict):
        raise Unusable("不是日志导出文件。")
    return found


def check_file(path: str, heads: dict[int, str]) -> tuple[list[str], str]:
    """The findings and what was read. Unusable: not a file of ours, or cut off."""
    try:
        with open(path, encoding="utf-8") as lines:
            first = parsed(lines.readline())
            if first.get("version") != 1:
                raise Unusable("不是本程序认识的日志导出文件。")
            if first.get("format") == "fazhi-journal-stream":
                return check_stream(first, heads)
            if first.get("format") == "fazhi-journal":
                return check_whole(first, (parsed(line) for line in lines), heads)
            raise Unusable("不是本程序认识的日志导出文件。")
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"无法读取：{error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise Unusable(f"文件缺项或格式不对：{error!r}") from error


def options(words: list[str]) -> tuple[list[str], dict[int, str]]:
    files, heads, rest = [], {}, iter(words)
    for word in rest:
        if word == "--head":
            size, _, root = next(rest, "").partition(":")
            if not size.isdigit():
                raise Unusable("--head 后应写 条数：根摘要。")
            heads[int(size)] = root.lower()
        else:
            files.append(word)
    if not files:
        raise Unusable("用法：python verify_journal.py 文件.json [...] [--head 条数：根摘要]")
    return files, heads


def main(words: list[str]) -> int:
    say, worst = sys.stdout.write, SOUND
    try:
        files, heads = options(words)
    except Unusable as error:
        say(f"{error}\n")
        return UNUSABLE
    for path in files:
        try:
            faults, about = check_file(path, heads)
        except Unusable as error:
            say(f"{path}：无法核验。{error}\n")
            worst = UNUSABLE
            continue
        say("".join(f"{fault}\n" for fault in faults))
        say(f"{path}:{'未发现改动' if not faults else f'发现 {len(faults)} 处问题'}。{about}。\n")
        worst = max(worst, TOUCHED if faults else SOUND)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
