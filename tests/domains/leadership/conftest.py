"""Rows of the domain with plain defaults, and its figures reckoned twice."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db.models import Model

from fazhi.domains.leadership.figures import FIGURES
from fazhi.domains.leadership.models import (
    AgendaItem,
    AppraisalRound,
    BodyAppraisal,
    Cadre,
    CadreAppraisal,
    DutyRecord,
    GovernmentMeeting,
    HandbookEdition,
    HandbookReceipt,
    LawStudy,
    LeadingBody,
    MayorComment,
    OnsiteReport,
    PrincipalLeader,
)
from fazhi.figures.api import Scope, evaluate
from fazhi.figures.naive import reckon

DAY = date(2024, 5, 8)
DEFAULTS: dict[type[Model], dict[str, Any]] = {
    GovernmentMeeting: {"kind": "executive", "happened_on": DAY, "chair": "市长"},
    AgendaItem: {"happened_on": DAY, "position": 2, "kind": "other", "title": "研究经济工作", "outcome": "heard"},
    LawStudy: {"happened_on": DAY, "law": "行政复议法", "lecturer": "李文", "lecturer_unit": "市司法局"},
    LeadingBody: {"valid_from": date(2019, 1, 1), "kind": "department"},
    Cadre: {"valid_from": date(2019, 1, 1), "name": "王磊", "position": "副局长", "rank": "deputy"},
    HandbookEdition: {"valid_from": date(2024, 3, 1), "name": "学习手册"},
    HandbookReceipt: {"happened_on": DAY, "signed": True},
    PrincipalLeader: {"valid_from": date(2022, 1, 1), "name": "张强", "role": "government", "position": "市长"},
    DutyRecord: {"happened_on": DAY, "matter": "部署法治工作", "evidence": "会议纪要1号"},
    AppraisalRound: {"valid_from": date(2024, 11, 1), "name": "2024年度", "period_end": date(2024, 12, 31)},
    BodyAppraisal: {"happened_on": date(2024, 12, 5), "status": "graded"},
    CadreAppraisal: {"happened_on": date(2024, 12, 5), "status": "graded"},
    OnsiteReport: {"happened_on": date(2024, 12, 26), "reporter": "陈静", "choosing": "drawn", "attendance": "reported"},
    MayorComment: {"happened_on": date(2024, 12, 26), "by": "市长", "problem": "力量不足"},
}  # fmt: skip


@pytest.fixture
def add(town) -> Callable[..., Any]:
    """`add(Cadre, body=…)`: a row of the city's justice bureau, numbered as it comes, with what is said of it."""
    count = iter(range(1, 1000))

    def make(model: type[Model], **values: Any) -> Any:
        columns = {field.name for field in model._meta.concrete_fields}
        given = {"org": town.justice, "place_id": "321100", **DEFAULTS[model], **values}
        named = f"{next(count):03d}"
        for name in {"number", "key"} & columns - set(given):
            given[name] = named
        if model is LeadingBody and "name" not in given:
            given["name"] = f"班子{named}"
        return model.objects.create(**given)  # type: ignore[attr-defined]  # every table has a manager

    return make


@pytest.fixture
def values() -> Callable[..., dict[str, Fraction | None]]:
    """Every figure of the domain for a year, by the database and row by row: they must agree."""

    def of(year: int = 2024) -> dict[str, Fraction | None]:
        found = {id: result.value for id, result in evaluate(FIGURES, Scope(year)).items()}
        assert found == {figure.id: reckon(figure, Scope(year)).value for figure in FIGURES}
        return found

    return of


@pytest.fixture
def without(values) -> Callable[[Any], set[str]]:
    """The figures that change when one row is struck out; the row is put back."""

    def changed(row: Any) -> set[str]:
        before = values()
        type(row).objects.filter(pk=row.pk).update(voided_on=date(2024, 12, 31))
        after = values()
        type(row).objects.filter(pk=row.pk).update(voided_on=None)
        return {id for id in before if before[id] != after[id]}

    return changed
