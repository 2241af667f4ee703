"""table_kinds: the ways in which one column of a table may follow from two others, and the heads
that name them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from govlint.records import NamedTuple
from govlint.text.intervals import Interval, add, divide, multiply, subtract

RATE = re.compile("率|进度|比例|占比|比重|%|占.{0,6}比")
_DONE = re.compile(
    "完成|实际|实绩|已|到位|支出|执行|办结|合格|达标|实[到有收]|收缴|入库|累计|通过|参[加保]|使用|录取|中标|结算|及格|优[秀良]"
)
_PLAN = re.compile(
    "计划|任务|目标|预算|应|总|下达|指标|核定|受理|抽[查检]|报名|全部|户数|人数|安排|概算"
)
_LESS = re.compile(
    "增减|增加|减少|增[量额长]|减|差|余|剩|未|净增|变化|变动|较|比|结存|缺口|节约|升降|±|欠"
)
_GROWTH = re.compile("增长|增幅|增速|同比|环比|涨幅|降幅|增减|变化|幅|±|比上")
_MEAN = re.compile("[人户亩村校班均]均|平均|单产|每|均")
_PRICE = re.compile("单价|标准|价格|[人户亩]均|单产|/")
_MONEY = re.compile("金额|[小合总]计|总[价额值产量]|补[助贴]|资金|投资|造价|合价|产[量值]|费")
_SUM = re.compile("[合总共小]计|总[数分额量]|全[年县市镇乡村部]|累计|合")
_HUNDRED = Interval(Decimal(100), Decimal(100))

Made = Callable[[Interval, Interval], Interval | None]


class Kind(NamedTuple):
    """``sign``: of the formula; ``is_named``: whether heads name it; ``ordered``: whether it
    matters which of the two comes first."""

    sign: str
    make: Made
    is_named: Callable[[str, str, str], bool]
    ordered: bool


def _rate_named(name: str, one: str, other: str) -> bool:
    if _MEAN.search(name):
        return True
    return bool(RATE.search(name) and (_DONE.search(one) or _PLAN.search(other)))


KINDS = (
    Kind("÷", divide, _rate_named, ordered=True),
    Kind("-", subtract, lambda name, _a, _b: bool(_LESS.search(name)), ordered=True),
    Kind("+", add, lambda name, _a, _b: bool(_SUM.search(name)), ordered=False),
    Kind(
        "×",
        multiply,
        lambda n, a, b: bool(_MONEY.search(n) and (_PRICE.search(a) or _PRICE.search(b))),
        ordered=False,
    ),
    Kind(
        "增长",
        lambda a, b: divide(multiply(subtract(a, b), _HUNDRED), b),
        lambda name, _a, _b: bool(_GROWTH.search(name)),
        ordered=True,
    ),
)
