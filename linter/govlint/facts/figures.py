"""figures: the quantities of a text, sentence by sentence, each with the part it plays."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from govlint.facts.roles import Mean, change_role, mean_of, part_of
from govlint.facts.units import ANY_UNIT, COUNTED, PER, PERCENT, POINTS, SCALES, UNITS
from govlint.facts.worded import Worded, find_worded
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.span import Span

_NOUGHT = Decimal(0)
_NUMBER = re.compile(
    r"(?P<n>[0-9](?<![0-9.A-Za-z].)[0-9]{0,11}+(?:，[0-9]{3}(?![0-9])){0,3}(?:\.[0-9]{1,6}+)?)"
    r"(?P<some>[余多来几])?"
    r"(?:(?P<scale>万亿|[千百]亿|亿|[千百]万|万|千(?![瓦米克])|百(?!分))(?P<more>[余多])?)?"
    rf"(?P<unit>{ANY_UNIT})(?P<per>/{PER})?(?P<about>左右|以上|以下|以内|上下|之间|多|有余|强|弱)?"
)
_SENTENCE_END = re.compile(r"[。；！？\n]")
_SENTENCES = re.compile(r".*[。；！？\n]", re.DOTALL)
_ABOUT = ("至少", "最多", "高于", "低于", "多于", "少于", "不低于", "不少于", "力争")
_LIMITS = {"约": "~", "近": "≲", "接近": "≲", "不足": "<", "不到": "<", "超": ">", "超过": ">",
           "逾": ">", "过": ">", "突破": ">"}  # fmt: skip
"""What the word before a figure says of the exact one: it is about this, less, or more."""
_VAGUE = {"左右": "~", "多": "≳", "有余": "≳", "强": "≳", "弱": "≲"}
"""The same for the word behind it."""
_ROOM = {"~": (Decimal("0.85"), Decimal("1.15")), "<": (Decimal("0.5"), Decimal(1)),
         "≲": (Decimal("0.85"), Decimal(1)), "≳": (Decimal(1), Decimal("1.5")),
         ">": (Decimal(1), Decimal(2)), "": (Decimal(1), Decimal(1))}  # fmt: skip
"""How far the exact figure may lie from one that is told so, as multiples of it: wider than any
writer would go."""
_BEFORE = re.compile(
    r"(?:(?<![签预履节违解合邀失])约|(?<![附临靠最])近|接近|不足|不到|超过|(?<![赶反])超|逾|(?<![通经不超])过|突破)$"
)
_BEFORE_ENDS = ("约", "近", "足", "到", "过", "超", "逾", "破")
_AIM_BEHIND = re.compile(r"的(?:年度|全年|总|预期|既定|年初)?(?:目标|任务|计划|指标)(?![的书])")
_WITHIN = re.compile(
    r"(?!方面|领域|环节|层面|维度|阶段)(?:的)?[^，。；：0-9]{0,12}(?<!其)中(?:，|涉及|属于?|来自|用于|投向)"
)
_NO_COUNT = re.compile(r"[比较]|上年|去年|目标|计划|任务|另外|另有")
_OVER = ("余", "多")
_MORE_PARTS = re.compile(r"其中|合计|第[二三]产业|[二三]产")
_PARTS = re.compile(
    r"(?:其中|上述|合计|[共总]计|[两三四五]项合计|(?:从|按|分)[^，。；0-9]{1,6}[看分]，|第?一(?:次)?产业?(?:实现|完成)?增加值)"
)
_ALONE = re.compile(
    r"合计|[共总]计|总共|一共|加起来|[人户亩村校班企]均|平均|[高多少]出|相差|净增|净减|[比较][^，。]{1,12}[增减多少]"
)
_AMONG = re.compile(r"在?[一-龥]{2,12}中，[^，。；0-9]{0,20}$")
_GOAL = re.compile(r"目标|指标|任务|要求|标准")
"""不高于 of a target is the target itself."""
_HAN = re.compile("[一-龥]")
_EACH = re.compile("[均每]|单价|亩产")
_SIGN = re.compile(
    r"由|从|占|率|共|倍|总|结余|结存|盈余|余下|[其剩]余|还剩|尚余|均|每|单价|加起来|累计|[标务划算]的|，即|中，|中[涉属来用投]|分别|[高低快慢多少]于|[高多少]出|差距|相差|产业|亩产|较|增加|减少|净增|多|上年|去年|同期|其中|合计|目标|任务|计划"
    r"|指标|组成|构成|比例|比重|学年|上届|往届|20[0-9]{2}年|年均|平均每年"
)
DEFLATION = Decimal("0.015")
"""By how much prices may fall in a year."""
_DIGITS = re.compile(r"[0-9.，]+")
_NAMELY = re.compile(r"[，、（：；][^，。；0-9]{0,6}?(?:即|分别[为是]|具体[为是]|依次[为是])")
_EACH_IN_TURN = re.compile(r"分别(?:[^，。；0-9]){0,12}$")
_STATES = frozenset(("起点", "上期", "终点"))
_NO_YEAR_BEFORE = frozenset(("起点", "终点", "其中", "部分"))
"""What these are is told by other words than the year: 其中2025年130栋、2026年152栋."""
_ONE_MORE = re.compile(
    r"(?!.*分别)[、，]?(?:和|及|以及|与)[^，。；、0-9和及与]{0,6}|、[^，。；、0-9和及与]{0,6}"
)
_LONGEST = 15
_BEHIND = 10
_LIST = 24
"""The longest list that is read."""
_RANGE = "—～~至-"
_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年")
_OPENED = 300
"""Code points before a semicolon in which 其中 opens a list that goes on behind it."""
_SHORT = 6
"""A comma and the name of a part."""
_MADE_OF = re.compile(r"[一-龥]{0,4}(?:组成|构成)")
_OF_WHOLE = re.compile(r"[一-龥]{0,12}的$")
_NEXT = re.compile(
    r"(?:（[^）]{0,20}）)?[、，；和及](?!实现|完成|还有|截至|已|到位|拨付|支付|收回|达标|另|同时|全年|累计|共|新|建)(?:[^，。；0-9]|[0-9]{1,3}(?=[岁级后])|(?:19|20)[0-9]{2}(?=年)){0,10}$"
)
_PRICED = re.compile(
    r"(?:生产总值|GDP|增加值|总产值|经济总量)(?:（[^）]{1,12}）)?"
    r"(?:(?:由|从|已|达到?|为|完成|实现|突破|总量|的|，|(?:19|20)[0-9]{2}年|[上去]年|同期|[增提][加高长]到|到){0,4}"
    r"|[^，。；]{0,10}，[由从][^，。；]{0,6})$"
)


class Figure(NamedTuple):
    """A quantity. ``span``: the number with its unit; ``value``: in the base of its
    ``dimension``, which is written ``unit``; ``step``: one in the last printed place; ``about``:
    the words do not claim that it is exact. ``lead``: the text before it, from the figure before
    or the start of the sentence. ``roles``, ``sign``, ``name``: see facts/roles.py; ``turn``: in a
    list behind 分别 its place, from 1, and how many there are.
    """

    span: Span
    value: Decimal
    step: Decimal
    dimension: str
    unit: str
    about: bool
    lead: Span
    roles: frozenset[str]
    sign: int = 0
    name: str = ""
    limit: str = ""
    mean: Mean | None = None
    turn: tuple[int, int] = (0, 0)

    @property
    def interval(self) -> Interval:
        """What may have been rounded to the printed figure."""
        low, high = self.value - self.step / 2, self.value + self.step / 2
        if not self.limit:
            return Interval(low, high)
        least, most = _ROOM[self.limit]
        return Interval(low * least, high * most)


class Sentence(NamedTuple):
    """The figures of one sentence, in order, and all their roles. ``number``: the sentence's among
    those that have figures."""

    figures: list[Figure]
    roles: frozenset[str]
    number: int = 0


class Printed(NamedTuple):
    """A number with its unit as it stands in the text. ``source``: what was read of it;
    ``last``: where what stands before it begins."""

    start: int
    end: int
    unit: str
    source: re.Match[str] | Worded
    last: int = 0


def find_printed(text: str) -> list[list[Printed]]:
    """The numbers with units of each sentence that has any, in order."""
    found: list[list[Printed]] = []
    last = 0
    for start, end, unit, source in _all_printed(text):
        before = _SENTENCES.match(text, last, start)
        if before is not None or not found:
            begun = before.end() if before else 0
            if not found or not _goes_with(text, found[-1], begun):
                last = begun
                found.append([])
        found[-1].append(Printed(start, end, unit, source, last))
        last = end
    return found


def find_figures(
    text: str, printed: list[list[Printed]] | None = None, *, alone: bool = False
) -> list[Sentence]:
    """The figures of each sentence in which one may depend on others, in order; with ``alone``
    of every sentence that has any. ``printed``: what :func:`find_printed` gives."""
    return [
        read_sentence(text, each, number)
        for number, each in enumerate(find_printed(text) if printed is None else printed)
        if alone or (_may_tell(text, each) and _relates(text, each))
    ]


def _all_printed(text: str) -> list[tuple[int, int, str, re.Match[str] | Worded]]:
    """What is printed in digits or in words, in order and apart."""
    found: list[tuple[int, int, str, re.Match[str] | Worded]] = [
        (match.start(), match.end("per" if match["per"] else "unit"), match["unit"], match)
        for match in _NUMBER.finditer(text)
    ]
    found += ((each.start, each.end, each.unit, each) for each in find_worded(text))
    return sorted(found, key=_place)


def _place(printed: tuple[int, int, str, re.Match[str] | Worded]) -> int:
    return printed[0]


def _read(source: re.Match[str] | Worded) -> tuple[Decimal, Decimal, str, str]:
    """The value and what one in its last place is worth, in the base of the dimension, and the
    words in and behind a figure that make it less exact."""
    if isinstance(source, Worded):
        return source.value, source.step, source.some, source.vague
    number, some, scaled, more, unit, _, vague = source.groups()
    factor = UNITS[unit][1]
    scale = factor * SCALES[scaled] if scaled else factor
    number = number.replace("，", "")
    value, step = Decimal(number) * scale, _step(number, unit, scale, factor)
    return value, step, some or more or "", vague or ""


def _goes_with(text: str, before: list[Printed], start: int) -> bool:
    """Whether a sentence tells the parts or the total of what the one ``before`` counts: 其中……,
    分产业看……, or behind a semicolon more of the parts."""
    if _SENTENCE_END.search(text, before[-1].end, start - 1):
        return False  # there is another one between the two
    mark, begun = text[start - 1], before[0].last
    if mark == "；":
        near = max(begun, start - _OPENED)
        return text.find("其中", near, start) >= 0 or bool(_MORE_PARTS.match(text, start))
    if mark == "\n" or text[begun - 1 : begun] == "；":
        return False  # it may be said of either half
    return _PARTS.match(text, start) is not None


def _may_tell(text: str, printed: list[Printed]) -> bool:
    """Whether a sentence can tell how figures hang together: it has several, or one that hangs on
    those of its neighbours."""
    if len(printed) > 1 or printed[0].unit == PERCENT:
        return True
    return _ALONE.search(text, printed[0].last, printed[0].start) is not None


def _relates(text: str, printed: list[Printed]) -> bool:
    """Whether a sentence has a word without which no figure depends on another."""
    return _SIGN.search(text, printed[0].last, printed[-1].end + _BEHIND) is not None


def is_priced(text: str, figure: Figure) -> bool:
    """Whether growth of what a figure measures is told at constant prices, as the
    statistics bureau does, so that it may be less than the printed figures show, and never more
    than DEFLATION above that."""
    return _PRICED.search(text, *figure.lead) is not None


def written_as(text: str, figure: Figure, value: Decimal) -> str:
    """``value``, in the base of the dimension, as ``figure`` is written: in its scale and unit,
    with its decimals, at least one where it is a percentage, and so many that it is not nought."""
    number = _DIGITS.match(text, figure.span.start)
    unit = text[number.end() : figure.span.end] if number else figure.unit
    decimals = len(number[0].partition(".")[2]) if number else 0
    scaled = number and figure.step
    worth = figure.step.scaleb(decimals) if scaled else UNITS[figure.unit][1]
    amount = value / worth
    if abs(amount.adjusted()) > _LONGEST:
        return f"{amount:.2E}{unit}"
    least = 1 if figure.dimension in (PERCENT, POINTS) else 0
    if amount and not round(amount, max(decimals, least)):
        least = 1 - amount.adjusted()
    return f"{round(amount, max(decimals, least))}{unit}"


def _figure(text: str, printed: Printed) -> Figure:
    """The figure that is printed, with the part it plays."""
    start, end, unit, source, last = printed
    value, step, some, vague = _read(source)
    dimension = UNITS[unit][0]
    if not isinstance(source, Worded) and source["per"]:
        dimension += source["per"]  # 元/吨: neither 元 nor 吨
    lead = text[last:start]
    limit = "≳" if some in _OVER else some if some == ">" else _VAGUE.get(vague, "")
    about = bool((some and not limit) or (vague and vague not in _VAGUE))
    before = _BEFORE.search(lead) if lead.endswith(_BEFORE_ENDS) else None
    if before is not None:
        limit, lead = _LIMITS[before[0]], lead[: before.start()]
    elif lead.endswith(_ABOUT):
        about = not _GOAL.search(lead)
        lead = lead.rstrip("至少最多高于低不力争")
    elif lead and lead[-1] in _RANGE and (len(lead) == 1 or lead[-2].isdecimal()):
        about, lead = True, lead[:-1]
    if limit and dimension not in COUNTED and _HAN.match(text, end + len(vague)):
        about = True  # 超10亿元企业: a class of things, not an amount
    part = part_of(lead, dimension)
    if text.startswith("的", end) and _AIM_BEHIND.match(text, end):
        part = part._replace(roles=part.roles | {"目标"})
    mean = mean_of(lead) if _EACH.search(lead) and dimension != PERCENT else None
    if mean is not None:
        part = part._replace(roles=part.roles | {"均值"})
    if dimension == PERCENT and value > 1 and "比率" in part.roles:
        part = part._replace(roles=part.roles | {"过百"})
    return Figure(
        Span(start, end),
        value,
        step,
        dimension,
        unit,
        about,
        Span(last, start),
        *part,
        limit,
        mean,
    )


def _step(number: str, unit: str, scale: Decimal, factor: Decimal) -> Decimal:
    """What one in the last printed place is worth; nought for a count of single things."""
    decimals = len(number.partition(".")[2])
    if not decimals and scale == factor and unit in COUNTED:
        return _NOUGHT
    return scale.scaleb(-decimals)


def read_sentence(text: str, printed: list[Printed], number: int = 0) -> Sentence:
    """The figures of one sentence, with the roles that only their neighbours tell."""
    figures = [_figure(text, each) for each in printed]
    if _AMONG.match(text, *figures[0].lead):
        figures[0] = figures[0]._replace(roles=figures[0].roles | {"其中"})
    if len(figures) > 1:
        words = text[figures[0].lead.start : figures[-1].span.end + _BEHIND]
        for signs, tell in _NEIGHBOURS:
            if not signs or any(sign in words for sign in signs):
                tell(text, figures)
    roles = frozenset[str]().union(*(figure.roles for figure in figures))
    return Sentence(figures, roles, number)


def _part(text: str, figures: list[Figure]) -> None:
    """Give the role 部分 to what goes on with the list that 其中 opens."""
    part: Figure | None = None
    mark = ""
    for number, figure in enumerate(figures):
        if "其中" in figure.roles:
            part, mark = figure, ""
        elif part is not None and _closes(text, figure):
            part = None  # the bracket that 其中 opened
        elif part is not None and "数量" in figure.roles:
            between = text[figure.lead.start]
            closed = mark == "、" and between in "，；"  # 水田28亩、旱地14亩；高标准农田31亩
            if not closed and figure.dimension == part.dimension and _goes_on(text, part, figure):
                mark = mark or between
                figures[number] = figure._replace(roles=figure.roles | {"部分"})
            else:
                part = None


def _among(text: str, figures: list[Figure]) -> None:
    """Give the role 之中 to the counts behind 412个村卫生室中，: none can be more than those."""
    whole: Figure | None = None
    for number, figure in enumerate(figures):
        if number and _WITHIN.match(text, *figure.lead) and "数量" in figures[number - 1].roles:
            whole = figures[number - 1]
        if whole is None or figure.dimension != whole.dimension or "数量" not in figure.roles:
            continue
        if _NO_COUNT.search(text, *figure.lead):
            whole = None
        else:
            figures[number] = figure._replace(roles=figure.roles | {"之中"})


def _closes(text: str, figure: Figure) -> bool:
    lead = text[slice(*figure.lead)]
    return lead.count("）") > lead.count("（")


def _goes_on(text: str, part: Figure, figure: Figure) -> bool:
    """Whether a figure is a further part: behind 、, or behind a comma or a semicolon and of the
    same kind, or in the brackets that 其中 stands in."""
    if not _NEXT.match(text, *figure.lead):
        return False
    one, other = text[slice(*part.lead)], text[slice(*figure.lead)]
    if other[0] not in "，；" or one[-2:] == other[-2:]:
        return True
    if one[-1] == other[-1]:
        return len(other) <= _SHORT
    return "（其中" in one and len(other) <= _SHORT


def _date(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what is said of the year before another figure's."""
    years = [_YEAR.findall(text, *figure.lead)[-1:] for figure in figures]
    told = {int(year) for found in years for year in found}
    for number, (figure, found) in enumerate(zip(figures, years, strict=True)):
        if found and int(found[0]) + 1 in told and not figure.roles & _NO_YEAR_BEFORE:
            figures[number] = figure._replace(roles=figure.roles | {"上期"})


