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
from govlint.facts.pair_table import places_of, words_of
from govlint.facts.search import search_known_by
from govlint.records import NamedTuple
from govlint.text.span import Span

_OTHER = (
    "提高|提升|增强|加大|加快|扩大|改善|优化|推进|加强|完善|推动|增加|降低|减少|减轻|拓宽|促进|拓展|发挥|实现|保持"
    "|强化|健全|确保|落实|形成|推行|缩小|放缓|深化|培育|构建|低于|高于|超过|达到|位居|迈出"
    "|满足|解决|开展|营造|利用|调整|转变|受到|符合|适应|影响|根据|按照|取得|围绕|创造|提供|具备|奠定|打下|破解|化解|应对"
    "|树立|树牢|引进|激发|激励|凝聚|打造|打响|搭建|吸引|留住|鼓励|助力|补齐|消除|防止|严守|构筑|筑牢|夯实"
    "|厚植|理清|摸清|征求|听取|收集|反馈|接受|避免|签订|争取|维护|降低|稳定|压缩|缩短|放宽|精简|遏制|杜绝"
    "|防范|预防|防控|惩治|严惩|制止|反对|赢得|获得|得到|夺取|巩固|确立|给予|予以|作出|付出|造成|回应|顺应"
    "|反映|倾听|坚守|牢记|践行|担当|恪守|鼓舞|振奋|提振|建立|设立|制定|出台|把好|守好|守牢|积累|总结|推广|绘就|谱写|开创|擦亮|赓续|传承|弘扬|培养|吹响|敲响|拉开"
)
"""Behind another verb, or one of 和与及, the noun is no object of the first: 加快提升治理能力."""
_WHOSE = (
    "(?:(?:[一-龥]{0,6}?(?:干部|群众|职工|居民|农民|劳动力|企业|学生|教师|党员|人员|村民|队伍|部门|单位|全[县市镇乡村校局区]"
    "|我[县市镇乡村校局区]|党组织|党支部|支部|党委|人大|政协|代表|委员|青年|妇女|儿童|老人|市民|基层|机关|团体|工会)"
    "|对[^，。；：、！？\n“”的]{2,16})的)?"
)
"""Whose the noun is; what else stands before 的 may be what the verb does: 扩大开放的措施."""
_OF_KIND = (
    "(?:(?:(?:更|最|较|很|更加|十分|非常)?[大多好高强]|应有|重要|积极|巨大|突出|繁重|艰巨|光荣|神圣|沉重|良好|显著|明显"
    "|强大|坚实|全面|深刻|丰硕|浓厚|严重|严峻|宝贵|崇高|有力|扎实|具体|相应|一定|基本|必要|广泛|深厚)的)?"
)
_LINKS = (
    "与(?!会)|及(?!格|时)|并(?!购)|增(?!值)|以(?!上)|为(?!民)|使(?![用命])|在(?![线建职校])|对(?![外口])|从(?![业严])"
    "|等(?![级次候待])|补(?![贴助偿])|[和提较将被的]"
)
"""What binds an object of another verb, if it is no part of another word."""
_BETWEEN = re.compile(
    rf"[了着过]?{_WHOSE}{_OF_KIND}(?:(?!{_OTHER}|{_LINKS})"
    rf"[^，。；：、！？\n“”《》（）0-9]){{0,10}}?{_OF_KIND}"
)
"""What may stand between a verb and its noun."""
_DEGREE = (
    "得到|有了?|取得了?|实现了?|也|都|有所|明显|进一步|持续|不断|显著|稳步|大幅度?|较大|很大|逐步|逐年|全面|有效|大大|极大"
    "|日益|继续|快速|切实|普遍|均|同步|整体|总体|一定|了|地|的|程度"
)
_DEGREES = re.compile(f"(?:{_DEGREE}){{0,3}}")
_CLAUSE = re.compile("[，。；：、！？\n“”]")
_ENDS, _SAID = frozenset("，。；！？\n"), frozenset("，。；、！\n")
"""What stands behind a noun whose verb stands before it, and behind a verb that says of it what it
does."""
_COUNT = re.compile("[0-9]{1,4}[余多]?[项个本张份次起件条处场]")
_REACH, _TAIL = 48, 24
"""How far before a noun its verb may begin, and how far behind it the clause may end."""

_MEAN = re.compile("[人户亩平]均[^，。；\n]*$")
_NEAR = 16
_MANNER = ("力度", "水平")
"""Nouns that are said of a verb before them, never what that verb does."""


