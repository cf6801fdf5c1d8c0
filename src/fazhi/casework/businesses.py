"""Which table holds the facts of which procedure, and how its cases are numbered. Domains fill it at start-up."""

from dataclasses import dataclass

from fazhi.casework.models import Facts
from fazhi.procedure import Procedure, register


@dataclass(frozen=True)
class Business:
    """A procedure code with the table of its facts and the head of its case numbers (镇行复)."""

    code: str
    title: str
    facts: type[Facts] | None
    number_head: str

    def number(self, year: int, serial: int) -> str:
        return f"〔{year}〕{self.number_head}第{serial}号"


_BUSINESSES: dict[str, Business] = {}


class UnknownBusiness(KeyError):
    """No domain has registered this procedure."""

    def __str__(self) -> str:
        return f"本系统没有业务“{self.args[0]}”。"


def register_business(*editions: type[Procedure], facts: type[Facts] | None, number_head: str) -> None:
    """Called by a domain's AppConfig.ready(): its procedure editions, its facts and its numbers."""
    for edition in editions:
        register(edition)
        _BUSINESSES[edition.code] = Business(edition.code, edition.title, facts, number_head)


def business(code: str) -> Business:
    try:
        return _BUSINESSES[code]
    except KeyError:
        raise UnknownBusiness(code) from None


def businesses() -> list[Business]:
    return sorted(_BUSINESSES.values(), key=lambda each: each.code)
