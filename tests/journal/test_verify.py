"""Whatever is done to the rows behind the journal's back is found, and the entry is named."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.journal.api import (
    Checkpoint,
    Entry,
    Fact,
    Head,
    Leaf,
    append,
    append_many,
    checkpoint,
    head,
    verify,
)
from fazhi.journal.append import draw_up
from fazhi.journal.faults import CHANGED, INSERTED, REMOVED, REORDERED, TREE
from fazhi.journal.hashing import maker
from fazhi.journal.models import Tile
from fazhi.journal.streams import Tip

pytestmark = pytest.mark.django_db
examples = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

CHANGES = {
    "city": lambda e: "C320100",
    "year": lambda e: e.year + 1,
    "kind": lambda e: e.kind + "x",
    "on": lambda e: e.on + timedelta(days=1),
    "at": lambda e: e.at + timedelta(microseconds=1),
    "actor": lambda e: "user:13",
    "data": lambda e: {**e.data, "天数": 999},
    "key": lambda e: None if e.key else f"new-{e.pk}",
    "prev": lambda e: bytes(31) + b"\1",
    "digest": lambda e: bytes(31) + b"\1",
}


def entry_at(n: int) -> Entry:
    return Entry.objects.order_by("id")[n]


def places(kind: str) -> list[tuple[str, int, int]]:
    return [fault.name[:3] for fault in verify().faults if fault.kind == kind and fault.name]


def place(entry: Entry) -> tuple[str, int, int]:
    return entry.stream, entry.subject, entry.seq


def test_an_untouched_journal_is_sound(filled: int) -> None:
    report = verify()
    assert report.sound and report.faults == ()
    assert (report.entries, report.streams, report.pending, report.head.size) == (41, 7, 6, 35)
    assert report.sentences() == ["共核对 7 个对象的 41 条记录，检查点编有 35 条，另有 6 条待编入；未发现改动。"]


@examples
@given(n=st.integers(0, 40), field=st.sampled_from(sorted(CHANGES)))
def test_any_change_is_found_and_only_it_is_named(filled: int, tampering, n: int, field: str) -> None:
    with tampering():
        entry = entry_at(n)
        Entry.objects.filter(pk=entry.pk).update(**{field: CHANGES[field](entry)})
        found = verify().faults
        assert places(CHANGED) == [place(entry)]
        assert len(found) == 1
        assert f"{entry.stream} 第 {entry.subject} 号第 {entry.seq} 条" in found[0].sentence
        assert verify(city="C321100").sound is (field == "city" and is_last(entry))


def test_a_key_taken_away_or_given_is_found(make_fact: Callable[..., Fact], tampering) -> None:
    """Under another key the same act could be recorded a second time."""
    keyed, bare = append(make_fact(1, 1, key="k-1")), append(make_fact(2, 1))
    assert verify().sound
    for entry, key in ((keyed, None), (keyed, "k-2"), (bare, "k-2")):
        with tampering():
            Entry.objects.filter(pk=entry.pk).update(key=key)
            assert places(CHANGED) == [place(entry)]


def is_last(entry: Entry) -> bool:
    """Whether nothing follows in the stream, so that one city's own view cannot miss it."""
    return not Entry.objects.filter(stream=entry.stream, subject=entry.subject, seq__gt=entry.seq).exists()


@examples
@given(n=st.integers(0, 40))
def test_a_change_with_its_digest_made_anew_is_found(filled: int, tampering, n: int) -> None:
    """The forger recomputes the entry's own digest: its leaf, or the next link, gives it away."""
    with tampering():
        entry = entry_at(n)
        forge(entry, Tip(entry.seq - 1, bytes(entry.prev)))
        if n < 35:
            assert places(CHANGED) == [place(entry)]
        elif not is_last(entry):
            assert not verify().sound
        else:
            assert verify().sound  # the last entry of a stream before any checkpoint: only a checkpoint can hold it


def forge(entry: Entry, last: Tip) -> Tip:
    """Rewrite an entry so that its own digest is right again."""
    fact = Fact(
        entry.stream,
        entry.subject,
        None,
        entry.kind,
        entry.on,
        entry.at,
        "user:99",
        entry.data,
        entry.key,
        city=entry.city,
    )
    draft = draw_up(fact, last, maker("sha256"), "C321100")
    Entry.objects.filter(pk=entry.pk).update(actor="user:99", prev=draft.values[-2], digest=draft.values[-1])
    return Tip(entry.seq, draft.values[-1])