class Params(NamedTuple):
    """``from_``: the pairs of characters that the nouns are known by; a line for each with its
    nouns and the numbers of their rows; and the rows: what goes with the nouns, the verbs that do
    not stand before and behind them, and what is right all the same."""

    from_: Collocations


class _Row(NamedTuple):
    """``follow``: characters with which what stands behind the noun may begin."""

    right: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    unless: tuple[str, ...]
    follow: frozenset[str]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found: dict[Span, tuple[str, str]] = {}
    for noun, row in _nouns(facts, params.from_):
        for hit in _hits(facts.body, noun, row):
            found.setdefault(hit, (facts.body[slice(*noun)], row.right))
    end = 0
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > end:  # of 犯罪 in 违法犯罪 nothing is told again
            end = hit.end
            told, right = found[hit]
            yield Finding(hit, {"noun": told, "right": right})


def _nouns(facts: Facts, table: Collocations) -> Iterator[tuple[Span, _Row]]:
    """Where nouns of the table stand, each with its row, if a verb may go with them."""
    text, (pairs, lines, rows) = facts.body, table
    known: dict[str, list[tuple[str, int, _Row]]] = {}
    for place in places_of(facts.literals, pairs):
        pair = text[place : place + 2]
        if pair not in known:
            known[pair] = [
                (noun, offset, _row(rows, number)) for noun, offset, number in words_of(lines, pair)
            ]
        for noun, offset, row in known[pair]:
            if text.startswith(noun, place - offset) and place >= offset:
                start, end = place - offset, place - offset + len(noun)
                behind = text[end : end + 1]
                if behind in row.follow or (row.before and (behind in _ENDS or behind.isdigit())):
                    yield Span(start, end), row


@lru_cache(maxsize=512)
def _row(rows: str, number: int) -> _Row:
    right, before, behind, unless = rows.split("\n")[number].split("\t")
    ahead, after, but = (
        tuple(cell.split("、")) if cell else () for cell in (before, behind, unless)
    )
    firsts = (each[0] for each in (*after, *_DEGREE.split("|"))) if after else ()
    return _Row(right.replace("|", "”“"), ahead, after, but, frozenset(firsts))


def _hits(text: str, noun: Span, row: _Row) -> Iterator[Span]:
    """The noun with a verb that does not go with it."""
    found = (_ahead(text, noun, row.before), _behind(text, noun, row.behind))
    for hit, wrong in zip(found, (_is_adverb, _is_rate), strict=True):
        if hit is None or any(each in text[max(0, hit.start - 2) : hit.end] for each in row.unless):
            continue
        if not wrong(text, hit):
            yield hit


def _ahead(text: str, noun: Span, verbs: tuple[str, ...]) -> Span | None:
    """From the first of the verbs before ``noun`` whose object it is."""
    if not verbs or not (text[noun.end : noun.end + 1] in _ENDS or _COUNT.match(text, noun.end)):
        return None
    low = max(0, noun.start - _REACH)
    for mark in _CLAUSE.finditer(text, low, noun.start):
        low = mark.end()
    starts = sorted(
        (place, place + len(verb))
        for verb in verbs
        if (place := text.rfind(verb, low, noun.start)) >= 0
    )
    fits = (start for start, end in starts if _BETWEEN.fullmatch(text, end, noun.start))
    return next((Span(start, noun.end) for start in fits), None)


def _behind(text: str, noun: Span, verbs: tuple[str, ...]) -> Span | None:
    """Up to one of the verbs that ends the clause of ``noun``."""
    ends = (i for i in range(noun.end, min(noun.end + _TAIL, len(text))) if text[i] in _SAID)
    end = next(ends, noun.end) if verbs else noun.end
    end -= text[end - 1] == "了"
    for verb in verbs:
        start = end - len(verb)
        if start >= noun.end and text.startswith(verb, start):
            return Span(noun.start, end) if _DEGREES.fullmatch(text, noun.end, start) else None
    return None


def _is_adverb(text: str, hit: Span) -> bool:
    """Whether what begins ``hit`` says of another verb how it is done (加快补齐短板), or is half of
    another word (增加值核算, 改善型消费)."""
    verb, behind = text[hit.start : hit.start + 2], text[hit.start + 2 : hit.start + 4]
    if verb == "加快" and text[hit.start + 4 : hit.end] not in _MANNER:  # 加快改革力度
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
    searches=lambda params: (search_known_by(params.from_[0]),),
)
