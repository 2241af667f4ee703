"""durations: a stretch of time that is told by its two ends and by how long it is.

2024年5月13日至5月17日，共5天; 三年行动（2021—2023年）. Both ends may be counted, or only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.hints import TYPE_CHECKING
from govlint.text.years import YEAR

if TYPE_CHECKING:
    from govlint.facts.reckoning import Duration

_CLOCK = r"(?:（[^）0-9]{1,6}）)?(?:[上下]午|中午|凌晨)?(?:[0-9]{1,2}[时点：](?:[0-9]{2}分?)?)?"
_FROM = (
    rf"(?<![0-9])(?:(?P<y1>{YEAR})年)?(?P<m1>1?[0-9])月份?(?:(?P<d1>[0-9]{{1,2}})日)?{_CLOCK}起?"
    rf"|(?<![0-9])(?P<y0>{YEAR})年?"
)
_TO = (
    rf"(?:(?P<y2>{YEAR})年|(?P<next>次年|翌年|第二年)|同年|当年)?(?P<m2>1?[0-9])月份?(?:(?P<d2>[0-9]{{1,2}})日)?{_CLOCK}"
    rf"|(?P<e2>[0-9]{{1,2}})日{_CLOCK}|(?P<y3>{YEAR})年"
)
RANGE = (
    rf"(?:{_FROM})(?:(?:[一-龥]{{1,4}})?，?(?=[至到])|(?=[—－～~-]))(?:——?|－|-|～|~|至|到)"
    rf"(?:{_TO})(?:底|末)?止?"
)
_LONG = (
    r"(?P<n>[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?P<half>个半)?"
    r"个?(?P<unit>月|天|日|年|周(?!年|岁)|星期)(?P<more>半)?"
)
_ACT = (
    "(?:封闭|集中|脱产|连续|全程)?"
    "(?:培训|学习|集训|研修|训练|展出|巡展|工作|督导|检查|走访|调研|比赛|轮训|封闭)"
)
"""What lasts no longer than the stretch in which it falls, and may be shorter."""
_NAMED = r"(?:[一-龥]{0,4}?(?:时间|工期|会期|期限|周期|展期|示期|假期|时长|赛期|前后|一共|总计))?"
_BEHIND = (
    rf"{RANGE}(?:[^，。；：（）0-9\n]{{1,12}}，(?=为期|历时|历经|会期|总?工期|共)|[^。；：（）0-9\n]{{1,40}}，(?P<act>{_ACT})|(?:期间)?[）]?[，、（：]?){_NAMED}(?P<word>共计?|为期|历时|历经|持续|长达|总共|合计|为|是)?{_LONG}"
    r"(?=[，。；）、\n]|时间|[期间来内]|的|$)"
)
_BEFORE = (
    rf"(?<![第近每])(?<![0-9])(?<!前(?=[^（]{{0,3}}[月天日周])){_LONG}"
    rf"(?P<between>[^，。；：（）0-9\n]{{0,14}})（(?:自|从)?{RANGE}）"
)
_SEAMS = tuple(link + first for link in "—－-～~至到" for first in "0123456789次翌第同当")
"""What stands where the second end of a stretch begins."""
_SEARCH_BEHIND = search_for(_BEHIND, (_SEAMS,), 90)
_SEARCH_BEFORE = search_for(_BEFORE, (("（",), _SEAMS), 90)
_SEARCH_CLOCK = search_for(
    r"(?<![0-9：])(?P<h>[01]?[0-9]|2[0-3])：(?P<i>[0-5][0-9])(?:——?|－|-|～|~|至|到)(?P<far>下午)?"
    r"(?P<k>[01]?[0-9]|2[0-4])：(?P<j>[0-5][0-9])[）]?，?(?:考试|会议|活动|培训)?(?:时长|时间|历时|为时|共计?|用时|限时)(?:为|共)?"
    r"(?P<n>[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?P<half>个半)?个?(?P<unit>小时|分钟)(?=[，。；）、\n]|$)",
    (("小时", "分钟"), ("：",)),
    60,
)
SEARCHES = (_SEARCH_BEHIND, _SEARCH_BEFORE, _SEARCH_CLOCK)
_CLAIMS = frozenset(("为期", "历时", "历经", "持续", "长达"))
_OPEN = re.compile("后|来|内|以[前上下]|满|前|中|每|多|余|间隔|左右|约|近|超|不足|起")
"""Words behind a number with which it need not be how long the stretch in brackets is."""
_DAYS = ("天", "日")
_NAMED_ENDS = "间期限长"
"""The last characters of what a length is called: 工期, 时间."""


def find_durations(text: str, known: Literals) -> Iterator[Duration]:
    """The durations of ``text`` that the words bind to two ends, in order."""
    hours = find(text, known, _SEARCH_CLOCK)
    behind, before = (find(text, known, search) for search in SEARCHES[:2])
    bound = [match for match in (*behind, *before) if _is_bound(text, match)]
    if hours or bound:
        from govlint.facts.reckoning import by_calendar, by_clock  # brings fractions and dates

        yield from filter(None, map(by_clock, hours))
        yield from filter(None, map(by_calendar, bound))


def _is_bound(text: str, match: re.Match[str]) -> bool:
    """Whether a number tells how long a stretch is, and not how many of something fall in it."""
    groups = match.groupdict()
    if "between" in groups:
        return not _OPEN.search(groups["between"])
    if text.startswith("的", match.end()):
        return groups["word"] in _CLAIMS
    if groups["act"]:
        return True
    if text[match.start("n") - 1] == "（" and groups["unit"] in _DAYS:
        return text.startswith("）", match.end())
    return bool(groups["word"]) or text[match.start("n") - 1] in _NAMED_ENDS
