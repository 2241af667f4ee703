"""own-event: does a notice call what it calls to by the name that its title has?

关于举办……培训班的通知 that goes on 现将研讨班有关事项通知如下. Names of one family exclude each
other where they stand for the event itself (现将……, 本次……, 此次……) and are told nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.occurrences import is_once
from govlint.text.span import Span

_FAMILIES = (
    ("培训班", "研讨班", "研修班", "进修班", "轮训班", "读书班", "训练营"),
    (
        "座谈会", "推进会", "现场会", "调度会", "部署会", "动员会", "总结会", "表彰会", "研讨会",
        "交流会", "推介会", "观摩会", "协调会", "发布会", "听证会", "论证会", "招聘会", "洽谈会",
        "恳谈会", "运动会", "分析会", "联席会",
    ),
    ("演讲比赛", "知识竞赛", "技能大赛", "征文活动", "摄影比赛", "朗诵比赛", "书画展"),
)  # fmt: skip
_ANY = "|".join(name for family in _FAMILIES for name in family)
_OWN = search_for(
    rf"(?:现将|本次|此次|本期|本届|这次)(?:[一-龥]{{0,6}}?)(?P<hit>{_ANY})"
    rf"|(?P<also>{_ANY})(?=(?:的?(?:有关|相关|具体))?(?:事项|事宜|安排)(?:通知|公告|安排)?如下)",
    (tuple(_ANY.split("|")),),
    20,
)
_EDITION = re.compile(r"第(?P<n>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})届(?P<what>[一-龥]{2,12})")
_WISHED = search_for(
    r"(?:预祝|衷心祝愿|祝愿|祝)(?P<hit>第(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})届)(?P<what>[一-龥]{2,12}?)(?=(?:取得)?圆满|顺利|成功)",
    (("届",), ("祝",)),
    30,
)
"""What is wished success is the event of the title."""
_CALLS = re.compile("通知|公告|方案|邀请|函|通告|启事|安排")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, title = facts.body, facts.title.span
    yield from _editions(facts)
    said = find(text, facts.literals, _OWN) if facts.title.spans else []
    if not said or not _CALLS.search(text, *title):
        return
    whole = text[slice(*title)].replace("\n", "")
    for match in said:
        group = "hit" if match["hit"] else "also"
        name, here = match[group], Span(*match.span(group))
        family = next(family for family in _FAMILIES if name in family)
        own = [each for each in family if each in whole]
        if here.start < title.end or len(own) != 1 or name in whole:
            continue
        if not is_once(text, name, title.end) or facts.masked(here, ("quotation", "book")):
            continue  # told on its own, too: an event beside the one of the title
        at = text.find(own[0], title.start)
        there = (Related(Span(at, at + len(own[0])), "there"),)
        yield Finding(here, {"here": name, "there": own[0]}, there)


def _editions(facts: Facts) -> Iterator[Finding]:
    """预祝第九届运动会圆满成功 in what the title says of 第十届运动会."""
    text, title = facts.body, facts.title.span
    own = _EDITION.search(text, *title) if facts.title.spans else None
    if own is None:
        return
    for match in find(text, facts.literals, _WISHED):
        here = match["hit"]
        if match.start() > title.end and here[1:-1] != own["n"] and match["what"] in own["what"]:
            there = Span(own.start(), own.start("what"))
            fields = {"here": here, "there": text[slice(*there)]}
            yield Finding(Span(*match.span("hit")), fields, (Related(there, "there"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_OWN, _WISHED)


CHECK = Check(
    "own-event", NoParams, run, fields=("here", "there"), roles=("there",), searches=_searches
)
