"""part-missing: does a request ask for something, and a notice of a meeting say where it is?

Only of a whole document, that its organ has signed: an excerpt may go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_REQUEST = re.compile(r"(?<!关于)请示(?:（[^（）]{1,12}）)?$")
_ASKS = re.compile(
    r"[妥当可]否|是否(?:妥当|可行|同意)|[恳敬谨特呈报烦]请|请(?!示|假|求权|客|柬|进|教|帖)|望(?:予|准|批)|为[盼荷感]|批示|批复|审批|请求|申请"
)
_MEETING = re.compile(r"关于(?:召开|召集)[^。\n]{2,50}(?:会议?|大会|例会)的(?:预备|紧急)?通知$")
_CALLED = re.compile(r"定于[^。\n]{2,60}(?:召开|举行|举办)")
_PLACE = re.compile(
    r"地点|地址|会议室|礼堂|会堂|报告厅|会场|会议中心|活动室|教室|广场|线上|视频|直播|会议号|腾讯会议|电视电话|钉钉|大厅|[楼厅馆堂院校]召开|另行通知|附件|见.{0,8}表"
    r"|在(?!全[市县区镇乡]|此|会)[^，。；\n]{2,24}?(?:召开|举行|举办|集中|报到|开会)|到[^，。；\n]{2,16}(?:报到|参[会加])"
)
_SHORTEST = 40


class Params(NamedTuple):
    """``report``: request (what is asked for) or place (of a meeting)."""

    report: Literal["request", "place"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if not facts.title.spans:
        return
    text, title = facts.body, facts.title.span
    asked = _REQUEST if params.report == "request" else _MEETING
    if asked.search(text[slice(*title)].rstrip(" \u3000\n")) is None:
        return
    signature = facts.signature
    if signature is None:
        return
    body = Span(title.end, signature.organs[0].start)
    if body.end - body.start < _SHORTEST or text.find("\n附件", *body) >= 0:
        return
    if params.report == "request":
        if not _ASKS.search(text, *body):
            yield Finding(_last_sentence(text, body))
        return
    called = _CALLED.search(text, *body)
    if called and not _PLACE.search(text, title.end):
        yield Finding(Span(*called.span()))


def _last_sentence(text: str, body: Span) -> Span:
    end = body.end
    while end > body.start and text[end - 1] in " \t\u3000\n":
        end -= 1
    start = max(text.rfind(mark, body.start, end - 1) for mark in "。\n") + 1
    while text[start] in " \t\u3000":
        start += 1
    return Span(start, end)


CHECK = Check("part-missing", Params, run)
