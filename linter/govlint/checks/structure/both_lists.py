"""both-lists: does somebody stand in two lists that exclude each other?

``present``: among those who came and among those who are excused, in lines of their own or one
behind the other (出席：……；请假：……). ``lead``: an organ that leads a task and assists in it
(由县住建局牵头，县财政局、县住建局配合). A name with brackets is read without them; an organ with
some may be one of its offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_LABEL = r"(?:人员|同志|领导|名单|委员|代表)?：[ \u3000]{0,4}"
_NAMES = r"(?P<{}>[^：。；\n]{{2,400}})"
_AWAY = search_for(
    rf"(?:因[事病公故]|公出)?(?:请假|缺席|未到会|未出席|未参加){_LABEL}{_NAMES.format('names')}",
    (("请假", "缺席", "未到会", "未出席", "未参加"), ("：",)),
    0,
)
_CAME = re.compile(
    rf"(?<![未不])(?:出席|参加|参会|到会|列席|与会)(?:会议)?{_LABEL}{_NAMES.format('names')}"
)
_LEADS = search_for(
    r"由(?P<one>[^，。；：\n由]{3,60}?)(?:负责)?牵头(?:负责|组织|抓总)?，"
    r"(?P<other>[^。；：\n]{3,200}?)(?:[参积]?[与极]?(?:配合|协助|协同)|参与|参加)(?=[，。；]|做好|落实|实施|完成|开展)",
    (("牵头",), ("配合", "协助", "协同", "参与", "参加"), ("由",)),
    0,
)
_LABELLED = search_for(
    r"(?:牵头|主办|责任|承办)(?:单位|部门|科室|处室)：(?P<one>[^：；。，\n）]{2,100})"
    r"[；。，\n][ \u3000]{0,4}"
    r"(?:配合|协办|协同|参与|协助)(?:单位|部门|科室|处室)：(?P<other>[^：；。\n）]{2,300})",
    (("牵头", "主办", "责任", "承办"), ("配合", "协办", "协同", "参与", "协助"), ("：",)),
    -1,
)
_ASIDE = re.compile(r"（[^（）\n]{0,40}）")
_SOME = re.compile("等(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?[人名位](?:同志)?")
_PERSON = re.compile(r"[一-龥·]{2,24}")
_DEPUTY = re.compile("（[^）\\n]{0,12}[委代由]")
_ORGAN = re.compile(r"[一-龥]{2,30}[局委办厅部院会府处站所校司团社心股科室组队道镇乡村]")
_PART = re.compile(
    r"(?:(?<![局委办厅部院会府处站所校司团社股科室组队、])[和与及]|[^、，,和与及 \u3000])+"
)
_NOT_A_NAME = re.compile(r"^(?:各|有关|相关|其他|等|无|没有|全体)")


class Params(NamedTuple):
    """``report``: present or lead."""

    report: Literal["present", "lead"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from (_present if params.report == "present" else _lead)(facts)


def _present(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    away = find(text, facts.literals, _AWAY)
    came = [Span(*match.span("names")) for match in _CAME.finditer(text)] if len(away) == 1 else []
    there = {name: span for each in came for name, span in _parts(text, each, _PERSON)}
    for name, here in _parts(text, Span(*away[0].span("names")), _PERSON) if came else ():
        for other, place in there.items():
            led = other.endswith(name) and len(other) > len(name) + 1  # 县教育局王五
            if (led or name == other) and not _DEPUTY.match(text, place.end):
                yield Finding(here, {"name": name}, (Related(place, "there"),))
                break


def _lead(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for search in (_LEADS, _LABELLED):
        for match in find(text, facts.literals, search):
            leads = dict(_parts(text, Span(*match.span("one")), _ORGAN))
            for name, here in _parts(text, Span(*match.span("other")), _ORGAN):
                if name in leads and text[here.end : here.end + 1] != "（":
                    yield Finding(here, {"name": name}, (Related(leads[name], "there"),))


def _parts(text: str, names: Span, form: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """The names of a list with their places, without what stands in brackets."""
    bare = _ASIDE.sub(lambda match: "\u3000" * len(match[0]), text[slice(*names)])
    bare = _SOME.sub(lambda match: "\u3000" * len(match[0]), bare)
    for match in _PART.finditer(bare):
        if form.fullmatch(match[0]) and not _NOT_A_NAME.match(match[0]):
            yield match[0], Span(names.start + match.start(), names.start + match.end())


def _searches(params: Params) -> tuple[Search, ...]:
    return (_AWAY,) if params.report == "present" else (_LEADS, _LABELLED)


CHECK = Check("both-lists", Params, run, fields=("name",), roles=("there",), searches=_searches)
