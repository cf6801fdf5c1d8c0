"""A record, or a line of a list, that is changed behind the journal's back is found and named."""

from datetime import date
from decimal import Decimal

import pytest

from fazhi.domains.publicity.models import LiteracySurvey
from fazhi.domains.safety.models import Drill, KeyIndustry
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import amend, claim, discrepancies, end, enter, strike_out, write_down_many
from fazhi.registers.claims import digest_of


def drill(town, number: str, **other) -> Drill:
    given = {
        "org": town.justice, "place_id": "321100", "number": number, "happened_on": date(2024, 5, 9), "kind": "evacuation",
        "audience": "community", "site": "市民广场", "participants": 300, "status": "held", **other,
    }  # fmt: skip
    return enter(Drill, WHOLE_CITY, **given)


def industry(town, key: str) -> KeyIndustry:
    given = {"org": town.justice, "place_id": "321100", "key": key, "valid_from": date(2024, 1, 1), "name": key}
    return enter(KeyIndustry, WHOLE_CITY, supervisor="市应急局", enterprises=3, **given)


def found(table) -> list[tuple[str, int]]:
    return [(each.kind, each.pk) for each in discrepancies(table)]


def test_lawful_changes_agree(town):
    kept, wrong = drill(town, "1"), drill(town, "2")
    strike_out(wrong, WHOLE_CITY, "重复登记")
    line = industry(town, "危化品")
    amend(line, WHOLE_CITY, "市安委办通知", enterprises=4)
    end(line, date(2024, 12, 31), WHOLE_CITY, "市安委办通知")
    assert found(Drill) == found(KeyIndustry) == []
    assert KeyIndustry.objects.count() == 3 and kept.voided_on is None


def test_what_was_changed_removed_written_or_struck_out_by_hand_is_named(town):
    changed, gone, struck, back, whole = (drill(town, str(number)) for number in range(5))
    strike_out(back, WHOLE_CITY, "重复登记")
    Drill.objects.filter(pk=changed.pk).update(participants=9000)
    Drill.objects.filter(pk=gone.pk).delete()
    Drill.objects.filter(pk=struck.pk).update(voided_on=date(2024, 6, 1))
    Drill.objects.filter(pk=back.pk).update(voided_on=None)
    whole.pk, whole._state.adding = None, True
    whole.save()
    assert found(Drill) == [
        ("changed", changed.pk),
        ("voided", struck.pk),
        ("voided", back.pk),
        ("unrecorded", whole.pk),
        ("removed", gone.pk),
    ]


def test_what_was_known_before_a_correction_cannot_be_rewritten(town):
    line = industry(town, "危化品")
    amend(line, WHOLE_CITY, "市安委办通知", enterprises=4)
    KeyIndustry.objects.filter(of=line).update(enterprises=40)
    assert found(KeyIndustry) == [("changed", KeyIndustry.objects.get(of=line).pk)]


def test_a_batch_speaks_for_many_rows_and_the_last_word_holds(town):
    rows = [drill(town, str(number)) for number in range(3)]
    Drill.objects.all().update(site="体育馆")
    write_down_many(Drill, "imported", WHOLE_CITY, 7, map(claim, Drill.objects.all()))
    assert found(Drill) == []
    write_down_many(Drill, "struck_out", WHOLE_CITY, 7, map(claim, Drill.objects.all()), reason="撤回")
    assert found(Drill) == [("voided", row.pk) for row in rows]


def test_another_city_is_not_ours_to_verify(town):
    other = drill(town, "1")
    Drill.objects.filter(pk=other.pk).update(city="C321000")
    assert found(Drill) == [("removed", other.pk)]
    other.pk, other._state.adding, other.city = None, True, "C321000"
    other.save()
    assert found(Drill) == [("removed", other.pk - 1)]


@pytest.mark.parametrize("table", [LiteracySurvey])
def test_a_digest_does_not_depend_on_how_a_value_was_written(table, town):
    columns = {column.name for column in table._meta.concrete_fields}
    assert "knowledge" in columns
    row = table(knowledge=Decimal("80.5"), happened_on=date(2024, 5, 9))
    same = table(knowledge=Decimal("80.50"), happened_on=date(2024, 5, 9))
    other = table(knowledge=Decimal("80.51"), happened_on=date(2024, 5, 9))
    assert digest_of(row) == digest_of(same) != digest_of(other)
