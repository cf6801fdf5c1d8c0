"""What a document accepts, what it refuses and what it silently cannot hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.papers.api import (
    BadDocument,
    Document,
    Heading,
    Run,
    Table,
    figures,
    heading,
    paragraph,
    printable,
    runs,
)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("零\x00字", "零字"),
        ("一\t二\n三\u2028四", "一 二 三 四"),
        ("左\u202e右\u200b\ufeff", "左右"),
        ("半\ud800个", "半个"),
        ("非\ufffe字", "非字"),
        ("表　空", "表　空"),
        ("丰\U00031350", "丰\U00031350"),  # newer than this Python's Unicode tables: still a name's character
        ("㛃𬬭镕喆", "㛃𬬭镕喆"),
    ],
)
def test_printable_keeps_text_and_drops_what_paper_cannot_carry(given_text, kept):
    assert printable(given_text) == kept
    assert Run(given_text).text == kept


@given(st.text())
def test_printable_is_settled_after_one_pass(text):
    once = printable(text)
    assert printable(once) == once
    assert not any(ord(character) < 32 for character in once)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//evil.example", "data:text/html,x", "", "http://a b"])
def test_a_link_that_could_run_code_is_refused(href):
    with pytest.raises(BadDocument, match="链接"):
        Run("8", href=href)


@pytest.mark.parametrize("href", ["/figures/F006", "#f6", "https://fazhi.example.gov.cn/f?x=1&y=2"])
def test_addresses_of_the_site_are_accepted(href):
    assert Run("8", href=href).href == href


def test_a_figure_code_is_a_code():
    assert Run("8", figure="F006").figure == "F006"
    with pytest.raises(BadDocument, match="指标编号"):
        Run("8", figure='F006" onclick="x')


def test_a_row_that_is_too_short_is_named():
    with pytest.raises(BadDocument, match="第 2 行有 1 格，表头有 2 列"):
        Table(None, ("甲", "乙"), (("1", "2"), ("3",)))
    with pytest.raises(BadDocument, match="表头"):
        Table(None, (), ())


def test_levels_and_titles_outside_the_standard_are_refused():
    with pytest.raises(BadDocument, match="一至四级"):
        Heading(5, runs("五级"))
    with pytest.raises(BadDocument, match="没有标题"):
        Document(title=" \x00\n ", blocks=())
    with pytest.raises(BadDocument, match="超过 200 字"):
        Document(title="长" * 201, blocks=())


def test_the_author_may_break_the_title():
    document = Document(title="关于某事的\n 通知\n\n", blocks=())
    assert document.title == "关于某事的\n通知"
    assert document.plain_title == "关于某事的通知"


def test_figures_are_listed_once_in_reading_order():
    blocks = (
        heading(1, "一、", Run("3", figure="F009")),
        paragraph("共", Run("8", figure="F006"), "次,", Run("无指标的数")),
        Table(None, ("甲",), ((Run("8", figure="F006"),), ("9",), (Run("7", figure="F001"),))),
    )
    assert figures(Document(title="报告", blocks=blocks)) == ("F009", "F006", "F001")
