"""means: what one of which a figure is told for: 人均, 每亩, 单价."""

from __future__ import annotations

import re

from govlint.facts.change_words import FILLERS, TAIL
from govlint.facts.units import PEOPLE, TIME
from govlint.records import NamedTuple

_PER = re.compile(
    r"(?:(?P<one>[人户亩村校企班店社厂株头]|(?<![一-龥0-9])次)均|平?均?(?P<yield>亩)产"
    r"|(?:平均)?每(?:一)?(?P<each>[百千万](?:人口?|名|户|个|件|台|亩)|[一-龥]次(?!提|增|发|支|补|给|收)|平方(?:米|公里)|立方米"
    r"|公里|千米|公斤|公顷|千瓦时|小时|[课学]时|[一-龥])"
    r"|(?P<price>单价|均价|平均))(?P<what>(?:[^，。；0-9每]|[0-9]{1,3}(?=周?岁)){0,16})$"
)
_DAILY = re.compile(r"(?:日均|平均每[天日]|每[天日]平均)(?P<what>[^，。；0-9每]{0,12})$")
_TIMED = re.compile(
    r"每[日天周月年季]|[日月季]均|(?<!每.)(?<!每.[一-龥])(?<!每.[一-龥]{2})(?<!每.[一-龥]{3})年均"
)
"""每名医师年均接诊 is one for each of them, in a year."""
_COUNTED = re.compile("年平均(?:常住|户籍|总)?(?:人口|人数|户数)[^，。；0-9]{0,4}$")
"""A count, not what one of it has: 按年平均人口38万人计算."""
_GETS = re.compile("(?:实际|可以?|能)?(?:领[到取得]|分[得到]|获得?|拿到|得到|享受到?|得|分)了?")
"""Words for a share of something that do not say of what."""
_UNITS_OF = {"人": PEOPLE, "名": PEOPLE, "位": PEOPLE, "亩": "面积", "平方米": "面积",
             "公里": "长度", "千米": "长度", "公斤": "质量", "吨": "质量", "公顷": "面积",
             "米": "长度", "斤": "质量", "平方公里": "面积", "立方米": "体积", "千瓦时": "电量",
             "度": "电量", "小时": TIME}  # fmt: skip
_VISITS = "人次"
"""What 次均费用 is told for one of."""


class Mean(NamedTuple):
    """How a mean or a price is told: ``per``: the dimension, or the noun, of what it is for one
    of, "" where the words leave that open; ``unit``: the unit of it; ``what``: the words between
    that and the figure, 户均增收: 增收."""

    per: str
    unit: str
    what: str


def mean_of(lead: str) -> Mean | None:
    """What one of which a figure behind ``lead`` is told for: 人均, 每亩, 单价; else None.

    >>> mean_of("，平均亩产"), mean_of("，户均增收")
    (Mean(per='面积', unit='亩', what=''), Mean(per='户', unit='户', what='增收'))
    """
    tail = lead[-TAIL:]
    daily = _DAILY.search(tail)
    if daily is not None:
        return Mean(TIME, "天", daily["what"].rstrip(FILLERS))
    match = _PER.search(tail)
    if match is None or _TIMED.search(tail) or _COUNTED.search(tail):
        return None
    one = match["one"] or match["yield"] or match["each"] or ""
    what = match["what"].rstrip(FILLERS)
    if match["one"] == "次":
        return Mean(_VISITS, _VISITS, what)
    return Mean(_UNITS_OF.get(one, one), one, "" if _GETS.fullmatch(what) else what)
