"""Personal data stays beside the log and can be erased without breaking it."""

from collections.abc import Callable

import pytest

from fazhi.journal.api import BadFact, Entry, Fact, Sealed, append, checkpoint, erase, opened, verify

pytestmark = pytest.mark.django_db
BASIS = "《个人信息保护法》第四十七条"


def test_personal_data_is_not_in_the_log(make_fact: Callable[..., Fact]) -> None:
    entry = append(make_fact(1, 1, sealed={"姓名": "张三", "证件号码": "321102"}))
    same = append(make_fact(1, 2, sealed={"姓名": "张三", "证件号码": "321102"}))
    assert "张三" not in str(Entry.objects.get(pk=entry.pk).data)
    assert opened(entry) == {"姓名": "张三", "证件号码": "321102"}
    assert entry.data["sealed"] != same.data["sealed"]  # salted: equal data cannot be recognised
    assert entry.data["说明"] == "第1步"
    assert opened(append(make_fact(1, 3))) is None


def test_erasure_removes_data_and_salt_is_recorded_and_the_log_stays_valid(
    make_fact: Callable[..., Fact],
) -> None:
    entry = append(make_fact(1, 1, sealed={"姓名": "张三"}))
    other = append(make_fact(2, 1, sealed={"姓名": "李四"}))
    checkpoint()
    record = erase(entry, BASIS, "user:9")
    row = Sealed.objects.get(entry=entry)
    assert (row.data, row.salt, row.erased_basis) == (None, None, BASIS)
    assert row.erased_at is not None
    assert (record.stream, record.subject, record.kind, record.actor) == (
        "erasure",
        entry.pk,
        "journal.erase",
        "user:9",
    )
    assert record.data == {"basis": BASIS, "of": {"stream": "case", "subject": 1, "seq": 1}}
    assert opened(entry) is None
    assert opened(other) == {"姓名": "李四"}
    checkpoint()
    assert verify().sound


def test_erasing_twice_without_ground_or_nothing_is_refused(make_fact: Callable[..., Fact]) -> None:
    entry, bare = append(make_fact(1, 1, sealed={"姓名": "张三"})), append(make_fact(1, 2))
    with pytest.raises(BadFact, match="依据"):
        erase(entry, " ", "user:9")
    with pytest.raises(BadFact, match="没有可删除"):
        erase(bare, BASIS, "user:9")
    erase(entry, BASIS, "user:9")
    with pytest.raises(BadFact, match="已经删除"):
        erase(entry, BASIS, "user:9")
    assert Entry.objects.filter(kind="journal.erase").count() == 1


def test_another_ground_or_day_of_an_erasure_is_found(make_fact: Callable[..., Fact]) -> None:
    entry = append(make_fact(1, 1, sealed={"姓名": "张三"}))
    erase(entry, BASIS, "user:9")
    row = Sealed.objects.get(entry=entry)
    for changed in ({"erased_basis": "本人申请"}, {"erased_at": entry.at}):
        Sealed.objects.filter(entry=entry).update(**changed)
        (fault,) = verify().faults
        assert (fault.kind, fault.name.subject) == ("改动", 1)
        row.save()
    assert verify().sound


def test_unrecorded_handling_of_personal_data_is_found(make_fact: Callable[..., Fact]) -> None:
    first, second, third, fourth = (append(make_fact(s, 1, sealed={"姓名": f"张{s}"})) for s in range(1, 5))
    assert verify().sound
    Sealed.objects.filter(entry=first).update(data={"姓名": "王五"})
    Sealed.objects.filter(entry=second).update(data=None)
    Sealed.objects.filter(entry=third).update(data=None, salt=None, erased_at=first.at)
    Sealed.objects.filter(entry=fourth).delete()
    found = verify().faults
    assert [(fault.kind, fault.name.subject) for fault in found] == [
        ("改动", 1),
        ("改动", 2),
        ("删除", 3),
        ("删除", 4),
    ]
