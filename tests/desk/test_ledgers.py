"""A ledger from the template to the batch taken back, as a clerk does it in the browser."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from fazhi.desk import uploads
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.jobs.api import Job, Lease, run_all
from fazhi.ledgers.api import Batch
from fazhi.people.api import Post

LEASE = Lease("test:1", timedelta(minutes=1))
CODE = "reconsideration.riskalertletter"
URL = f"/desk/ledgers/{CODE}/"
HEAD = ["填报单位", "所在地", "函号", "制发日期", "送达单位", "行政管理领域", "风险事项", "依据案件数"]
GOOD = ["市司法局", "镇江市", "提示〔2024〕1号", "2024.3.5", "市公安局", "治安管理", "处罚前告知不全", 3]


def sheet(*rows: list) -> SimpleUploadedFile:
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return SimpleUploadedFile("风险提示函.xlsx", content.getvalue())


def changed(place: int, value: object) -> list:
    return [value if i == place else cell for i, cell in enumerate(GOOD)]


@pytest.fixture
def browser(at, clerk):
    return at(clerk)


def uploaded(browser, *rows: list) -> str:
    """Upload and return the address of the preview."""
    response = browser.post(f"{URL}upload/", {"sheet": sheet(*rows)})
    assert response.status_code == 302, re.findall(r"entry-errors.*?</div>", response.content.decode(), re.DOTALL)
    return response["Location"]


def test_the_template_has_the_columns_of_the_table(browser):
    response = browser.get(f"{URL}template/")
    cells = [
        c for row in load_workbook(BytesIO(b"".join(response.streaming_content))).worksheets[0].values for c in row
    ]
    assert {"填报单位*", "文号*"} <= {str(c).replace(" ", "") for c in cells} or "文号" in "".join(map(str, cells))


def test_a_sheet_is_looked_at_then_imported_then_taken_back(browser, lead):
    where = uploaded(browser, GOOD, changed(2, "提示〔2024〕2号"))
    page = browser.get(where).content.decode()
    assert "<b>2</b>行" in page and "全部2行核对无误" in page and not RiskAlertLetter.objects.exists()
    asked = browser.post(f"{where}import/")
    assert not RiskAlertLetter.objects.exists(), "the web request does not import"
    response = lead(browser, asked)
    batch = Batch.objects.get()
    assert response["Location"] == f"/desk/ledgers/batches/{batch.pk}/" and RiskAlertLetter.objects.count() == 2
    page = browser.get(response["Location"]).content.decode()
    assert "风险提示函.xlsx" in page and "第2行" in page and "撤回本批" in page
    assert "已导入：新增2行，修改0行，未变0行。" in page
    assert browser.get(where).status_code == 404
    assert browser.post(f"{where}import/")["Location"] == asked["Location"], "sent twice, it is one import"
    back = browser.post(f"{response['Location']}reverse/", {"reason": ""}, follow=True)
    assert "须写明原因" in back.content.decode()
    back = lead(browser, browser.post(f"{response['Location']}reverse/", {"reason": "重复报送"}), follow=True)
    assert "已撤回" in back.content.decode() and "重复报送" in back.content.decode()
    assert not RiskAlertLetter.objects.filter(voided_on__isnull=True).exists()


def test_errors_are_listed_marked_and_nothing_is_imported(browser):
    bad = ["没有这个局" if cell == "市公安局" else cell for cell in changed(2, "提示〔2024〕2号")]
    where = uploaded(browser, GOOD, bad)
    page = browser.get(where).content.decode()
    assert "有1处需要更正" in page and "E3" in page and "没有这个局" in page and "确认导入" not in page
    marked = load_workbook(BytesIO(b"".join(browser.get(f"{where}marked/").streaming_content)))
    assert marked.worksheets[0]["E3"].comment is not None
    assert browser.post(f"{where}import/").status_code == 422
    assert not RiskAlertLetter.objects.exists() and not Batch.objects.exists()


def test_the_second_time_only_what_differs_is_changed(browser, lead):
    lead(browser, browser.post(f"{uploaded(browser, GOOD)}import/"))
    where = uploaded(browser, changed(7, 5))
    assert "全部1行核对无误" in browser.get(where).content.decode()
    response = lead(browser, browser.post(f"{where}import/"), follow=True)
    assert "修改1行" in response.content.decode() and "依据案件数" in response.content.decode()
    assert RiskAlertLetter.objects.get().case_count == 5


def test_what_is_not_a_sheet_or_too_large_is_refused(browser, monkeypatch):
    odd = browser.post(f"{URL}upload/", {"sheet": SimpleUploadedFile("照片.jpg", b"\xff\xd8\xff" * 400)})
    assert odd.status_code == 422 and "entry-errors" in odd.content.decode()
    monkeypatch.setattr("fazhi.desk.ledgers.sheet.MOST_BYTES", 10)
    large = browser.post(f"{URL}upload/", {"sheet": sheet(GOOD)})
    assert large.status_code == 422 and "超过20兆字节" in large.content.decode()
    assert not list(uploads.root().iterdir())


def test_another_person_cannot_use_the_upload(browser, at, officer):
    where = uploaded(browser, GOOD)
    other = at(officer)
    for tail in ("", "marked/"):
        assert other.get(where + tail).status_code == 404
    assert other.post(f"{where}import/").status_code == 404
    assert run_all(LEASE) == 0
    assert not RiskAlertLetter.objects.exists()


def test_a_file_name_cannot_leave_its_folder():
    assert uploads.safe_name("../../etc/passwd") == "_.._etc_passwd"
    assert uploads.safe_name("") == "sheet.xlsx"


def test_a_row_of_another_district_is_an_error(at, appoint, town):
    west = at(appoint("句容联络员", "department", town.west_justice))
    page = west.get(uploaded(west, GOOD)).content.decode()
    assert "有1处需要更正" in page and "不能登记" in page


def test_a_batch_is_taken_back_only_by_someone_who_sees_all_of_it(browser, at, appoint, town, lead):
    where = lead(browser, browser.post(f"{uploaded(browser, GOOD)}import/"))["Location"]
    west = at(appoint("句容法治办", "clerk", town.west_justice))
    assert west.get(where).status_code == 404
    assert west.post(f"{where}reverse/", {"reason": "误"}).status_code == 404
    assert run_all(LEASE) == 0 and Batch.objects.get().reversed_at is None


def test_an_export_holds_what_the_person_sees(browser, at, appoint, town, lead):
    lead(browser, browser.post(f"{uploaded(browser, GOOD)}import/"))

    def cells(who) -> list[str]:
        response = who.get(f"{URL}export/", {"year": "2024"})
        return [
            str(c) for row in load_workbook(BytesIO(b"".join(response.streaming_content))).active.values for c in row
        ]

    assert "提示〔2024〕1号" in cells(browser)
    assert "提示〔2024〕1号" not in cells(at(appoint("句容法治办", "clerk", town.west_justice)))
    assert browser.get("/desk/ledgers/no.such/").status_code == 404


def test_a_register_that_moved_since_the_preview_is_told(browser, lead, town):
    """Between the preview and the import another name is given to a body: nothing is imported, and the page says which cell."""
    where = uploaded(browser, GOOD)
    type(town.police).objects.filter(pk=town.police.pk).update(short="警务局", name="镇江市警务局")
    page = lead(browser, browser.post(f"{where}import/")).content.decode()
    assert "有1处需要更正，未导入" in page and f'href="{where}"' in page
    assert "有1处需要更正" in browser.get(where).content.decode()
    assert not RiskAlertLetter.objects.exists() and not Batch.objects.exists()


def test_who_lost_the_post_meanwhile_imports_nothing(browser, lead, clerk, appoint, town):
    where = uploaded(browser, GOOD)
    asked = browser.post(f"{where}import/")
    Post.objects.filter(user=clerk.user).update(until=timezone.localdate())
    run_all(LEASE)
    assert "没有“导入台账”的权限" in Job.objects.get().complaint
    assert not RiskAlertLetter.objects.exists() and asked.status_code == 302


def test_a_large_sheet_is_looked_at_in_the_background(browser, lead, monkeypatch):
    monkeypatch.setattr("fazhi.desk.ledgers.sheet.MOST_AT_ONCE", 10)
    asked = browser.post(f"{URL}upload/", {"sheet": sheet(GOOD)})
    response = lead(browser, asked)
    assert "/preview/" in response["Location"]
    assert "全部1行核对无误" in browser.get(response["Location"]).content.decode()
    odd = browser.post(f"{URL}upload/", {"sheet": SimpleUploadedFile("照片.jpg", b"\xff\xd8\xff" * 400)})
    page = lead(browser, odd).content.decode()
    assert "note-error" in page and f'href="{URL}"' in page
    assert len(list(uploads.root().iterdir())) == 1, "what cannot be read is not kept"


def test_a_batch_that_moved_on_is_not_taken_back(browser, lead):
    where = lead(browser, browser.post(f"{uploaded(browser, GOOD)}import/"))["Location"]
    second = lead(browser, browser.post(f"{uploaded(browser, changed(7, 5))}import/"))["Location"]
    RiskAlertLetter.objects.update(case_count=9)
    page = lead(browser, browser.post(f"{second}reverse/", {"reason": "误"})).content.decode()
    assert "在导入之后又被修改" in page and f'href="{second}"' in page
    assert RiskAlertLetter.objects.get().case_count == 9
    early = lead(browser, browser.post(f"{where}reverse/", {"reason": "误"})).content.decode()
    assert "修改了本批登记的行，请先撤回第" in early
    RiskAlertLetter.objects.update(case_count=5)
    for batch in (second, where):
        assert lead(browser, browser.post(f"{batch}reverse/", {"reason": "误"}), follow=True).status_code == 200
    again = browser.post(f"{where}reverse/", {"reason": "误"}, follow=True)
    assert "已于" in again.content.decode()
