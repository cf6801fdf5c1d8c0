"""Statutes by edition: what may be cited, how a citation reads, and what is refused."""

from datetime import date

import pytest

from fazhi.law import Citation, Statute, UnknownArticle, UnknownStatute, clocks, statute, statutes_in_data
from fazhi.law import statutes as named
from fazhi.law.places import Place, numeral, parse_place, place_text
from fazhi.law.statutes import (
    LEGISLATION_LAW,
    OPEN_GOVERNMENT_REGULATION,
    RECONSIDERATION_LAW,
    THREE_ENFORCEMENT_SYSTEMS,
)


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (RECONSIDERATION_LAW[30], "《行政复议法》第三十条"),
        (RECONSIDERATION_LAW[30, 1], "《行政复议法》第三十条第一款"),
        (RECONSIDERATION_LAW[30, 1, 4], "《行政复议法》第三十条第一款第四项"),
        (RECONSIDERATION_LAW[41, 5], "《行政复议法》第四十一条第五项"),
        (OPEN_GOVERNMENT_REGULATION[36, 2], "《政府信息公开条例》第三十六条第二项"),
        (OPEN_GOVERNMENT_REGULATION[33, 2], "《政府信息公开条例》第三十三条第二款"),
        (LEGISLATION_LAW[109, 4], "《立法法》第一百零九条第四项"),
        (THREE_ENFORCEMENT_SYSTEMS["（六）"], "国办发〔2018〕118号（六）"),
    ],
)
def test_a_citation_reads_as_officials_write_it(citation, text):
    assert str(citation) == text
    assert citation.gist and citation.seen


def test_short_form_and_equality():
    one, other = RECONSIDERATION_LAW[30, 1], statute("行政复议法")[30, 1]
    assert one.short == "第三十条第一款"
    assert one == other and hash(one) == hash(other) and len({one, other, RECONSIDERATION_LAW[30, 2]}) == 2


def test_a_whole_statute_can_be_cited():
    whole = named.ONE_MATTER_OPINION.whole
    assert str(whole) == "国发〔2024〕3号" and "高效办成一件事" in whole.gist


@pytest.mark.parametrize("where", [99, (30, 4), (30, 1, 8), (41, 6), "（六）"])
def test_an_unlisted_place_is_refused_and_the_sentence_names_it(where):
    with pytest.raises(UnknownArticle) as refused:
        RECONSIDERATION_LAW[where]
    sentence = str(refused.value)
    wanted = where if isinstance(where, tuple) else (where,)
    assert "《行政复议法》（2023年修订）" in sentence and place_text(Place(*wanted)) in sentence


def test_the_edition_follows_the_day():
    assert statute("行政复议法", date(2023, 12, 31)).edition == "2017年修正"
    assert statute("行政复议法", date(2024, 1, 1)).edition == "2023年修订" == statute("行政复议法").edition
    old = statute("行政复议法", date(2023, 12, 31))
    assert old.superseded == date(2024, 1, 1) and old != RECONSIDERATION_LAW
    assert old[31, 1].in_force(date(2023, 12, 31)) and not old[31, 1].in_force(date(2024, 1, 1))
    assert not RECONSIDERATION_LAW[30, 1].in_force(date(2023, 12, 31))
    assert not old[31, 1].seen


def test_an_unknown_statute_or_day_is_refused():
    with pytest.raises(UnknownStatute, match="相近的有 行政复议法"):
        statute("行政复议")
    with pytest.raises(UnknownStatute, match="1990-01-01没有施行中的版本；最早收录的版本自2018-01-01起施行"):
        statute("行政复议法", date(1990, 1, 1))


def test_every_statute_has_an_importable_name_and_back():
    values = {value for value in vars(named).values() if isinstance(value, Statute)}
    assert {each.key for each in values} == {each.key for each in statutes_in_data()}
    assert all(value.key in {each.key for each in statutes_in_data()} for value in values)


def test_every_edition_says_its_basis_and_source_or_that_it_was_not_seen():
    for edition in statutes_in_data():
        assert edition.roll_over_basis and edition.title, edition.key
        assert edition.source or not edition.seen, edition.key
        assert all(edition.gists.values()), edition.key
        for citation in edition.citations:
            assert edition[_where(citation)] == citation


def _where(citation: Citation):
    if citation.paragraph and citation.item:
        return citation.article, citation.paragraph, citation.item
    return (
        (citation.article, citation.paragraph or citation.item)
        if citation.paragraph or citation.item
        else citation.article
    )


def test_no_article_has_both_paragraphs_and_items_of_its_own():
    """`[36, 2]` would then be two things."""
    for edition in statutes_in_data():
        paragraphs = {place.article for place in edition.gists if place.paragraph}
        items = {place.article for place in edition.gists if place.item and not place.paragraph}
        assert not paragraphs & items, edition.key


def test_statutes_of_the_clocks_are_those_in_data():
    assert {each.statute for each in clocks()} <= set(statutes_in_data())


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (88, "八十八"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (205, "二百零五"),
        (1000, "一千"),
        (1010, "一千零一十"),
        (1260, "一千二百六十"),
        (2003, "二千零三"),
    ],
)
def test_numerals(number, text):
    assert numeral(number) == text


def test_numerals_agree_with_a_peer():
    cn2an = pytest.importorskip("cn2an")
    assert all(numeral(n) == cn2an.an2cn(n) for n in range(1, 1_300))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("30", Place(30)),
        ("30.1", Place(30, 1)),
        ("30.1(4)", Place(30, 1, 4)),
        ("41(5)", Place(41, 0, 5)),
        ("（六）", Place("（六）")),
    ],
)
def test_places(text, place):
    assert parse_place(text) == place
