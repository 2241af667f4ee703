"""signature: do the name and the date below a document agree with its title and its text?

``organ``: the organ that signs is none of those that the title says write. ``date``: the document
is dated before what it says was done, after what it calls to, or in another year than one that can
look back on, or plan, the year of its title. A day without a year is taken in the nearest year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.organs import Signature, can_be_one, holds_several, title_organs
from govlint.facts.times import times_in
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_DAY = rf"(?:(?P<year>{YEAR})年)?(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])日"
_DONE = re.compile(
    rf"已(?:经)?(?:于|在)(?P<hit>{_DAY})(?!前)"
    rf"|(?P<then>{_DAY.replace('P<', 'P<then_')})[^，。；\n]{{0,10}}"
    r"(?:[一-龥]{2}了(?!解)|顺利通过|圆满结束)"
)
_AHEAD = re.compile(rf"(?:定|拟|将|计划|请|务|务必|须|应)于(?P<hit>{_DAY})")
_OVERDUE = re.compile(r"[^。\n]{0,60}(?:仍有?|尚|还有|至今|未报|未按|逾期|迟迟|没有)")
"""What follows a day that has gone by: 应于10月8日前报送，目前仍有4个镇未报."""
_SO_FAR = re.compile(
    rf"截至(?<![计将到望]..)(?<!(?:报名|登记|预约|投票|征集|申报|申请|受理|缴费|投标|投稿|提交|填报|初审|复审|审核|公示|展期|报送|递交|填写|认购|答题|评选|征求)..)(?:(?P<year>{YEAR})年)?(?P<month>1[0-2]|[1-9])月(?P<day>底|末|[1-3]?[0-9]日)"
    r"(?!（星期|[0-9]{1,2}[时:：])(?![^。\n]{0,60}(?:将|预计|力争|计划|确保|拟|可望|有望|预期|尚需|届时))"
)
"""Up to when it is told what there was; no report knows what is still to come."""
_PLAYED = re.compile("演练|预案|脚本|方案|计划|规划")
_LOOKS_BACK = re.compile("报告|总结|通报|汇报|[简快专]报|说明|答复")
_AHEAD_TITLE = re.compile("下一?步|打算|计划|安排|下阶段|今后")
_NUMBER = re.compile(
    rf"^[ \t\u3000]*[一-龥]{{2,14}}〔(?P<year>{YEAR})〕(?P<n>[0-9]{{1,4}})号[ \t\u3000]*$",
    re.MULTILINE,
)
_HANDED_ON = re.compile("转发|印发|批转|公布")
"""The last date may be that of the text that is handed on."""
_FRONT = 200
"""Code points in which a document's own number stands."""
_BRIEF = 300
_CALLS = re.compile("(?:召开|举办|举行)[^，。\n]{2,40}的(?:通知|邀请函|函|公告)$")
_EVENT = re.compile(
    rf"(?P<hit>(?P<year>{YEAR})年(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])日)"
)
_YEAR_SLIP = (365, 455)
"""Days from a notice to what it calls to, where its year was not brought up to date."""
_REVIEW = re.compile(r"总结|述职|小结|工作报告|情况的?报告|决算")
_PLAN = re.compile(r"计划|要点|工作安排|打算")
_EVENT_DONE = re.compile(
    f"{YEAR}年度?[^，。；]{{0,8}}(?:换届|选举|普查|调查|演练|比赛|大赛|运动会|汛期|春[运节耕训播]|夏粮|秋收|三夏|征兵|高考|中考|招聘|国庆|清明|假期|[一二三]季度|[上下]半年|第[一二三四]季度|学期|暑期|寒假|培训班|活动[月周日])"
)
"""What of a year is over before it is."""
_LONGER = re.compile(r"规划|行动|[一二三四五两]年|[—～－-]|通知|印发|到20")
"""Titles of what reaches over years, or hands on another text."""
_NEAREST = 183
"""Days: what is further off is of another year."""
_SURELY = 60
_LOOKS_FAR = 2
"""A text of these months tells what was done in the year before without saying so."""
_NEARLY_OVER = 26
"""A report on a month may be dated some days before its end."""
_FULL = re.compile("[一-龥]{2,3}[省市县区旗]")
_LAST = 12
_REVIEW_BEGINS = 7
"""No year is looked back on before July."""


