"""Database triggers that refuse to change or delete what the journal holds, on SQLite and PostgreSQL.

Installed by migration 0002 and again after every `migrate` (SQLite rebuilds a table, and loses its triggers,
when a column is altered). There is no switch that opens them. Tests roll back; one that must commit and
then empty its database (flush deletes rows on SQLite) takes that test database's guards down with `remove`.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

MESSAGE = "日志只能追加，不得修改或删除。"
# what is refused: (table, event); a checkpoint's signature is added later, so only its substance is fixed
REFUSED = [
    ("journal_entry", "UPDATE"),
    ("journal_entry", "DELETE"),
    ("journal_leaf", "UPDATE"),
    ("journal_leaf", "DELETE"),
    ("journal_checkpoint", "UPDATE OF size, root, algorithm, at_instant"),
    ("journal_checkpoint", "DELETE"),
]
FUNCTION = f"""
CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def name(table: str, event: str) -> str:
    return f"{table}_no_{event.split()[0].lower()}"


def installing(vendor: str) -> list[str]:
    """The statements that put the guards up; they may be run again."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {name(table, event)} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            for table, event in REFUSED
        ]
    if vendor == "postgresql":
        return [FUNCTION] + [
            f"CREATE OR REPLACE TRIGGER {name(table, event)} BEFORE {event} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION journal_refuse()"
            for table, event in REFUSED
        ]
    raise ValueError(f"日志只支持 SQLite 和 PostgreSQL，不支持 {vendor}。")


def removing(vendor: str) -> list[str]:
    """The statements that take the guards down, for reversing the migration and for tests of tampering."""
    on = " ON {table}" if vendor == "postgresql" else ""
    return [f"DROP TRIGGER IF EXISTS {name(t, event)}{on.format(table=t)}" for t, event in REFUSED]


def install(connection: BaseDatabaseWrapper) -> None:
    run(connection, installing(connection.vendor))


def remove(connection: BaseDatabaseWrapper) -> None:
    run(connection, removing(connection.vendor))


def run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
