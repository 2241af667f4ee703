"""complete: parts that together are all there is of a whole, by what they are called.

出口 and 进口 are all of 进出口, the three industries all of 地区生产总值: a list that names every
one of them leaves nothing out, whether it says so or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.hints import Protocol, TypeVar
from govlint.records import NamedTuple

_TRADE = "(?:货物|对外|外贸|贸易|进出口)*"
_FIRST = r"(?:第一|一次|一)产业?"
_SECOND = r"(?:第二|二次|二)产业?"
_THIRD = r"(?:第三|三次|三)产业?"


class Named(Protocol):
    """What a text tells with a name."""

    @property
    def name(self) -> str: ...


Told = TypeVar("Told", bound=Named)


class Whole(NamedTuple):
    """``name``: what the whole is called; ``parts``: what each of its parts is called; ``cue``: a
    word of one of them. The names are regexes. ``added``: the whole is the sum of its parts, and
    not only what their growth is weighed for; ``besides``: what else is a part of it here and
    there, so that only a slip is held against the sum, where the text names none of these."""

    name: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    cue: str
    added: bool = True
    besides: str = ""


def _whole(name: str, *parts: str, cue: str, added: bool = True, besides: str = "") -> Whole:
    return Whole(re.compile(name), tuple(map(re.compile, parts)), cue, added, besides)


_WHOLES = (
    _whole("生产总值|GDP|经济总量", _FIRST, _SECOND, _THIRD, cue="产"),
    _whole(
        "固定资产投资",
        *(f"{each}(?:完成)?投资" for each in (_FIRST, _SECOND, _THIRD)),
        cue="产",
        added=False,
    ),
    _whole("进出口(?!顺|逆|差)", "(?<!进)出口", "(?<!出)进口(?!出)", cue="进口"),
    _whole("(?<!进)出口", "(?<!出)进口(?!出)", f"{_TRADE}顺差", cue="顺差"),
    _whole("(?<!出)进口(?!出)", "(?<!进)出口", f"{_TRADE}逆差", cue="逆差"),
    _whole("消费品零售|社零", "城镇|城市", "乡村|农村", cue="村"),
    _whole("消费品零售|社零", "商品零售|商品", "餐饮", cue="餐饮"),
    _whole("(?<!税)收入", "(?<!非)税收|(?<!非)税收入", "非税", cue="非税"),
    _whole("工业(?!园)", "轻工业", "重工业", cue="重工业"),
    _whole(
        "工业(?!园)", "采矿业?", "制造业", ".*(?:电力|供应业|公用事业).*", cue="采矿", added=False
    ),
    _whole("粮食", "夏粮|夏收", "秋粮|秋收", cue="秋", besides="早稻|春粮|早粮"),
    _whole("旅游|游客|接待", "过夜", "一日游", cue="过夜"),
    _whole("旅游(?:人|总?收入|者)|游客|接待", "国内(?!生产|外)", "入境|境外|海外", cue="境"),
    _whole("商品房|房屋|房地产", "(?<!非)住宅", "(?:[一-龥]{2,12}等)?非住宅", cue="非住宅"),
    _whole("信访", "来信", "来访", "网上信访|网上投诉|网信", cue="来访"),
    _whole("居民(?!人均|收入)", "城镇居民", "农村居民|乡村居民", cue="村居民"),
    _whole("国内(?:旅游|游客|出游|居民出游)", "城镇居民", "农村居民|乡村居民", cue="村居民"),
    _whole("出生", "死亡", "自然增[长加]", cue="自然增"),
    _whole("资产", "负债", "权益|净资产", cue="负债"),
    _whole("赤字", "中央", "地方", cue="地方"),
    _whole("医疗保险|医保", "职工", "(?<!职工)(?:城乡)?居民", cue="职工"),
    _whole("农民工", "外出", "本地", cue="本地"),
    _whole("水产品", "养殖", "捕捞", cue="捕捞"),
    _whole("消费贷款", "短期", "中长期", cue="中长期"),
    _whole("财政收入", "(?<!性)(?:一般|公共)(?:财政)?预算收?", "(?:政府性)?基金", cue="基金"),
    _whole("(?:常住|户籍|总)人口", "城镇|城市", "乡村|农村", cue="村"),
    _whole("用电量?", _FIRST, _SECOND, _THIRD, "居民", cue="居民"),
    _whole("化肥", "氮肥", "磷肥", "钾肥", "复合肥", cue="磷肥"),
    _whole("保费|保险", "财产险|财险", "人身险|人身保险", cue="财"),
    _whole("快递", "同城", "异地", "国际[/及、（]?(?:港澳台）?)?", cue="异地"),
)
SIZES = sorted({len(whole.parts) for whole in _WHOLES})
"""How many parts a whole may have, fewest first."""
_CUE = re.compile("|".join({whole.cue: None for whole in _WHOLES}))
_TOWARDS = re.compile("^[对与向同从][^，。；]{2,16}?(?:国家|地区|市场|伙伴|成员国)")
"""With whom something is done, which is told once, of all: 对共建国家进出口."""
_DIVISIONS = 3
"""So many times a whole may be divided: by place, by kind, by branch."""
_IN_TURN = "分别"
"""With it the names of several things may stand in one word: 城乡."""
_PLAIN = re.compile(
    r"全[国省市县区州盟旗镇乡]|我[国省市县区州盟旗镇乡]|(?:(?![对自向与从])[一-龥]){2,3}[省市县区](?!场)|地区|外贸|对外贸易|货物|贸易|农用|[施使]用量|折纯|（|）"
    r"|全社会|社会|规模以上|规上|地方|财政|一般公共预算|公共预算|共|实现|完成|其中|比上年|同比|增加值|产量|零售|总额|总值|总量|总|额|值"
    r"|国内外?|(?:国庆|春节|清明|端午|中秋|元旦|[“”]|五一|[暑寒])*(?:假期|假日|小长假|黄金周)(?:期间)?|接待|游客|旅游|人次|人数|收入|消费品|消费|服务|[上下]半年|[一二三四]季度|前三季度|全年|当年|本年|现价|增速|者|的|：|，|城乡|群众|生活|新建|办公楼|商业营业用房|等|[在受][^，]{2,12}(?:带动|推动|拉动|支撑|影响)下?|用电量?|业务量?|销售|面积|花费|支出|参加|参保|基本|保险|余额|个人|人民币|各项|金融机构|全部|规模|人口|[率数]|所有者|股东|国有(?:企业)?|企业|总计|合计|[省市县区镇]属|行政事业(?:单位|性)?"
)
"""What a name may say beside that of a whole, or of a part of it, and still be the name of all."""


def may_name_part(text: str, start: int, end: int) -> bool:
    """Whether a part of a whole may be named from ``start`` to ``end``."""
    return _CUE.search(text, start, end) is not None


def may_name_all(text: str) -> bool:
    """Whether ``text`` may name a whole and all its parts."""
    return _IN_TURN in text or any(
        whole.cue in text and whole.name.search(text) and all(p.search(text) for p in whole.parts)
        for whole in _WHOLES
    )


def whole_of(name: str, parts: Sequence[str]) -> Whole | None:
    """The whole that ``name`` names, if ``parts`` name all its parts, once each, else None.

    >>> whole_of("全市外贸进出口总值", ["其中出口", "进口"]) is not None
    True
    >>> whole_of("全市生产总值", ["第一产业", "第二产业"]), whole_of("出口", ["出口", "进口"])
    (None, None)
    """
    if "均" in name:
        return None  # 人均地区生产总值
    for whole in _WHOLES:
        if len(parts) != len(whole.parts) or not whole.name.search(name):
            continue
        if any(part.search(name) for part in whole.parts):
            continue
        told = [[each for each in parts if part.search(each)] for part in whole.parts]
        if any(len(row) != 1 for row in told) or len({row[0] for row in told}) < len(parts):
            continue
        names = (
            (name, whole.name),
            *((row[0], part) for part, row in zip(whole.parts, told, strict=True)),
        )
        if all(_is_plain(each, called, name) for each, called in names):
            return whole
    return None


def told_with_parts(named: Sequence[Told]) -> Iterator[tuple[Whole, Told, Sequence[Told]]]:
    """Each whole of ``named`` with all its parts, which follow it, or those of another division
    that do, or stand right before it."""
    for number, one in enumerate(named):
        if not any(whole.name.search(one.name) for whole in _WHOLES):
            continue  # most
        begin = number + 1
        for _ in range(_DIVISIONS):
            division = _division(one.name, named, begin)
            if division is None:
                break
            yield division[0], one, division[1]
            begin += len(division[1])
        for size in () if _TOWARDS.match(one.name) else SIZES:
            parts = named[max(0, number - size) : number]
            found = whole_of(one.name, [part.name for part in parts])
            if found:
                yield found, one, parts


def _division(name: str, named: Sequence[Told], begin: int) -> tuple[Whole, Sequence[Told]] | None:
    """All parts of the whole that ``name`` names, if they stand from ``begin`` on."""
    for size in SIZES:
        parts = named[begin : begin + size]
        found = whole_of(name, [part.name for part in parts])
        if found:
            return found, parts
    return None


def _is_plain(words: str, called: re.Pattern[str], whole: str) -> bool:
    """Whether words say nothing else but what they are ``called``: not 机电产品出口."""
    if words is whole:
        words = _TOWARDS.sub("", words)
    rest = _PLAIN.sub("", called.sub("", words, count=1))
    return not rest or (words is not whole and rest in whole)
