"""The check page judges every quantity and gives the text back letter by letter."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from fazhi.board.check_views import pieces
from fazhi.report.checking import Checked, Judged
from fazhi.report.quantities import read

TEXT = "一、化解争议\n全年制发风险提示函5件，反馈率80%。\n深入实施“八五”普法规划。"


def check(person, **sent):
    return person.client.post(reverse("board:check", args=[2024]), sent)


def test_right_and_wrong_are_told_apart(city, enters):
    clerk = enters("clerk")
    answer = check(clerk, text=TEXT)
    verdicts = {each.judged.quantity.text: each.judged.verdict for each in answer.context["findings"]}
    assert verdicts["5件"] == "agrees"
    wrong = check(clerk, text=TEXT.replace("5件", "6件"))
    assert wrong.context["findings"][0].judged.verdict == "differs"
    assert "计算值5件" in wrong.content.decode()
    assert 'class="v-differs"' in wrong.content.decode()


def test_of_a_year_without_records_nothing_is_said_to_differ(city, enters):
    answer = enters("clerk").client.post(reverse("board:check", args=[2050]), {"text": TEXT})
    assert answer.context["checked"].count("differs") == answer.context["checked"].count("agrees") == 0
    assert "2050年没有记录" in answer.content.decode() and "只检查了文稿自身" in answer.content.decode()


def test_a_text_without_headings_is_judged_too(city, enters):
    answer = check(enters("clerk"), text="全年制发风险提示函5件。")
    assert [each.judged.verdict for each in answer.context["findings"]] == ["agrees"]


def test_markup_in_a_text_stays_text(city, enters):
    text = check(enters("clerk"), text="一、争议\n<script>alert(1)</script>风险提示函5件").content.decode()
    assert "<script>alert(1)" not in text and "&lt;script&gt;" in text


def test_a_file_is_read(city, enters):
    upload = SimpleUploadedFile("报告.txt", TEXT.encode())
    assert check(enters("clerk"), file=upload).context["checked"].count("agrees") >= 1


def test_a_file_that_cannot_be_read_says_what_to_do(city, enters):
    clerk = enters("clerk")
    assert "只接受" in check(clerk, file=SimpleUploadedFile("报告.exe", b"MZ")).content.decode()
    assert "重新另存为" in check(clerk, file=SimpleUploadedFile("报告.docx", b"PK not a document")).content.decode()
    assert "请粘贴要核对的文本" in check(clerk, text="  ").content.decode()


@given(st.text(alphabet="全年共5件，12%十万余人。第二三\n提示函、八五“”", max_size=60))
def test_the_text_comes_back_letter_by_letter(text):
    judged = [Judged(quantity, "no_figure", None, None, "") for quantity in read(text)]
    assert "".join(piece.text for piece in pieces(text, Checked(2024, judged, []))) == text
