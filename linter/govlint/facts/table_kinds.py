"""table_kinds: the ways in which one column of a table may follow from two others, and how surely
the heads name them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from govlint.records import NamedTuple
from govlint.text.intervals import Interval, add, divide, multiply, subtract

RATE = re.compile("率|进度|比例|占比|比重|%|占.{0,6}比")
_DONE = re.compile(
    "完成|实际|实绩|已|到位|支出|执行|办结|合格|达标|实[到有收缴]|收缴|入库|累计|通过|参[加保]|使用|录取|中标|结算"
    "|及格|优[秀良]|缴|化解|整改|销号|验收|竣工|开工|签约|接种|检测|入户"
)
_PLAN = re.compile(
    "计划|任务|目标|预算|应|总|下达|指标|核定|受理|抽[查检]|报名|全部|户数|人数|安排|概算|登记|排查|摸底|[合共]计"
)
_LESS = re.compile("增[减加长量额]|[新净]增|减|差|余|剩|未|变[化动]|较|比|缺|节约|升降|±|欠")
_GROWTH = re.compile("增长|增幅|增速|同比|环比|涨幅|降幅|增减|变化|幅|±|比上")
_TIME = re.compile("20[0-9]{2}|[上本今去前当]年|[上本][期月季]|同期|[一二三四]季度|基期")
_MEAN = re.compile("[人户亩村校班]均|平均|单产|每|均")
_COUNT = re.compile("人[数口]|户数|面积|数量?$|亩|次数")
_PRICE = re.compile("单价|标准|价格|[人户亩]均|单产|/")
_SIZE, _LENGTH = re.compile("面积|体积|方量"), re.compile("[长宽高厚深]")
_MONEY = re.compile("金额|[小合总]计|总[价额值产量]|补[助贴]|资金|投资|造价|合价|产[量值]|费")
_SUM = re.compile("[合总共小]计|总[数分额量]|全[年县市镇乡村部]|累计|合")
_HUNDRED = Interval(Decimal(100), Decimal(100))

UNNAMED, MAYBE, SURELY = 0, 1, 2
"""How surely heads name a relation: not at all, by what follows only, by all of them."""


class Kind(NamedTuple):
    """``sign``: of the formula; ``named``: how surely the heads of what follows and of the two
    others name it; ``ordered``: whether it matters which of the two comes first."""

    sign: str
    make: Callable[[Interval, Interval], Interval | None]
    named: Callable[[str, str, str], int]
    ordered: bool


def _rate(name: str, one: str, other: str) -> int:
    if _MEAN.search(name):
        return SURELY if _COUNT.search(other) else MAYBE
    if not RATE.search(name) and not name.endswith("比"):
        return UNNAMED
    return SURELY if _DONE.search(one) and _PLAN.search(other) else MAYBE


def _difference(name: str, one: str, other: str) -> int:
    if not _LESS.search(name):
        return UNNAMED
    both = (_TIME.search(one) and _TIME.search(other)) or (
        (_PLAN.search(one) or _TIME.search(one)) and _DONE.search(other)
    )
    return SURELY if both else MAYBE


def _growth(name: str, one: str, other: str) -> int:
    if not _GROWTH.search(name):
        return UNNAMED
    return SURELY if _TIME.search(one) and _TIME.search(other) else MAYBE


def _sum(name: str, _one: str, _other: str) -> int:
    return MAYBE if _SUM.search(name) else UNNAMED


def _product(name: str, one: str, other: str) -> int:
    if _SIZE.search(name) and _LENGTH.search(one) and _LENGTH.search(other):
        return SURELY
    prices = [bool(_PRICE.search(each)) for each in (one, other)]
    if not _MONEY.search(name) or prices[0] == prices[1]:
        return UNNAMED
    return SURELY if _COUNT.search(other if prices[0] else one) else MAYBE


def _grown(one: Interval, other: Interval) -> Interval | None:
    return divide(multiply(subtract(one, other), _HUNDRED), other)


KINDS = (
    Kind("÷", divide, _rate, ordered=True),
    Kind("-", subtract, _difference, ordered=True),
    Kind("+", add, _sum, ordered=False),
    Kind("×", multiply, _product, ordered=False),
    Kind("增长", _grown, _growth, ordered=True),
)
