"""Divisions, bodies and people from sheets: looked at without a trace, entered whole, out again without a difference."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import Workbook

from fazhi.journal.api import stream
from fazhi.ledgers.api import Batch, SheetErrors, export, import_sheet, ledger, preview, reverse
from fazhi.people.api import Mandate, NotAllowed, Organisation, Place, Post, User, sight_of, subject_of

PEOPLE = ("用户名", "姓名", "单位", "职务", "角色", "任职日期", "免职日期", "程序职责")
BODIES = ("单位名称", "简称", "类别", "上级单位", "所在地", "统一社会信用代码", "成立日期", "依据")
PLACES = ("区划代码", "名称", "设立日期", "依据")
OFFICE = "行政复议：行政复议机构承办人"


@pytest.fixture
def admin(appoint, town):
    return appoint("郑凯", "admin", town.government)


@pytest.fixture
def east_admin(appoint, town):
    return appoint("丹阳管理员", "admin", town.east_justice)


def sheet(path: Path, *rows: tuple) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = path / "名册.xlsx"
    book.save(file)
    return file


def counts(looked) -> tuple[int, int, int]:
    return looked.new, looked.changed, looked.unchanged


def test_bodies_come_in_whatever_their_order_and_go_out_again(admin, town, tmp_path):
    """The superior stands below its branch in the sheet; a look at it leaves nothing."""
    rolls = ledger("people.organisation")
    file = sheet(
        tmp_path, BODIES,
        ("镇江市数据局信息中心", "信息中心", "事业单位", "市数据局", "镇江市", None, "2024-03-01", None),
        ("镇江市数据局", "市数据局", "政府工作部门", "市政府", "321100", None, "2024-01-01", "镇编〔2024〕1号"),
        ("镇江市公安局", "市公安局", "公安机关", "市政府", "镇江市", None, "2001-02-03", "成立日期有误"),
    )  # fmt: skip
    assert counts(preview(file, rolls, admin)) == (2, 1, 0)
    assert not Organisation.objects.filter(name__startswith="镇江市数据局").exists()
    batch = import_sheet(file, rolls, admin)
    centre = Organisation.objects.get(short="信息中心")
    assert centre.parent.name == "镇江市数据局" and centre.path.startswith(centre.parent.path)
    town.police.refresh_from_db()
    assert town.police.since == date(2001, 2, 3)
    assert stream(*subject_of(town.police)).get().data["before"]["since"] == "2000-01-01"
    assert (batch.entered, batch.changed, batch.unchanged) == (2, 1, 0)
    out = tmp_path / "导出.xlsx"
    assert export(rolls, out, admin) == 9
    assert counts(preview(out, rolls, admin)) == (0, 0, 9)
    with pytest.raises(NotAllowed):
        reverse(batch, admin, "误导")


def test_divisions_come_in_and_go_out_again(admin, east_admin, town, tmp_path):
    rolls = ledger("people.place")
    file = sheet(tmp_path, PLACES, ("321181102201", "城北村", None, None), ("321181102", "曲阿街道", "2020-01-01", "2024年版"),
                 ("321181101", "云阳新街道", None, "苏政复〔2026〕1号"))  # fmt: skip
    assert counts(preview(file, rolls, east_admin)) == (2, 1, 0)
    import_sheet(file, rolls, east_admin)
    assert Place.objects.get(pk="321181102201").parent_id == "321181102"
    assert Place.objects.get(pk="321181101").renamings.get().former_name == "云阳街道"
    out = tmp_path / "导出.xlsx"
    assert export(rolls, out, east_admin) == 4  # its own district and what lies in it, none of the other's
    assert counts(preview(out, rolls, admin)) == (0, 0, 4)


def test_people_come_with_posts_and_mandates_and_go_out_again(admin, officer, town, tmp_path):
    rolls = ledger("people.post")
    username = User.objects.get(pk=officer.user).username
    file = sheet(
        tmp_path, PEOPLE,
        ("xin", "新人", "市司法局", "承办人", "案件承办人", "2026.1.5", None, f"{OFFICE};行政复议:行政复议机关负责人"),
        ("xin", "新人", "丹阳市司法局", "挂职", "案件承办人", "2026-01-05", None, None),
        (username, username, "镇江市司法局", username, "案件承办人", "2020-01-01", None, OFFICE),
    )  # fmt: skip
    looked = preview(file, rolls, admin)
    assert looked.errors == [] and counts(looked) == (2, 1, 0) and not User.objects.filter(username="xin").exists()
    import_sheet(file, rolls, admin)
    person = User.objects.get(username="xin")
    assert not person.has_usable_password() and person.posts.count() == 2
    assert sight_of(person).holds("reconsideration", "officer", town.justice.path)
    held = Mandate.objects.filter(post__user=officer.user).values_list("procedure", "office")
    assert list(held) == [("reconsideration", "officer")]
    out = tmp_path / "导出.xlsx"
    assert export(rolls, out, admin) == 4
    assert counts(preview(out, rolls, admin)) == (0, 0, 4)


def test_a_sheet_with_errors_names_each_cell_and_leaves_nothing(admin, officer, town, tmp_path):
    file = sheet(
        tmp_path, PEOPLE,
        ("good", "好人", "市司法局", "承办人", "案件承办人", "2026-01-05", None, None),
        ("xin", "新人", "没有这个局", "承办人", "案件承办人", "2026-01-05", None, None),
        ("xin2", "新人", "市司法局", "承办人", "案件承办人", "2026-01-05", None, "行政复议：皇帝"),
        ("good", "好人", "市司法局", "承办人", "案件承办人", "2026-01-05", None, None),
        ("复议承办人", "别人", "市司法局", "处长", "案件承办人", "2026-01-05", None, None),
        ("复议承办人", "复议承办人", "市司法局", "复议承办人", "单位负责人", "2020-01-01", None, None),
    )  # fmt: skip
    with pytest.raises(SheetErrors) as refused:
        import_sheet(file, ledger("people.post"), admin)
    cells = {error.cell: error.message for error in refused.value.preview.errors}
    assert set(cells) == {"C3", "H4", "A5", "A6", "E7"}
    assert (
        "没有名为" in cells["C3"]
        and "皇帝" in cells["H4"]
        and "与第2行重复" in cells["A5"]
        and "请先免去" in cells["E7"]
    )
    assert not User.objects.filter(username__in=["good", "xin", "xin2"]).exists() and not Batch.objects.exists()


def test_nobody_imports_beyond_his_reach_or_without_the_right(east_admin, clerk, town, tmp_path):
    rolls = ledger("people.post")
    rows = (PEOPLE, ("xin", "新人", "市司法局", "局长", "单位负责人", "2026-01-05", None, None),
            ("xin3", "新人", "丹阳市司法局", "督查", "审计监督人员", "2026-01-05", None, None))  # fmt: skip
    looked = preview(sheet(tmp_path, *rows), rolls, east_admin)
    assert len(looked.errors) == 2 and "管理范围" in looked.errors[0].message and "市级" in looked.errors[1].message
    with pytest.raises(NotAllowed):
        preview(sheet(tmp_path, *rows), rolls, clerk)
    with pytest.raises(NotAllowed):
        export(rolls, tmp_path / "x.xlsx", clerk)
    assert export(rolls, tmp_path / "x.xlsx", east_admin) == 1


def test_a_post_ends_by_a_sheet_and_is_not_begun_again_by_the_same(admin, officer, town, tmp_path):
    name = User.objects.get(pk=officer.user).username
    row = (name, name, "市司法局", name, "案件承办人", "2020-01-01", str(timezone.localdate()), None)
    rolls, file = ledger("people.post"), sheet(tmp_path, PEOPLE, row)
    import_sheet(file, rolls, admin)
    assert Post.objects.get(user=officer.user).until == timezone.localdate()
    assert counts(preview(file, rolls, admin)) == (0, 0, 1)


def test_wrong_codes_are_said_in_their_cells(admin, town, tmp_path):
    file = sheet(tmp_path, BODIES, ("某局", None, "政府工作部门", "市政府", "镇江市", "11321100MB1234567X", None, None))
    assert "校验码" in preview(file, ledger("people.organisation"), admin).errors[0].message
    file = sheet(tmp_path, PLACES, ("32118110", "某镇", None, None))
    assert "区划代码应为" in preview(file, ledger("people.place"), admin).errors[0].message
