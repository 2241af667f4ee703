"""limits_kept: figures beyond a limit within which the text says that all of them lie.

各村人均收入均在1.5万元以上，最低的甲村1.38万元; 年满60周岁的老人3人：张某61岁、王某58岁.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govlint.facts.figure import Figure
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_ALL = re.compile(
    "(?:[均都]|全部|普遍|一律)(?:[保维]持|稳定|控制)?(?:在|达到?|为)?(?:每[一-龥]{1,2})?(?P<way>超过|高于|不低于|不少于|低于|不超过|不高于|少于)?$"
)
_ABOVE, _BELOW = ("超过", "高于", "不低于", "不少于"), ("低于", "不超过", "不高于", "少于")
_LEAST, _MOST = re.compile("最[低少小短慢]"), re.compile("最[高多大长快]")
_OTHER = re.compile("[上去]年|历史|同期|目标|往年|以往|此前|此外|另|除|其他|比|较|曾|原")
_STOP = re.compile("[。\\n；]")
KEPT_BY_ALL = search_for(
    r"(?:[均都]|全部|普遍|一律)(?:保持|维持|稳定|控制)?[在达为超高不低少][^。；\n]{2,70}最[低少小短慢高多大长快]",
    (
        ("均", "都", "全部", "普遍", "一律"),
        tuple(f"最{each}" for each in "低少小短慢高多大长快"),
    ),
    90,
)
AGES = search_for(
    r"(?P<low>[1-9][0-9])(?:周岁|岁)?(?:至|到|——?|～|-)(?P<high>[1-9][0-9])周?岁"
    r"|(?:年满(?P<from>[1-9][0-9])周?岁|(?P<least>[1-9][0-9])周?岁(?:及|（含）)?以上)|(?P<most>[1-9][0-9])周?岁(?:及|（含）)?以下",
    (("岁",),),
    16,
)
_FOR = re.compile("对象|条件|资格|符合|年龄|要求|招[聘募收]|报名|申[请报]|范围")
_LISTED = re.compile(
    r"[：:](?P<list>[一-龥]{2,4}[（，]?[1-9][0-9]周?岁）?(?:[、，；和][一-龥]{2,4}[（，]?[1-9][0-9]周?岁）?){1,11})(?=[，。；\n]|$)"
)
_AGE = re.compile("(?P<hit>(?P<n>[1-9][0-9])周?岁)")
_REFUSED = re.compile("不符|不予|退回|取消|超龄|未(?:通过|达|满)|剔除|放宽|除外|特殊|清退")
_CHOSEN = re.compile("符合|新增|录用|入选|推荐|补助|发放|通过|报名|人选|名单|聘用|招募|享受|纳入")
_OTHERS = re.compile("成员|评委|工作人员|代表|[上去往]年|此前|上[一批]|联系人|负责人")
_FAR = 120


class Beyond(NamedTuple):
    """``span``: the figure that is beyond the ``limit``."""

    span: Span
    limit: Span


def find_beyond(text: str, figures: Sequence[Figure]) -> Iterator[Beyond]:
    """The lowest or the highest figures of a sentence that are beyond what holds for all."""
    for place, limit in enumerate(figures[:-1]):
        told = _ALL.search(text, *limit.lead)
        if told is None:
            continue
        behind = text[limit.span.end : limit.span.end + 2]
        above = behind == "以上" or (told["way"] in _ABOVE)
        below = behind in ("以下", "以内") or (told["way"] in _BELOW)
        if above == below:
            continue
        for other in figures[place + 1 :]:
            between = text[limit.span.end : other.span.start]
            if _STOP.search(between) or _OTHER.search(between):
                break
            if other.dimension != limit.dimension or other.unit != limit.unit:
                continue
            end = (_LEAST if above else _MOST).search(text, *other.lead)
            beyond = other.value < limit.value if above else other.value > limit.value
            if end and beyond:
                yield Beyond(other.span, Span(limit.span.start, limit.span.end + len(behind)))
            if end or not (_MOST if above else _LEAST).search(text, *other.lead):
                break  # 均在92%以上，最高98.3%，最低: the other end may come first


def find_ages(text: str, literals: Literals) -> Iterator[Beyond]:
    """The ages of a list of persons that are not as they must be."""
    for match in find(text, literals, AGES):
        near = max(0, match.start() - _FAR)
        start = max(near, *(text.rfind(mark, near, match.start()) + 1 for mark in "。；\n"))
        line = text.find("\n", match.end(), match.end() + _FAR)
        end = line if line >= 0 else match.end() + _FAR
        if not _FOR.search(text, start, end):
            continue
        listed = _LISTED.search(text, match.end(), min(len(text), end + _FAR))
        if listed is None or _REFUSED.search(text, start, listed.end() + 12):
            continue
        between = text[match.end() : listed.start()]
        if "岁" in between or between.count("。") > 1 or "\n" in between:
            continue
        if not _CHOSEN.search(between) or _OTHERS.search(between):
            continue
        low = Decimal(match["low"] or match["from"] or match["least"] or 0)
        high = Decimal(match["high"] or match["most"] or 200)
        for age in _AGE.finditer(text, *listed.span("list")):
            if not low <= Decimal(age["n"]) <= high:
                yield Beyond(Span(*age.span("hit")), Span(*match.span()))
