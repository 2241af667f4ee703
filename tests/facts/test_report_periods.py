"""A period has one form, however it is written."""

import pytest

from govlint.facts.report_periods import period_of, told_in, year_before


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024年", ("2024", "2024年度", "2024年全年", "2024年1-12月", "全年", "2024年末", "今年")),
        ("2024年上半年", ("上半年", "1—6月", "2024年1至6月份", "前两个季度", "今年上半年")),
        ("2024年一季度", ("2024年1季度", "第一季度", "首季度", "1-3月", "1月～3月")),
        ("2024年前三季度", ("2024年1—9月", "前三个季度")),
        ("2024年四季度", ("10—12月",)),
        ("2024年1—5月", ("1～5月份",)),
        ("2024年6月", ("2024年6月底", "6月份")),
        ("2023年", ("去年", "上年", "2023年底")),
        ("2023年上半年", ("去年上半年", "上年1—6月")),
        ("", ("", "“十四五”时期")),
    ],
)
def test_one_form(period: str, words: tuple[str, ...]) -> None:
    assert {period_of(each, 2024) for each in words} == {period}


def test_without_a_year_nothing_is_told() -> None:
    assert period_of("上半年", None) == ""


def test_the_year_before() -> None:
    assert year_before("2024年上半年") == "2023年上半年"
    assert year_before("") == ""


@pytest.mark.parametrize(
    ("words", "period", "compared"),
    [
        ("2021—2023年累计", "2021—2023年", False),
        ("比上年", "2023年", True),
        ("与去年同期相比，", "2023年", True),
        ("较2020年", "2020年", True),
        ("去年一季度", "2023年一季度", False),
        ("3月12日", "2024年3月12日", False),
        ("全年", "2024年", False),
    ],
)
def test_told(words: str, period: str, *, compared: bool) -> None:
    (told,) = told_in(words, "2024年", 2024)
    assert (told.period, told.compared) == (period, compared)
