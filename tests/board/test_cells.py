"""Small numbers of cases are not published, and cannot be reckoned from the rest."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.board.reporting.cells import _protected, public_cells
from fazhi.figures.api import Result, Scope, figure


def results(id, values):
    return [
        (f"区{n}", Result(figure(id), Scope(2024), Fraction(v), None, None, None, v, {"value": v}))
        for n, v in enumerate(values)
    ]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=9))
def test_a_hidden_count_is_never_alone(values):
    cells = _protected(figure("T09"), results("T09", values))
    hidden = [n for n, cell in enumerate(cells) if cell["value"] is None]
    shown = [cell["value"] for cell in cells if cell["value"] is not None]
    assert not any(0 < value < 3 for value in shown)
    assert all(cells[n]["value"] == value for n, value in enumerate(values) if n not in hidden)
    others = [value for value in values if value >= 3]
    if len(hidden) == 1:
        assert not others, "with another number to hide behind, one alone would be given away by the total"


def test_the_wording_says_few_or_not_published():
    cells = _protected(figure("T09"), results("T09", [1, 8, 5, 0]))
    assert [cell["shown"] for cell in cells] == ["<3件", "8件", "不公开", "0件"]


@pytest.mark.parametrize(
    ("part", "whole", "hidden"), [(0, 9, False), (1, 9, True), (3, 9, False), (8, 9, True), (9, 9, False), (0, 2, True)]
)
def test_a_share_is_hidden_when_either_side_is_small(part, whole, hidden):
    result = Result(
        figure("T10"), Scope(2024), Fraction(part * 100, whole), part, whole, None, part, {"part": part, "whole": whole}
    )
    (cell,) = _protected(figure("T10"), [("区", result)])
    assert (cell["value"] is None) is hidden


def test_what_is_not_a_case_is_shown_in_full(city):
    cells = public_cells([figure("T01"), figure("T09")], Scope(2024))
    assert [(cell["label"], cell["shown"]) for cell in cells["T01"]["districts"]] == [
        ("丹阳市", "3件"), ("句容市", "1件"), ("市本级", "1件"),
    ]  # fmt: skip
    assert [(cell["label"], cell["shown"]) for cell in cells["T09"]["districts"]] == [
        ("丹阳市", "4件"), ("句容市", "<3件"), ("市本级", "<3件"),
    ]  # fmt: skip
    assert len(cells["T01"]["months"]) == 12 and cells["T01"]["months"][0]["shown"] == "2件"
