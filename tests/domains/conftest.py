"""For every domain: a ground on paper, what is wrong with a year's sheets, and a year entered as the builder would."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from fazhi.casework.api import enter_many
from fazhi.city.zhenjiang import map as atlas
from fazhi.city.zhenjiang.ground import Ground, lay, random_for
from fazhi.city.zhenjiang.year import Sheet
from fazhi.figures.api import Scope, all_figures, evaluate
from fazhi.figures.naive import reckon
from fazhi.ledgers.api import SheetErrors, import_sheet, ledger
from fazhi.ledgers.sheets import write_rows
from fazhi.people.api import Ability, Kind, Level, Organisation, Place, Sight
from fazhi.registers.api import enter, strike_out

MOVER = Sight(who="import:0", name="历史数据迁移", everything=True, abilities=frozenset(Ability))
KINDS: dict[str, tuple[type, ...]] = {
    "date": (date,),
    "moment": (datetime,),
    "flag": (bool,),
    "whole": (int,),
    "money": (int,),
}


@pytest.fixture(scope="session")
def paper_ground() -> Ground:
    """The city without a database: enough for a year to name its places and bodies."""
    city = Place(code=atlas.CITY[0], name=atlas.CITY[1], level=Level.CITY)
    ground = Ground(places={city.code: city})
    for name, short, kind in atlas.CITY_BODIES:
        ground.bodies[short] = Organisation(name=name, short=short, kind=kind, place=city)
    for code, district in atlas.DISTRICTS:
        place = ground.places[code] = Place(code=code, name=district, level=Level.DISTRICT)
        for name, short, kind in atlas.DISTRICT_BODIES:
            body = Organisation(name=name.format(d=district), short=short.format(d=district), kind=kind, place=place)
            ground.bodies[body.short] = body
        for number, town in enumerate(atlas.TOWNS[code], start=1):
            lower = Place(code=f"{code}{number:03d}", name=town, level=Level.TOWN, parent=place)
            ground.places[lower.code] = lower
            for village in range(1, atlas.VILLAGES_PER_TOWN + 1):
                part = Place(code=f"{lower.code}{200 + village}", name=f"{town}第{village}村", level=Level.VILLAGE)
                ground.places[part.code] = part
            short = f"{district}{town}"
            ground.bodies[short] = Organisation(name=short, short=short, kind=Kind.TOWN, place=lower)
    return ground


@pytest.fixture(scope="session")
def misfits(paper_ground: Ground) -> Callable[[str], list[str]]:
    """What is wrong with the sheets of a domain's year: unknown columns, bad values, doubled keys, unknown names."""

    def look(domain: str) -> list[str]:
        year = import_module(f"fazhi.city.zhenjiang.years.{domain}")
        found: list[str] = []
        for sheet in year.sheets(paper_ground, random_for(domain, 2024)):
            found += list(_misfits(sheet, paper_ground))
        return found

    return look


def _misfits(sheet: Sheet, ground: Ground):
    layout = ledger(sheet.ledger).layout
    columns = {column.name: column for column in layout.columns}
    rows = [{**row} for row in sheet.rows]
    if not rows:
        yield f"{sheet.ledger} is empty"
    for row in rows:
        yield from (f"{sheet.ledger}: no column {name}" for name in row.keys() - columns.keys())
        for name, column in columns.items():
            yield from (f"{sheet.ledger}.{name}: {text}" for text in _wrong(column, row.get(name)))
        if row["org"] not in ground.bodies or row["place"] not in ground.places:
            yield f"{sheet.ledger}: unknown {row['org']} or {row['place']}"
    keys = Counter(tuple(row.get(name) for name in layout.key) for row in rows)
    yield from (f"{sheet.ledger}: {key} stands {times} times" for key, times in keys.items() if times > 1)


def _wrong(column: Any, value: Any):
    if value is None:
        if column.required:
            yield "is missing"
        return
    if column.choices and value not in dict(column.choices):
        yield f"no choice {value!r}"
    if not isinstance(value, KINDS.get(column.kind, (str, int))):
        yield f"{value!r} is not {column.kind}"
    if column.max_length and len(str(value)) > column.max_length:
        yield f"{value!r} is too long"
    if column.check and (complaint := column.check(str(value))):
        yield complaint


@pytest.fixture
def live_through(db, tmp_path: Path) -> Callable[[str], None]:
    """Enter a domain's year through real workbooks and lawful steps, as the demonstration's builder does."""

    def enter(domain: str) -> None:
        year = import_module(f"fazhi.city.zhenjiang.years.{domain}")
        ground, random = lay(), random_for(domain, 2024)
        for sheet in year.sheets(ground, random) if hasattr(year, "sheets") else ():
            declared = ledger(sheet.ledger)
            write_rows(declared.layout, sheet.rows, tmp_path / "sheet.xlsx")
            try:
                import_sheet(tmp_path / "sheet.xlsx", declared, MOVER)
            except SheetErrors as refused:
                raise AssertionError([(e.cell, e.raw, e.message) for e in refused.preview.errors[:9]]) from refused
        if hasattr(year, "histories"):
            enter_many(year.histories(ground, random), by=MOVER)

    return enter


def values(scope: Scope, *codes: str) -> dict[str, Any]:
    """Every reading of the figures asked for, by id; the second opinion must agree."""
    chosen = [each for each in all_figures() if each.code in codes and each.measures()]
    found = evaluate(chosen, scope)
    for each in chosen:
        assert found[each.id].value == reckon(each, scope).value, each.id
    return {
        each.id: (found[each.id].holds if found[each.id].holds is not None else found[each.id].value) for each in chosen
    }


@pytest.fixture
def figures_of() -> Callable[..., dict[str, Any]]:
    return values


@pytest.fixture
def book(town) -> Callable[..., Any]:
    """Enter one row of a record or list; the city's justice bureau unless told."""

    def enter_row(model: type[Any], **columns: Any) -> Any:
        given = {"org": town.justice, "place": town.city, **columns}
        return enter(model, MOVER, **given)

    return enter_row


@pytest.fixture
def strike() -> Callable[[Any], None]:
    def out(row: Any) -> None:
        strike_out(row, MOVER, "重复登记", date(2025, 2, 1))

    return out
