"""A sheet in: looked at first (preview), then entered whole as one batch that can be taken back (see reversing)."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import models, transaction

from fazhi.casework.api import Dossier, check_many, enter_many
from fazhi.ledgers.declaring import Ledger
from fazhi.ledgers.models import Batch, Change
from fazhi.ledgers.resolving import Resolver
from fazhi.ledgers.roll import Done, Roll, entered
from fazhi.ledgers.rows import Taken, address, as_model, differing, key_of, take
from fazhi.ledgers.sheets import CellError, Reading, SheetRow, file_digest, read_sheet
from fazhi.people.api import Sight
from fazhi.registers.api import Entry, Recorded, claim, plain, rewrite, this_city, write_down_many

CHUNK = 1000
MOST_ERRORS = 5000
Progress = Callable[[int], None]


@dataclass
class Preview:
    """What an import would do. Nothing is written while `errors` is not empty."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    errors: list[CellError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sheet: str = ""
    header_row: int = 0

    @property
    def rows(self) -> int:
        return self.new + self.changed + self.unchanged


class SheetErrors(ValueError):
    """The sheet has cells in error; nothing was imported."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        first = preview.errors[0]
        super().__init__(f"有{len(preview.errors)}处需要更正，未导入。例如{first.cell}:{first.message}")


@dataclass
class _Pass:
    """One reading of the sheet against the table."""

    ledger: Ledger
    by: Sight
    resolver: Resolver
    preview: Preview
    seen: dict[tuple[Any, ...], int] = field(default_factory=dict)


def preview(path: Path, ledger: Ledger, by: Sight, progress: Progress | None = None) -> Preview:
    """Read and check the whole sheet without writing. SheetProblem when it cannot be read at all."""
    by.must(ledger.ability)
    one = _Pass(ledger, by, Resolver(ledger.references), Preview())
    if ledger.roll is not None:
        with transaction.atomic():
            _read_roll(path, one, ledger.roll)
            transaction.set_rollback(True)  # looked at by doing it: rows of one sheet build on each other
        return one.preview

    def count(chunk: list[Taken], _: str) -> None:
        deque(_compared(chunk, one), maxlen=0)  # only counted

    _read(path, one, progress, count)
    return one.preview


def import_sheet(path: Path, ledger: Ledger, by: Sight, progress: Progress | None = None) -> Batch:
    """Enter a sheet as one batch, whole or not at all. Raises SheetErrors with every error, SheetProblem, Refused."""
    by.must(ledger.ability)
    one = _Pass(ledger, by, Resolver(ledger.references), Preview())
    with transaction.atomic():
        batch = Batch.objects.create(
            ledger=ledger.code, file_name=path.name, file_digest=file_digest(path), by_id=by.user
        )

        def enter(chunk: list[Taken], sheet: str) -> None:
            _write(chunk, one, batch, sheet)

        if ledger.roll is not None:
            _read_roll(path, one, ledger.roll)
        else:
            _read(path, one, progress, enter)
        _finish(batch, one)
    return batch


def _read(path: Path, one: _Pass, progress: Progress | None, each: Callable[[list[Taken], str], None]) -> None:
    """Hand the sheet's sound rows over, chunk by chunk with the sheet's name, and note what was found on the way."""
    with read_sheet(path, one.ledger.layout) as reading:
        for chunk in _chunks(_taken(reading, one, progress)):
            each(chunk, reading.sheet)
        _note(reading, one.preview)


def _note(reading: Reading, done: Preview) -> None:
    done.sheet, done.header_row = reading.sheet, reading.header_row
    done.notes += reading.notes
    if reading.skipped_count:
        done.notes.append(f"跳过{reading.skipped_count}行（合计、小计、说明等）。")


def _read_roll(path: Path, one: _Pass, roll: Roll) -> None:
    """Carry out every row of a roll, in the roll's own order; errors and counts go into the preview."""
    counts = dict.fromkeys(Done, 0)
    with read_sheet(path, one.ledger.layout) as reading:
        rows = [_once(row, one) for row in reading]
        _note(reading, one.preview)
    for done, errors in entered(rows, roll, one.ledger.layout.key[0], one.by):
        if errors:
            one.preview.errors += errors[: MOST_ERRORS - len(one.preview.errors)]
        else:
            counts[done] += 1
    one.preview.new, one.preview.changed = counts[Done.NEW], counts[Done.CHANGED]
    one.preview.unchanged = counts[Done.UNCHANGED]


def _once(row: SheetRow, one: _Pass) -> SheetRow:
    """The row, in error when an earlier one bears the same key."""
    repeated = _repeated(row, key_of(row.values, one.ledger), one)
    return replace(row, errors=(*row.errors, repeated)) if repeated else row


def _repeated(row: SheetRow, key: tuple[Any, ...], one: _Pass) -> CellError | None:
    earlier = one.seen.setdefault(key, row.number)
    if earlier == row.number:
        return None
    name = one.ledger.layout.key[0]
    return CellError(name, address(row, name), row.raw.get(name, ""), f"与第{earlier}行重复，请删去其中一行。")


def _finish(batch: Batch, one: _Pass) -> None:
    """Close a batch, or undo it all when the sheet had errors."""
    done = one.preview
    if done.errors:
        raise SheetErrors(done)
    batch.entered, batch.changed, batch.unchanged = done.new, done.changed, done.unchanged
    batch.save()
    batch.log("imported", one.by, rows=done.rows, file=batch.file_digest)


