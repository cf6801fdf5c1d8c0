"""Walks the demonstration city as the manual tells it: each page opens and says what the manual says it says.

With FAZHI_PICTURES naming a folder, the same walk leaves the manual's pictures there; without it nothing is written.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

HEAD = ["填报单位", "所在地", "函号", "制发日期", "送达单位", "行政管理领域", "风险事项", "依据案件数"]
GOOD = ["市司法局", "镇江市", "提示〔2025〕101号", "2025.3.5", "市公安局", "治安管理", "处罚前告知不全", 3]
BAD = ["市司法局", "镇江市", "提示〔2025〕102号", "2025.13.5", "市公安居", "治安管理", "未听取陈述申辩", "三件"]
CLAIM = (
    "2024年，全市开展应急疏散演练436场次，市本级发出行政复议风险提示函39件，"
    "行政复议机构实质性化解率34.7%，聘任中小学法治副校长384人，配备率100%。"
)
Walk = Callable[[str], Page]
Picture = Callable[..., None]


@pytest.fixture(autouse=True)
def _patience() -> None:
    expect.set_options(timeout=20_000)


def register(page: Page) -> None:
    """An application received two days ago, entered by the officer."""
    received = date.today() - timedelta(days=2)
    page.goto("/desk/cases/new/reconsideration/")
    for name, text in (
        ("title", "不服行政处罚决定"),
        ("body", "市司法局"),
        ("place", "镇江市"),
        ("respondent", "市公安局"),
    ):
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=received_on]").fill(received.isoformat())
    page.locator("[name=applied_on]").fill(received.isoformat())
    page.locator("[name=channel]").select_option("counter")
    page.locator("[name=act]").select_option("penalty")


def test_a_case_is_registered_counted_and_refused(walk: Walk, picture: Picture):
    page = walk("officer")
    expect(page.get_by_role("heading", name="今日事项")).to_be_visible()
    register(page)
    expect(page.get_by_text("申请方式")).to_be_visible()
    picture(page, "opening")
    page.locator("main form[method=post] button.btn-primary").click()
    expect(page.get_by_text("受理审查5日").first).to_be_visible()
    expect(page.get_by_text("《行政复议法》第三十条").first).to_be_visible()
    expect(page.get_by_role("heading", name="可以办理的步骤")).to_be_visible()
    picture(page, "case")
    refused = page.locator(
        "details.fold", has=page.locator("summary strong", has_text=re.compile("^受理[（(]普通程序"))
    ).first
    refused.locator("summary").click()
    refused.locator("[name$=step_on]").fill((date.today() - timedelta(days=9)).isoformat())
    refused.get_by_role("button", name="确认办理").click()
    said = page.locator("details[open] .note-error").first
    expect(said).to_contain_text("请核对日期")
    picture(page, "refusal", page.locator("main h1"))
    page.get_by_role("link", name=re.compile("^推算过程")).first.click()
    expect(page.get_by_text("起算日，不计入").first).to_be_visible()
    picture(page, "limit")
    number = page.locator("nav.crumbs a").nth(1).inner_text()
    page.goto("/desk/cases/")
    row = page.locator("main table tbody tr", has=page.get_by_role("link", name=number, exact=True))
    expect(row).to_contain_text("受理审查5日")
    picture(page, "today")


def test_a_ledger_shows_its_errors_and_is_taken_back(walk: Walk, picture: Picture, tmp_path: Path):
    page = walk("clerk")
    upload(page, sheet(tmp_path / "风险提示函.xlsx", GOOD, BAD))
    expect(page.get_by_text("有3处需要更正，尚未导入任何一行")).to_be_visible()
    expect(page.get_by_text("“2025.13.5”没有这一天")).to_be_visible()
    picture(page, "errors")
    upload(page, sheet(tmp_path / "风险提示函（已改）.xlsx", GOOD))
    page.get_by_role("button", name="确认导入").click()
    expect(page.get_by_role("heading", name=re.compile("第[0-9]+批"))).to_be_visible()
    picture(page, "batch")


def upload(page: Page, file: Path) -> None:
    page.goto("/desk/ledgers/reconsideration.riskalertletter/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并核对").click()


def sheet(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    book.save(path)
    return path


def test_a_list_is_compared_on_two_days(walk: Walk, picture: Picture):
    page = walk("clerk")
    page.goto("/desk/registers/legislation.contactpoint/compare/?earlier=2023-12-31&later=2024-12-31")
    expect(page.get_by_role("heading", name=re.compile("^增加[0-9]+行"))).to_be_visible()
    picture(page, "compare")


def test_figures_open_to_their_definition_and_districts(walk: Walk, picture: Picture):
    page = walk("head")
    page.goto("/board/?year=2024")
    expect(page.get_by_role("heading", name="逾期未办结")).to_be_visible()
    picture(page, "board")
    page.goto("/board/figures/F088/?year=2024&tab=places")
    expect(page.locator(".figure-number")).to_have_text("436场次")
    expect(page.get_by_text("口径版本").first).to_be_visible()
    picture(page, "figure")


def test_a_report_is_drafted_and_a_text_is_judged(walk: Walk, picture: Picture):
    page = walk("head")
    page.goto("/board/report/2024/")
    expect(page.get_by_text(re.compile("项未经责任单位确认"))).to_be_visible()
    picture(page, "report")
    page.goto("/board/report/2024/check/")
    page.locator("textarea[name=text]").fill(CLAIM)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_text("不一致").first).to_be_visible()
    expect(page.locator("mark.v-differs")).to_contain_text("39件")
    picture(page, "check", page.locator(".verdicts"))


def test_an_administrator_gives_an_office(walk: Walk, picture: Picture):
    page = walk("admin")
    expect(page.get_by_role("heading", name="人员", exact=True)).to_be_visible()
    expect(page.locator("nav.menu-wide")).not_to_contain_text("今日事项")
    page.get_by_role("link", name="李文").click()
    fold = page.locator("#act-grant")
    fold.locator("summary").click()
    fold.get_by_label("行政复议机关负责人").first.check()
    picture(page, "person")
    fold.get_by_role("button", name="确认授权").click()
    expect(page.get_by_text("已授权。")).to_be_visible()
    expect(page.get_by_role("heading", name="变更历史")).to_be_visible()
    expect(page.locator(".course li").first).to_contain_text("郑凯")


def test_the_report_is_published_and_the_public_verifies_it(walk: Walk, picture: Picture):
    page = walk("head")
    page.goto("/board/report/2024/publish/")
    page.get_by_label("数据截止日期").fill("2024-12-31")
    page.locator("main form input[type=checkbox]").check()
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_role("heading", name="发布记录").or_(page.get_by_text("第1次")).first).to_be_visible(
        timeout=60_000
    )
    public = walk("")
    public.goto("/")
    expect(public.get_by_text("2024年度法治政府建设情况报告").first).to_be_visible()
    picture(public, "front")
    public.goto("/verify/")
    expect(public.get_by_text("保持完整")).to_be_visible()
    picture(public, "verify")
