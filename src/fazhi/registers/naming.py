"""What a row calls itself, from its own columns alone: a list of rows asks the database nothing for their names."""

from django.db import models

from fazhi.registers.fields import CodeField

NAMES = ("title", "name")
NUMBERS = ("number", "key")
#: kept by the rooms, or grounds and contacts: none of them says what the row is about
SILENT = frozenset({"city", "source_cell", "void_reason", "basis", "contact", "phone", "evidence", *NUMBERS})
LONGEST = 40


def name_of(row: models.Model) -> str:
    """Its title or name; else its number with the first words it has; else its kind and id. No code of a person or body."""
    said = {name: str(value) for name in (*NAMES, *NUMBERS) if (value := row.__dict__.get(name))}
    for name in NAMES:
        if name in said:
            return said[name]
    number = next((said[name] for name in NUMBERS if name in said), "")
    parts = [part for part in (number, _first_words(row)) if part]
    return " ".join(parts) or f"{row._meta.verbose_name}第{row.pk}号"


def _first_words(row: models.Model) -> str:
    for column in row._meta.concrete_fields:
        if isinstance(column, CodeField) or column.choices or column.name in SILENT:
            continue
        if isinstance(column, models.CharField | models.TextField) and (text := row.__dict__.get(column.attname)):
            words = str(text)
            return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return ""
