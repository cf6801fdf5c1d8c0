"""A column that is worked out from two moments of its row whenever the row is written, singly or in bulk."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    Whole = models.IntegerField[int | None, int | None]
else:
    Whole = models.IntegerField


class SecondsBetween(Whole):
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


def _moment(row: models.Model, name: str) -> datetime | None:
    value = getattr(row, name)
    return datetime.fromisoformat(value) if isinstance(value, str) else value