def test_a_whole_chain_made_anew_is_found_entry_by_entry(filled: int, tampering) -> None:
    with tampering():
        rewritten = list(Entry.objects.filter(stream="case", subject=2, seq__gte=3).order_by("seq"))
        last = Tip(2, bytes(rewritten[0].prev))
        for entry in rewritten:
            last = forge(entry, last)
        assert places(CHANGED) == [place(entry) for entry in rewritten if Leaf.objects.filter(entry=entry)]


def test_even_with_leaves_and_tiles_made_anew_the_checkpoint_tells(filled: int, tampering) -> None:
    kept = head()
    with tampering():
        last = Tip(0, bytes(32))
        for entry in Entry.objects.filter(stream="case", subject=2).order_by("seq"):
            last = forge(entry, last)
        for model in (Leaf, Tile):
            model.objects.all()._raw_delete("default")
        sizes = list(Checkpoint.objects.order_by("size").values_list("size", "root"))
        Checkpoint.objects.all()._raw_delete("default")
        checkpoint()
        assert verify().sound  # everything was made anew: only a head kept outside can tell
        kept_elsewhere = [Head(size, bytes(root), None, "sha256") for size, root in sizes]
        found = verify(held=kept_elsewhere).faults
        assert [fault.kind for fault in found] == [TREE, TREE]
        assert "另行保存的检查点不符，第 1 至 20 位" in found[0].sentence
    assert verify(held=[kept]).sound


@examples
@given(n=st.integers(0, 40))
def test_a_removed_entry_is_named_with_kind_and_date(filled: int, tampering, n: int) -> None:
    with tampering():
        entry = entry_at(n)
        Entry.objects.filter(pk=entry.pk)._raw_delete("default")
        found = [fault for fault in verify().faults if fault.kind == REMOVED and "个人信息" not in fault.said]
        if n >= 35 and is_last(entry):
            assert not found  # not yet in a checkpoint and nothing after it
            return
        assert [fault.name[:3] for fault in found] == [place(entry)]
        if n < 35:
            assert f"({entry.kind},{entry.on})" in found[0].sentence


@examples
@given(n=st.integers(0, 40), m=st.integers(0, 40))
def test_two_entries_with_swapped_content_are_both_named(filled: int, tampering, n: int, m: int) -> None:
    if n == m:
        return
    with tampering():
        one, two = entry_at(n), entry_at(m)
        for target, source in ((one, two), (two, one)):
            Entry.objects.filter(pk=target.pk).update(kind=source.kind, on=source.on, at=source.at, data=source.data)
        assert set(places(CHANGED)) >= {place(one), place(two)}


def test_reordered_entries_are_named(filled: int, tampering) -> None:
    with tampering():
        one, two = Entry.objects.filter(stream="case", subject=3).order_by("seq")[1:3]
        Entry.objects.filter(pk=one.pk).update(seq=1000)
        Entry.objects.filter(pk=two.pk).update(seq=one.seq)
        Entry.objects.filter(pk=one.pk).update(seq=two.seq)
        report = verify()
        assert set(places(CHANGED)) == {place(one), place(two)}
        assert f"编入检查点时为：{one.stream} 第 3 号第 {one.seq} 条" in " ".join(report.sentences())


def test_an_inserted_entry_is_named(filled: int, tampering) -> None:
    """Room is made in the middle of a stream and a well-formed entry put in."""
    with tampering():
        later = list(Entry.objects.filter(stream="case", subject=1, seq__gte=3).order_by("-seq"))
        for entry in later:
            Entry.objects.filter(pk=entry.pk).update(seq=entry.seq + 1)
        forged = later[-1]
        values = {f.attname: getattr(forged, f.attname) for f in Entry._meta.concrete_fields if not f.primary_key}
        added = Entry.objects.create(**values)
        forge(added, Tip(2, bytes(forged.prev)))
        assert ("case", 1, 3) in places(INSERTED)


