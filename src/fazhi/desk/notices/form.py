"""The form in which a notice is entered: its paragraphs as published, held against the calendar before anything is done."""

from typing import Any

from django import forms
from django.utils import timezone

from fazhi.casework.api import NoticeChange, current_calendar
from fazhi.days import BadNotice, Notice, notice_in_words, notice_text
from fazhi.look.api import PlainForm

SAMPLE = "元旦：1月1日（周五）至3日（周日）放假，共3天。"


class NoticeForm(PlainForm):
    """Year, number and text of a notice; a reason where the year has one already."""

    year = forms.IntegerField(label="年份", min_value=1970, max_value=2099)
    number = forms.CharField(
        label="文号", max_length=60, required=False, help_text="没有看到文号的留空，以发文日期引用"
    )
    issued = forms.DateField(label="发文日期")
    words = forms.CharField(
        label="放假安排",
        max_length=4000,
        help_text=f"照抄通知原文，每个节日一行，例如：{SAMPLE}",
        widget=forms.Textarea,
    )
    unseen = forms.BooleanField(label="没有看到通知原文，依据转述登记", required=False)
    reason = forms.CharField(
        label="更正原因", max_length=200, required=False, help_text="该年份已有通知时必填；原通知保留备查，不再据以计算"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"year": timezone.localdate().year + 1, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["words"].widget.attrs["rows"] = 8
        self.notice: Notice | None = None

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.notice = notice_in_words(
                    values["year"], values["words"], values["number"], values["issued"], not values["unseen"]
                )
            except BadNotice as error:
                self.add_error("words", str(error))
        return values

    @property
    def change(self) -> NoticeChange:
        """What a valid form asks for."""
        assert self.notice is not None
        return NoticeChange(self.notice.year, notice_text(self.notice), self.cleaned_data["reason"].strip())


class WithdrawForm(PlainForm):
    reason = forms.CharField(label="撤销原因", max_length=200)


def words_of(notice: Notice) -> str:
    """The paragraphs of a known notice, to be corrected: each make-up day stands with the festival nearest to it."""
    nearest = {day: min(notice.off, key=lambda off: abs((off.first - day).days)) for day in notice.work}
    return "\n".join(
        f"{off.festival}：{_span(off.first, off.last)}放假，共{len(off.days())}天。"
        + "、".join(_long(day) for day in notice.work if nearest[day] is off)
        + ("上班。" if off in nearest.values() else "")
        for off in notice.off
    )


def _span(first: Any, last: Any) -> str:
    return _long(first) if first == last else f"{_long(first)}至{_long(last)}"


def _long(day: Any) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def known_notice(year: int) -> Notice | None:
    """The notice by which a year is counted now."""
    return next((each for each in current_calendar().notices if each.year == year), None)
