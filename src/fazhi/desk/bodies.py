"""Bodies and places typed by name, with the browser's own suggestions: hundreds of them are too many for a list to open."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet

from fazhi.people.api import Level, Organisation, Place
from fazhi.registers.api import this_city

CODE = re.compile(r"\((\w{6,12})\)$")


class Named(forms.CharField):
    """Text that names exactly one row."""

    list_id = ""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"list": self.list_id, "autocomplete": "off"}))
        options["max_length"] = 120
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        return self.found(str(text).strip())

    def found(self, text: str) -> Any:
        raise NotImplementedError


class BodyField(Named):
    """An organisation of this city, by its full or short name."""

    list_id = "bodies"

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return str(Organisation.objects.filter(pk=value).first() or "")
        return str(value) if isinstance(value, Organisation) else value

    def found(self, text: str) -> Organisation:
        rows = list(bodies().filter(Q(name=text) | Q(short=text))[:5])
        standing = [row for row in rows if row.until is None]
        rows = standing or rows  # a name may have passed to a new body; the one that exists is meant
        if len(rows) != 1:
            raise ValidationError(f"没有名为“{text}”的单位，请从提示的名单中选择，或者填写单位全称。")
        return rows[0]


class PlaceField(Named):
    """A place of this city: 云阳街道(321181101), the code alone, or a name that only one place bears."""

    list_id = "places"

    def prepare_value(self, value: Any) -> Any:
        return place_text(value) if isinstance(value, Place) else value

    def found(self, text: str) -> Place:
        code = CODE.search(text)
        wanted = Q(pk=code.group(1)) if code else Q(pk=text) | Q(name=text)
        rows = list(places().filter(wanted)[:2])
        if len(rows) != 1:
            raise ValidationError(f"没有区划“{text}”或者有重名，请从提示的名单中选择。")
        return rows[0]


class RowField(Named):
    """A row of another table of this city, by its key, number or name: typed, so that no list gives away what others hold."""

    def __init__(self, model: type[models.Model], **options: Any) -> None:
        self.model = model
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": "off"}), **options)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        row = self.model._default_manager.filter(pk=value).first()
        return "" if row is None else next((str(getattr(row, name)) for name in self._names()), str(row))

    def found(self, text: str) -> models.Model:
        wanted = Q()
        for name in self._names():
            wanted |= Q(**{name: text})
        rows: list[models.Model] = list(self._rows().filter(wanted)[:2]) if wanted else []
        if len(rows) != 1:
            raise ValidationError(f"“{self.label}”没有登记“{text}”或者有重名，请核对编码。")
        return rows[0]

    def _names(self) -> list[str]:
        own = {column.name for column in self.model._meta.concrete_fields}
        return [name for name in ("key", "number", "code", "name") if name in own]

    def _rows(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.all()
        own = {column.name for column in self.model._meta.concrete_fields}
        fixed = {"city": this_city(), "voided_on": None, "of": None}
        return rows.filter(**{name: value for name, value in fixed.items() if name in own})


def bodies() -> QuerySet[Organisation]:
    return Organisation.objects.filter(city=this_city())


def places() -> QuerySet[Place]:
    return Place.objects.filter(city=this_city())


def place_text(place: Place) -> str:
    return f"{place.name}({place.code})"


def suggestions() -> dict[str, list[str]]:
    """What the page's two suggestion lists hold; villages are too many and are typed in full."""
    shown = places().filter(until__isnull=True).exclude(level=Level.VILLAGE)
    return {
        "bodies": [str(body) for body in bodies().filter(until__isnull=True)],
        "places": [place_text(place) for place in shown],
    }
