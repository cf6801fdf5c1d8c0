"""Which tables there are to look at, by domain; each under the label of its model, with what it holds."""

from typing import Any

from django.apps import apps
from django.db import models
from django.http import Http404

from fazhi.desk.shown import Column, columns_of
from fazhi.registers.api import Entry, Record, Recorded, this_city

NO_TABLE = "没有这个清单或者记录，请从“清单与记录”重新进入。"
FIRST_COLUMNS = 7
LAST = ("org", "place")


def tables() -> dict[str, list[type[Recorded]]]:
    """Every list and record, in groups by the name of its domain."""
    groups: dict[str, list[type[Recorded]]] = {}
    for config in apps.get_app_configs():
        found = [m for m in config.get_models() if issubclass(m, Entry | Record)]
        if found:
            groups[str(config.verbose_name)] = sorted(found, key=lambda model: str(model._meta.verbose_name))
    return dict(sorted(groups.items()))


def the_table(label: str) -> type[Recorded]:
    """The table called `app.model`; Http404 for anything that is not a list or a record."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        raise Http404(NO_TABLE) from None
    if not issubclass(model, Entry | Record):
        raise Http404(NO_TABLE)
    return model


def label_of_table(model: type[Recorded]) -> str:
    return model._meta.label_lower


def is_list(model: type[Recorded]) -> bool:
    """Whether lines of the table hold from a day to a day."""
    return issubclass(model, Entry)


def list_columns(model: type[Recorded]) -> list[Column]:
    """The columns that fit on one screen: the first of the table's own, its dates, its body and place."""
    own = [c for c in columns_of(model) if c.name not in LAST and c.name != "basis"]
    dates = [c for c in own if c.name in ("valid_from", "valid_to")]
    others = [c for c in own if c not in dates]
    return [*others[: FIRST_COLUMNS - len(dates)], *dates, *(c for c in columns_of(model) if c.name in LAST)]


def live(model: type[Recorded]) -> models.QuerySet[Any]:
    """Rows of this city that hold: no earlier versions."""
    rows: models.QuerySet[Any] = model._default_manager.filter(city=this_city())
    return rows.filter(of__isnull=True) if is_list(model) else rows