def _relate(text: str, figures: list[Figure]) -> None:
    """Give the role 之比 to the share in 占全县231亿元生产总值的40%, which follows its whole."""
    for number in range(1, len(figures)):
        whole, share = figures[number - 1], figures[number]
        told = "全体" in whole.roles and _OF_WHOLE.match(text, *share.lead)
        if told and share.dimension == PERCENT != whole.dimension:
            figures[number] = share._replace(roles=share.roles | {"之比"})


def _inherit(_text: str, figures: list[Figure]) -> None:
    """Give the name of a rate to what it has become: 满意率从91%提升到96%."""
    for number in range(1, len(figures)):
        first, last = figures[number - 1], figures[number]
        if (
            last.dimension == PERCENT
            and "终点" in last.roles
            and "起点" in first.roles
            and first.name
        ):
            roles = last.roles | {"比率"} | ({"过百"} if last.value > 1 else set())
            figures[number] = last._replace(roles=roles, name=first.name)


def _open_list(text: str, figures: list[Figure]) -> None:
    """Give the role 列出 to the figure that a list tells all parts of: 128个，即甲镇46个、……"""
    for number in range(len(figures) - 2):
        one, other = figures[number], figures[number + 1]
        if one.dimension == other.dimension and _NAMELY.search(text, *other.lead):
            figures[number] = one._replace(roles=one.roles | {"列出"})