def test_a_replaced_link_is_named(make_fact: Callable[..., Fact], tampering) -> None:
    """Without checkpoints: an entry replaced by a well-formed one breaks the link of the next."""
    append_many([make_fact(1, i) for i in range(4)])
    with tampering():
        forge(entry_at(1), Tip(1, bytes(entry_at(0).digest)))
        assert places(REORDERED) == [("case", 1, 3)]


def test_leaves_tiles_and_checkpoints_are_checked_too(filled: int, tampering) -> None:
    with tampering():
        Leaf.objects.filter(position=9).update(hash=bytes(32))
        assert Leaf.objects.get(position=9).entry.seq in [name[2] for name in places(CHANGED)]
    with tampering():
        Leaf.objects.filter(position=9)._raw_delete("default")
        assert "第 10 位的叶" in " ".join(verify().sentences())
    with tampering():
        Leaf.objects.filter(position__gte=30)._raw_delete("default")
        Tile.objects.all()._raw_delete("default")
        assert "现只编有 30 条" in " ".join(verify().sentences())
    with tampering():
        tile = Tile.objects.get()
        Tile.objects.update(data=bytes(tile.data)[:-32] + bytes(32))
        assert "中间摘要被改动" in " ".join(verify().sentences())
    with tampering():
        Checkpoint.objects.filter(size=20).update(root=bytes(32))
        assert "20 条时的根与检查点不符" in " ".join(verify().sentences())


@pytest.mark.parametrize(
    ("field", "value"),
    [("city", "C320100"), ("year", 2024), ("subject", 6), ("seq", 99), ("kind", "other"), ("on", "2025-01-01")],
)
def test_a_leaf_that_calls_its_entry_otherwise_is_found(filled: int, tampering, field: str, value: object) -> None:
    """Else whoever means to remove an entry could first have it go by another name."""
    with tampering():
        Leaf.objects.filter(position=9).update(**{field: value})
        (fault,) = verify().faults
        assert fault.kind == CHANGED and fault.name[:3] == place(Leaf.objects.get(position=9).entry)
        assert "检查点中记载的名称被改动" in fault.said


def test_upper_tiles_are_checked(make_fact: Callable[..., Fact], tampering) -> None:
    append_many([make_fact(i % 5, i) for i in range(600)])
    checkpoint()
    assert verify().sound
    with tampering():
        tile = Tile.objects.get(level=1)
        Tile.objects.filter(pk=tile.pk).update(data=bytes(64) + bytes(tile.data)[64:])
        assert "第 1 层第 1 块" in " ".join(verify().sentences())
    with tampering():
        Leaf.objects.filter(position__range=(256, 511))._raw_delete("default")
        assert "第 257 至 512 位的叶已不在日志中" in " ".join(verify().sentences())


def test_values_that_no_longer_read_are_a_finding(filled: int, tampering) -> None:
    with tampering(), connection.cursor() as cursor:
        cursor.execute("UPDATE journal_entry SET data = '{\"价\": 1.5}' WHERE seq = 1 AND subject = 1")
        assert places(CHANGED) == [("case", 1, 1)]
    if connection.vendor == "sqlite":
        with tampering(), connection.cursor() as cursor:
            cursor.execute("UPDATE journal_entry SET on_date = '2025-13-45' WHERE seq = 2 AND subject = 1")
            assert "日期或时间已无法读出" in " ".join(verify().sentences())


def test_few_are_listed_all_are_counted_and_progress_is_told(filled: int, tampering) -> None:
    with tampering():
        Entry.objects.update(actor="nobody")
        report = verify(most=5)
        assert (len(report.faults), report.found) == (5, 41)
        assert "另有 36 处未列" in report.sentences()[5]
    told: list[tuple[str, int]] = []
    verify(progress=lambda what, count: told.append((what, count)))
    assert ("检查点", 35) in told


def test_one_city_is_verified_without_its_neighbour(make_fact: Callable[..., Fact], tampering) -> None:
    append(make_fact(1, 1))
    append(make_fact(2, 1, city="C320100"))
    with tampering():
        Entry.objects.filter(city="C320100").update(actor="x")
        assert verify(city="C321100").sound
        assert not verify(city="C320100").sound
        assert not verify().sound
