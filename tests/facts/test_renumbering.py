"""A series is renumbered only where nothing speaks against it."""

import pytest

from govlint.facts.facts import Facts
from govlint.facts.renumbering import renumber
from govlint.text.document import Document
from govlint.text.source import Source

TITLES = ("产业", "项目", "民生", "安全", "党建", "生态")


def draft(*marks: str, before: str = "", after: str = "") -> str:
    """A report whose headings bear ``marks``."""
    lines = [
        f"{mark}抓{title}工作\n全年完成任务。\n" for mark, title in zip(marks, TITLES, strict=False)
    ]
    return f"某镇工作总结\n{before}\n{''.join(lines)}{after}\n"


def mended(text: str) -> str:
    """The new ordinals for the first break in ``text``."""
    facts = Facts(Document(Source("draft.txt", text)))
    series, found = facts.heading_breaks[0]
    return " ".join(
        f"{text[slice(*each.place)]}→{each.text}" for each in renumber(facts, series, found)
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("一、 二、 二、 三、", "二→三 三→四"),
        ("一、 二、 二、 四、", "二→三"),
        ("一、 一、", "一→二"),
        ("一、 二、 四、 四、", "四→三"),
        ("一、 二、 七、 四、 五、", "七→三"),
        ("（一） （二） （二）", "二→三"),
        ("1. 2. 2. 3.", "2→3 3→4"),
        ("（1） （2） （2） （4）", "2→3"),
        ("① ② ② ④", "②→③"),
        ("㈠ ㈡ ㈡ ㈣", "㈡→㈢"),
        ("一、 二、 四、", ""),
        ("一、 三、 四、 五、", ""),
        ("一、 三、 二、 四、", ""),
        ("一、 二、 二、 五、", ""),
        ("一、 二、 三、 四、 二、", ""),
        ("第一章　 第二章　 第二章　", ""),
        ("第一条　 第二条　 第二条　 第三条　", ""),
    ],
)
def test_what_is_certain(marks: str, expected: str) -> None:
    assert mended(draft(*marks.split(" "))) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("重点抓好以下三项工作：", "四→三"),
        ("重点抓好以下四项工作：", ""),
        ("各项工作取得新的进展。", ""),
    ],
)
def test_a_gap_that_the_text_explains(lead: str, expected: str) -> None:
    assert mended(draft("一、", "二、", "四、", before=lead)) == expected


def test_an_announcement_that_says_otherwise() -> None:
    assert mended(draft("一、", "二、", "二、", "三、", before="重点抓好以下三项工作：")) == ""


@pytest.mark.parametrize(
    "reference",
    [
        "具体安排见第三部分。",
        "有关措施（见三、）要落实。",
        "按本方案三（二）的要求办。",
        "本报告分为三部分。",
        "经费按第3条执行。",
        "三、四两部分由办公室负责。",
        "抓民生工作\n目录\n三、抓安全工作",
    ],
)
def test_what_goes_by_a_number_keeps_it(reference: str) -> None:
    assert mended(draft("一、", "二、", "二、", "三、", after=reference)) == ""


def test_below_a_number() -> None:
    assert mended(draft("1.", "2.", "2.", "3.", after="3.1细则\n另行制定。")) == ""
    assert mended(draft("（一）", "（二）", "（二）", "（三）", after="按（三）项执行。")) == ""


def test_one_heading_twice() -> None:
    assert mended("一、抓产业\n修路。\n二、抓项目\n修桥。\n二、抓项目\n修渠。\n") == ""


def test_what_only_looks_like_a_reference() -> None:
    text = draft(
        "一、", "二、", "二、", "三、", after="第三产业增加值增长3%，投资3.5亿元，共三项。"
    )
    assert mended(text) == "二→三 三→四"