class Params(NamedTuple):
    """``report``: organ or date."""

    report: Literal["organ", "date"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    signature = facts.signature
    if signature is not None:
        yield from (_organ if params.report == "organ" else _date)(facts, signature)


def _organ(facts: Facts, signature: Signature) -> Iterator[Finding]:
    text = facts.body
    if holds_several(text):
        return
    titled = title_organs(text, facts.title)
    names = [text[slice(*organ)] for organ in titled]
    signed = [text[slice(*organ)] for organ in signature.organs]
    if names and not any(
        can_be_one(one, other) and not _is_longer(one, other) for one in names for other in signed
    ):
        fields = {"here": signed[0], "there": names[0]}
        yield Finding(signature.organs[0], fields, (Related(titled[0], "there"),))


def _is_longer(one: str, other: str) -> bool:
    """Whether one of two full names of bureaus has a word more than the other: 青禾县教育局 and
    青禾县教育体育局; in a short name (县人社局, 县林业局) characters are left out."""
    short, long = sorted((one, other), key=len)
    if not (short.endswith("局") and long.endswith("局") and _FULL.match(short)):
        return False
    stem, more = short[:-1], len(long) - len(short)
    inside = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), 0)
    kept = long.startswith(stem) or long[:inside] + long[inside + more :] == short
    return more > 1 and kept and "和" not in long[len(stem) :]


def _date(facts: Facts, signature: Signature) -> Iterator[Finding]:
    told = next(_out_of_time(facts, signature), None) or _out_of_year(facts, signature)
    if told is None and _is_alone(facts, signature):
        told = _numbered(facts, signature)
    if told is None and not _HANDED_ON.search(facts.body, *facts.title.span):
        told = (
            next(_known_too_early(facts, signature), None)
            or next(_over_too_early(facts, signature), None)
            or _numbered(facts, signature)
            or _called_too_early(facts, signature)
            or next(_decided_later(facts, signature), None)
        )
    if told is not None:
        text = facts.body
        fields = {"here": text[slice(*signature.date)], "there": text[slice(*told)]}
        yield Finding(signature.date, fields, (Related(told, "there"),))


def _is_alone(facts: Facts, signature: Signature) -> bool:
    """Whether the date can only be that of the notice itself: nothing that it hands on stands
    behind it or above."""
    text, end = facts.body, signature.date.end
    brief = signature.date.start - facts.title.span.end < _BRIEF
    return brief and not text[end:].strip()


def _decided_later(facts: Facts, signature: Signature) -> Iterator[Span]:
    """What the document rests on, decided after its date: 根据5月12日会议决定."""
    from govlint.facts.signed_days import rests_on  # few texts are signed

    for place, apart, year in rests_on(facts.body, facts.title.span, signature):
        if apart > 0 and (year or apart < _SURELY) and not _quoted(facts, place):
            yield place


def _out_of_time(facts: Facts, signature: Signature) -> Iterator[Span]:
    """What was done after the date of the document, or is still to be done before it."""
    text, end = facts.body, signature.organs[0].start
    signed = _day(signature.year, signature.month, signature.day)
    if signed is None:
        return
    for regex, sign in ((_DONE, 1), (_AHEAD, -1)):
        for match in regex.finditer(text, facts.title.span.end, end):
            then = "then_" if match["hit"] is None else ""
            year, month, day = (match[then + part] for part in ("year", "month", "day"))
            told = _day(int(year or signature.year), int(month), int(day))
            apart = sign * (told - signed) if told else 0
            place = Span(*match.span("then" if then else "hit"))
            late = sign < 0 and _OVERDUE.match(text, place.end)
            near = apart > 0 and (year or apart < _NEAREST)
            if near and not late and not _quoted(facts, place):
                yield place


