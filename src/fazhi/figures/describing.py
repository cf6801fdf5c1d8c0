"""A definition in words: what is counted, of which rows, under which conditions. Derived, so it cannot go stale."""

import hashlib
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, Model

from fazhi.casework.api import business, businesses
from fazhi.figures.conditions import Bound, Column, Compare, Condition, Either, Every, Linked, Never
from fazhi.figures.figure import Change, Figure, NotComputed, Quotient
from fazhi.figures.rows import Rows, Span
from fazhi.procedure import procedures

OPERATOR = {"eq": "为", "ne": "不为", "lt": "小于", "le": "不大于", "gt": "大于", "ge": "不小于"}
ON_DATES = {"lt": "早于", "le": "不晚于", "gt": "晚于", "ge": "不早于"}


def definition(figure: Figure) -> str:
    """One paragraph in Chinese."""
    if isinstance(figure, NotComputed):
        return figure.reason
    parts = []
    for measure in figure.measures().values():
        if isinstance(figure, Change) and measure.base:
            continue  # the same rows, a year earlier
        asked = {"count": "的行数", "max": f"中“{label(measure.rows.model, measure.column)}”的最大值"}.get(
            measure.aggregate
        )
        if asked is None:
            kind = "合计" if measure.aggregate == "sum" else "去重个数"
            asked = f"的“{label(measure.rows.model, measure.column)}”{kind}"
        head = "" if measure.label == "计入" else f"{measure.label}："
        parts.append(f"{head}{rows_in_words(measure.rows)}{asked}")
    text = "；".join(parts)
    if isinstance(figure, Change):
        quotient = f"每一{figure.of.whole.label}的{figure.of.part.label}" if isinstance(figure.of, Quotient) else ""
        text += f"；{quotient}与{figure.base}相比的降幅"
    return text + "。"


def fingerprint(figure: Figure) -> str:
    """Changes whenever the definition does: the version of the figure (口径版本)."""
    return hashlib.sha256(f"{figure.kind}|{figure.unit}|{figure.digits}|{definition(figure)}".encode()).hexdigest()[:12]


def rows_in_words(rows: Rows) -> str:
    name = str(rows.model._meta.verbose_name)
    said = [in_words(condition, rows.model) for condition in rows.conditions]
    conditions = "、".join(text for text in said if text)
    return f"《{name}》中{_span(rows)}" + (f"、{conditions}" if conditions else "")


def _span(rows: Rows) -> str:
    dated = label(rows.model, rows.dated)
    if rows.span is Span.FLOW:
        return f"“{dated}”在期内"
    if rows.span is Span.STOCK:
        return f"“{dated}”不晚于期末且期末未失效"
    return f"“{dated}”不晚于期末" if rows.span is Span.SO_FAR else "全部"


def in_words(condition: Condition, model: type[Model]) -> str:
    if isinstance(condition, Every):
        return "、".join(filter(None, (in_words(part, model) for part in condition.parts)))
    if isinstance(condition, Either):
        return "（" + "或者".join(in_words(part, model) for part in condition.parts) + "）"
    if isinstance(condition, Never):
        return f"并非（{in_words(condition.part, model)}）"
    if isinstance(condition, Linked):
        return _linked(condition)
    assert isinstance(condition, Compare)
    return _compare(condition, model)


def _linked(condition: Linked) -> str:
    inner = rows_in_words(condition.rows)
    if condition.most is not None and not condition.least:
        return f"对应{inner}的行至多{condition.most}条"
    if condition.least == condition.most:
        return f"对应{inner}的行恰为{condition.least}条"
    return f"有{inner}的行与之对应" + (f"（不少于{condition.least}条）" if (condition.least or 1) > 1 else "")


def _compare(condition: Compare, model: type[Model]) -> str:
    if condition.column in {"voided_on", "case__voided_on", "of"}:
        return ""  # struck-out rows and superseded versions are never counted: said once in the manual
    name = label(model, condition.column)
    if condition.operator == "null":
        return f"“{name}”{'为空' if condition.value else '已填'}"
    if condition.operator == "in":
        return f"“{name}”为" + "、".join(_value(model, condition.column, value) for value in condition.value)
    on_dates = isinstance(condition.value, date | Bound) or isinstance(_column(model, condition.column), DateField)
    words = {**OPERATOR, **(ON_DATES if on_dates else {})}
    return f"“{name}”{words[condition.operator]}{_value(model, condition.column, condition.value)}"


def _value(model: type[Model], path: str, value: Any) -> str:
    if isinstance(value, Column):
        return f"“{label(model, value.path)}”"
    if isinstance(value, Bound):
        return value.label
    if isinstance(value, bool):
        return "是" if value else "否"
    if path.endswith("case__procedure"):
        return business(str(value)).title
    if path.endswith("case__outcome"):
        return _outcome(model, str(value))
    column = _column(model, path)
    choices = dict(getattr(column, "flatchoices", None) or ())
    return str(choices.get(value, value))


def _outcome(model: type[Model], name: str) -> str:
    """An outcome by its label in the procedure whose facts the table holds."""
    codes = {each.code for each in businesses() if each.facts is model}
    labels = [
        edition.outcomes[name].label for edition in procedures() if edition.code in codes and name in edition.outcomes
    ]
    return labels[-1] if labels else name


def label(model: type[Model], path: str) -> str:
    """The Chinese name of a column by its path."""
    if path == "pk":
        return "编号"
    column = _column(model, path)
    return str(getattr(column, "verbose_name", path))


def _column(model: type[Model], path: str) -> Any:
    current: Any = model
    column: Any = None
    for name in path.split("__"):
        try:
            column = current._meta.get_field(name.removesuffix("_id") if name.endswith("_id") else name)
        except FieldDoesNotExist:
            return column
        current = column.related_model or current
    return column
