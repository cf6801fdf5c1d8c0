"""Building the demonstration: the ground, the people, then each domain's year through sheets and lawful steps."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from django.db import transaction
from django.utils import timezone

from fazhi.casework.api import enter_many
from fazhi.city.zhenjiang import years
from fazhi.city.zhenjiang.cast import enrol
from fazhi.city.zhenjiang.desks import fresh
from fazhi.city.zhenjiang.ground import Ground, lay, random_for
from fazhi.city.zhenjiang.strangers import let_in
from fazhi.city.zhenjiang.year import Sheet
from fazhi.journal.api import checkpoint
from fazhi.ledgers.api import SheetErrors, import_sheet, ledger
from fazhi.ledgers.sheets import write_rows
from fazhi.people.api import Ability, Sight, User, sight_of

YEAR = 2024
MOVER = Sight(who="import:0", name="历史数据迁移", everything=True, abilities=frozenset(Ability))

Told = Callable[[str, int, int], None]
"""(what is being built, parts done, parts in all)"""


@dataclass
class Built:
    """What the demonstration city consists of."""

    sheets: int = 0
    rows: int = 0
    cases: int = 0
    by_domain: dict[str, int] = field(default_factory=dict)


def build(told: Told) -> Built:
    """Build the whole city into the configured database, which must be empty. All or nothing."""
    built = Built()
    modules = _years()
    with transaction.atomic():
        told("区划、单位和人员", 0, len(modules) + 2)
        ground = lay()
        enrol(ground)
        clerk = sight_of(User.objects.get(username="clerk"))
        for done, (domain, module) in enumerate(modules.items(), start=1):
            told(domain, done, len(modules) + 2)
            _domain(domain, module, ground, clerk, built)
        officer = User.objects.get(username="officer")
        built.cases += enter_many(fresh(ground, timezone.localdate(), officer.pk), by=MOVER)
        let_in(clerk)
        told("日志检查点", len(modules) + 1, len(modules) + 2)
    checkpoint()
    told("完成", len(modules) + 2, len(modules) + 2)
    return built


def _years() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(years.__path__))
    return {name: importlib.import_module(f"{years.__name__}.{name}") for name in names if not name.startswith("_")}


def _domain(domain: str, module: ModuleType, ground: Ground, clerk: Sight, built: Built) -> None:
    random = random_for(domain, YEAR)
    before = built.rows + built.cases
    if hasattr(module, "sheets"):
        with TemporaryDirectory() as folder:
            for sheet in module.sheets(ground, random):
                built.rows += _import(sheet, Path(folder), clerk)
                built.sheets += 1
    if hasattr(module, "histories"):
        built.cases += enter_many(module.histories(ground, random), by=MOVER)
    built.by_domain[domain] = built.rows + built.cases - before


def _import(sheet: Sheet, folder: Path, clerk: Sight) -> int:
    """Write the rows to a real workbook and import it as a clerk would."""
    declared = ledger(sheet.ledger)
    path = folder / f"{declared.title}.xlsx"
    write_rows(declared.layout, sheet.rows, path)
    try:
        batch = import_sheet(path, declared, clerk)
    except SheetErrors as refused:
        several = "\n".join(f"{e.cell} {e.raw!r}: {e.message}" for e in refused.preview.errors[:10])
        raise ValueError(f"{declared.title}:\n{several}") from refused
    return batch.entered
