"""A big city for the workloads: cases and their facts written by SQL, in a file of its own under bench/data."""

import time
from pathlib import Path

from django.apps import apps
from django.db import connection, models, transaction

from fazhi.city.zhenjiang.ground import lay
from fazhi.people.api import Organisation, User
from fazhi.project.schema import prepare

DATA = Path(__file__).parent / "data"
OFFICERS = 3000
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
SERIES = "WITH n(i) AS (SELECT generate_series(1::bigint, {count}))"
#: five penalties, four notarial matters, one reconsideration in ten; a twelfth of each is still open
CASE = {
    "city": "'C321100'",
    "year": "CASE WHEN i % 3 = 0 THEN 2023 ELSE 2024 END",
    "procedure": "CASE WHEN i % 10 < 5 THEN 'penalty' WHEN i % 10 < 9 THEN 'notarisation' ELSE 'reconsideration' END",
    "number": "'〔2024〕第' || i || '号'",
    "title": "'事项' || i",
    "state": "CASE WHEN i % 12 = 0 THEN 'ordinary' ELSE 'archived' END",
    "outcome": "CASE WHEN i % 12 = 0 THEN '' WHEN i % 3 = 1 THEN 'MEDIATED' WHEN i % 3 = 2 THEN 'MAINTAIN' ELSE 'REDUCED' END",
}


def use(name: str) -> bool:
    """Turn the default connection to bench/data/<name>.sqlite3 (a server keeps its own); True when it must be filled."""
    if connection.vendor == "sqlite":
        DATA.mkdir(exist_ok=True)
        connection.close()
        connection.settings_dict["NAME"] = DATA / f"{name}.sqlite3"
    prepare()
    return not apps.get_model("casework.case").objects.exists()


def fill(count: int) -> float:
    """Write `count` cases with their facts; returns seconds."""
    started = time.monotonic()
    ground = lay()
    User.objects.bulk_create([User(username=f"u{n}", name=f"承办人{n}") for n in range(OFFICERS)])
    first = User.objects.order_by("pk").values_list("pk", flat=True)[0]
    bodies = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    day = (
        "date('2024-01-01', '+' || (i % 366) || ' days')"
        if connection.vendor == "sqlite"
        else "DATE '2024-01-01' + (i % 366)::int"
    )
    turn = f"(i / 12 * 7919 % {OFFICERS})"
    case = {
        **CASE,
        "place_id": _in_turn(ground.towns),
        "org_id": f"{bodies[0]} + (i * 7) % {len(bodies)}",
        # between evenly and by the square: some desks hold ten times what others do
        "officer_id": f"CASE WHEN i % 12 = 0 THEN {first} + ({turn} * {turn} / {OFFICERS} + {turn}) / 2 END",
        "received_on": day,
        "concluded_on": f"CASE WHEN i % 12 <> 0 THEN {day} END",
        "closed_on": f"CASE WHEN i % 12 <> 0 THEN {day} END",
        "next_due": f"CASE WHEN i % 12 = 0 THEN {day} END",
    }
    with transaction.atomic():
        _insert(apps.get_model("casework.case"), count, {"id": "i", **case})
        for label in ("enforcement.penaltycase", "foreign.notarycase", "reconsideration.reconsiderationcase"):
            _insert_facts(apps.get_model(label), day, bodies[0])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return time.monotonic() - started


def _in_turn(codes: list[str]) -> str:
    """Each code in turn, by the number of the row."""
    return "CASE " + " ".join(f"WHEN i % {len(codes)} = {n} THEN '{code}'" for n, code in enumerate(codes)) + " END"


def _insert(model: type[models.Model], count: int, given: dict[str, str]) -> None:
    numbers = (NUMBERS if connection.vendor == "sqlite" else SERIES).format(count=count)
    columns = {field.column: given.get(field.column) or _plain(field) for field in model._meta.concrete_fields}
    _run(model, columns, numbers, "n")


def _insert_facts(model: type[models.Model], day: str, org: int) -> None:
    procedure = {"penaltycase": "penalty", "notarycase": "notarisation"}.get(
        model._meta.model_name or "", "reconsideration"
    )
    given = {"case_id": "id", "city": "city", "year": "year", "respondent_id": str(org), "applied_on": "received_on"}
    columns = {
        field.column: given.get(field.column) or _plain(field)
        for field in model._meta.concrete_fields
        if not isinstance(field, models.GeneratedField)
    }
    _run(model, columns, "", f"(SELECT c.*, c.id AS i FROM casework_case c WHERE procedure = '{procedure}')")


def _run(model: type[models.Model], columns: dict[str, str], head: str, source: str) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({names}) {head} SELECT {", ".join(columns.values())} FROM {source} AS s'
        )


def _plain(field: models.Field) -> str:
    """Something lawful for a column nobody asked about: its default, its choices in turn, a date, or nothing."""
    if field.null:
        return "NULL"
    if field.choices:
        return _in_turn([str(value) for value, _ in field.flatchoices])
    if isinstance(field, models.BooleanField):
        return "(i % 5 = 0)" if connection.vendor != "sqlite" else "CASE WHEN i % 5 = 0 THEN 1 ELSE 0 END"
    if isinstance(field, models.DateTimeField):
        return "CURRENT_TIMESTAMP"
    if isinstance(field, models.DateField):
        return "'2024-06-03'"
    if isinstance(field, models.IntegerField):
        return "1"
    return "''"
