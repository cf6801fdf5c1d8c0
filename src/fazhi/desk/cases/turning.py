"""Whether a step that is refused now might be permitted by what its form asks for."""

from collections.abc import Iterator, Mapping
from typing import Any

from fazhi.procedure import Situation, Step


class _Noting(Mapping[str, Any]):
    """A mapping that keeps which names were asked for."""

    def __init__(self, held: Mapping[str, Any], read: set[str]) -> None:
        self._held, self._read = held, read

    def __getitem__(self, name: str) -> Any:
        self._read.add(name)
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def turns_on_answers(step: Step, case: Situation) -> bool:
    """Whether the condition looked at a name that the step asks for before it said no."""
    if step.when is None or not step.asks:
        return False
    read: set[str] = set()
    refused = not step.when(case._replace(facts=_Noting(case.facts, read), answers=_Noting(case.answers, read)))
    return refused and not read.isdisjoint(step.asks)
