"""The demonstration city whole: its report, the reference text against it, and what one row is worth. Slow: built once."""

import csv
import random
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from fazhi.board.headlines import candidates
from fazhi.casework.api import Facts
from fazhi.city.zhenjiang.build import Built, build
from fazhi.figures.api import Change, NotComputed, Scope, computed, evaluate, figure, selection
from fazhi.figures.lake import columns_by_table
from fazhi.figures.naive import opened, reckon
from fazhi.journal.api import verify
from fazhi.ledgers.api import export, import_sheet, ledgers
from fazhi.people.api import User, sight_of
from fazhi.report.api import check, compose, write

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
REFERENCE = Path(__file__).resolve().parents[2] / "../shared/reference"
TEXT = REFERENCE / "000_b75a286a508c1d8d.txt"
YEAR = Scope(2024)
DANYANG, JURONG = "321181", "321183"


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker) -> Iterator[Built]:
    """The city, built in a transaction that is taken back at the end."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        yield build(lambda what, done, total: None)
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture
def text() -> str:
    if not TEXT.exists():
        pytest.skip("the reference report is not beside this checkout")
    return TEXT.read_text(encoding="utf-8")


def test_every_figure_of_the_reference_report_is_found_and_agrees(city, text) -> None:
    checked = check(text, 2024)
    differing = [
        (j.quantity.text, j.figure and j.figure.id, j.why) for j in checked.quantities if j.verdict == "differs"
    ]
    assert differing == []
    assert not any(each.status == "contradiction" for each in checked.internal)
    with (REFERENCE / "seed-figures.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            own = [j for j in checked.quantities if j.figure and j.figure.code == row["id"]]
            if isinstance(figure(row["id"]), NotComputed):
                assert own and {j.verdict for j in own} <= {"not_a_figure", "no_figure"}, row["id"]
            else:
                assert "agrees" in {j.verdict for j in own} or row["section"].startswith("三"), row["id"]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [("1378名", "1379名", "F011"), ("18.5%", "18.6%", "F053"), ("1200余家", "1300余家", "F048"), ("42%", "43%", "F069"),
     ("75家调解组织", "76家调解组织", "F079"), ("11万人次", "12万人次", "F089"), ("34.7%", "35.7%", "F072")],
)  # fmt: skip
def test_a_changed_number_is_told(city, text, before: str, after: str, code: str) -> None:
    checked = check(text.replace(before, after, 1), 2024)
    assert code in {j.figure.code for j in checked.quantities if j.verdict == "differs" and j.figure}


def test_the_report_is_whole_and_agrees_with_itself(city, tmp_path) -> None:
    composed = compose(2024)
    written = write(composed, tmp_path)
    assert not written.missing and all(path.stat().st_size > 1000 for path in written.files)
    prose = "\n".join("".join(run.text for run in block.runs) for block in composed.document.blocks)
    checked = check(prose, 2024)
    assert [j.why for j in checked.quantities if j.verdict == "differs"] == []
    assert not checked.disagrees and checked.count("agrees") > 90


def test_the_year_before_is_a_base_to_compare_with(city) -> None:
    """Every card at the head of the board, every change, and every business of the law had something like it in 2023."""
    now, before = evaluate(computed(), YEAR), evaluate(computed(), YEAR.base())
    businesses = {
        "RC01",
        "RC03",
        "F070",
        "F052",
        "F053",
        "EF01",
        "ME01",
        "ME02",
        "F055",
        "F057",
        "IN01",
        "F048",
        "F088",
    }
    for id in {each.id for each in candidates()} | businesses:
        then, today = before[id].value, now[id].value
        assert then and today and Fraction(1, 3) < then / today < 2, (id, then, today)
    for each in computed():
        if isinstance(each, Change):
            assert now[each.id].value is not None and min(now[each.id].measured.values()) > 100, each.id


def test_plain_python_reckons_every_figure_alike(city) -> None:
    live = evaluate(computed(), YEAR)
    assert {each.id: reckon(each, YEAR).value for each in computed()} == {id: r.value for id, r in live.items()}
    assert {each.id: len(opened(each, YEAR)) for each in computed()} == {id: r.row_count for id, r in live.items()}


def test_a_row_taken_away_changes_what_counts_it_and_nothing_else(city) -> None:
    chance = random.Random(1)
    before = evaluate(computed(), YEAR)
    for each in chance.sample(computed(), 25):
        if isinstance(each, NotComputed):
            continue
        measure = next(iter(each.measures().values()))
        row = selection(measure.rows, YEAR).order_by("-pk").first()
        if row is None:
            continue
        with transaction.atomic():
            live = row.case if isinstance(row, Facts) else row
            type(live).objects.filter(pk=live.pk).update(voided_on="2025-01-10")
            after = evaluate(computed(), YEAR)
            transaction.set_rollback(True)
        changed = {
            id for id in before if (before[id].value, before[id].row_count) != (after[id].value, after[id].row_count)
        }
        looking = {other.id for other in computed() if type(row) in columns_by_table([other])}
        assert changed <= looking, each.id
        if measure.aggregate == "count" and before[each.id].denominator is None:
            assert each.id in changed


def test_exports_of_every_ledger_come_back_without_a_difference(city, tmp_path) -> None:
    keepers = [sight_of(User.objects.get(username=login)) for login in ("clerk", "admin")]
    for each in ledgers():
        if each.dossier is not None:
            continue
        keeper = next(one for one in keepers if one.may(each.ability))
        path = tmp_path / f"{each.code}.xlsx"
        rows = export(each, path, keeper)
        again = import_sheet(path, each, keeper)
        assert (again.entered, again.changed, again.unchanged) == (0, 0, rows), each.title


def test_the_log_of_the_whole_city_is_sound(city) -> None:
    assert verify().sound


def test_a_district_sees_its_own_rows_and_no_others(city) -> None:
    """The clerk of 丹阳 sees each number as the city's own cut of 丹阳, and of the neighbour nothing at all."""
    by = sight_of(User.objects.get(username="district"))
    own = replace(YEAR, sight=by)
    cut, seen = evaluate(computed(), replace(YEAR, place=DANYANG)), evaluate(computed(), own)
    assert {id: each.value for id, each in seen.items()} == {id: each.value for id, each in cut.items()}
    of_neighbours = evaluate(computed(), replace(own, place=JURONG))
    assert all(not each.row_count for each in of_neighbours.values())
    assert sum(bool(each.row_count) for each in seen.values()) > 80, "丹阳 has records of most businesses"
    assert sum(bool(each.row_count) for each in evaluate(computed(), replace(YEAR, place=JURONG)).values()) > 80


def test_the_district_clerk_opens_the_board(city) -> None:
    browser = Client()
    browser.force_login(User.objects.get(username="district"), backend="django.contrib.auth.backends.ModelBackend")
    page = browser.get("/board/?year=2024").content.decode()
    assert "本地区（丹阳市）" in page and "句容市" not in page and "京口区" not in page
