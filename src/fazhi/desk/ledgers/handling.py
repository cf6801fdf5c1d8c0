"""What a worker does for the pages of ledgers: look at a large sheet, import one, take a batch back."""

from django.http import Http404
from django.urls import reverse as address_of

from fazhi.casework.api import Refused
from fazhi.desk.ledgers.batches import REVERSE, must_reverse, the_batch
from fazhi.desk.uploads import Upload, kept
from fazhi.jobs.api import Arguments, Kind, Outcome, Task, Unfinished
from fazhi.ledgers.api import Ledger, SheetErrors, SheetProblem, import_sheet, ledger, preview, reverse
from fazhi.people.api import Ability, Sight

LOOK, IMPORT = "ledger.look", "ledger.import"
GONE = "上传的文件已过期或者已经导入，请重新上传。"


def may_import(by: Sight, arguments: Arguments) -> None:
    by.must(ledger(arguments["ledger"]).ability)


def may_take_back(by: Sight, _: Arguments) -> None:
    by.must(Ability.REVERSE_BATCH)


def look_at(task: Task) -> Outcome:
    """Read and check the sheet, and keep what was found for the page."""
    found, one = _upload(task)
    try:
        looked = preview(one.path, found, task.by, task.counting("正在核对各行"))
    except SheetProblem as problem:
        one.discard()
        raise Unfinished(str(problem), _page(found)) from None
    one.remember(looked)
    return Outcome("核对完毕，请查看结果。", _preview(found, one))


def take_in(task: Task) -> Outcome:
    """Import what was looked at; if the register has moved since, the preview says what is now wrong."""
    found, one = _upload(task)
    total = one.preview.rows if one.preview is not None else None
    try:
        batch = import_sheet(one.path, found, task.by, task.counting("正在导入各行", total))
    except SheetErrors as errors:
        one.remember(errors.preview)
        raise Unfinished(str(errors), _preview(found, one)) from None
    except (SheetProblem, Refused) as problem:
        raise Unfinished(str(problem), _page(found)) from None
    said = f"已导入：新增{batch.entered}行，修改{batch.changed}行，未变{batch.unchanged}行。"
    return Outcome(said, address_of("desk:batch", args=[batch.pk]), afterwards=one.discard)


def take_back(task: Task) -> Outcome:
    """Take a batch back, whole or not at all."""
    pk, reason = int(task.arguments["batch"]), str(task.arguments["reason"])
    page = address_of("desk:batch", args=[pk])
    task.tell("正在撤回")
    try:
        batch, found = the_batch(task.by, pk)
        must_reverse(task.by, batch)
        reverse(batch, task.by, reason)
    except Http404 as gone:
        raise Unfinished(str(gone)) from None
    except ValueError as refused:  # MovedOn is one
        raise Unfinished(str(refused), page) from None
    return Outcome(f"已撤回“{found.title}”第{pk}批。", page)


def _upload(task: Task) -> tuple[Ledger, Upload]:
    found = ledger(task.arguments["ledger"])
    one = kept(task.arguments["token"], found.code, task.by.user)
    if one is None:
        raise Unfinished(GONE, _page(found))
    return found, one


def _page(found: Ledger) -> str:
    return address_of("desk:ledger", args=[found.code])


def _preview(found: Ledger, one: Upload) -> str:
    return address_of("desk:preview", args=[found.code, one.token])


KINDS = (
    Kind(LOOK, "核对台账", may_import, look_at, atomic=False),
    Kind(IMPORT, "导入台账", may_import, take_in),
    Kind(REVERSE, "撤回批次", may_take_back, take_back),
)
