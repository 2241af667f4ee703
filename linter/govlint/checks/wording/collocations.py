"""collocations: does a noun stand with a verb that never goes with it?

The table has a row for each kind of noun: the verbs that do not stand in front of it (提高检查力度)
and those that do not follow it (力度明显提高).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Collocations
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.lexicon import kind_of
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_OTHER = (
    "提高|提升|增强|加大|加快|扩大|改善|优化|推进|加强|完善|推动|增加|降低|减少|减轻|拓宽|促进|拓展|发挥|实现|保持"
    "|强化|健全|确保|落实|形成|推行|缩小|放缓|深化|培育|构建|低于|高于|超过|达到|位居|迈出"
    "|满足|解决|开展|营造|利用|调整|转变|受到|符合|适应|影响|根据|按照|取得|围绕|创造|提供|具备|奠定|打下|破解|化解|应对"
)
"""Behind another verb, or one of 和与及, the noun is no object of the first: 加快提升治理能力."""
_WHOSE = (
    "(?:(?:[一-龥]{0,6}?(?:干部|群众|职工|居民|农民|劳动力|企业|学生|教师|党员|人员|村民|队伍|部门|单位|全[县市镇乡村校局区]"
    "|我[县市镇乡村校局区]|党组织|党支部|支部|党委|人大|政协|代表|委员|青年|妇女|儿童|老人|市民|基层|机关|团体|工会)"
    "|对[^，。；：、！？\n“”的]{2,16})的)?"
)
"""Whose the noun is; what else stands before 的 may be what the verb does: 扩大开放的措施."""
_AHEAD = (
    rf"(?P<hit>(?:{{verbs}})了?{_WHOSE}(?:(?!{_OTHER}|[和与及并提增较以为使将在对被从的等补])"
    r"[^，。；：、！？\n“”《》（）0-9]){0,10}?(?:(?:更|最|较|很)?[大多好高强]的|(?:应有|重要|积极|巨大|突出)的)?"
    r"(?P<noun>{nouns}))(?=(?:[、和及与](?:{nouns}))?[，。；！？\n])"
)
_DEGREE = (
    "得到|有了?|取得了?|实现了?|也|都|有所|明显|进一步|持续|不断|显著|稳步|大幅度?|较大|很大|逐步|逐年|全面|有效|大大|极大"
    "|日益|继续|快速|切实|普遍|均|同步|整体|总体|一定|了|地|的|程度"
)
_BEHIND = rf"(?P<hit>(?P<noun>{{nouns}})(?:{_DEGREE}){{0,3}}(?:{{verbs}}))(?=了?[，。；、！\n])"

_MEAN = re.compile("[人户亩平]均[^，。；\n]*$")
_NEAR = 16


class Params(NamedTuple):
    """``from_``: the table. Of a row: the nouns, the verbs that go with them, those that do not
    stand before and behind them, and what is right all the same."""

    from_: Collocations


class _Row(NamedTuple):
    """``search`` finds a verb that is wrong, ``ahead`` of the noun or behind it; ``right``: those
    that are not; ``unless``: what may stand in the place, or end in it."""

    search: Search
    right: str
    unless: tuple[str, ...]
    ahead: bool


@lru_cache(maxsize=4)
def _rows(table: Collocations) -> tuple[_Row, ...]:
    return tuple(each for row in table for each in _of_row(*row))


def _of_row(nouns: str, right: str, before: str, behind: str, unless: str) -> Iterator[_Row]:
    things = (*nouns.split("、"),)
    meant, but = right.replace("|", "”“"), (*unless.split("、"),) if unless else ()
    for form, wrong in ((_AHEAD, before), (_BEHIND, behind)):
        if wrong:
            verbs = (*wrong.split("、"),)
            regex = form.replace("{verbs}", "|".join(verbs)).replace("{nouns}", "|".join(things))
            yield _Row(search_for(regex, (things, verbs), 0), meant, but, form is _AHEAD)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, seen = facts.body, set[Span]()
    for row in _rows(params.from_):
        for match in find(text, facts.literals, row.search):
            around = text[max(0, match.start() - 2) : match.end()]
            if not any(each in around for each in row.unless):
                hit = Span(*match.span("hit"))
                if hit in seen or (_is_adverb if row.ahead else _is_rate)(text, hit):
                    continue
                seen.add(hit)
                yield Finding(hit, {"noun": match["noun"], "right": row.right})


def _is_adverb(text: str, hit: Span) -> bool:
    """Whether what begins ``hit`` says of another verb how it is done (加快补齐短板), or is half of
    another word (增加值核算, 改善型消费)."""
    verb, behind = text[hit.start : hit.start + 2], text[hit.start + 2 : hit.start + 4]
    if verb == "加快":
        return kind_of(behind) in {"v", "vn", "a"}
    return behind[:1] in {"值", "型"} or (verb == "提升" and behind in {"工程", "行动"})


def _is_rate(text: str, hit: Span) -> bool:
    """Whether what is told goes up and down as a rate does: 人均绿地面积逐年提高."""
    return _MEAN.search(text, max(0, hit.start - _NEAR), hit.start) is not None


CHECK = Check(
    "collocations",
    Params,
    run,
    fields=("noun", "right"),
    searches=lambda params: [row.search for row in _rows(params.from_)],
)
