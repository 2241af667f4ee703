"""units: what figures count, and which units measure the same thing."""

from __future__ import annotations

import re
from decimal import Decimal

PERCENT, POINTS, TIMES, DOUBLINGS, PEOPLE, TIME = "%", "百分点", "倍", "番", "人", "时间"

PERSONS = (
    "常住人口", "户籍人口", "农业人口", "农村人口", "城镇人口", "城镇常住人口", "贫困人口",
    "群众", "居民", "农民", "职工", "师生", "学生", "考生", "游客", "党员", "干部", "老人",
    "老年人", "残疾人", "参保人员", "从业人员",
)  # fmt: skip
"""Those who are counted in 万 without 人: 23.5万常住人口."""
_MEASURES: dict[str, dict[str, str]] = {
    "元": {"元": "1"},
    "美元": {"美元": "1"},
    "面积": {
        "平方公里": "1000000", "平方千米": "1000000", "公顷": "10000", "亩": "666.6667",
        "平方米": "1", "平米": "1", "㎡": "1",
    },
    "体积": {"立方米": "1", "方": "1", "立方": "1"},
    "长度": {"公里": "1000", "千米": "1000", "米": "1", "厘米": "0.01", "毫米": "0.001"},
    "质量": {"吨": "1000", "公斤": "1", "千克": "1", "斤": "0.5", "克": "0.001",
           "毫克": "0.000001", "微克": "0.000000001"},
    "电量": {"千瓦时": "1", "度": "1"},
    "功率": {"千瓦": "1", "兆瓦": "1000", "kW": "1", "MW": "1000"},
    "数据": {"GB": "1", "TB": "1024", "PB": "1048576"},
    PEOPLE: {"人": "1", "名": "1", "位": "1"} | dict.fromkeys(PERSONS, "1"),
    TIME: {"天": "86400", "个工作日": "86400", "小时": "3600", "分钟": "60", "秒": "1"},
    "个月": {"个月": "1"},
    "人次": {"人次": "1"},
    "头只": {"头": "1", "只": "1", "羽": "1", "匹": "1"},
    PERCENT: {"%": "0.01", "‰": "0.001"},
    POINTS: {"个百分点": "0.01", "百分点": "0.01", "个千分点": "0.001", "千分点": "0.001"},
    TIMES: {"倍": "1"},
    DOUBLINGS: {"番": "1"},
}  # fmt: skip
_COUNTED = (
    "个 家 户 件 起 项 处 条 座 台 套 辆 把 所 张 份 株 棵 次 场 期 篇 批 间 栋 幢 宗 例 部 "
    "件次 批次 车次 架次 场次 班次 家次 户次 台次 辆次 例次 课时 学时 "
    "标箱 标准箱 集装箱 列 页 字 卷 层 票 桌 工日 人天 "
    "盏 块 片 艘 架 门 班 组 支 级 册 本 笔 单 趟 单位 眼 口 根 盆 箱 车 床 孔 扇 段 对 村 社区 "
    "件次 台次 批次 家次 户次 架次 班次 场次 车次 艘次 例次 剂次 剂 枚 幅 尾 节 "
    "课时 学时 瓶 盒 袋 桶 双 副 顶 通 封 具 颗 款 尊 樘 杆"
)

UNITS: dict[str, tuple[str, Decimal]] = {
    unit: (dimension, Decimal(factor))
    for dimension, units in _MEASURES.items()
    for unit, factor in units.items()
} | {unit: (unit, Decimal(1)) for unit in _COUNTED.split()}
"""A unit's dimension and how many of the dimension's base it is; what is counted one by one is a
dimension of its own."""

ANY_UNIT = "|".join(
    f"(?<=[万亿]){unit}" if unit in PERSONS else re.escape(unit)
    for unit in sorted(UNITS, key=len, reverse=True)
)
"""The units as branches of a regex, longer ones first."""

PER = (
    "(?:平方公里|平方米|立方米|公里|公顷|公斤|千克|人次|千瓦时|工作日|平米|万元"
    "|[亩吨米升斤人户头只天日月年度次件个床])"
)
"""What an amount can be told for one of: 元/吨."""

COUNTED = frozenset(_COUNTED.split()) | {
    "人",
    "名",
    "位",
    "人次",
    "头",
    "只",
    "羽",
    "匹",
    "天",
    "个工作日",
    "个月",
}
"""What is counted one by one, so that a whole number of it is exact."""

SCALES = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7,
          "百万": 10**6, "万": 10**4, "千": 10**3, "百": 10**2}  # fmt: skip
_THOUSANDS = ("千瓦", "千克", "千米", "千帕", "千伏")
"""Units whose first character is no scale beside the one before."""


def base_of(unit: str) -> str:
    """A unit without its scale.

    >>> base_of("万元"), base_of("亿千瓦时"), base_of("千瓦")
    ('元', '千瓦时', '千瓦')
    """
    if unit.startswith(_THOUSANDS):
        return unit
    scale = next((each for each in SCALES if unit.startswith(each)), "")
    return base_of(unit[len(scale) :]) if scale and unit != scale else unit[len(scale) :]


def worth_of(unit: str) -> int:
    """What the scale of a unit multiplies.

    >>> worth_of("万元"), worth_of("亿千瓦时"), worth_of("千瓦"), worth_of("人")
    (10000, 100000000, 1, 1)
    """
    return SCALES.get(unit[: len(unit) - len(base_of(unit))], 1)
