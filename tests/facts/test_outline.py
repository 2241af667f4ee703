"""The outline: which lines are headings, below which, and in which series.

A drawing has a line a heading, indented by its depth; ``*`` begins a series that starts again
without a reason, ``!`` stands at a mark that ranks above the one it is inside.
"""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.text.document import Document
from govlint.text.source import Source


def draw(text: str) -> str:
    facts = Facts(Document(Source("draft", text)))
    outline = facts.outline
    restarted = {series.members[0].span for series in outline.series if series.restarted}
    lines = []
    for index, heading in enumerate(outline.headings):
        depth = len(outline.path(index)) - 1
        sign = "*" if heading.span in restarted else "!" if index in outline.inverted else ""
        shown = heading.mark if heading.mark.start < heading.mark.end else heading.title
        lines.append(f"{'-' * depth}{sign}{facts.text[slice(*shown)]}")
    return " ".join(lines)


@pytest.mark.parametrize(
    ("text", "drawing"),
    [
        ("一、农业\n（一）种植\n（二）养殖\n二、工业", "一、 -（一） -（二） 二、"),
        # a line that begins like a number of things
        ("三、四季度产值稳步回升。", ""),
        ("二、四季度产值稳步回升。", "二、"),
        ("一、两年来的工作\n各项工作稳步推进。", "一、"),
        ("一、二、三产业协调发展。", ""),
        ("（一）、（二）项所列情形除外。", ""),
        ("（二）农业\n1.（试行）种植\n2.养殖", "（二） -1. -2."),
        ("第一条公路建成通车。", ""),
        ("第一条 为了规范管理，制定本办法。\n第二条 本办法自印发之日起施行。", "第一条 第二条"),
        # a malformed mark is known by its siblings
        ("一、农业\n二.工业\n三、民生", "一、 二. 三、"),
        ("一、农业\n五.工业\n二、民生", "一、 二、"),
        # … and by marks that are malformed alike, or by a title behind it, where one is missing
        ("一.农业\n二.工业\n四.民生", "一. 二. 四."),
        ("一.农业。稳产，保供。\n二.工业\n四.民生。增收，减负。", "一. 二. 四."),
        ("一，农业\n二，工业\n四，民生", "一， 二， 四，"),
        ("一 农业\n二 工业\n四 民生", "一 二 四"),
        ("一：农业\n二：工业\n四：民生", "一： 二： 四："),
        ("一.农业\n三.民生", "一. 三."),
        ("一.农业\n二.工业\n二.民生", "一. 二. 二."),
        ("一、农业\n二、工业\n四.民生", "一、 二、 四."),
        ("（一、农业\n（三、民生", "（一、 （三、"),
        ("一.5万吨粮食\n三.6亿元投资", ""),
        ("一 年来，我们努力。\n三 大战役打响。", ""),
        ("一，这是第一次。\n三，不许再犯。", ""),
        ("一.农业\n二.工业\n四.5亿元投资到位", "一. 二."),
        ("全年产值\n3.5亿元，增长较快。", ""),
        # the next ordinal belongs to the series that waits for it, whatever its rank
        ("1.农业\n（一）种植\n（二）养殖\n2.工业", "1. -!（一） -（二） 2."),
        ("一、农业\n1.种植\n2.养殖\n（一）粮食\n（二）蔬菜\n二、工业",
         "一、 -1. -2. -（一） -（二） 二、"),
        # 1. inside 1., known by the 2. and the 1. that follow
        ("1.理论\n1.感知\n2.推理\n3.决策\n2.技术\n1.芯片\n2.平台\n3.算力\n3.人才\n1.培养\n2.引进",
         "1. -1. -2. -3. 2. -1. -2. -3. 3. -1. -2."),
        ("1.理论\n1.感知\n2.推理\n3.决策", "1. 1. 2. 3."),
        ("1.理论\n1.感知\n2.推理\n2.决策\n3.人才", "1. 1. 2. 2. 3."),
        # a short line without a number that explains why a series starts again
        ("工作回顾\n一、农业\n二、工业\n工作安排\n一、农业\n二、工业",
         "一、 二、 工作安排 -一、 -二、"),
        ("一、农业\n二、工业\n三、民生\n一、党建\n二、宣传", "一、 二、 三、 *一、 二、"),
        ("一、农业\n全年工作平稳。\n一、工业\n二、民生", "一、 一、 二、"),
        ("一、农业\n二、工业\n" + "全镇上下真抓实干，" * 9 + "稳步推进\n一、农业\n二、工业",
         "一、 二、 *一、 二、"),
        # attachments number anew
        ("1.农业\n2.工业\n附件1\n1.台账\n2.清单\n附件2\n1.总表",
         "1. 2. 附件1 -1. -2. 附件2 -1."),
        ("1.农业\n2.工业\n附件：1.台账\n2.清单\n3.总表", "1. 2."),
        ("1.农业\n2.工业\n附件：1.台账\n2.清单。另行印发。", "1. 2. 2."),
        ("第一章 总则\n第一条 目的。\n第二条 范围。\n第二章 职责\n第三条 分工。",
         "第一章 -第一条 -第二条 第二章 -第三条"),
        ("一、总则\n第一条 目的。\n第二条 范围。\n二、职责\n第三条 分工。",
         "一、 -第一条 -第二条 二、 -第三条"),
    ],
)  # fmt: skip
def test_outline(text: str, drawing: str) -> None:
    assert draw(text) == drawing


def test_a_heading_owns_what_stands_below_it() -> None:
    text = (
        "全镇工作稳步推进。\n一、农业\n种植面积扩大。\n（一）粮食\n单产提高。\n二、工业\n产值增长。"
    )
    outline = Facts(Document(Source("draft", text))).outline
    assert outline.owners == [-1, 0, 0, 1, 1, 2, 2]
    assert outline.children(-1) == [0, 2]
    assert outline.children(0) == [1]
