"""time_spans: how long something took, told with when it began and when it ended.

2023年4月1日开工，2024年9月30日通过验收，历时16个月. The sentence names two moments and no more, and
says of them that the one is the beginning and the other the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.moments import Moment, moments_in
from govlint.facts.search import find, search_for
from govlint.facts.spans_around import ends_around
from govlint.hints import TYPE_CHECKING
from govlint.text.back import begins
from govlint.text.span import Span

if TYPE_CHECKING:
    from govlint.facts.reckoning import Duration

_SURE = (
    "历时", "为期", "历经", "用时", "耗时", "持续", "前后", "仅用", "只用", "用了", "长达",
    "花了", "开了", "进行了", "连续", "奋战", "时间跨度",
)  # fmt: skip
_NAMED = (
    "展期", "会期", "租期", "工期", "学期", "聘期", "任期", "赛期", "假期", "期限", "周期", "时长",
    "时间", "有效期", "合同期", "建设期", "质保期", "服务期", "共", "共计", "总计", "示期",
    "培训期", "租赁期", "承包期", "试用期", "保修期", "设期",
)  # fmt: skip
_N = r"[0-9]{1,3}|[一二两三四五六七八九十百]{1,4}"
CLAIMS = search_for(
    rf"(?:(?P<sure>{'|'.join(_SURE)})|(?P<named>{'|'.join(_NAMED)}))(?P<gap>(?:(?![约近超逾])[^，。；：、（）0-9“”《》\n]){{0,4}}?)"
    rf"(?P<n>{_N})(?:(?P<half>个半)|个)?(?P<unit>月(?![0-9])|天|日(?![常均照])|年(?![级度间内来前后期以代轻份纪终均行计规底末初])|周(?![年岁围边期末一二三四五六日])|小时|分钟)"
    rf"(?P<more>半(?!年))?(?:零?(?P<rest>{_N})个月)?(?P<minutes>[0-9]{{1,2}})?(?(minutes)分钟?)(?![多余左以之内前后])",
    ((*_SURE, *_NAMED), ("月", "天", "日", "年", "周", "小时", "分钟")),
    24,
)
_BEGINS = re.compile(
    "启动|开始|开[工幕学展班建赛标挖机馆园]|动工|进场|破土|奠基|立项|起|施行|实施|出发|发生|接[警报]|报警|入院|签订|签约"
    "|成立|着手|部署|举行|挂牌|列入|上任|任职|入职|中断|停[水电工运]|发车|创办|参加|入党|入伍|打响|承包|租"
)
_ENDS = re.compile(
    "结束|竣工|完工|完成|通车|建成|投产|投用|投入使用|验收|闭幕|收官|终止|到期|届满|毕业|散会|抵达|到达|扑灭|恢复|交付"
    "|贯通|封顶|解除|关闭|返回|返程|止|截止|出院|退休|落成|运营|使用|完毕|停止|收工|撤离|下线|开馆|开业|摘帽|揭牌"
)
_LINK = re.compile(
    r"(?:至|到|—|-|～|~|止于|截至|截止)(?:当[日晚天]|次日|翌日|上午|下午)?[^，。；0-9]{0,3}$"
)
_BETWEEN = ("历时", "用时", "耗时", "历经")
"""What is told so lies between the two moments, whatever happened then."""
_BEGAN = re.compile("(?:开[始工幕]|签订|起始|启动|动工|开赛)(?:日期|时间)?(?:为|是|：)$")
_ENDED = re.compile("(?:结束|竣工|完工|截止|终止|到期|闭幕)(?:日期|时间)?(?:为|是|：)$")
_FROM = re.compile("[自从由于]")
_SENTENCE = re.compile(r"[。；！？\n]")
_ORDINAL = "第(?![一二三四五六七八九十0-9]{1,3}[届次])"
"""第九届 is what an event is called, not one of its stages."""
_OTHER = re.compile(
    f"比|较|提前|推迟|延[期长]|缩短|原[定来]|计划|其中|每|{_ORDINAL}|距|又|另|分[别为]|预[计期]|累计|工作日|[一二三四五]期|主体|上一[部届任轮]|[扩翻]建|大修"
)
_ASIDE = re.compile(f"比|较|提前|推迟|原[定来]|计划|其中|每|{_ORDINAL}")
"""The same words before the first of the two, where it matters less."""
_CLOSED = re.compile(r"[，。；）、\n：的]|$|时间|期")
_CLAUSE = re.compile("[，。；]")
_FIGURES = re.compile("[0-9；：]")
_FIGURE = re.compile("[0-9]")
_AGREED = re.compile("合同|批复|约定|定额|核定|标准|总$")
"""A stretch that was agreed on, and may have been overrun."""
_BACK, _FEW = 140, 4
_FAR, _CLOSE = 70, 14


def find_time_spans(text: str, known: Literals) -> Iterator[Duration]:
    """The durations that a sentence tells behind their two ends, before them or between."""
    for claim in find(text, known, CLAIMS):
        start = max(0, claim.start() - _BACK)
        begun = [match.end() for match in _SENTENCE.finditer(text, start, claim.start())]
        start = begun[-1] if begun else start
        moments = moments_in(text, start, claim.start())
        if len(moments) == 1 and (claim["sure"] in _BETWEEN or claim["named"] == "工期"):
            moments = [*_begun_before(text, moments[0], start, claim.start()), *moments]
        if len(moments) == 2:
            first, last = moments
            ends = (first, last) if _are_ends(text, first, last, claim) else None
        else:
            ends = ends_around(text, claim, moments)
        if ends is not None:
            from govlint.facts.span_reckoning import by_moments  # brings fractions and dates

            duration = by_moments(claim, *ends)
            if duration is not None:
                end = max(ends[1].span.end, duration.span.end)
                whole = Span(min(ends[0].span.start, claim.start()), end)
                yield duration if len(moments) == 2 else duration._replace(span=whole)


def _begun_before(text: str, ended: Moment, start: int, place: int) -> list[Moment]:
    """The only moment that the sentences right before one name, if something begins then: 引桥
    2022年4月开工。……2024年10月竣工，历时30个月."""
    opens = ended.span.start == start and text.startswith("\n", start - 1)
    line = start - 1 if opens else start  # it may open the next line, of nothing else
    low = max(begins(text, max(0, line), "\n"), place - _BACK)
    before = moments_in(text, low, start)
    if len(before) != 1 or before[0].span.start - low < 1:
        return []
    clause = _CLAUSE.split(text[before[0].span.end : start], maxsplit=1)[0]
    last = text[start:place].rpartition("，")[0]
    begun = _BEGINS.search(clause) and not _ENDS.search(clause)
    return before if begun and _ENDS.search(last) else []


def _are_ends(text: str, first: Moment, last: Moment, claim: re.Match[str]) -> bool:
    """Whether two moments are told to be the beginning and the end of what the claim tells."""
    led, told = text[last.span.end : claim.start()], text[first.span.end : last.span.start]
    led = led.replace("每天", "")  # 每天均有课，为期5天
    most = _FAR if claim["sure"] else _CLOSE
    if _AGREED.search(text, claim.start() - _FEW, claim.start()):
        return False
    if len(led) > most or _OTHER.search(led) or _OTHER.search(told):
        return False
    if _OTHER.search(claim["gap"]) or _ASIDE.search(text, first.span.start - 8, first.span.start):
        return False
    closed = _CLOSED.match(text, claim.end())
    if not closed and _FIGURE.search(led):
        return False  # 走访12个村，历时5天完成石桥片区
    if not claim["sure"] and (_FIGURES.search(led) or not closed):
        return False
    if _LINK.search(told):
        return True
    if _ENDED.search(told) and _BEGAN.search(text, first.span.start - 12, first.span.start):
        return True
    if claim["sure"] in _BETWEEN:
        return "，" in told and "，" in led
    tail = text[last.span.end : last.span.end + 14].partition("，")[0]
    begins = _BEGINS.search(told) or _FROM.search(
        text, max(0, first.span.start - 1), first.span.start
    )
    return bool(begins and _ENDS.search(tail))
