"""bound_conditions: is a rate one that cannot be above all?"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.context import Condition, Words
from govlint.facts.figure import Figure
from govlint.facts.units import PERCENT

_BOUNDED = re.compile(
    r"(?:(?<!拨备)(?<!流动性)覆盖|合格|满意|达标|整改|办结|普及|(?<!毛)入学|就业|签约|参保|参合|通过|优良|知晓|回收|处置|结案|及格|升学|发放|好评|成活|绿化|硬化"
    r"|接种|成功|化解|兑现|处理|抽检|入库|建档|履约|响应|受理|查处|销号|落实|开工|竣工|投产|持证|优秀|上线|出勤|参与|控制|净化|无害化|完好|及时|准确|缴费|治愈|抢救|符合|录取|保留|留存|息诉|服判|调解|采纳|规范管理|免疫密|拆除|清运|修复|适用|上岗|到岗)[率度]$"
    r"|(?<!抚养)(?<!存贷)(?<!流动性)(?<!流动)(?<!速动)(?<!产权)(?<!拨备)(?<!完成)(?<!增长)(?<!担保)(?<!贷款)(?<!杠杆)(?:比例|占比|比重)$"
)
_OPEN = re.compile(
    r"完成|执行|增长|增加|增幅|负债|使用|设备利用|产能利用|时间利用|毛入|巩固|拨备|覆盖|周转|收益|利润|回报|充足|流动|速动|保值|增值|自给|补偿|贡献|抚养"
    r"|依存|超额|产销|达产|兑付|杠杆|担保|贷款|存贷|价格|指数|进度|投资|产权|弹性|换手|实现|毛利|费用|成本|回笼|销售|开机|运行|负荷|储备|停车|车位|泊位|床位|偿债|债务|资本|赔付|征收|上缴"
)
"""Rates that may be above all: results against plans, money, machines."""
_LITTLE = Decimal("1.3")


def _percents(_words: Words, figures: list[Figure]) -> bool:
    return all(figure.dimension == PERCENT for figure in figures)


def _bounded(_words: Words, figures: list[Figure]) -> bool:
    """Whether a rate says how much of something is done or covered; of other rates only what is a
    little above all, if none of that kind can be."""
    name = figures[0].name
    if _BOUNDED.search(name) is not None:
        return True
    return name.endswith("率") and not _OPEN.search(name) and figures[0].value < _LITTLE


BOUNDS: dict[str, Condition] = {
    "percents": Condition(_percents),
    "bounded": Condition(_bounded, 1),
}
