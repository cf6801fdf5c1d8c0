"""Row ids, packed: ascending differences as variable-length integers, then deflated. A million ids fit in about 1 MB."""

import zlib
from collections.abc import Iterable


def pack(ids: Iterable[int]) -> bytes:
    """Ids in any order, without doubles."""
    out = bytearray()
    last = 0
    for each in sorted(ids):
        gap, last = each - last, each
        while gap >= 0x80:
            out.append(gap & 0x7F | 0x80)
            gap >>= 7
        out.append(gap)
    return zlib.compress(bytes(out), 6)


def unpack(packed: bytes) -> list[int]:
    """Ascending."""
    ids: list[int] = []
    last = gap = shift = 0
    for byte in zlib.decompress(packed):
        gap |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            continue
        last += gap
        ids.append(last)
        gap = shift = 0
    return ids
