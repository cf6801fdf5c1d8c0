"""A column that divides one whole number of the row by another whenever the row is written."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    Whole = models.IntegerField[int | None, int | None]
else:
    Whole = models.IntegerField


class PerHead(Whole):
    """How many of `amount` fall to each of `heads`, rounded down; empty where there is nobody."""

    def __init__(self, verbose_name: str, *, amount: str = "", heads: str = "", **options: Any) -> None:
        self.amount, self.heads = amount, heads
        options |= {"editable": False, "null": True, "blank": True}
        super().__init__(verbose_name, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "amount": self.amount, "heads": self.heads}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        amount, heads = getattr(model_instance, self.amount), getattr(model_instance, self.heads)
        share = int(amount) // int(heads) if heads else None
        setattr(model_instance, self.attname, share)
        return share
