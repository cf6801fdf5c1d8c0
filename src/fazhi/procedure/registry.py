"""The procedures of an installation, by code and edition. Domains fill it at start-up; nobody imports a domain."""

from datetime import date

from fazhi.procedure.checks import BrokenProcedure, faults
from fazhi.procedure.procedure import Procedure

_EDITIONS: dict[str, list[type[Procedure]]] = {}


class NoSuchProcedure(KeyError):
    """No procedure of that code was in force on that day."""

    def __str__(self) -> str:
        return str(self.args[0])


def register(procedure: type[Procedure]) -> type[Procedure]:
    """Take in an edition; one with faults is refused with their list."""
    found = faults(procedure)
    if found:
        raise BrokenProcedure("\n".join(str(fault) for fault in found))
    editions = _EDITIONS.setdefault(procedure.code, [])
    if procedure not in editions:
        editions.append(procedure)
        editions.sort(key=lambda edition: edition.since)
    return procedure


def edition_on(code: str, day: date) -> type[Procedure]:
    """The edition that governs a case received on a day."""
    for procedure in reversed(_EDITIONS.get(code, [])):
        if procedure.since <= day and (procedure.until is None or day < procedure.until):
            return procedure
    raise NoSuchProcedure(f"{day}没有可以适用的程序“{code}”，请核对收到日期。")


def edition_named(edition: str) -> type[Procedure]:
    """The edition called `code@since`, as stored on a case."""
    for procedure in _EDITIONS.get(edition.partition("@")[0], []):
        if procedure.edition() == edition:
            return procedure
    raise NoSuchProcedure(f"本系统没有程序“{edition}”。")


def procedures() -> list[type[Procedure]]:
    """Every edition, oldest first within a code."""
    return [edition for code in sorted(_EDITIONS) for edition in _EDITIONS[code]]
