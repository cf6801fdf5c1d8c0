"""Which table holds the facts of which procedure, and how its cases are numbered. Domains fill it at start-up."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.casework.models import Facts
from fazhi.procedure import FACT, BrokenProcedure, Procedure, register


@dataclass(frozen=True)
class Business:
    """A procedure code with the table of its facts and the head of its case numbers (镇行复).

    `purpose` tells a newcomer, in one sentence, what is registered under it and when.
    """

    code: str
    title: str
    facts: type[Facts] | None
    number_head: str
    purpose: str

    def number(self, year: int, serial: int) -> str:
        return f"〔{year}〕{self.number_head}第{serial}号"


_BUSINESSES: dict[str, Business] = {}


class UnknownBusiness(KeyError):
    """No domain has registered this procedure."""

    def __str__(self) -> str:
        return f"本系统没有业务“{self.args[0]}”。"


def register_business(*editions: type[Procedure], facts: type[Facts] | None, number_head: str, purpose: str) -> None:
    """Called by a domain's AppConfig.ready(): its procedure editions, its facts, its numbers and what it is for."""
    for edition in editions:
        register(edition)
        if missing := list(_without_column(edition, facts)):
            raise BrokenProcedure("\n".join(missing))
        _BUSINESSES[edition.code] = Business(edition.code, edition.title, facts, number_head, purpose)


def _without_column(edition: type[Procedure], facts: type[Facts] | None) -> Iterator[str]:
    """casework.E001: what a step asks as a fact, or marks, is a column of the facts."""
    columns = {column.name for column in facts._meta.concrete_fields} if facts is not None else set()
    for step in edition.steps.values():
        for name in (*(name for name, ask in step.asks.items() if ask is FACT), *step.marks):
            if name not in columns:
                yield f"casework.E001 {edition.code}.{step.name}：业务表没有“{name}”一栏"


def business(code: str) -> Business:
    try:
        return _BUSINESSES[code]
    except KeyError:
        raise UnknownBusiness(code) from None


def businesses() -> list[Business]:
    return sorted(_BUSINESSES.values(), key=lambda each: each.code)
