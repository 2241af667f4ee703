"""What grows by how much, and which parts are all of a whole."""

from __future__ import annotations

import pytest

from govlint.facts.complete import whole_of
from govlint.facts.facts import Facts
from govlint.facts.named_amounts import named_amounts
from govlint.facts.named_changes import named_changes
from govlint.text.document import Document
from govlint.text.source import Source


@pytest.mark.parametrize(
    ("name", "parts", "complete"),
    [
        ("全县外贸进出口总额", ["出口", "进口"], "all"),
        ("进出口", ["机电产品出口", "进口"], "some"),
        ("社会消费品零售总额", ["城镇消费品零售额", "乡村消费品零售额"], "all"),
        ("社会消费品零售总额", ["城镇限额以上零售额", "乡村"], "some"),
        ("地区生产总值", ["第一产业增加值", "第二产业", "三产"], "all"),
        ("全社会用电量", ["第一产业用电量", "第二产业用电量", "第三产业用电量"], "some"),
        ("一般公共预算收入", ["税收收入", "非税收入"], "all"),
        ("出口", ["出口", "进口"], "some"),
    ],
)
def test_parts_that_leave_nothing_out(name: str, parts: list[str], complete: str) -> None:
    assert bool(whole_of(name, parts)) is (complete == "all")


def test_growth_has_the_name_of_what_has_grown() -> None:
    text = "进出口总额126.4亿元，按可比价格计算，同比增长5.8%，其中进口下降1.2%。"
    facts = Facts(Document(Source("a.txt", text)))
    changes = named_changes(facts.body, facts.passage(0).figures)
    assert [change.name for change in changes] == ["进出口总额", "进口"]
    assert changes[1].low < changes[1].high < 0 < changes[0].low


def test_amounts_in_brackets_and_of_last_year_are_left_out() -> None:
    text = "第二产业增加值158.9亿元（工业132.6亿元），第三产业增加值176.4亿元，上年为160亿元。"
    facts = Facts(Document(Source("a.txt", text)))
    amounts = named_amounts(facts.body, facts.passage(0).figures)
    assert [amount.name for amount in amounts] == ["第二产业增加值", "第三产业增加值"]
