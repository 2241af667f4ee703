"""crop-yield: does a field bear what a field can bear?

小麦播种面积62.4万亩，总产24.3万公斤 is less than half a kilogram a mu: 公斤 for 吨, or 万 lost.
Asked are an area that is sown and what is harvested from it, side by side in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import SCALES
from govlint.text.span import Span

_N = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
_FIELD = search_for(
    rf"(?P<crop>[^，。；：\n0-9]{{2,16}}?)(?:稳定在|保持在|达到?|为|约|共)?(?P<a>(?<![0-9.]){_N})(?P<s>万?)亩[，、]"
    r"(?:(?![亩均增减单每])[^，。；\n0-9]){0,6}?(?P<told>(?<![亩均])(?:总|年|鲜货?|干茶|单)?产(?:量|鲜[果货薯]|干货)?|[总年]产鲜货|干茶产量)(?:达到?|为|约|可达|共)?"
    rf"(?P<b>{_N})(?P<t>[万亿]?)(?P<u>公斤|千克|斤|吨)(?![/以])",
    (("亩，", "亩、"), ("产",)),
    60,
)
_SOWN = re.compile("种植|播种|面积|栽[种植]|收获|挂果|投产|种")
_GRAIN = re.compile("粮|麦|稻|玉米|豆|油菜|花生|谷|高粱|棉|芝麻|杂粮")
_CROP = re.compile(
    "菜|瓜|薯|果|橙|桔|橘|柑|柚|桃|梨|葡萄|枣|茶|蔗|药|芪|参|菌|菇|椒|蒜|姜|葱|藕|桑|烟叶|草莓"
)
_OTHER = re.compile("其中|良种|制种|示范|试验|抽|日均|每")
_LISTED = re.compile("[0-9][万个]{0,2}亩[^。\n]{0,30}$|[、和及]$")
_BACK = 40
_KILOGRAMS = {"公斤": Decimal(1), "千克": Decimal(1), "斤": Decimal("0.5"), "吨": Decimal(1000)}
_LEAST, _MOST = (Decimal(8), Decimal(4000)), (Decimal(1), Decimal(15_000))
"""Kilograms that a mu bears at least and at most: of grain, and of any crop."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _FIELD):
        crop = match["crop"]
        grain = _GRAIN.search(crop) is not None
        if _LISTED.search(text, max(0, match.start() - _BACK), match.start("crop") + 1):
            continue  # 水稻1.5万亩、玉米0.6万亩，总产量: of both
        if not (grain or _CROP.search(crop) or _SOWN.search(crop)) or _OTHER.search(match[0]):
            continue
        yielded = Decimal(match["b"]) * SCALES.get(match["t"], 1) * _KILOGRAMS[match["u"]]
        area = Decimal(match["a"]) * SCALES.get(match["s"], 1)
        if not area or not yielded:
            continue
        each = yielded if match["told"].startswith("单") else yielded / area
        least, most = _LEAST if grain else _MOST
        if not least <= each <= most:
            span = Span(match.start("b"), match.end("u"))
            shown = f"{each:.0f}" if each >= 1 else f"{each.normalize():.2g}"
            fields: dict[str, str | int] = {"each": shown}
            yield Finding(
                span, fields, (Related(Span(match.start("a"), match.end("s") + 1), "area"),)
            )


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_FIELD,)


CHECK = Check("crop-yield", NoParams, run, fields=("each",), roles=("area",), searches=_searches)
