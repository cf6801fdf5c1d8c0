"""A ledger's page; a sheet uploaded, looked at, and its import asked for."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.apps import apps
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fazhi.desk.ledgers.batches import seen_batches
from fazhi.desk.ledgers.door import the_ledger, usable, whoever_keeps_ledgers
from fazhi.desk.ledgers.handling import GONE, IMPORT, LOOK
from fazhi.desk.sheets import attachment
from fazhi.desk.uploads import MOST_BYTES, Upload, keep, kept
from fazhi.jobs.api import State, seen_jobs
from fazhi.ledgers.api import (
    Ledger,
    SheetProblem,
    export,
    ledgers,
    mark_errors,
    preview,
    template,
)
from fazhi.look.api import PlainForm, ask_and_watch, sight, watch, year_in

REFUSED = 422
MOST_SHOWN = 200
MOST_AT_ONCE = (
    256 * 1024
)  # bytes: some thousand rows, looked at in about a second; a larger sheet is looked at by a job
RECENT = 10
KINDS = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".ods")


class SheetForm(PlainForm):
    sheet = forms.FileField(label="台账文件", help_text="Excel 或者 WPS 表格，不超过20兆字节")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].widget.attrs["accept"] = ",".join(KINDS)
        self.fields["sheet"].error_messages["empty"] = "文件是空的，请重新选择。"

    def clean_sheet(self) -> Any:
        content = self.cleaned_data["sheet"]
        if content.size > MOST_BYTES:
            raise forms.ValidationError("文件超过20兆字节，请拆分成几个文件分别导入。")
        return content


@whoever_keeps_ledgers
@require_GET
def ledger_list(request: HttpRequest) -> HttpResponseBase:
    """Every ledger by its domain."""
    groups: dict[str, list[Ledger]] = {}
    text = request.GET.get("q", "").strip()
    for each in ledgers():
        if text in each.title and usable(sight(request), each):
            groups.setdefault(str(apps.get_app_config(each.code.partition(".")[0]).verbose_name), []).append(each)
    return render(request, "desk/ledgers.html", {"groups": sorted(groups.items()), "q": text})


@whoever_keeps_ledgers
@require_GET
def ledger_page(request: HttpRequest, code: str) -> HttpResponseBase:
    return _page(request, the_ledger(sight(request), code), SheetForm())


def _page(request: HttpRequest, found: Ledger, form: SheetForm, status: int = 200) -> HttpResponseBase:
    by = sight(request)
    this_year = timezone.localdate().year
    context = {
        "ledger": found,
        "form": form,
        "may_import": by.may(found.ability),
        "exportable": found.dossier is None,
        "dated": found.roll is None,
        "years": range(this_year, this_year - 6, -1),
        "batches": seen_batches(by, found)[:RECENT],
        "key": [found.layout.column(name).label for name in found.layout.key],
    }
    return render(request, "desk/ledger.html", context, status=status)


@whoever_keeps_ledgers
@require_GET
def ledger_template(request: HttpRequest, code: str) -> FileResponse:
    found = the_ledger(sight(request), code)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        template(found, path)
        return attachment(path.open("rb"), f"{found.title}模板.xlsx")


@whoever_keeps_ledgers
@require_GET
def ledger_export(request: HttpRequest, code: str) -> FileResponse:
    """The rows the person may see, of one year or of all; reads back without a difference."""
    found = the_ledger(sight(request), code)
    if found.dossier is not None:
        raise Http404(f"“{found.title}”的行是案件，请从事项清单导出。")
    year = year_in(request.GET.get("year"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        export(found, path, sight(request), year=year)
        return attachment(path.open("rb"), f"{found.title}{year or '全部'}.xlsx")


@whoever_keeps_ledgers
@require_POST
def upload(request: HttpRequest, code: str) -> HttpResponseBase:
    """Take a file in, look at it, and go to what was found."""
    by = sight(request)
    found = the_ledger(by, code)
    by.must(found.ability)
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, form, REFUSED)
    assert by.user is not None
    taken = keep(form.cleaned_data["sheet"], found.code, by.user)
    if taken.path.stat().st_size > MOST_AT_ONCE:
        return _ask(request, LOOK, found, taken, f"核对“{taken.name}”（{found.title}）")
    try:
        taken.remember(preview(taken.path, found, by))
    except SheetProblem as problem:
        taken.discard()
        form.add_error("sheet", str(problem))
        return _page(request, found, form, REFUSED)
    return redirect("desk:preview", code=found.code, token=taken.token)


def _ask(request: HttpRequest, kind: str, found: Ledger, one: Upload, title: str) -> HttpResponseBase:
    back = reverse("desk:ledger", args=[found.code])
    arguments = {"ledger": found.code, "token": one.token}
    return ask_and_watch(request, kind, arguments, key=f"{kind}:{one.token}", title=title, back=back)


def _kept(request: HttpRequest, found: Ledger, token: str) -> Upload:
    one = kept(token, found.code, sight(request).user)
    if one is None or one.preview is None:
        raise Http404(GONE)
    return one


@whoever_keeps_ledgers
@require_GET
def preview_page(request: HttpRequest, code: str, token: str) -> HttpResponseBase:
    found = the_ledger(sight(request), code)
    one = _kept(request, found, token)
    assert one.preview is not None
    return _preview_page(request, found, one)


def _preview_page(request: HttpRequest, found: Ledger, one: Upload, status: int = 200) -> HttpResponseBase:
    assert one.preview is not None
    labels = {column.name: column.label for column in found.layout.columns}
    errors = [
        {"error": each, "label": labels.get(each.column, each.column)} for each in one.preview.errors[:MOST_SHOWN]
    ]
    context = {"ledger": found, "upload": one, "preview": one.preview, "errors": errors, "most": MOST_SHOWN}
    return render(request, "desk/preview.html", context, status=status)


@whoever_keeps_ledgers
@require_GET
def marked_copy(request: HttpRequest, code: str, token: str) -> FileResponse:
    """The person's own sheet back, its cells in error marked."""
    found = the_ledger(sight(request), code)
    one = _kept(request, found, token)
    looked = one.preview
    assert looked is not None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "marked.xlsx"
        mark_errors(
            one.path, looked.errors, path,
            sheet=looked.sheet or None, header_row=looked.header_row or None, layout=found.layout,
        )  # fmt: skip
        return attachment(path.open("rb"), f"{Path(one.name).stem}（标出错误）.xlsx")


@whoever_keeps_ledgers
@require_POST
def take_in(request: HttpRequest, code: str, token: str) -> HttpResponseBase:
    """Ask for the import of what was looked at."""
    by = sight(request)
    found = the_ledger(by, code)
    by.must(found.ability)
    asked = seen_jobs(by).filter(key=f"{IMPORT}:{token}").first()
    if asked is not None and asked.state == State.DONE:
        return watch(asked)  # sent twice: the sheet is gone, what became of it is not
    one = _kept(request, found, token)
    assert one.preview is not None
    if one.preview.errors:
        return _preview_page(request, found, one, REFUSED)
    return _ask(request, IMPORT, found, one, f"导入“{one.name}”（{found.title}）")