def _taken(reading: Reading, one: _Pass, progress: Progress | None) -> Iterator[Taken]:
    for count, row in enumerate(reading, start=1):
        taken, errors = take(row, one.ledger, one.resolver, one.by)
        if repeated := _repeated(row, key_of(taken.values, one.ledger), one):
            errors.append(repeated)
        if progress is not None and count % CHUNK == 0:
            progress(count)
        if errors:
            one.preview.errors += errors[: MOST_ERRORS - len(one.preview.errors)]
        else:
            yield taken


def _chunks(rows: Iterator[Taken]) -> Iterator[list[Taken]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _compared(chunk: list[Taken], one: _Pass) -> Iterator[tuple[Taken, models.Model | None, dict[str, Any]]]:
    """Each row with what stands in the table under its key, and what differs."""
    existing = _existing(chunk, one.ledger)
    if one.ledger.dossier is not None:
        one.preview.errors += _dossier_errors([t for t in chunk if key_of(t.values, one.ledger) not in existing], one)
    for taken in chunk:
        found = existing.get(key_of(taken.values, one.ledger))
        before = differing(taken, found) if found is not None and one.ledger.dossier is None else {}
        if found is None:
            one.preview.new += 1
        elif before and not _may_change(found, one.by):
            one.preview.errors.append(_another_s(taken, one.ledger))
        elif before:
            one.preview.changed += 1
        else:
            one.preview.unchanged += 1
        yield taken, found, before


def _may_change(found: models.Model, by: Sight) -> bool:
    """The row that stands is also asked whose it is: its key alone gives nobody a hold on it."""
    assert isinstance(found, Recorded)
    return by.reaches(found.org, str(found.place_id))


def _another_s(taken: Taken, ledger: Ledger) -> CellError:
    name = ledger.layout.key[0]
    message = "该编码已由其他单位登记，请核对编码；确需更正的，请由登记单位导入。"
    return CellError(name, address(taken.row, name), taken.row.raw.get(name, ""), message)


def _dossier_errors(new: list[Taken], one: _Pass) -> list[CellError]:
    complaints = check_many([_dossier(taken, one.ledger, "") for taken in new], by=_importer(one.by, 0))
    name = one.ledger.layout.columns[0].name
    return [CellError(name, address(new[each.index].row, name), "", each.message) for each in complaints]


def _existing(chunk: list[Taken], ledger: Ledger) -> dict[tuple[Any, ...], models.Model]:
    first = ledger.layout.key[0]
    wanted = {key_of(taken.values, ledger)[0] for taken in chunk}
    is_case = ledger.dossier is not None
    live = {"case__voided_on__isnull": True} if is_case else {"voided_on__isnull": True}
    rows = ledger.model._default_manager.filter(city=this_city(), **{f"{first}__in": wanted}, **live)
    if issubclass(ledger.model, Entry):
        rows = rows.filter(of__isnull=True)
    if not is_case:
        rows = rows.select_related("org")
    names = [f"{name}_id" if name in ledger.references and not is_case else name for name in ledger.layout.key]
    return {tuple(getattr(row, name) for name in names): row for row in rows}


def _write(chunk: list[Taken], one: _Pass, batch: Batch, sheet: str) -> None:
    new: list[Taken] = []
    changes: list[Change] = []
    for taken, found, before in _compared(chunk, one):
        if found is None:
            new.append(taken)
        elif before:
            changes.append(_change(taken, found, before, batch, one.by))
    if one.preview.errors:
        return  # nothing of this sheet will stand: go on only to find every error
    if one.ledger.dossier is not None:
        enter_many(
            [_dossier(taken, one.ledger, taken.source(sheet)) for taken in new],
            by=_importer(one.by, batch.pk),
            batch=batch.pk,
        )
    else:
        rows = [as_model(taken, one.ledger, batch.pk, sheet) for taken in new]
        one.ledger.model._default_manager.bulk_create(rows)
        write_down_many(batch.table(), "imported", one.by, batch.pk, map(claim, rows))
    Change.objects.bulk_create(changes)


def _importer(by: Sight, batch: int) -> Sight:
    """Whoever imports enters what others did: the row's reach has been checked, the batch says who imported."""
    return replace(by, who=f"import:{batch}")


def _dossier(taken: Taken, ledger: Ledger, source: str) -> Dossier:
    assert ledger.dossier is not None
    made = ledger.dossier({**taken.values, "org": taken.org, "place": taken.place})
    return Dossier(made.intake, made.steps, source)


def _change(taken: Taken, found: models.Model, before: dict[str, Any], batch: Batch, by: Sight) -> Change:
    assert isinstance(found, Recorded)
    said = {**taken.values, "place_id": taken.place, "org_id": taken.org.pk if taken.org else None}
    rewrite(found, by, f"导入第{batch.pk}批《{batch.file_name}》"[:200], {name: said[name] for name in before})
    after = {name: plain(getattr(found, name)) for name in before}
    return Change(
        batch=batch,
        table=found._meta.label_lower,
        row=found.pk,
        before={name: plain(value) for name, value in before.items()},
        after=after,
    )
