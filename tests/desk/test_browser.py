"""The desk in a real browser: a day's work from login to the timeline, a ledger from its errors to its reversal, and axe on every page."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Browser, Page

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.jobs import kinds
from fazhi.jobs.api import Kind, Lease, Outcome, Task, Unfinished, ask, beat, run_all
from fazhi.jobs.leasing import put_back, take
from fazhi.people.api import Sight, User
from fazhi.registers.api import enter

pytestmark = [
    pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("emptied_afterwards"),
]  # fmt: skip

PASSWORD = "a-long-password-2024"
LEDGER = "/desk/ledgers/reconsideration.riskalertletter/"
HEAD = ["填报单位", "所在地", "函号", "制发日期", "送达单位", "行政管理领域", "风险事项", "依据案件数"]
GOOD = ["市司法局", "镇江市", "提示〔2024〕1号", "2024.3.5", "市公安局", "治安管理", "处罚前告知不全", 3]
LEASE = Lease("test:1", timedelta(minutes=1))
WIDTHS = [(1366, 768), (390, 844)]


def refused(task: Task) -> Outcome:
    raise Unfinished("原登记号已被占用，请核对后重新提出。", "/desk/ledgers/")


@pytest.fixture(autouse=True)
def _kinds(monkeypatch) -> None:
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))
    result = Outcome("已办妥三件。", "/desk/ledgers/")
    kinds.register_kind(Kind("browser.work", "办", lambda by, arguments: None, lambda task: result))
    kinds.register_kind(Kind("browser.refused", "办", lambda by, arguments: None, refused))


@pytest.fixture
def open_page(chromium: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`open_page(officer)`: a page after login; any error in its console fails the test."""
    errors: list[str] = []
    contexts = []

    def logged_in(by: Sight, width: int = 1366, height: int = 768, scripts: bool = True) -> Page:
        user = User.objects.get(pk=by.user)
        user.set_password(PASSWORD)
        user.save()
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto("/login/")
        page.get_by_label("用户名").fill(user.username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(lambda address: "/login/" not in address)
        return page

    yield logged_in
    for context in contexts:
        context.close()
    assert errors == []


def sheet(path: Path, *rows: list) -> Path:
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_step_from_the_list_to_the_timeline(open_page, apply, officer, scripts):
    """Login, today's list, the case, a step, and the step in the course of the case; with scripts off as well."""
    case = apply(0)
    page = open_page(officer, scripts=scripts)
    page.get_by_role("link", name=case.number).click()
    page.get_by_text("受理（普通程序）", exact=True).first.click()
    page.locator("#step-accept").get_by_role("button", name="确认办理").click()
    page.get_by_text("已办理“受理（普通程序）”").wait_for()
    assert page.locator(".course li").first.locator("strong").inner_text() == "受理（普通程序）"
    page.get_by_role("link", name="推算过程").first.click()
    assert page.get_by_role("heading", name="期限推算说明").is_visible()


def test_a_filter_is_applied_as_it_is_chosen(open_page, apply, officer):
    case, other = apply(0, title="王某不服工伤认定"), apply(0)
    page = open_page(officer)
    page.get_by_label("业务").select_option("reconsideration")
    page.wait_for_url("**business=reconsideration**")
    page.get_by_label("案号或者事项").fill("王某")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    page.get_by_role("link", name=other.number).wait_for(state="detached")
    assert page.get_by_role("link", name=case.number).is_visible()


def test_a_ledger_with_an_error_is_mended_imported_and_taken_back(open_page, clerk, tmp_path):
    page = open_page(clerk)
    page.goto(LEDGER)
    page.get_by_label("台账文件").set_input_files(
        sheet(tmp_path / "函.xlsx", ["没有这个局" if cell == "市公安局" else cell for cell in GOOD])
    )
    page.get_by_role("button", name="上传并核对").click()
    page.get_by_text("有1处需要更正").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="下载标出错误的表格").click()
    marked = tmp_path / "marked.xlsx"
    download.value.save_as(marked)
    assert load_workbook(marked).worksheets[0]["E2"].comment is not None
    page.get_by_role("link", name="重新上传").click()
    page.get_by_label("台账文件").set_input_files(sheet(tmp_path / "函（改）.xlsx", GOOD))
    page.get_by_role("button", name="上传并核对").click()
    page.get_by_role("button", name="确认导入").click()
    page.get_by_role("progressbar", name="任务进度").wait_for()
    run_all(LEASE)
    page.get_by_text("已导入：新增1行").wait_for()
    page.get_by_text("撤回本批").first.click()
    page.get_by_label("撤回原因").fill("重复报送")
    page.get_by_role("button", name="撤回本批").click()
    page.get_by_role("progressbar", name="任务进度").wait_for()
    run_all(LEASE)
    page.get_by_text("已撤回“").wait_for()
    assert not RiskAlertLetter.objects.filter(voided_on__isnull=True).exists()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_progress_moves_by_itself_and_leads_to_the_result(open_page, clerk, scripts):
    """With scripts by htmx, without them by a page that refreshes itself; neither is touched by a hand."""
    job = ask("browser.work", {}, by=clerk, key="one", title="导入“甲.xlsx”")
    page = open_page(clerk, scripts=scripts)
    page.goto(f"/desk/jobs/{job.pk}/?forward=1")
    page.get_by_text("后台进程没有运行").wait_for()
    beat(LEASE.holder)
    running = take(LEASE)
    task = Task(running, clerk, LEASE)
    task.tell("正在导入各行", 300, 1000)
    page.get_by_text("正在导入各行：已处理300，共1000").wait_for(timeout=10_000)
    assert page.get_by_text("后台进程没有运行").count() == 0
    assert page.get_by_role("progressbar", name="任务进度").evaluate_all("all => all.map(e => e.value)") == [300]
    task.close()
    put_back(running, LEASE)
    run_all(LEASE)
    page.get_by_text("已办妥三件。").wait_for(timeout=10_000)
    assert page.url.endswith("/desk/ledgers/")


