"""Columns that are worked out from the row's own moments whenever it is first written, singly or in bulk."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models

#: 镇江12345热线与110报警平台联动转接办法: 工单、警单在1小时内接收交办
ASSIGN_WITHIN = timedelta(hours=1)


class SecondsBetween(models.IntegerField):
    """Whole seconds from one moment of the row to another; empty while either is. Nobody types it in."""

    def __init__(self, verbose_name: str, *, start: str = "", end: str = "", **options: Any) -> None:
        self.start, self.end = start, end
        options |= {"editable": False, "null": True, "blank": True}
        super().__init__(verbose_name, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "start": self.start, "end": self.end}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        begun, ended = _moment(model_instance, self.start), _moment(model_instance, self.end)
        seconds = None if begun is None or ended is None else int((ended - begun).total_seconds())
        setattr(model_instance, self.attname, seconds)
        return seconds


class AssignDue(models.DateTimeField):
    """The last moment at which an order received at `start` is assigned in time."""

    def __init__(self, verbose_name: str, *, start: str = "", **options: Any) -> None:
        self.start = start
        options |= {"editable": False, "null": True, "blank": True}
        super().__init__(verbose_name, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "start": self.start}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        begun = _moment(model_instance, self.start)
        due = None if begun is None else begun + ASSIGN_WITHIN
        setattr(model_instance, self.attname, due)
        return due


def _moment(row: models.Model, name: str) -> datetime | None:
    value = getattr(row, name)
    return datetime.fromisoformat(value) if isinstance(value, str) else value
