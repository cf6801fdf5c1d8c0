"""Codes of bodies, persons and places."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.registers.codes import (
    USCC_ALPHABET,
    area_code_complaint,
    id_card_complaint,
    make_id_card,
    make_uscc,
    masked_id,
    masked_phone,
    organisation_code_complaint,
    uscc_complaint,
    uscc_warning,
)

REAL_CODES = ["11321100MB0000000Y", "91110000802100433B", "91440300708461136T", "914403001922038216"]
EARLY_FUJIAN = "91350100MA00000010"


@pytest.mark.parametrize("code", REAL_CODES)
def test_real_codes_pass_and_so_does_the_organisation_code_inside(code):
    assert uscc_complaint(code) is None
    assert uscc_warning(code) is None
    assert organisation_code_complaint(code[8:17]) is None


@pytest.mark.parametrize("code", REAL_CODES)
def test_any_single_wrong_character_is_found(code):
    for place in range(17):
        for char in USCC_ALPHABET:
            wrong = code[:place] + char + code[place + 1 :]
            if char != code[place] and wrong[2:4] != "35":
                assert uscc_complaint(wrong) is not None


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("", "18位"),
        ("91110000802100433", "现为17位"),
        ("9111000080210043OB", "“O”"),
        ("91110000802100433b", "大写"),
        ("919900008021004338", "行政区划码"),
        ("91110000802100433C", "校验码"),
    ],
)
def test_uscc_complaints_say_what_to_do(code, word):
    assert word in (uscc_complaint(code) or "")


def test_an_early_fujian_code_is_doubted_but_not_refused():
    assert uscc_complaint(EARLY_FUJIAN) is None
    assert "福建" in (uscc_warning(EARLY_FUJIAN) or "")
    elsewhere = EARLY_FUJIAN.replace("9135", "9132")
    assert "校验码" in (uscc_complaint(elsewhere) or "")
    assert uscc_warning(elsewhere) is None
    assert uscc_complaint(EARLY_FUJIAN[:-1]) is not None


def test_organisation_codes_with_and_without_hyphen():
    assert organisation_code_complaint("80210043-3") is None
    assert organisation_code_complaint("802100433") is None
    assert "校验码" in (organisation_code_complaint("80210043-4") or "")
    assert "8位" in (organisation_code_complaint("8021004") or "")


def test_the_sample_id_card_passes_with_either_x():
    assert id_card_complaint("11010519491231002X") is None
    assert id_card_complaint("11010519491231002x") is None


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("110105491231002", "15位"),
        ("1101051949123100", "现为16位"),
        ("99010519491231002X", "行政区划"),
        ("11010519490231002X", "出生日期"),
        ("11010529991231002X", "不合常理"),
        ("110105194912310021", "校验码"),
        ("１１０１０５19491231002X", "18位"),
    ],
)
def test_id_card_complaints_say_what_is_wrong(number, word):
    assert word in (id_card_complaint(number) or "")


@pytest.mark.parametrize("number", ["11010519491231002X"])
def test_a_swapped_or_mistyped_digit_is_found(number):
    for place in range(17):
        for digit in "0123456789":
            if digit != number[place]:
                assert id_card_complaint(number[:place] + digit + number[place + 1 :]) is not None


@pytest.mark.parametrize(
    "code",
    [
        "320000",
        "321100",
        "321181",
        "429004",
        "321102006",
        "321102006001",
        "441900003",
        "460400100",
        "321100000000",
    ],
)
def test_area_codes_that_exist_pass(code):
    assert area_code_complaint(code) is None


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("3211", "6位"),
        ("32110200", "6位"),
        ("991100", "省级"),
        ("320002", "上级为空"),
        ("321102000001", "上级为空"),
        ("321100003", "上级为空"),
        ("３２１１００", "6位"),
    ],
)
def test_area_codes_of_wrong_structure_are_named(code, word):
    assert word in (area_code_complaint(code) or "")


@given(st.integers(0, 31**5 - 1), st.sampled_from(["321102", "321181", "110105"]))
def test_synthetic_company_codes_are_valid_and_carry_their_place(seed, area):
    code = make_uscc(seed, area)
    assert uscc_complaint(code) is None
    assert organisation_code_complaint(code[8:17]) is None
    assert code[2:8] == area
    assert code == make_uscc(seed, area)


@given(st.integers(0, 10**9), st.sampled_from(["321102", "321181", "110105"]))
def test_synthetic_persons_are_valid_and_carry_their_place(seed, area):
    number = make_id_card(seed, area)
    assert id_card_complaint(number) is None
    assert number[:6] == area


def test_synthetic_codes_do_not_repeat_and_bad_places_are_refused():
    assert len({make_uscc(seed, "321102") for seed in range(5000)}) == 5000
    assert len({make_id_card(seed, "321102") for seed in range(5000)}) == 5000
    assert make_id_card(3, "321102", date(1980, 2, 29))[6:14] == "19800229"
    with pytest.raises(ValueError, match="area code"):
        make_uscc(1, "321102006")
    with pytest.raises(ValueError, match="area code"):
        make_id_card(1, "3211")


def test_masks_hide_the_middle():
    assert masked_id("11010519491231002X") == "110105**********2X"
    assert masked_id("12345678") == "1*******"
    assert masked_phone("13812345678") == "138****5678"
    assert masked_phone("85012345") == "******45"
    assert masked_phone("110") == "***"
    assert masked_phone("") == masked_id("") == ""


@given(st.text(max_size=30))
def test_any_text_gets_an_answer_and_masks_keep_the_length(text):
    for complaint in (uscc_complaint, id_card_complaint, area_code_complaint, organisation_code_complaint):
        answer = complaint(text)
        assert answer is None or answer.endswith("。")
    assert uscc_warning(text) is None or "福建" in text or text[2:4] == "35"
    assert len(masked_id(text)) == len(text) == len(masked_phone(text))
