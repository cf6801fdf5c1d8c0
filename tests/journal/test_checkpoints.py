"""Places in the tree, heads, and proofs from stored tiles."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core import checks
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.journal import tree
from fazhi.journal.api import (
    Checkpoint,
    Entry,
    Fact,
    JournalError,
    Leaf,
    NotCovered,
    append,
    append_many,
    checkpoint,
    consistency,
    head,
    inclusion,
    verify,
)
from fazhi.journal.hashing import hash_function
from fazhi.journal.models import Tile

pytestmark = pytest.mark.django_db
MakeFact = Callable[..., Fact]


def test_an_empty_log_has_the_empty_root(make_fact: MakeFact) -> None:
    assert checkpoint() == head()
    assert (head().size, head().root, head().at) == (0, hash_function("sha256")(b""), None)
    assert not Checkpoint.objects.exists()
    entry = append(make_fact(1, 1))
    with pytest.raises(NotCovered, match="尚未编入检查点"):
        inclusion(entry.pk)


def test_places_follow_the_order_of_writing_and_nothing_new_makes_no_checkpoint(filled: int) -> None:
    assert list(Leaf.objects.order_by("position").values_list("position", flat=True)) == list(range(35))
    ids = list(Entry.objects.order_by("id").values_list("id", flat=True))
    assert list(Leaf.objects.order_by("position").values_list("entry_id", flat=True)) == ids[:35]
    assert head().size == 35
    assert checkpoint().size == 41
    assert checkpoint() == head()
    assert list(Checkpoint.objects.order_by("size").values_list("size", flat=True)) == [20, 35, 41]


def test_the_head_names_what_is_signed(filled: int) -> None:
    lines = head().text().splitlines()
    assert lines[:4] == ["fazhi-journal", "C321100", "sha256", "35"]
    assert lines[4] == head().root.hex()


def test_growing_by_any_steps_gives_the_tree_of_its_leaves(make_fact: MakeFact) -> None:
    """Across the edges of tiles: 256 leaves, and 256 tiles' tops on the next level are reached by steps."""
    sizes, of = [1, 2, 255, 256, 257, 300, 511, 512, 513, 700], hash_function("sha256")
    growing, done = tree.Frontier(of), 0
    for size in sizes:
        for entry in append_many([make_fact(1, i) for i in range(size - done)]):
            growing.push(0, tree.leaf_hash(bytes(entry.digest), of))
        done = size
        assert checkpoint().root == growing.root(), size
    assert sorted(Tile.objects.values_list("level", "index", "width")) == [
        (0, 0, 256), (0, 1, 256), (0, 2, 188), (1, 0, 2)
    ]  # fmt: skip
    ids = list(Leaf.objects.order_by("position").values_list("entry_id", flat=True))
    for at in (0, 1, 254, 255, 256, 511, 512, 698, 699):
        proof = inclusion(ids[at])
        assert proof.holds() and (proof.position, proof.size) == (at, 700)
        assert not proof._replace(digest=bytes(32)).holds()
        for size in (at + 1, 700):
            assert inclusion(ids[at], size).holds()
    for i, old in enumerate(sizes):
        for new in sizes[i:]:
            proof = consistency(old, new)
            assert proof.holds()
            assert not proof._replace(old_root=bytes(32)).holds()
    assert verify().sound


def test_a_proof_costs_few_queries(filled: int) -> None:
    entry = Leaf.objects.get(position=7).entry
    with CaptureQueriesContext(connection) as asked:
        assert inclusion(entry.pk).holds()
    assert len(asked) <= 3


def test_proofs_beyond_the_log_are_refused(filled: int) -> None:
    with pytest.raises(NotCovered, match="现有 35 条"):
        consistency(20, 36)
    with pytest.raises(NotCovered):
        inclusion(Leaf.objects.get(position=30).entry_id, 20)
    assert consistency(0, 35).holds()


def put(like: Entry, number: int, subject: int) -> Entry:
    """A row with a chosen id."""
    values = {f.attname: getattr(like, f.attname) for f in Entry._meta.concrete_fields if not f.primary_key}
    return Entry.objects.create(**{**values, "id": number, "subject": subject, "seq": 1})


def test_a_late_entry_gets_a_later_place_and_no_hole(filled: int) -> None:
    """An entry with a lower id that became visible after the checkpoint, as on PostgreSQL."""
    checkpoint()
    last = Entry.objects.order_by("id").last()
    put(last, last.pk + 5, 900)
    checkpoint()
    late = put(last, last.pk + 2, 901)
    checkpoint()
    checkpoint(sweep=True)
    assert late.leaf.position == 42
    assert head().size == 43


def test_another_algorithm_than_the_log_began_with_is_refused(filled: int, settings) -> None:
    settings.JOURNAL_HASH = "sm3"
    with pytest.raises(JournalError, match="sha256.*sm3"):
        checkpoint()


def test_the_wrong_setting_is_refused_at_the_start(filled: int, settings) -> None:
    assert not run_checks(databases=["default"])
    settings.JOURNAL_HASH = "sm3"
    assert [fault.id for fault in run_checks(databases=["default"])] == ["journal.E002"]
    settings.JOURNAL_HASH = "md5"
    assert "journal.E001" in [fault.id for fault in run_checks()]


def run_checks(**options: object) -> list:
    found = checks.run_checks(app_configs=[apps.get_app_config("journal")], **options)
    return [fault for fault in found if fault.id.startswith("journal.")]


def test_sm3_throughout(make_fact: MakeFact, settings) -> None:
    settings.JOURNAL_HASH = "sm3"
    entries = append_many([make_fact(i % 3, i, sealed={"姓名": "张三"}) for i in range(30)])
    assert checkpoint().algorithm == "sm3"
    assert inclusion(entries[3].pk).holds()
    assert verify().sound
    settings.JOURNAL_HASH = "sha256"
    assert not verify().sound
