"""told_names: what the words before a figure, or before a change, say that it is of."""

from __future__ import annotations

import re

from govlint.facts.change_words import last_change_word
from govlint.facts.links import is_short_for
from govlint.facts.told_moments import EVENT
from govlint.text.numerals import parse_numeral
from govlint.text.years import YEAR

LEAST, _TURNED, _LONG = 2, 4, 5
"""A shorter name than ``LEAST`` is none; long ones may have another order of words."""
_FEW = "[两二三四五六七八九十]"
YEARLY = re.compile(
    "(?:年均|年平均|平均每年|每年平均)(?!浓度|收入|值|价格|气温|水平)|年递|平均(?=增|下降|减|递)"
)
_BEFORE = "上年|去年|上一年|上学年|上届"
_BASE = re.compile(
    rf"(?P<begin>(?<!占)[比较与][今当]?年初)|(?P<last>同比|[比较与](?:{_BEFORE})(?:同期|末|底)?)|(?:[比较与同为是]|相当于|以)(?P<year>{YEAR})年"
    rf"|(?:[比较与同为是]|相当于|以)(?P<ago>{_FEW}|[1-9])年前"
    rf"|(?P<event>[比较与](?:[一-龥]{{2,6}}[之以]?前|原来|原先|过去|以[往前]|此前))(?!年)"
    rf"|(?<![0-9一二三四五六七八九十])(?P<n>{_FEW}|[1-9])年(?:来|间|内|里)?(?!前)|(?P<other>(?<![占对])[比较与](?!去年|上年|[重例率])|环比)"
)
AS_MUCH = re.compile(
    "(?:是|为|相当于|达到?)(?:(?P<last>去年|上年|同期|上学年)(?:同期|全年)?"
    rf"|(?P<ago>{_FEW})年前|(?P<year>{YEAR})年(?:同期|全年|末|底)?)的$"
)
"""What something is so many times as much as."""
OF_YEAR = re.compile(rf"，其中，?{YEAR}年(?:当年)?[一-龥]{{2,4}}$")
"""A change in one of the years that were told: ，其中2024年提高."""
_AMONG = re.compile(rf"^其中，?(?P<among>{YEAR})年")
_COMPARED = re.compile("的(?P<what>[^，。；0-9]{2,12})相比，")
_NO_NAME = re.compile(
    rf"^[与比较]|大幅|明显|显著|快速|持续|稳步|进一步|{YEAR}年[度初末底]?|[0-9]{{1,2}}[月日][末底初份]?"
    "|[一两二三四五六七八九十]年[间来内里前]?|年[均初末底]|第?[一二三四]季度[末初]?|[上下]半年|[上去今本]年度?"
    rf"|(?:{EVENT})(?:之|以)?[前后]|[以过]往|过去|原[来先]|“?十[二三四五]五”?(?:规划)?(?:期?[末初]|[时期][期间])|[春夏秋冬]季(?:学期)?"
    "|上学年|本学年|全年|同期|同比|环比|相比|累计|总共|合计|仅|只|已|约|达到?|完成|实现|截至|目前|现在|当前|如今"
    "|[全我][国省市县区镇乡村]|(?:增长|增加|减少|下降|提高|上升|降低|回落|压减|压缩|净增)[到至为]?"
    "|[涨降增]幅|增速|突破|超过|年(?=[产销营])|平均|数量|总量|总数|规模|水平|[份件户起家]数$|人次$|[升降增减][至到为]|[升降增减由从至为是的了在共以]|有(?![量机效色限])|^[而但且]|(?:办理|办结|审批|受理|等候)?(?:时[间限长]|用时|耗时)$"
)


class Base:
    """Against what a change is told: ``begin``: the beginning of the year; ``event``: the time
    before something was done (比改造前); ``last``: the year
    before; ``year``: that year, or so many
    years ago, as a negative number; ``years``: over how many; ``other``: something else."""

    __slots__ = ("begin", "event", "last", "other", "year", "years")

    def __init__(self, told: re.Match[str]) -> None:
        groups = told.groupdict()
        ago = parse_numeral(groups.get("ago") or "")
        self.begin = bool(groups.get("begin"))
        self.event = bool(groups.get("event"))
        self.last = bool(groups.get("last") or groups.get("among"))
        self.year = int(groups["year"]) if groups.get("year") else -ago if ago else 0
        self.years = parse_numeral(groups.get("n") or "") or 0
        self.other = bool(groups.get("other"))


def base_of(words: str) -> Base | None:
    """Against what the words before a change tell it."""
    told = AS_MUCH.search(words) or _AMONG.search(words) or _BASE.search(words)
    return Base(told) if told else None


def name_of(words: str) -> str:
    """Words without those that only say when, how much and which way."""
    return _NO_NAME.sub("", words)


def subject_of(clause: str) -> str:
    """What a clause before a change says that has changed, "" where it says nothing of it."""
    much = AS_MUCH.search(clause)
    if much is not None:
        return name_of(clause[: much.start()])
    size = last_change_word(clause)
    words = clause[: len(clause) - size] if size else clause
    base = _BASE.search(words)
    if base is not None and any(base[each] for each in ("begin", "last", "year", "ago", "event")):
        words = words[: base.start()] + words[base.end() :]
    return name_of(words)


def compared_in(lead: str) -> str:
    """What is held against an earlier figure by its name, "" where it has none there.

    >>> compared_in("的入住率相比，上升"), compared_in("相比，上升")
    ('入住率', '')
    """
    found = _COMPARED.match(lead)
    return name_of(found["what"]) if found else ""


def is_called(one: str, other: str) -> bool:
    """Whether one name is a short form of the other.

    >>> is_called("专利授权量", "专利授权"), is_called("工资性收入", "居民人均可支配收入")
    (True, False)
    >>> is_called("到位中央资金", "中央资金到位")
    True
    """
    one, other = (_core(words) for words in (one, other))
    least = min(len(one), len(other))
    if least >= _TURNED and set(one) == set(other):
        return True  # 游客接待量, 接待游客
    if least >= _LONG and (set(one) <= set(other) or set(other) <= set(one)):
        return True
    return least >= LEAST and (is_short_for(one, other) or is_short_for(other, one))


def _core(words: str) -> str:
    core = words.strip("数量率的，、（）" if words.endswith("余额") else "数量额率的，、（）")
    return core if len(core) >= LEAST else words