@pytest.mark.parametrize(("width", "height"), WIDTHS, ids=["desktop", "phone"])
def test_tasks_are_accessible_and_fit_the_screen(open_page, clerk, width, height):
    done = ask("browser.work", {}, by=clerk, key="one", title="导入“甲.xlsx”（行政复议风险提示函台账）")
    failed = ask("browser.refused", {}, by=clerk, key="two", title="撤回第3批")
    run_all(LEASE)
    running, waiting = (ask("browser.work", {}, by=clerk, key=key, title="导入“很长的文件名" * 6) for key in "ab")
    taken = take(LEASE)
    Task(taken, clerk, LEASE).tell("正在导入各行", 300, 1000)
    page = open_page(clerk, width, height)
    for job in (None, done, failed, running, waiting):
        address = f"/desk/jobs/{job.pk}/" if job else "/desk/jobs/"
        page.goto(address)
        check(page, address)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_newcomer_is_enrolled_and_comes_in(open_page, appoint, town, scripts):
    """An administrator opens an account; the newcomer's first page is a password of his own, the next the day's list."""
    page = open_page(appoint("系统管理员", "admin", town.government), scripts=scripts)
    page.get_by_role("link", name="建立账号").click()
    for label, text in (("用户名", "xin"), ("姓名", "新人"), ("单位", "市司法局"), ("职务", "承办人")):
        page.get_by_label(label).fill(text)
    page.locator("[name=role]").select_option("officer")
    page.get_by_role("button", name="建立账号").click()
    password = page.locator("dd.issued").nth(1).inner_text()
    page.get_by_role("link", name="已记下").click()
    page.get_by_text("任职", exact=True).first.wait_for()
    newcomer = page.context.browser.new_context(base_url=page.url.partition("/desk/")[0], java_script_enabled=scripts)
    own = newcomer.new_page()
    own.goto("/login/")
    own.get_by_label("用户名").fill("xin")
    own.get_by_label("密码").fill(password)
    own.get_by_role("button", name="登录").click()
    own.get_by_role("heading", name="请先设置自己的密码").wait_for()
    for label, text in (("现在的密码", password), ("新密码", PASSWORD), ("再输入一次", PASSWORD)):
        own.get_by_label(label, exact=False).fill(text)
    own.get_by_role("button", name="保存新密码").click()
    own.get_by_role("heading", name="今日事项").wait_for()
    newcomer.close()


@pytest.mark.parametrize(("width", "height"), WIDTHS, ids=["desktop", "phone"])
def test_every_page_is_accessible_and_fits_its_screen(open_page, apply, officer, appoint, town, width, height):
    case = apply(3)
    clerk = appoint("法治办经办人", "clerk", town.justice)
    letter = enter(
        RiskAlertLetter, clerk, number="提示〔2024〕1号", happened_on="2024-03-05", addressee=town.police, field="治安管理",
        risk="处罚前告知不全", org=town.justice, place=town.city,
    )  # fmt: skip
    admin = appoint("系统管理员", "admin", town.government)
    register = "/desk/registers/reconsideration.riskalertletter/"
    pages = {
        officer: ["/desk/cases/", "/desk/cases/?view=closed", f"/desk/cases/{case.pk}/", f"/desk/cases/{case.pk}/limits/1/",
                  "/desk/cases/new/", "/desk/cases/new/reconsideration/"],
        clerk: ["/desk/ledgers/", LEDGER, "/desk/ledgers/batches/", "/desk/registers/", register, f"{register}{letter.pk}/",
                "/desk/registers/leadership.cadre/compare/?earlier=2024-01-01&later=2024-12-31",
                "/desk/notices/", "/desk/notices/add/?year=2026"],
        admin: ["/desk/people/", "/desk/people/new/", "/desk/people/changes/", "/desk/bodies/", "/desk/bodies/new/",
                f"/desk/bodies/{town.justice.pk}/", "/desk/places/", "/desk/places/new/", "/desk/places/321181/",
                "/desk/ledgers/people.post/", "/password/", f"/desk/people/{officer.user}/"],
    }  # fmt: skip
    for who, addresses in pages.items():
        page = open_page(who, width, height)
        for address in addresses:
            page.goto(address)
            check(page, address)
        page.goto({officer: pages[officer][2], clerk: register, admin: pages[admin][-1]}[who])
        for fold in page.locator("details").all():
            fold.evaluate("each => each.open = true")
        check(page, "with everything unfolded")


def check(page: Page, where: str) -> None:
    found = Axe().run(page).response["violations"]
    grave = [
        (each["id"], [node["target"] for node in each["nodes"]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert grave == [], where
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        f"{where} is wider than the screen"
    )
