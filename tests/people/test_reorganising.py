"""Bodies and divisions through reorganisations: old rows keep the old body, sight follows the tree, reach is never exceeded."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.people.conftest import again, user_of

from fazhi.journal.api import stream
from fazhi.people.api import (
    Kind,
    Level,
    Mandate,
    NewBody,
    NotAllowed,
    NotPossible,
    Organisation,
    Place,
    Post,
    Reach,
    abolish_body,
    abolish_place,
    add_place,
    correct_body,
    found_body,
    move_body,
    rename_body,
    rename_place,
    sight_of,
    subject_of,
)

TODAY = timezone.localdate


def new(name: str, place: Place, parent: Organisation | None, **rest) -> NewBody:
    return NewBody(
        name, rest.pop("short", ""), Kind.DEPARTMENT, place, parent, rest.pop("since", date(2020, 1, 1)), **rest
    )


def test_a_body_is_founded_under_another(admin, town):
    body = found_body(admin, new("镇江市数据局", town.city, town.government, short="市数据局"), "镇编〔2024〕1号")
    assert body.path.startswith(town.government.path) and body.city == "C321100"
    entry = stream(*subject_of(body)).get()
    assert entry.kind == "people.organisation.founded" and entry.data["basis"] == "镇编〔2024〕1号"
    assert entry.data["after"]["parent"] == "镇江市人民政府" and entry.data["after"]["place"] == "镇江市(321100)"


def test_names_that_sheets_use_never_mean_two_bodies(admin, town):
    for name, short in (("镇江市司法局", ""), ("新局", "市司法局"), ("市司法局", "")):
        with pytest.raises(NotPossible, match="已有"):
            found_body(admin, new(name, town.city, town.government, short=short))


def test_a_district_and_a_deputy_found_within_their_own(east_admin, deputy, town):
    assert found_body(east_admin, new("丹阳市数据局", town.east, town.east_government))
    assert found_body(deputy, new("镇江市公安局交警支队", town.city, town.police))
    for by, place, parent in (
        (east_admin, town.west, town.east_government), (east_admin, town.east, town.government), (east_admin, town.east, None),
        (deputy, town.city, town.justice), (deputy, town.city, town.government),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            found_body(by, new("越权局", place, parent))


def test_a_renamed_body_keeps_its_former_name(admin, town):
    rename_body(admin, town.police, "镇江市公安厅", "市公安厅", TODAY(), "更正")
    assert town.police.former_names.get().name == "镇江市公安局"
    assert Organisation.objects.get(pk=town.police.pk).short == "市公安厅"
    with pytest.raises(NotPossible, match="没有变化"):
        rename_body(admin, town.police, "镇江市公安厅", "市公安厅", TODAY(), "再来")


def test_nobody_remakes_the_body_he_stands_in(deputy, east_admin, town):
    for by, body in ((deputy, town.police), (east_admin, town.east_government), (east_admin, town.west_justice)):
        with pytest.raises(NotAllowed):
            rename_body(by, body, "改名局", "", TODAY(), "越权")
        with pytest.raises(NotAllowed):
            correct_body(by, body, "越权", place=town.city)
        with pytest.raises(NotAllowed):
            abolish_body(by, body, TODAY(), "越权")


def test_a_moved_body_takes_its_branch_and_its_sight_along(admin, town, appoint):
    child = found_body(admin, new("丹阳市公证处", town.east, town.east_justice))
    chief = appoint("市局", "officer", town.justice)
    assert not chief.reaches(child)
    move_body(admin, town.east_justice, town.justice, TODAY(), "垂直管理")
    moved, under = Organisation.objects.get(pk=town.east_justice.pk), Organisation.objects.get(pk=child.pk)
    assert moved.path.startswith(town.justice.path) and under.path == moved.path + child.path[-6:]
    assert again(chief).reaches(under)
    town.justice.refresh_from_db()
    with pytest.raises(NotPossible, match="下级"):
        move_body(admin, town.justice, under, TODAY(), "循环")


def test_a_merged_body_keeps_its_rows_and_hands_over_its_people(admin, officer, town):
    user = user_of(officer)
    abolish_body(admin, town.justice, TODAY(), "机构改革", town.police, transfer=True)
    old = Organisation.objects.get(pk=town.justice.pk)
    assert old.until == TODAY() and old.successor_id == town.police.pk and not old.exists_on(TODAY())
    ended, held = Post.objects.filter(user=user).order_by("pk")
    assert ended.org_id == old.pk and ended.until == TODAY()
    assert held.org_id == town.police.pk and held.until is None
    assert Mandate.objects.filter(post=held).count() == Mandate.objects.filter(post=ended).count() == 3
    assert sight_of(user).holds("reconsideration", "officer", town.police.path)
    kinds = [entry.kind.rpartition(".")[2] for entry in stream(*subject_of(user))]
    assert kinds == ["appointed", "granted", "granted", "granted", "ended"]


def test_who_takes_over_a_body_takes_over_its_files_and_theirs(admin, town, appoint, stranger):
    """A body that had itself taken over another passes both on; nobody else sees more than before."""
    heir = appoint("承接", "officer", town.police, reconsideration="officer")
    assert not heir.reaches(town.justice)
    data = found_body(admin, new("镇江市数据局", town.city, town.government))
    abolish_body(admin, data, TODAY(), "机构改革", town.justice)
    abolish_body(admin, town.justice, TODAY(), "机构改革", town.police)
    heir = again(heir)
    assert heir.reaches(town.justice) and heir.reaches(data)
    assert heir.holds("reconsideration", "officer", data.path)
    assert not sight_of(user_of(heir), TODAY() - timedelta(days=1)).reaches(town.justice)
    assert not again(stranger).reaches(town.justice)


def test_people_of_an_abolished_body_hold_their_posts_no_more(admin, officer, town):
    abolish_body(admin, town.justice, TODAY(), "撤销")
    assert sight_of(user_of(officer)).branches == ()


def test_what_would_leave_an_orphan_is_refused(admin, second, town):
    with pytest.raises(NotPossible, match="下级单位"):
        abolish_body(admin, town.government, TODAY(), "撤销")
    with pytest.raises(NotPossible, match="承接"):
        abolish_body(admin, town.police, TODAY(), "撤销", None, transfer=True)
    abolish_body(admin, town.police, TODAY(), "撤销")
    with pytest.raises(NotPossible, match="不再变更"):
        rename_body(admin, town.police, "又一个", "", TODAY(), "更名")


def test_correcting_a_place_never_strands_the_last_administrator(appoint, town):
    only = appoint("唯一", "admin", town.justice)
    with pytest.raises(NotPossible, match="唯一"):
        correct_body(only, town.justice, "更正", place=town.east)
    assert Organisation.objects.get(pk=town.justice.pk).place_id == "321100"


def test_a_division_is_added_where_its_code_puts_it(admin, east_admin, town):
    village = add_place(east_admin, "321181101203", "城南村", None, "区划代码2024年版")
    assert village.level == Level.VILLAGE and village.parent_id == "321181101"
    assert add_place(admin, "3211Z1", "镇江高新区", None, "功能区").level == Level.DISTRICT
    for by, code, kind in (
        (east_admin, "321183101", NotAllowed), (east_admin, "321199", NotAllowed), (admin, "321001", NotPossible),
        (admin, "321181", NotPossible), (admin, "321199101", NotPossible), (admin, "32118", NotPossible),
        (admin, "321100", NotPossible), (admin, "3211Z", NotPossible),
    ):  # fmt: skip
        with pytest.raises(kind):
            add_place(by, code, "越权", None, "依据")
    assert stream(*subject_of(village)).get().data["after"]["code"] == "321181101203"


def test_a_division_is_renamed_merged_and_kept(admin, east_admin, town):
    rename_place(east_admin, town.east_town, "云阳新街道", TODAY(), "苏政复〔2026〕1号")
    assert town.east_town.renamings.get().former_name == "云阳街道"
    with pytest.raises(NotAllowed):
        rename_place(east_admin, town.east, "丹阳区", TODAY(), "越权")
    with pytest.raises(NotPossible, match="下级区划"):
        abolish_place(admin, town.east, TODAY(), "撤销")
    with pytest.raises(NotPossible, match="单位设在"):
        abolish_place(admin, town.west, TODAY(), "撤销")
    with pytest.raises(NotPossible, match="FAZHI_CITY"):
        rename_place(admin, town.city, "镇江", TODAY(), "更名")
    other = add_place(admin, "321181102", "曲阿街道", None, "增设")
    with pytest.raises(NotPossible, match="同级"):
        abolish_place(admin, town.east_town, TODAY(), "合并", town.west)
    abolish_place(admin, town.east_town, TODAY(), "合并", other)
    assert Place.objects.get(pk=town.east_town.pk).successor_id == "321181102"


def test_long_names_are_refused_and_nothing_is_written(admin, town):
    with pytest.raises(ValidationError):
        found_body(admin, new("长" * 121, town.city, town.government))
    assert not Organisation.objects.filter(name__startswith="长长").exists()


def test_a_foreign_body_is_beyond_everybody(admin, foreigner, town):
    body = foreigner.posts.get().org
    assert not Reach(places=("3211",)).reaches(body)
    for act in (
        lambda: rename_body(admin, body, "改", "", TODAY(), "越权"),
        lambda: move_body(admin, body, town.police, TODAY(), "越权"),
    ):
        with pytest.raises(NotAllowed):
            act()
