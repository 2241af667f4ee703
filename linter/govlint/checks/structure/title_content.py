"""title-content: is the text about what its title says, and of the kind that it says?

``subject``: of what a title is about (关于春季农业生产的通知) no two characters stand together
in the text. ``kind``: every heading of a 总结 announces a plan, or every heading of a 计划 a
review, in so many words: 围绕目标抓落实 may head either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.lexicon import kind_of
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import LEVEL1
from govlint.text.span import Span
from govlint.text.years import YEAR

_ABOUT = re.compile(
    r"关于(?:进一步|切实|扎实|全面|持续|深入)?(?:召开|举办|开展|加强|做好|抓好|推进|组织|报送|印发|举行|实施|落实|规范|深化|开好)?"
    rf"(?:全[国省市县区镇乡]|我[省市县区镇乡局校院]|[一-龥]{{2,4}}[省市县区镇乡])?(?:{YEAR}年(?:度)?)?(?:全[省市县区镇乡])?"
    r"(?:近期|近段时间|当前|前期|前段时间)?+(?P<subject>[一-龥]{4,16}?)(?:专项)?(?:工作|情况|现场会|工作会议|会议|座谈会|推进会|动员会|培训班|活动|行动)*的?"
    r"(?:报告|通知|汇报|总结|通报|函|请示|方案|意见)$"
)
_EVENT = re.compile(
    r"(?P<event>现场会|工作会议|座谈会|推进会|动员会|培训班|活动|会议)的?(?:通知|函|请示|方案)$"
)
_CALLED = "(?:召开|举办|举行|组织|开展|召集)"
"""A notice may call its meeting 现场会 without saying again what it is about."""
_ADDRESSED = re.compile("[^。]{2,60}：")
_WHOLE = 400
"""A text with so many code points is no excerpt, and a shorter one that is addressed or signed."""
_SHORTEST = 4
_SHORTEST_TEXT = 60
_TIME = (
    rf"(?:{YEAR}年)?"
    r"(?:度|全年|[上下]半年|前?[一二三四]季度|下一?步|明年|今后|下一?阶段)?的?"
)
_BACK = re.compile(
    rf"{_TIME}(?:基本|主要|工作|重点|总体|开展|完成|落实|进展|执行|目标|任务|取得|存在|突出|的|和|及|与|、)*"
    r"(?:(?P<sure>开展情况|完成情况|进展情况|成效|成绩|亮点|回顾|做法)|情况|问题|不足|短板|经验|体会|困难|、|和|及|与|的|主要|取得|存在)+"
)
_AHEAD = re.compile(
    rf"{_TIME}(?:基本|主要|工作|重点|总体|具体|组织|年度|各项|发展|的|和|及|与|、)*"
    r"(?:(?P<sure>目标|打算|安排|计划|思路)|任务|措施|举措|要求|保障|步骤|部署|重点|和|及|与|、|工作|主要|的)+(?<![作要的])"
)
_MEETING = (
    r"(?:会议|大会|座谈会|推进会|动员会|部署会|调度会|现场会|交流会|总结会|培训班|开班式|启动仪式)"
)
_AT = re.compile(rf"在(?P<name>[^《》“”\n]{{2,40}}?{_MEETING})上的?(?:讲话|发言|主持词|致辞|总结)")
_NOW = re.compile(
    rf"(?:这次|本次|今天(?:我们)?(?:召开)?(?:的|这次)?)(?P<name>[^，。；：《》“”\n]{{2,30}}?{_MEETING})(?=[，。]|的|是)"
)
_FRAME = re.compile(
    rf"{_MEETING}|全[国省市县区镇乡]|{YEAR}年度?|工作|[一-龥]{{2}}[省市县区镇](?=.)|暨|部署|专题|年度|一次|次|召开|[的是]"
)
_FIRST_LINES = 800
_SUMMED = re.compile("现(?:就|将)?[^，。；\n]{0,20}总结(?:汇报)?如下")
_PLAN_ALONE = re.compile("(?:计划|要点|打算)$")
_REVIEW = re.compile(r"总结|述职|汇报|小结")
_PLAN = re.compile(r"计划|要点|方案|思路|打算|安排")
_FEWEST = 2
_NEAR_TITLE = 4
"""Among so many lines the addressee stands."""


class Params(NamedTuple):
    """``report``: subject, kind or meeting."""

    report: Literal["subject", "kind", "meeting"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    title = facts.title.span
    if not facts.title.spans:
        return
    if params.report == "subject":
        yield from _subject(facts, title)
    elif params.report == "meeting":
        yield from _meeting(facts, title)
    else:
        yield from _kind(facts, title)


def _meeting(facts: Facts, title: Span) -> Iterator[Finding]:
    """A speech at one meeting that opens with what another one, 这次……会议, is for."""
    text = facts.body
    named = _AT.search(text, *title)
    here = _NOW.search(text, title.end, title.end + _FIRST_LINES)
    if named is None or here is None:
        return
    one, other = (_FRAME.sub("", match["name"]) for match in (named, here))
    pairs = {one[i : i + 2] for i in range(len(one) - 1)}
    if pairs and len(other) > 1 and not any(pair in other for pair in pairs):
        start = text.find(one, *named.span("name"))
        place = Span(start, start + len(one)) if start >= 0 else Span(*named.span("name"))
        related = Related(Span(*here.span("name")), "heading")
        yield Finding(place, {"title": here["name"]}, (related,))


def _subject(facts: Facts, title: Span) -> Iterator[Finding]:
    text = facts.body
    match = _ABOUT.search(text, *title)
    if match is None or len(text) - title.end < _SHORTEST_TEXT or not _is_whole(facts, title):
        return
    subject = match["subject"]
    if len(subject.removesuffix("情况").removesuffix("工作")) < _SHORTEST:
        return  # of so few words a text may speak without saying them
    pairs = {subject[i : i + 2] for i in range(len(subject) - 1)}
    pairs |= {subject[i] + subject[i + 2] for i in range(len(subject) - 2)}  # 电商 for 电子商务
    told = any(text.find(pair, title.end) >= 0 for pair in pairs)
    if not (told or _told_shorter(text, title, subject)):
        yield Finding(Span(*match.span("subject")), fields={"title": subject})


def _told_shorter(text: str, title: Span, subject: str) -> bool:
    """Whether the text speaks of the subject by one character of its last word, in two places
    (跃进桥 and 桥面 of 老旧桥梁), or of the meeting of the title with nothing before its kind."""
    ending = [text.count(sign, title.end) for sign in subject[-2:]]
    noun = kind_of(subject[-2:]) == "n"
    if noun and max(ending) >= _FEWEST and len(text) - title.end < _WHOLE:
        return True
    event = _EVENT.search(text, *title)
    return bool(event and re.search(f"{_CALLED}{event['event']}", text[title.end :]))


def _is_whole(facts: Facts, title: Span) -> bool:
    """Whether the text is a whole document rather than some sections of one."""
    text = facts.body
    if len(text) - title.end >= _WHOLE or facts.signature is not None:
        return True
    near = [entry.span for entry in facts.outline.entries[:_NEAR_TITLE]]
    return any(_ADDRESSED.fullmatch(text, *line) for line in near if line.start >= title.end)


def _kind(facts: Facts, title: Span) -> Iterator[Finding]:
    text = facts.body
    words = [(regex, regex.search(text, *title)) for regex in (_REVIEW, _PLAN)]
    found = [(regex, match) for regex, match in words if match is not None]
    if len(found) != 1:
        return
    kind, named = found[0]
    told_so = _SUMMED if kind is _PLAN and _PLAN_ALONE.search(text, *title) else None
    said = told_so.search(text, title.end, title.end + _FIRST_LINES) if told_so else None
    if said is not None:
        related = Related(Span(*said.span()), "heading")
        yield Finding(Span(*named.span()), {"title": named[0]}, related=(related,))
        return
    other = _AHEAD if kind is _REVIEW else _BACK
    headings = [h for h in facts.outline.headings if h.rank == LEVEL1]
    titles = [other.fullmatch(text, *heading.title) for heading in headings]
    told = [each for each in titles if each is not None]
    if len(titles) >= _FEWEST and len(told) == len(titles) and any(each["sure"] for each in told):
        related = Related(headings[0].title, "heading")
        yield Finding(Span(*named.span()), {"title": named[0]}, related=(related,))


CHECK = Check("title-content", Params, run, fields=("title",), roles=("heading",))