def _distribute(text: str, figures: list[Figure]) -> None:
    """Give the members of a list behind 分别 what its first one is: 分别增长11.8%和10.6%."""
    for number, head in enumerate(figures):
        if not _EACH_IN_TURN.search(text, *head.lead):
            continue
        end = number + 1
        while end < len(figures) and _ONE_MORE.fullmatch(text, *figures[end].lead):
            end += 1
        size = end - number
        for place in range(number, end) if size > 1 else ():
            one = figures[place] if place == number else _like(figures[place], head)
            figures[place] = one._replace(turn=(place - number + 1, size))


def _like(figure: Figure, head: Figure) -> Figure:
    """A member of a list with what the words before its first one say of all."""
    if figure.sign:
        return figure
    if head.sign:
        roles = figure.roles - {"数量"} | {change_role(figure.dimension)}
        return figure._replace(roles=roles, sign=head.sign)
    if figure.dimension == head.dimension:
        return figure._replace(roles=figure.roles | head.roles, name=figure.name or head.name)
    return figure._replace(roles=figure.roles | head.roles & _STATES)


def _look_back(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what goes on with a list of last year's: 与上年的45个班、2078人相比."""
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        lead = text[slice(*other.lead)]
        if (
            "上期" in one.roles
            and other.roles == {"数量"}
            and other.dimension != one.dimension
            and len(lead) <= _SHORT
            and ("、" in lead or "和" in lead)
        ):
            figures[number] = other._replace(roles=other.roles | {"上期"})


def _compose(text: str, figures: list[Figure]) -> None:
    """Give the role 组成 to the list that stands before 组成 or 构成."""
    for number in range(len(figures) - 1, 0, -1):
        if not _MADE_OF.match(text, figures[number].span.end):
            continue
        first = number
        while first > number - _LIST and first and "由" not in text[slice(*figures[first].lead)]:
            first -= 1
        for i in range(first, number + 1):
            roles = figures[i].roles - {"起点", "数量"} | {"组成"}
            figures[i] = figures[i]._replace(roles=roles)
    if _MADE_OF.match(text, figures[0].span.end):  # 由7人组成，其中……: the whole
        figures[0] = figures[0]._replace(roles=figures[0].roles - {"起点"})


_NEIGHBOURS: tuple[tuple[tuple[str, ...], Callable[[str, list[Figure]], None]], ...] = (
    (("其中",), _part),
    (("中",), _among),
    (("年",), _date),
    (("组成", "构成"), _compose),
    (("占",), _relate),
    ((), _inherit),
    (("上",), _look_back),
    (("即", "依次", "别", "具体"), _open_list),
    (("分别",), _distribute),
)
"""What tells the roles that only neighbours show, and the words of which a sentence has one; the
later ones ask for roles that the earlier ones gave."""
