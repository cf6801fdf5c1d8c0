"""How often a caller may ask: a bucket for each, filled evenly over the minute. Kept by each process for itself."""

import threading
import time
from collections import OrderedDict

from fazhi.feeds.problems import Problem

MINUTE = 60.0
MOST_KNOWN = 10_000  # callers remembered; the one longest silent is forgotten, its bucket being full again


class Buckets:
    """Token buckets by caller: a bucket holds what its caller may ask in one minute."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, caller: str, per_minute: int) -> None:
        """Problem 429, with the seconds to wait, when the bucket is empty."""
        now = time.monotonic()
        with self._lock:
            left, at = self._left.pop(caller, (float(per_minute), now))
            left = min(float(per_minute), left + (now - at) * per_minute / MINUTE)
            enough = left >= 1
            self._left[caller] = (left - 1 if enough else left, now)
            if len(self._left) > MOST_KNOWN:
                self._left.popitem(last=False)
        if not enough:
            wait = int((1 - left) * MINUTE / per_minute) + 1
            raise Problem(
                429,
                "too_many",
                f"请求过于频繁，每分钟最多{per_minute}次，请{wait}秒后重试。",
                headers={"Retry-After": str(wait)},
            )

    def forget(self) -> None:
        self._left.clear()


buckets = Buckets()
