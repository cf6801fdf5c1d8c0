"""Forms in the shared look: classes on the widgets, sentences that name the field, no field lost when one is wrong."""

from typing import Any

from django import forms
from django.forms.widgets import Input

WIDGETS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "form-check-input"),
    (forms.RadioSelect, "form-check-input"),
    (forms.CheckboxSelectMultiple, "form-check-input"),
    (forms.Select, "form-select"),
    (forms.Textarea, "form-control"),
    (Input, "form-control"),
)
LONG = 3  # rows of a text area
DAY_MESSAGE = "“{label}”请按2024-03-05的格式填写日期。"


class Day(forms.DateInput):
    """The browser's own date picker; typed as 2024-03-05 where there is none."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    """Day and hour."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class PlainForm(forms.Form):
    """A form whose fields look alike and whose complaints name the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field)


def dress(field: forms.Field) -> None:
    """The look of a field: its class, its size, and what it says when it is empty or wrong."""
    widget = field.widget
    if isinstance(field, forms.DateTimeField) and isinstance(widget, forms.DateTimeInput):
        widget = field.widget = Moment(widget.attrs)
    elif isinstance(field, forms.DateField) and isinstance(widget, forms.DateInput):
        widget = field.widget = Day(widget.attrs)
    found = next((name for kind, name in WIDGETS if isinstance(widget, kind)), "")
    if found and found not in widget.attrs.get("class", ""):
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} {found}".strip()
    if isinstance(widget, forms.Textarea):
        widget.attrs["rows"] = LONG
    label = field.label or ""
    verb = "选择" if isinstance(field, forms.ChoiceField | forms.FileField) else "填写"
    field.error_messages["required"] = f"请{verb}“{label}”。"
    if isinstance(field, forms.DateField):
        field.error_messages["invalid"] = DAY_MESSAGE.format(label=label)
