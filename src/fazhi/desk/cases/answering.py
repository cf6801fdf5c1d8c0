"""A step as a form: its date, its outcome and what it asks, each built from the declaration or the column it names."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone

from fazhi.casework.api import Case, Facts, business
from fazhi.desk.bodies import BodyField, RowField
from fazhi.look.api import PlainForm, dress
from fazhi.people.api import Organisation
from fazhi.procedure import FACT, Ask, Procedure, Step
from fazhi.registers.api import MoneyField

IN_FEN = 100
ON, OUTCOME, VERSION, KEY, MOMENT = "step_on", "step_outcome", "seen_version", "step_key", "step_moment"
FLAGS = (("", "请选择"), ("yes", "是"), ("no", "否"))


class MoneyInYuan(forms.DecimalField):
    """Takes 元 with two decimals and gives 分."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=18, decimal_places=2, min_value=Decimal(0), **options)

    def clean(self, value: Any) -> Any:
        yuan = super().clean(value)
        return None if yuan is None else int(yuan * IN_FEN)

    def prepare_value(self, value: Any) -> Any:
        return Decimal(value) / IN_FEN if isinstance(value, int) else value


class YesNo(forms.ChoiceField):
    """A question to be answered, where leaving it open is not a no."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=FLAGS, **options)

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return None if chosen == "" else chosen == "yes"


class StepForm(PlainForm):
    """One step of one case. `seen_version` and `step_key` make a repeated or belated submission harmless."""

    def __init__(self, case: Case, procedure: type[Procedure], step: Step, *args: Any, **kwargs: Any) -> None:
        self.step, self.procedure = step, procedure
        kwargs["prefix"] = step.name
        kwargs.setdefault("initial", {}).setdefault(VERSION, case.version)
        kwargs["initial"].setdefault(KEY, secrets.token_hex(16))
        super().__init__(*args, **kwargs)
        self.fields.update(self._own())
        for field in self.fields.values():
            dress(field)

    def _own(self) -> dict[str, forms.Field]:
        fields: dict[str, forms.Field] = {
            VERSION: forms.IntegerField(widget=forms.HiddenInput),
            KEY: forms.CharField(max_length=64, widget=forms.HiddenInput),
        }
        now = timezone.localtime()
        if counts_hours(self.procedure):
            label = "办理时间"
            fields[MOMENT] = forms.DateTimeField(label=label, initial=now.replace(second=0, microsecond=0))
        else:
            fields[ON] = forms.DateField(label="办理日期", initial=now.date())
        if len(self.step.outcomes) > 1:
            pairs = [("", "请选择"), *((each.name, each.label) for each in self.step.outcomes)]
            fields[OUTCOME] = forms.ChoiceField(label="结论", choices=pairs)
        table = business(self.procedure.code).facts
        fields.update({name: field_of(name, ask, table) for name, ask in self.step.asks.items()})
        return fields

    @property
    def on(self) -> date | None:
        moment = self.moment
        return timezone.localtime(moment).date() if moment else self.cleaned_data.get(ON)

    @property
    def moment(self) -> datetime | None:
        found: datetime | None = self.cleaned_data.get(MOMENT)
        return found

    @property
    def outcome(self) -> str | None:
        return self.cleaned_data.get(OUTCOME) or None

    @property
    def answers(self) -> dict[str, Any]:
        """What `act()` takes: a body by its id, everything else as it was cleaned."""
        given = {name: self.cleaned_data[name] for name in self.step.asks if name in self.cleaned_data}
        return {name: as_given(value) for name, value in given.items() if value not in (None, "")}

    def take(self, complaints: Mapping[str, str]) -> None:
        """Complaints of the room below, beside the fields they are about."""
        names = {"outcome": OUTCOME, "on": ON}
        for name, sentence in complaints.items():
            field = names.get(name, name)
            self.add_error(field if field in self.fields else None, sentence)


def as_given(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value


def counts_hours(procedure: type[Procedure]) -> bool:
    """Whether a limit of the procedure is counted in hours, so that a step needs its moment and not only its day."""
    return any(limit.clock.unit == "hour" for limit in procedure.limits.values())


def field_of(name: str, ask: Ask, table: type[Facts] | None) -> forms.Field:
    """The form field of one question."""
    if ask is FACT:
        assert table is not None
        column = table._meta.get_field(name)
        assert isinstance(column, models.Field)
        return column_field(column)
    options: dict[str, Any] = {"label": ask.label, "required": ask.required, "help_text": ask.note}
    if ask.personal:
        options["help_text"] = f"{ask.note}个人信息，单独加密存放，仅承办人员可以查看。"
    if ask.kind == "choice":
        return forms.ChoiceField(choices=[("", "请选择"), *ask.choices], **options)
    if ask.kind == "long":
        return forms.CharField(widget=forms.Textarea, **options)
    simple: dict[str, type[forms.Field]] = {
        "day": forms.DateField,
        "whole": forms.IntegerField,
        "money": MoneyInYuan,
        "flag": YesNo,
    }
    return simple.get(ask.kind, forms.CharField)(**options)


def column_field(column: models.Field[Any, Any]) -> forms.Field:
    """The form field of a column of a table: bodies are typed by name, money in 元."""
    required = not (column.blank or column.null)
    options: dict[str, Any] = {"label": str(column.verbose_name), "help_text": column.help_text}
    if isinstance(column, models.ForeignKey) and column.related_model is Organisation:
        return BodyField(required=required, **options)
    if isinstance(column, models.ForeignKey):
        assert isinstance(column.related_model, type)
        return RowField(column.related_model, required=required, label=options["label"], help_text="填写编码或者名称")
    if isinstance(column, MoneyField):
        return MoneyInYuan(required=required, **{**options, "label": f"{options['label']}（元）"})
    field = column.formfield()
    assert field is not None
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        empty = [("", "请选择" if required else "无")]
        field.choices = empty + [pair for pair in column.flatchoices if pair[0] != ""]
    if isinstance(column, models.BooleanField):
        field.required = False
    if isinstance(column, models.TextField):
        field.widget = forms.Textarea()
    return field
