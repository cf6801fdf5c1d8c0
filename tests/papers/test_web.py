"""The HTML fragment and the page of its own."""

import re
from html.parser import HTMLParser

import pytest

from fazhi.papers.api import Document, Run, heading, paragraph, render_html_page, write_html, write_html_page

FRAGMENT = """\
<article class="paper" lang="zh-Hans">
<header>
<h1>工作报告</h1>
</header>
<h2>一、成效</h2>
<p>召开会议<a class="figure" data-figure="F006" href="/figures/F006">8</a>次，\
<span class="figure" data-figure="F007"><strong>12</strong></span>人&lt;次&gt;。</p>
</article>
"""


def test_a_small_fragment_in_full():
    bound = Run("12", figure="F007", bold=True)
    blocks = (
        heading(1, "一、成效"),
        paragraph("召开会议", Run("8", figure="F006", href="/figures/F006"), "次，", bound, "人<次>。"),
    )
    assert write_html(Document(title="工作报告", blocks=blocks)) == FRAGMENT


def test_ranks_follow_the_page_the_fragment_stands_in(report):
    assert re.findall(r"<h(\d)", write_html(report))[:5] == ["1", "2", "3", "4", "5"]
    assert re.findall(r"<h(\d)", write_html(report, top=2))[:5] == ["2", "3", "4", "5", "6"]
    with pytest.raises(ValueError, match="rank"):
        write_html(report, top=3)


def test_every_part_is_there_in_order(notice):
    html = write_html(notice)
    marks = (
        '<p class="red-head">镇江市人民政府办公室文件</p>',
        '<p class="number">镇政办发〔2025〕12号</p>',
        f"<h1>{notice.title}</h1>",
        f'<p class="addressee">{notice.addressee}：</p>',
        "<h2>一、加强组织领导</h2>",
        "<caption>表1　各地行政复议案件办理情况</caption>",
        '<th scope="col">地区</th>',
        '<td class="short">丹阳市</td>',
        '<td class="number">1,043</td>',
        '<div class="attachments"><p>附件：1. 行政执法监督事项目录</p>',
        '<time datetime="2025-03-01">2025年3月1日</time>',
        '<p class="notes">（此件公开发布）</p>',
        '<time datetime="2025-03-03">2025年3月3日</time>印发',
    )
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def test_the_fragment_brings_no_style_and_no_script(notice):
    assert "style" not in write_html(notice)
    assert "<script" not in write_html(notice)


def test_a_draft_says_so(draft):
    assert '<article class="paper draft"' in write_html(draft)
    assert '<p class="draft-mark">（征求意见稿）</p>' in write_html(draft)


class Tags(HTMLParser):
    """Collects elements, and that each is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_loads_nothing(notice, tmp_path):
    path = tmp_path / "report.html"
    write_html_page(notice, path)
    page = path.read_text("utf-8")
    assert page == render_html_page(notice)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not [tag for tag, _ in tags.seen if tag in ("script", "link", "img", "iframe")]
    assert not [attributes for _, attributes in tags.seen if "src" in attributes]
    assert "url(" not in page and "@import" not in page
    assert "@media print" in page
    assert f"<title>{notice.title}</title>" in page
