"""Faults in figures that follow from each other: made by calculating them, right and wrong.

A template names its operands and says how the stated figure follows; a right sentence states it
as rounded, a wrong one is off by more than any rounding explains.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from govlint.facts.facts import Facts
from seeding.places import plain_paragraphs
from seeding.seed import Maker, Seed, SeedClass
from seeding.slots import fill

Draw = Callable[[random.Random], dict[str, float]]


class Relation(NamedTuple):
    """``templates``: with {a}, {b}, … and ⟦{x}⟧ for the stated figure; ``draw`` gives them all;
    ``decimals`` of the stated figure; ``off``: how far a wrong one is at least, and at most;
    below 0 where only a smaller figure is wrong (其中 need not name every part)."""

    name: str
    codes: tuple[str, ...]
    templates: tuple[str, ...]
    draw: Draw
    decimals: int
    off: tuple[float, float]


def _growth(chance: random.Random) -> dict[str, float]:
    a = round(chance.uniform(8, 90), 2)
    b = round(a * chance.uniform(1.06, 1.6), 2)
    return {"a": a, "b": b, "x": (b - a) / a * 100}


def _fall(chance: random.Random) -> dict[str, float]:
    a = round(chance.uniform(200, 900))
    b = round(a * chance.uniform(0.4, 0.9))
    return {"a": a, "b": b, "x": (a - b) / a * 100}


def _share(chance: random.Random) -> dict[str, float]:
    a = round(chance.uniform(800, 5000))
    b = round(a * chance.uniform(0.2, 0.95))
    return {"a": a, "b": b, "x": b / a * 100}


def _parts(chance: random.Random) -> dict[str, float]:
    b, c, d = (round(chance.uniform(2, 30), 1) for _ in range(3))
    return {"b": b, "c": c, "d": d, "x": b + c + d}


def _rest(chance: random.Random) -> dict[str, float]:
    a, b = chance.randint(40, 90), chance.randint(5, 20)
    return {"a": a, "b": b, "x": a - b}


def _points(chance: random.Random) -> dict[str, float]:
    a = round(chance.uniform(40, 80), 1)
    b = round(a + chance.uniform(1.2, 9), 1)
    return {"a": a, "b": b, "x": b - a}


RELATIONS = (
    Relation("growth", ("FIG",), (
        "全镇农产品加工产值由{a}亿元增加到{b}亿元，增长⟦{x}%⟧。",
        "{t}快递业务收入从上年的{a}万元提高到{b}万元，增幅为⟦{x}%⟧。",
        "村均集体收入从{a}万元增至{b}万元，增加⟦{x}%⟧。",
        "设施蔬菜面积达到{b}万亩，上年为{a}万亩，同比增长⟦{x}%⟧。",
    ), _growth, 1, (4, 30)),
    Relation("fall", ("FIG",), (
        "群众来访由{a}批次下降到{b}批次，降幅⟦{x}%⟧。",
        "刑事警情从{a}起降至{b}起，下降⟦{x}%⟧。",
        "会议数量由上年{a}个减少到{b}个，减少了⟦{x}%⟧。",
    ), _fall, 1, (4, 30)),
    Relation("share", ("FIG",), (
        "全镇共有农户{a}户，其中加入合作社的{b}户，占总户数的⟦{x}%⟧。",
        "应办理事项{a}件，已办结{b}件，办结率⟦{x}%⟧。",
        "排查隐患{a}处，完成整改{b}处，整改率达⟦{x}%⟧。",
        "体检老人{a}人，其中建立档案{b}人，建档率为⟦{x}%⟧。",
    ), _share, 1, (4, 30)),
    Relation("parts", ("FIG",), (
        "全年落实帮扶资金⟦{x}万元⟧，其中中央资金{b}万元、省级资金{c}万元、县级资金{d}万元。",
        "新修道路⟦{x}公里⟧，其中县道{b}公里、乡道{c}公里、村道{d}公里。",
        "实施改造面积⟦{x}万平方米⟧，其中老城区{b}万平方米、新城区{c}万平方米、园区{d}万平方米。",
    ), _parts, 1, (-5, -1.5)),
    Relation("sum", ("FIG",), (
        "种植中药材{b}万亩、茶叶{c}万亩、果树{d}万亩，合计⟦{x}万亩⟧。",
        "中央、省、县分别补助{b}万元、{c}万元、{d}万元，共计⟦{x}万元⟧。",
        "拨付救灾资金{b}万元、救助资金{c}万元、抚恤资金{d}万元，总计⟦{x}万元⟧。",
    ), _parts, 1, (4, 40)),
    Relation("difference", ("FIG",), (
        "全镇有行政村{a}个，比上年减少{b}个，上年为⟦{x}个⟧。",
        "挂牌督办案件{a}件，已办结{b}件，还剩⟦{x}件⟧。",
        "在建项目由{a}个减少到{b}个，减少⟦{x}个⟧。",
    ), _rest, 0, (3, 20)),
    Relation("points", ("FIG",), (
        "常住人口城镇化率由{a}%提高到{b}%，提高⟦{x}个百分点⟧。",
        "规模养殖比重从{a}%上升至{b}%，上升了⟦{x}个百分点⟧。",
        "义务教育巩固率达到{b}%，较上年的{a}%提升⟦{x}个百分点⟧。",
    ), _points, 1, (1.2, 9)),
)  # fmt: skip


def _shown(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}"


def _write(relation: Relation, template: str, chance: random.Random, *, wrong: bool) -> str:
    drawn = relation.draw(chance)
    if relation.name == "difference" and "比上年减少" in template:
        drawn["x"] = drawn["a"] + drawn["b"]
    stated = drawn["x"]
    if wrong:
        off = chance.uniform(*relation.off)
        fall = off > 0 and stated - off > 2 and chance.random() < 0.5
        stated += -off if fall else off
    text = template.replace("{x}", _shown(stated, relation.decimals))
    for name, value in drawn.items():
        text = text.replace(f"{{{name}}}", f"{value:g}")
    return fill(text, chance)


def _maker(relation: Relation, template: str, *, wrong: bool) -> Maker:
    def write(chance: random.Random) -> str:
        return _write(relation, template, chance, wrong=wrong)

    return _inserting(write, relation.codes, wrong=wrong)


def _inserting(
    write: Callable[[random.Random], str], codes: tuple[str, ...], *, wrong: bool
) -> Maker:
    """Put a sentence that is written by chance at the end of a paragraph."""

    def make(text: str, facts: Facts, chance: random.Random) -> Seed | None:
        paragraphs = plain_paragraphs(facts)
        if not paragraphs:
            return None
        _, end = chance.choice(paragraphs)
        sentence = write(chance).replace("⟦", "").replace("⟧", "")
        places = ((end, end + len(sentence)),) if wrong else ()
        return Seed(text[:end] + sentence + text[end:], places, codes)

    return make


_DAYS = "一二三四五六日"


def _weekday(template: str, *, wrong: bool) -> Maker:
    def write(chance: random.Random) -> str:
        day = date(2024, 1, 1) + timedelta(chance.randrange(360))
        shift = chance.randint(1, 6) if wrong else 0
        name = _DAYS[(day.weekday() + shift) % 7]
        written = f"{day.year}年{day.month}月{day.day}日"
        return fill(template.replace("{date}", written).replace("{day}", name), chance)

    return _inserting(write, ("FIG333",), wrong=wrong)


_DATED = (
    "{date}（星期{day}），{v}召开村民代表大会。",
    "{date}星期{day}，{o}组织了应急演练。",
    "演练定于{date}（周{day}）上午举行。",
)
CLASSES = (
    *(
        SeedClass(
            f"figures-{relation.name}",
            "arithmetic",
            tuple(_maker(relation, t, wrong=True) for t in relation.templates for _ in range(2)),
            tuple(_maker(relation, t, wrong=False) for t in relation.templates for _ in range(2)),
        )
        for relation in RELATIONS
    ),
    SeedClass(
        "weekday",
        "arithmetic",
        tuple(_weekday(t, wrong=True) for t in _DATED),
        tuple(_weekday(t, wrong=False) for t in _DATED),
    ),
)
