"""Each figure of a report is told with its name, its period and its growth."""

import pytest

from govlint.engine.lint import Options, facts_of
from govlint.facts.ledger import build_ledger
from govlint.text.document import Document
from govlint.text.source import Source

TITLE = "临溪县2024年工作总结\n\n"


def told(sentence: str, title: str = TITLE) -> list[tuple[str, str, str, str]]:
    """(indicator, period, figure, growth) of each figure of a sentence."""
    text = title + sentence
    facts = facts_of(Document(Source("report.txt", text)), (), Options())
    return [
        (
            entry.indicator,
            entry.period,
            text[slice(*entry.figure.span)],
            text[slice(*entry.growth.span)] if entry.growth else "",
        )
        for entry in build_ledger(facts)
    ]


@pytest.mark.parametrize(
    ("sentence", "entries"),
    [
        (
            "蔬菜产值由2020年的3.2亿元增加到5.6亿元，增长75%。",
            [("蔬菜产值", "2020年", "3.2亿元", ""), ("蔬菜产值", "2024年", "5.6亿元", "75%")],
        ),
        (
            "水产品产量由1.2万吨增长25%到1.5万吨。",
            [("水产品产量", "", "1.2万吨", ""), ("水产品产量", "2024年", "1.5万吨", "25%")],
        ),
        (
            "在校学生8620人，比上年的8410人增加210人，增长2.5%。",
            [("在校学生", "2024年", "8620人", "2.5%"), ("在校学生", "2023年", "8410人", "")],
        ),
        (
            "用电量9.3亿千瓦时，较“十三五”末的6.1亿千瓦时增长52.5%。",
            [
                ("用电量", "2024年", "9.3亿千瓦时", "52.5%"),
                ("用电量", "“十三五”末", "6.1亿千瓦时", ""),
            ],
        ),
        (
            "接待游客132万人次，去年接待108万人次。",
            [("接待游客", "2024年", "132万人次", ""), ("接待", "2023年", "108万人次", "")],
        ),
        (
            "2023年1—5月，招商引资到位资金7.5亿元。",
            [("招商引资到位资金", "2023年1—5月", "7.5亿元", "")],
        ),
        (
            "粮食产量再创新高，达到24.3万吨，按可比口径增长1.2%。",
            [("粮食产量", "2024年", "24.3万吨", "1.2%")],
        ),
        (
            "营业收入从上年的7.1亿元跃升至9.4亿元。",
            [("营业收入", "2023年", "7.1亿元", ""), ("营业收入", "2024年", "9.4亿元", "")],
        ),
        (
            "港口吞吐量8.2万吨，机场客流31万人次，分别比2020年增长21.5%、40%。",
            [
                ("港口吞吐量", "2024年", "8.2万吨", "21.5%"),
                ("机场客流", "2024年", "31万人次", "40%"),
            ],
        ),
        ("截至6月30日，缴费4200人。", [("缴费", "2024年6月30日", "4200人", "")]),
    ],
)
def test_what_is_compared(sentence: str, entries: list[tuple[str, str, str, str]]) -> None:
    assert told(sentence) == entries


@pytest.mark.parametrize(
    "words",
    ["GDP", "GDP：", "全县GDP达到", "实现GDP（现价）", "预计全年GDP完成", "GDP总量达"],
)
def test_names_of_letters(words: str) -> None:
    assert told(f"{words}86.2亿元。") == [("GDP", "2024年", "86.2亿元", "")]


def test_a_name_before_a_bracket() -> None:
    assert told("地区生产总值（GDP）86.2亿元。")[0][0] == "地区生产总值"


def test_half_of_time_counts_nothing() -> None:
    assert told("实现了时间过半、任务过半。") == []
