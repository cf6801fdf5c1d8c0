"""Publishing keeps number, definition and rows; a later difference is named row by row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.figures.api import figure, freeze, latest, restatements
from fazhi.figures.packing import pack, unpack
from fazhi.people.api import NotAllowed
from fazhi.registers.api import strike_out


@given(st.sets(st.integers(1, 2**50), max_size=300))
def test_ids_come_back(ids: set[int]) -> None:
    assert unpack(pack(ids)) == sorted(ids)


@pytest.fixture
def published(letters, cases, organ):
    return freeze(
        [figure("F073"), figure("F072·狭义")], 2024, title="2024年度报告", cutoff=date(2024, 12, 31), by=organ
    )


def test_what_was_published_stays(published, letters, clerk) -> None:
    assert latest(2024) == published and published.journal_size > 0
    frozen = published.figures.get(figure="F073")
    assert (frozen.shown, frozen.row_count) == ("3", 3)
    strike_out(letters[0], clerk, "登记有误")
    frozen.refresh_from_db()
    assert frozen.shown == "3"


def test_a_restatement_names_the_rows(published, letters, clerk) -> None:
    assert not any(each.differs for each in restatements(published))
    strike_out(letters[0], clerk, "登记有误")
    differing = [each for each in restatements(published) if each.differs]
    assert [each.frozen.figure for each in differing] == ["F073"]
    assert differing[0].gone == {"计入": [letters[0].pk]} and differing[0].come == {"计入": []}
    assert differing[0].now.value == 2


def test_only_who_may_publishes(letters, clerk) -> None:
    with pytest.raises(NotAllowed, match="发布报告"):
        freeze([figure("F073")], 2024, title="", cutoff=date(2024, 12, 31), by=clerk)
