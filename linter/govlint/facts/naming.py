"""naming: what the words before a figure call it."""

from __future__ import annotations

import re

from govlint.facts.indicators import Indicators
from govlint.text.years import YEAR

_CLAUSE = re.compile(r"[，、：；（）]")
_ASIDE = re.compile(
    "(?<=[一-龥A-Z])(?:（(?:[^（）0-9]{1,16}|[A-Za-z][A-Za-z0-9.]{1,8})）){1,3}(?=[一-龥]|$)"
)
"""What a bracket adds to a name: 固定资产投资（不含农户）."""
_ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.]|[一二三四五六七八九十]是)")
_BEFORE = re.compile(
    r"^(?:其中|同时|另外|此外|全年|上半年|下半年|前[一二三]季度|[一二三四]季度|今年|去年|上年|本年度?"
    r"|截至目前|目前|年末|年底|预计|累计|共计|合计|共(?!享|同|青)|已(?!婚)|全[省市县区镇乡村局院校厂]|我[省市县区镇乡村局院校厂们]|截至|在(?!编|职|册|建|校|岗|库)|现有|实有|回顾|总的来看"
    rf"|{YEAR}年(?:[0-9]{{1,2}}月)?(?:[末底]前?|初(?![步级中次始见]))?|1?[0-9](?:月份?)?[—～~至-]1?[0-9]月份?|同期|分别|了(?!解)|“?十[一二三四五六]?五”?(?:时?期间?|[间末初])|力争|确保|实施|约(?!谈)|将(?!军)|和(?!谐)|与|及|[比较](?=$|[上去]年|20[0-9]{{2}}年|“?十[一二三四五六]?五))"
)
_VERB = re.compile(
    r"^[^，。]{0,10}?(?<![产业])(?:实现|完成|达到)(?!率|数|额|量|情况)(?=[一-龥A-Z]{3})"
)
_AFTER = re.compile(
    r"(?:已经?|仍然?|还|进一步|继续|压缩|压减|缩减|降|升|完成|实现|预计|力争|确保|同比|环比|分别|稳定在|保持在|控制在|维持在|上涨|扩大|缩小|缩短|下滑|净增|提升|攀升|达到?|为|是|约|近|超过?|突破|有|共|至|到|由|从|上年的|去年的|增加|增长|提高|上升"
    r"|下降|减少|降低|回落|了|的|，|占"
    rf"|{YEAR}年|[0-9][0-9.，]{{0,11}}[万亿%]{{0,2}}[—～~至-]|每人每[月年]|每[月年]|今年|去年|[比较](?:上年|去年|年初))$"
)
_LONGEST = 40
_FARES = re.compile("再|创|首次|稳|持续|不断|连续|保持|有所|大幅|突破|迈|跨|跃")
"""How an indicator does, whatever the dictionary makes of it: 粮食产量再创新高."""
_AS_MUCH = ("总量", "总额", "总数")
"""Behind the name of an indicator these add nothing: GDP总量."""
_OF_ALL = re.compile("^[全我本][省市县区镇乡]")
_STOP = re.compile("[，：；（）。]")
_LIST_MARK = re.compile("、|和|以及|及|与|(?<=”)(?=“)")
_HEADS = re.compile(
    "(?:[率数额量值比]|面积|收入|支出|产量|投资|贷款|存款|余额|价格|[^的]费|里程|规模|人次|指数)$"
)
"""What a name of its own ends with, not one to which the end of the list's last belongs."""
_BOTH = {"城乡": ("城镇", "农村"), "进出口": ("进口", "出口"), "存贷款": ("存款", "贷款"),
         "产销": ("产", "销"), "三次产业": ("第一产业", "第二产业", "第三产业")}  # fmt: skip
"""Several things in one word."""
_TIMES = re.compile(f"(?:{YEAR}年|前?[一二三四]季度|[上下]半年|前三季度|全年)(?:、|和|及|与)?")


def indicator_of(lead: str) -> str:
    """The noun in the words before a figure, or "".

    >>> indicator_of("一是加快发展。全镇完成固定资产投资"), indicator_of("，其中工业投资达到")
    ('固定资产投资', '工业投资')
    >>> indicator_of("，户厕改造完成率达到"), indicator_of("粮食产量稳定在")
    ('户厕改造完成率', '粮食产量')
    """
    clause = _CLAUSE.split(without_asides(lead).rpartition("。")[2].rstrip("，、"))[-1].strip(
        " \t\u3000"
    )
    return _bare(clause)


def without_asides(lead: str) -> str:
    """``lead`` without the brackets that belong to a name: 地区生产总值（GDP）."""
    return _ASIDE.sub("", lead)


def _bare(clause: str) -> str:
    """The words of a clause without those that only carry its noun."""
    words = _VERB.sub("", _ORDINAL.sub("", clause[-_LONGEST:]))
    while (before := _BEFORE.match(words)) and before.end():
        words = words[before.end() :]
    while (after := _AFTER.search(words)) and after.start() < len(words):
        words = words[: after.start()]
    return words if "“" in words and "”" in words else words.strip("“”")


def names_in_turn(lead: str, size: int) -> list[str]:
    """The ``size`` names of a list behind which 分别 stands; all alike where it has not as many.

    >>> names_in_turn("，城镇和农村居民人均可支配收入分别达到", 2)
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    >>> names_in_turn("。货运量、客运量同比分别增长", 2), names_in_turn("城乡居民收入分别增长", 2)
    (['货运量', '客运量'], ['城镇居民收入', '农村居民收入'])
    """
    words, _, behind = _STOP.split(lead)[-1].partition("分别")
    words, behind = _bare(_TIMES.sub("", words)), _bare(behind)
    both = next((pair for word, pair in _BOTH.items() if word in words), None)
    items = [item for item in _LIST_MARK.split(words) if item]
    if len(items) == 1 and both and size == len(both):
        word = next(each for each in _BOTH if each in words)
        return [words.replace(word, each) + behind for each in both]
    if len(items) != size or size == 1:
        return [words + behind] * size
    if behind or all(_HEADS.search(item) for item in items):
        return [item + behind for item in items]
    from govlint.facts.words import cut  # most reports have no such list

    first = len(cut(items[-1])[0])
    rests = [items[-1][min(first, len(item)) :] for item in items[:-1]]
    pairs = zip(items, [*rests, ""], strict=True)
    return [
        item if _HEADS.search(item) or item.endswith(rest) else item + rest for item, rest in pairs
    ]


def name_before(lead: str, indicators: Indicators) -> str:
    """The known indicator that a clause before the last one of ``lead`` begins with, or "":
    地区生产总值再创新高，达到; not 固定资产投资项目进展顺利，达到."""
    from govlint.facts.lexicon import is_noun
    from govlint.facts.words import cut

    for clause in reversed(_STOP.split(lead)[:-1]):
        words = _OF_ALL.sub("", _bare(clause))
        name = indicators.begins(words)
        if name:
            rest = cut(words[len(name) :])
            goes_on = rest and is_noun(rest[0]) and not _FARES.match(words, len(name))
            return "" if goes_on else name
    return ""


def known_name(words: str, indicators: Indicators) -> str:
    """``words``, or the known indicator with which they begin if no noun goes on with it:
    固定资产投资首次; not 固定资产投资项目."""
    name = indicators.begins(words)
    if not name or name == words:
        return words
    if words[len(name) :] in _AS_MUCH:
        return name
    from govlint.facts.lexicon import is_noun
    from govlint.facts.words import cut

    return words if any(map(is_noun, cut(words[len(name) :]))) else name
