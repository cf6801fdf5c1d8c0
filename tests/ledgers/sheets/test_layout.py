"""Declarations are checked when they are made; addresses and digests."""

import hashlib

import openpyxl.utils
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ledgers.sheets import Column, Layout, cell_name, file_digest
from fazhi.ledgers.sheets.layout import tidy_header


@pytest.mark.parametrize(
    "made",
    [
        lambda: Column("id", "编号"),
        lambda: Column("a", ""),
        lambda: Column("a", "甲", "number"),
        lambda: Column("a", "甲", "choice"),
        lambda: Column("a", "甲", "text", choices=(("x", "y"),)),
        lambda: Column("a", "甲", "choice", choices=(("x", "一"), ("y", " 一"))),
        lambda: Layout("c", "台账", ()),
        lambda: Layout("c", "台账", (Column("a", "甲"), Column("a", "乙"))),
        lambda: Layout("c", "台账", (Column("a", "甲"), Column("b", "甲 "))),
        lambda: Layout("c", "台账", (Column("a", "甲"),), key=("b",)),
    ],
)
def test_declarations_that_make_no_sense_are_refused(made):
    with pytest.raises(ValueError, match="column|layout"):
        made()


def test_columns_are_found_by_name(layout):
    assert layout.column("fine").label == "罚款金额"
    with pytest.raises(KeyError):
        layout.column("absent")


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_cell_names_agree_with_openpyxl(row, column):
    assert cell_name(row, column) == f"{openpyxl.utils.get_column_letter(column)}{row}"


def test_cells_count_from_one():
    assert cell_name(7, 3) == "C7"
    for row, column in ((0, 1), (1, 0)):
        with pytest.raises(ValueError, match="count from 1"):
            cell_name(row, column)


def test_digest_is_sha256_of_the_bytes(tmp_path):
    (tmp_path / "a").write_bytes(b"abc" * 100_000)
    assert file_digest(tmp_path / "a") == hashlib.sha256(b"abc" * 100_000).hexdigest()


@pytest.mark.parametrize("text", ["罚款金额（万元）", " 罚款金额 (万元)*", "罚款\n金额（万元）：", "罚款金额(万元)"])
def test_headers_are_compared_without_width_spaces_and_stars(text):
    assert tidy_header(text) == "罚款金额(万元)"
