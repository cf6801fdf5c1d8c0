"""What the public sees: nothing before publication, then exactly what was published, and never a person."""

import hashlib
import json
import subprocess
import sys
from datetime import date
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.board.reporting.publishing import restate
from fazhi.figures.api import Publication
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import strike_out

from .conftest import LAST, SECRETS

PAGES = (
    "/", "/report/", "/report/2024/", "/report/2024/1/", "/report/2024/1/report.json", "/report/2024/1/journal.json",
    "/figures/", "/figures/?q=复议", "/figures/P01/2024/", "/figures/P02/2024/", "/figures/P03·全部/2024/",
    "/figures/P04/2024/", "/figures/P05/2024/", "/verify/", "/verify/verify_journal.py",
)  # fmt: skip


@pytest.mark.parametrize(("path", "told"), [("/", "年度报告尚未发布"), ("/report/", "年度报告尚未发布"),
                                             ("/figures/", "尚未公布数据"), ("/verify/", "尚未发布报告")])  # fmt: skip
def test_before_publication_the_pages_say_so(path, told, records, visitor):
    answer = visitor.get(path)
    assert answer.status_code == 200 and told in answer.content.decode()


def test_before_publication_nothing_is_given_away(records, visitor):
    for path in ("/report/2024/", "/figures/P01/2024/", "/report/2024/1/report.pdf", "/report/2024/1/journal.json"):
        answer = visitor.get(path)
        assert answer.status_code == 404 and "尚未发布" in answer.content.decode()
        assert "4件" not in answer.content.decode()


def test_pages_open_without_login_and_name_nobody(published, visitor):
    for path in PAGES:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        text = answer.content.decode()
        assert [secret for secret in SECRETS if secret in text] == [], path


def test_no_row_is_read(published, visitor):
    for path in PAGES:
        with CaptureQueriesContext(connection) as asked:
            visitor.get(path)
        tables = ("riskalertletter", "reconsiderationcase", "casework_case", "participant")
        read = [query["sql"] for query in asked if any(name in query["sql"] for name in tables)]
        assert [sql for sql in read if " FROM " in sql] == [], path


def test_the_report_is_what_was_published_whatever_happens_after(published, records, visitor):
    before = visitor.get("/report/2024/").content.decode()
    strike_out(records[0], WHOLE_CITY, "重复登记")
    assert visitor.get("/report/2024/").content.decode() == before
    assert 'href="/figures/P01/2024/">4件</a>' in before
    assert "4件" in visitor.get("/figures/P01/2024/").content.decode()


def test_a_figure_shows_definition_owner_rows_and_source(published, visitor):
    text = visitor.get("/figures/P01/2024/").content.decode()
    for told in ("“制发日期”在期内", "含更正重发", "《办法》第一条", "市司法局", "4条记录", published.journal_root):
        assert told in text
    text = visitor.get("/figures/P03·全部/2024/").content.decode()
    assert "25.0%" in text and "分子1，分母4" in text and "分子1条、分母4条" in text


def test_a_sum_counts_records_not_units(published, visitor):
    text = visitor.get("/figures/P02/2024/").content.decode()
    assert "8件" in text and "4条记录" in text, "1+1+1+5 cases stand behind four letters"


def test_a_claim_says_whether_it_holds(published, visitor):
    context = visitor.get("/figures/P04/2024/").context
    assert context["one"].said == "成立（4/4）"
    assert context["districts"][0]["shown"] == "成立（4/4）", "in a district too"
    assert context["charts"]["districts"]["unit"] == "%"


def test_small_numbers_of_cases_are_hidden_those_of_letters_are_not(published, visitor):
    assert "&lt;3件" in visitor.get("/figures/P05/2024/").content.decode()
    assert "&lt;3件" not in visitor.get("/figures/P01/2024/").content.decode()


def test_a_bare_code_leads_to_its_published_reading(published, visitor):
    answer = visitor.get("/figures/P03/2024/")
    assert answer.status_code == 302 and unquote(answer["Location"]) == "/figures/P03·全部/2024/"
    answer = visitor.get("/figures/P9/2024/")
    assert answer.status_code == 404 and "没有公布编号为“P9”的数据" in answer.content.decode()


def test_a_restatement_stands_beside_what_was_published(published, records, mayor, visitor):
    strike_out(records[0], WHOLE_CITY, "重复登记")
    restate(2024, cutoff=LAST, by=mayor, reason="重复登记1件")
    text = visitor.get("/figures/P01/2024/").content.decode()
    assert "3件" in text and "4件" in text and "重复登记1件" in text
    assert "本报告已经更正" in visitor.get("/report/2024/").content.decode()
    old = visitor.get("/report/2024/1/").content.decode()
    assert "4件" in old and "现已更正" in old
    assert visitor.get("/report/2024/3/").status_code == 404


def test_an_unpublished_restatement_is_not_shown(published, records, visitor):
    strike_out(records[0], WHOLE_CITY, "重复登记")
    context = visitor.get("/figures/P01/2024/").context
    assert context["one"].said == "4件" and len(context["versions"]) == 1


def test_files_are_those_whose_digests_stand_in_the_journal(published, visitor):
    record = json.loads(visitor.get("/report/2024/1/journal.json").content)
    told = record["entries"][0]["data"]["sha256"]
    for kind, begins in (("docx", b"PK"), ("pdf", b"%PDF-"), ("json", b"{")):
        content = visitor.get(f"/report/2024/1/report.{kind}").content
        assert content.startswith(begins)
        assert hashlib.sha256(content).hexdigest() == told[kind]
        assert told[kind] in visitor.get("/report/2024/").content.decode()
    assert visitor.get("/report/2024/1/report.exe").status_code == 404


def test_anyone_can_verify_offline(published, visitor, tmp_path):
    tool, record = tmp_path / "verify_journal.py", tmp_path / "record.json"
    tool.write_bytes(visitor.get("/verify/verify_journal.py").content)
    record.write_bytes(visitor.get("/report/2024/1/journal.json").content)
    context = visitor.get("/verify/").context
    head = f"{context['head'].size}:{context['root']}"
    checked = subprocess.run([sys.executable, tool, record, "--head", head], capture_output=True, text=True)
    assert checked.returncode == 0 and "未发现改动" in checked.stdout
    record.write_text(record.read_text().replace('"number":1', '"number":2'))
    assert subprocess.run([sys.executable, tool, record, "--head", head], capture_output=True).returncode == 1


def test_the_head_of_each_publication_begins_the_present_one(published, send, visitor):
    send("后来", date(2025, 1, 1))
    ((shown, kept),) = visitor.get("/verify/").context["listed"]
    assert shown == published and kept is True
    Publication.objects.filter(pk=published.pk).update(journal_root="00" * 32)
    assert "不一致" in visitor.get("/verify/").content.decode()


def test_a_search_finds_by_name_and_says_when_it_finds_nothing(published, visitor):
    assert [one.frozen.figure for one in visitor.get("/figures/", {"q": "提示函 反馈"}).context["listed"]] == [
        "P03·全部"
    ]
    assert "没有找到符合的数据" in visitor.get("/figures/", {"q": "没有这个词"}).content.decode()


def test_a_figure_of_another_city_is_not_ours(published, visitor):
    Publication.objects.filter(pk=published.pk).update(city="C320100")
    assert visitor.get("/report/2024/").status_code == 404
    assert "年度报告尚未发布" in visitor.get("/").content.decode()
