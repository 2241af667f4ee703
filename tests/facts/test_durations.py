"""How long a stretch of time can be said to be."""

from __future__ import annotations

import pytest

from govlint.facts.durations import find_durations
from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source


def _durations(text: str) -> list[tuple[str, int, int, bool]]:
    facts = Facts(Document(Source("a.txt", text)))
    found = find_durations(facts.body, facts.literals)
    return [(each.told, each.least, each.most, each.holds) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("集训从5月6日至5月10日，共5天。", ("5天", 5, 5, True)),
        ("集训从2024年2月27日至3月2日，共7天。", ("7天", 5, 5, False)),
        ("休渔期为每年11月1日至次年3月31日，共5个月。", ("5个月", 5, 5, True)),
        ("整治自4月1日起至6月30日止，为期两个月。", ("两个月", 3, 3, False)),
        ("工期自2023年9月1日开工，至2024年8月31日竣工，总工期18个月。", ("18个月", 12, 12, False)),
        ("5月6日至5月10日，县里办培训班，封闭培训七天。", ("七天", 4, 5, False)),
        ("5月6日至5月20日，县里办培训班，封闭培训七天。", ("七天", 14, 15, True)),
        ("试点自2022年1月至2024年12月，为期两年。", ("两年", 3, 3, False)),
        ("实施造林三年行动（2023—2025年）。", ("三年", 3, 3, True)),
        ("展期为4月1日至4月20日，为期一周。", ("一周", 2, 3, False)),
    ],
)
def test_both_ends_or_one_may_be_counted(text: str, expected: tuple[str, int, int, bool]) -> None:
    assert _durations(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "集训从5月6日至5月17日，共10个工作日。",
        "1月1日至6月30日，共120天优良天气。",
        "3月1日至3月20日，15天完成摸排。",
        "近五年（2019—2024年）投资80亿元。",
        "2月30日至3月5日，共4天。",
    ],
)
def test_what_is_not_how_long_it_lasts(text: str) -> None:
    assert not _durations(text)
