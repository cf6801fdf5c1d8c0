"""Hash algorithms of the journal and the hash chain itself; plain Python."""

import hashlib
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

ALGORITHMS = ("sha256", "sm3")
FIRST = bytes(32)  # what stands before the first entry of a stream

Maker = Callable[[bytes], Any]
Hash = Callable[[bytes], bytes]


def maker(algorithm: str) -> Maker:
    """A constructor of hash objects. ValueError for a name not in ALGORITHMS or not in this Python."""
    if algorithm not in ALGORITHMS:
        raise ValueError(f"摘要算法只能取 {'、'.join(ALGORITHMS)} 之一，现为 {algorithm!r}。")
    if algorithm == "sha256":
        return hashlib.sha256
    if algorithm not in hashlib.algorithms_available:
        raise ValueError("本机的 OpenSSL 不支持 SM3，请更换系统的 OpenSSL，或改用 sha256。")
    return partial(hashlib.new, algorithm)


def hash_function(algorithm: str) -> Hash:
    """bytes -> the 32 bytes of their hash."""
    make = maker(algorithm)
    return lambda data: make(data).digest()


def chain(prev: bytes, payloads: Iterable[bytes], algorithm: str = "sha256") -> list[bytes]:
    """The digest of each payload, each H(the digest before it || payload)."""
    make = maker(algorithm)
    digests: list[bytes] = []
    add = digests.append
    for payload in payloads:
        prev = make(prev + payload).digest()
        add(prev)
    return digests
