"""Dates whose year stands before them, or before another date."""

from __future__ import annotations

import pytest

from govlint.facts.month_dates import month_dates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("原计划2024年12月底完工，2025年3月竣工", [(12, 1, 31), (3, 1, 31)]),
        ("2024年2月开工，次年1月5日竣工", [(2, 1, 29), (1, 5, 5)]),
        ("2024年6月1日开工，9月竣工", [(6, 1, 1), (9, 1, 30)]),
    ],
)
def test_dates_and_the_days_that_they_can_mean(text: str, days: list[tuple[int, int, int]]) -> None:
    found = month_dates(text, 0, len(text))
    assert found is not None
    assert [(each.first.month, each.first.day, each.last.day) for each in found] == days


def test_the_next_year_is_counted_from_the_one_before() -> None:
    found = month_dates("2024年2月开工，次年1月5日竣工", 0, 18)
    assert found is not None
    assert found[1].first == (2025, 1, 5)


@pytest.mark.parametrize("text", ["6月开工", "2024年2月30日开工"])
def test_no_year_and_no_such_day(text: str) -> None:
    assert month_dates(text, 0, len(text)) is None
