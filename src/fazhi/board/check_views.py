"""A text against the records: each quantity coloured and labelled, the list beside it, what the text says against itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fazhi.board.access import DRAFT, open_to
from fazhi.board.reporting.drafting import staff_url
from fazhi.board.reporting.pages import framed
from fazhi.look.api import PlainForm
from fazhi.report.api import Checked, Judged, UnreadableText, check, read_text

LONGEST = 200_000
SAID = {"agrees": "一致", "differs": "不一致", "no_figure": "无对应数据", "not_a_figure": "不是数据"}
STATUS = {"contradiction": "矛盾", "implies": "可以推算", "consistent": "相符"}


class CheckForm(PlainForm):
    """A text pasted, or a file."""

    text = forms.CharField(
        label="粘贴文本", required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip
    file = forms.FileField(
        label="或者上传文件", required=False, help_text="Word（.docx）、文本（.txt）或者网页（.html）"
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("file"):
            cleaned["text"] = _read(cleaned["file"])
        elif not cleaned.get("text", "").strip():
            raise forms.ValidationError("请粘贴要核对的文本，或者上传文件。")
        if len(cleaned["text"]) > LONGEST:
            raise forms.ValidationError(f"文本超过{LONGEST:,}字，请分段核对。")
        return cleaned


def _read(upload: UploadedFile[Any]) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(str(upload.name)).name or "未命名")
        path.write_bytes(upload.read())
        try:
            return read_text(path)
        except UnreadableText as error:
            raise forms.ValidationError(str(error)) from None


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; with `number` it is a quantity that was judged."""

    text: str
    number: int = 0
    verdict: str = ""
    said: str = ""


@dataclass(frozen=True)
class Finding:
    """One line of the list beside the text."""

    number: int
    judged: Judged
    said: str
    url: str


@open_to(*DRAFT, whole_city=True)
def check_text(request: HttpRequest, year: int) -> HttpResponse:
    """Nothing is stored: the text is read, judged and shown."""
    form = CheckForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        checked = check(text, year)
        context |= {
            "checked": checked,
            "pieces": pieces(text, checked),
            "findings": findings(checked),
            "counts": counts(checked),
        }
        context["internal"] = [(STATUS[each.status], each) for each in checked.internal]
    return render(request, "board/report/check.html", framed(request, year, "check", **context))


def pieces(text: str, checked: Checked) -> list[Piece]:
    """The text cut at its quantities; joined again it is the text, letter by letter."""
    found, at = [], 0
    for number, each in enumerate(checked.quantities, start=1):
        quantity = each.quantity
        if quantity.offset < at:
            continue
        found.append(Piece(text[at : quantity.offset]))
        found.append(Piece(text[quantity.offset : quantity.end], number, each.verdict, SAID[each.verdict]))
        at = quantity.end
    return [*found, Piece(text[at:])]


def findings(checked: Checked) -> list[Finding]:
    """What is a figure, the differing ones first."""
    order = {"differs": 0, "no_figure": 1, "agrees": 2}
    listed = [
        Finding(number, each, SAID[each.verdict], staff_url(each.figure.id, checked.year) if each.figure else "")
        for number, each in enumerate(checked.quantities, start=1)
        if each.verdict != "not_a_figure"
    ]
    return sorted(listed, key=lambda finding: (order[finding.judged.verdict], finding.number))


def counts(checked: Checked) -> list[tuple[str, str, int]]:
    """[(verdict, its words, how many)]."""
    found = [
        (verdict, words, sum(each.verdict == verdict for each in checked.quantities)) for verdict, words in SAID.items()
    ]
    return [(verdict, words, count) for verdict, words, count in found]