def _known_too_early(facts: Facts, signature: Signature) -> Iterator[Span]:
    """What was the case up to a day after the date of the document: 截至9月底."""
    text, end = facts.body, signature.organs[0].start
    signed = _day(signature.year, signature.month, signature.day)
    for match in _SO_FAR.finditer(text, facts.title.span.end, end):
        words = match["day"]
        day = int(words[:-1]) if words[-1] == "日" else _NEARLY_OVER
        told = _day(int(match["year"] or signature.year), int(match["month"]), day)
        apart = told - signed if told and signed else 0
        place = Span(*match.span())
        if apart > 0 and (match["year"] or apart < _NEAREST) and not _quoted(facts, place):
            yield place


def _over_too_early(facts: Facts, signature: Signature) -> Iterator[Span]:
    """What had happened, as the text tells, after the date of the document."""
    from govlint.facts.past_events import find_past  # few texts are signed

    text, title, end = facts.body, facts.title.span, signature.organs[0].start
    signed = _day(signature.year, signature.month, signature.day)
    if signed is None or _PLAYED.search(text, *title):
        return
    back = _LOOKS_BACK.search(text, *title) is not None
    for past in find_past(text, title.end, end, back=back):
        year = past.year or signature.year
        if not past.told:  # it may be of any year that the text is about
            year = min(year, *facts.title.years, signature.year)
        told = _day(year, past.month, past.day)
        apart = told - signed if told else 0
        if not past.year and (apart > _SURELY or signature.month <= _LOOKS_FAR):
            continue  # it may be of the year before
        planned = any(_AHEAD_TITLE.search(text, *h.title) for h in facts.path(past.place.start))
        if 0 < apart < _NEAREST and not planned and not _quoted(facts, past.place):
            yield past.place


def _numbered(facts: Facts, signature: Signature) -> Span | None:
    """The document's own number, of another year than its date; at the turn of the year one may
    be dated before it is numbered, or after."""
    match = _NUMBER.search(facts.body, 0, facts.title.span.end + _FRONT)
    if match is None or signature.year == int(match["year"]):
        return None
    ahead = signature.year - int(match["year"])
    turn = (ahead == 1 and signature.month == 1) or (ahead == -1 and signature.month == _LAST)
    return None if turn else Span(match.start("year"), match.end("year"))


def _called_too_early(facts: Facts, signature: Signature) -> Span | None:
    """The day of what a notice calls to, a year and some weeks after its date."""
    text, title = facts.body, facts.title.span
    if not facts.title.spans or not _CALLS.search(text, *title):
        return None
    signed = _day(signature.year, signature.month, signature.day)
    for match in _EVENT.finditer(text, title.end, signature.organs[0].start):
        told = _day(*(int(match[part]) for part in ("year", "month", "day")))
        if signed and told and _YEAR_SLIP[0] <= told - signed <= _YEAR_SLIP[1]:
            return Span(*match.span("hit"))
        return None
    return None


def _quoted(facts: Facts, place: Span) -> bool:
    return facts.masked(place, ("quotation", "book"))


def _out_of_year(facts: Facts, signature: Signature) -> Span | None:
    """The year of the title, where a document of this date cannot look back on it, or plan it."""
    title = facts.body[slice(*facts.title.span)]
    times = [when for when in times_in(facts.body, facts.title.span) if when.year]
    if len(times) != 1:
        return None
    year, part, span = times[0]
    ahead = signature.year - (year or 0)
    review, plan = _REVIEW.search(title) is not None, _PLAN.search(title) is not None
    if review is plan or _LONGER.search(title) or (review and _EVENT_DONE.search(title)):
        return None
    if plan:
        return span if not -1 <= ahead <= 0 else None
    last = part.last if part and part.scale == "month" else _REVIEW_BEGINS
    early = ahead < 0 or (ahead == 0 and signature.month < last)
    return span if early else None


def _day(year: int, month: int, day: int) -> int | None:
    """The number of a day, or None where there is none of that date."""
    from datetime import date  # few texts are signed

    try:
        return date(year, month, day).toordinal()
    except ValueError:  # 9月31日, which another rule reports
        return None


CHECK = Check("signature", Params, run, fields=("here", "there"), roles=("there",))
