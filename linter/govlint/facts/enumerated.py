"""enumerated: a number, and the parallel clauses behind it that it counts.

三项改革，即……改革、……改革, “三不”：不……、不……, 四个一：一……，一……: all clauses repeat what the
number counts, so where they end and how many there are is plain. Of a heading such as 抓好三个环节
the clauses are the openings of the sentences below it: 在……环节，……；在……环节，…….
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from govlint.facts.enumerated_clauses import DOING, each_timed, in_step
from govlint.facts.listed import joins
from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_MEASURES = "个项大类种条件张道方点场步招层组支批套篇重对"
_NUMBER = re.compile(
    rf"[两二三四五六七八九2-9](?<![第各前后每近约超达余共0-9.一二三四五六七八九十].)(?P<measure>[{_MEASURES}]?)"
    r"(?:(?P<noun>[一-龥]{1,6}?)”(?P<more>[一-龥]{0,8})|“(?P<word>[一-龥]{1,4})”|(?P<plain>[一-龥]{1,8}))"
    r"(?P<lead>：|，(?:即|分别[是为]|也?就是)：?)"
)
_SENTENCE_END = re.compile(r"[。！？\n]")
_LONGEST = 240
_MOST = 12
_HAN = "[一二三四五六七八九1-9]"
_FIGURED = re.compile(r"[一-龥]{4,14}[0-9][0-9.]{0,6}[一-龥]{1,4}")
_SHORTEST = 4
"""Of a clause between two ；."""
_OPEN = re.compile(r"等|其中|包括|……|以及其他")
_ONE = re.compile(r"[一-龥]{0,3}一[一-龥]{2}")
"""A clause of 三个一: 上一堂党课, 一名领导."""
_TITLES = re.compile(r"(?:《[^《》]{1,50}》(?:、|和|以及|与)?)+")
_PLACES = "村镇乡县区市局厂校院站"
_ABSTRACT = frozenset(("工作", "方面", "问题", "内容", "情况", "任务"))
"""What clauses name by chance."""
_COUNTED = re.compile(
    rf"[两二三四五六七八九2-9](?<![第各前后每近约超达余共0-9.一二三四五六七八九十].)[{_MEASURES}]”?"
    r"(?:(?:重点|关键|主要|重大)?(?P<noun>环节|工程|行动|计划|领域|机制|关口|专项|战役|阶段|层面|维度))"
)
_STAGES = re.compile(
    r"[分按共]为?(?P<hit>(?P<n>[两二三四五六七八九]|[2-9](?![0-9.]))个?(?P<unit>批次?|步|阶段|轮|期|档|类|层次|组|片))(?!以上)"
)


_THINGS = re.compile(
    r"[做讲谈有分是抓办提为](?:了|好)?以?下?(?P<hit>(?P<n>[两三四五六七八九]|[2-9](?![0-9.]))(?P<unit>(?:个(?!一)|件|项|条|点|类)[一-龥]{1,4}))[：。]"
)
"""做了四件事。第一件事……，第二件事……"""
_LABELLED = re.compile(
    r"^[ \u3000]*[^，。：；\n（）]{2,16}"
    r"（(?P<hit>共?(?P<n>[0-9]{1,3}|[两二三四五六七八九十]{1,3})[个家名人项所位])）"
    r"：(?P<list>[^，。；：\n等]{4,400})(?P<end>。?)[ \u3000]*(?=\n|$)",
    re.MULTILINE,
)
_NEXT_LABEL = re.compile(r"\n[ \u3000\n]*(?:[^，。：；\n]{2,24}：|[^\n]*。)|\s*$")


class Enumerated(NamedTuple):
    """``span``: the number and its noun; ``number``: what it says; ``fewest`` and ``most``: how
    many clauses follow."""

    span: Span
    number: int
    fewest: int
    most: int


def find_enumerated(text: str, outline: Outline) -> Iterator[Enumerated]:
    """Numbers with clauses behind them in a sentence, then those of headings."""
    for match in _NUMBER.finditer(text):
        end = _SENTENCE_END.search(text, match.end(), match.end() + _LONGEST)
        if end is None:
            continue
        listed = text[match.end() : end.start()]
        for key in _keys(match):
            counts = _alike(listed, key)
            if counts and not _goes_on(text, end.end(), key):
                yield Enumerated(_shown(match), _value(match), *counts)
            if counts:
                break
        else:
            count = (
                _between_semicolons(match, listed)
                or _each_with_figure(match, listed)
                or each_timed(match, listed)
                or in_step(match, listed)
            )
            if count:
                yield Enumerated(_shown(match), _value(match), count, count)
        if _TITLES.fullmatch(listed) and listed.count("《") > 1:
            count = listed.count("《")
            yield Enumerated(_shown(match), _value(match), count, count)
    yield from _below_headings(text, outline)
    yield from _ordinals(text)
    yield from _labelled(text)


def _between_semicolons(match: re.Match[str], listed: str) -> int:
    """How many clauses ； parts behind a colon, at least three; 0 where there are fewer, or one of
    them may be more than one item."""
    parts = listed.rstrip("；").split("；")
    plain = match["measure"] and match["lead"][-1] == "：" and not _OPEN.search(listed)
    if not plain or not 2 < len(parts) <= _MOST or min(map(len, parts)) < _SHORTEST:
        return 0
    alike = len({part[0] for part in parts}) == 1
    return len(parts) if alike or (_value(match) > 2 and abs(len(parts) - _value(match)) < 2) else 0


def _each_with_figure(match: re.Match[str], listed: str) -> int:
    """How many clauses there are behind a colon of which each is a verb, a thing and a figure:
    新建公园3个，改造小区12个; 0 where one is of another make."""
    parts = listed.split("，" if "，" in listed or "、" not in listed else "、")
    counted = match["lead"] in ("：", "，即", "，即：") and match[0][1] in "件项"
    if not counted or not 2 < len(parts) <= _MOST or abs(len(parts) - _value(match)) > 1:
        return 0
    return len(parts) if all(_FIGURED.fullmatch(part) for part in parts) else 0


def _value(match: re.Match[str]) -> int:
    return parse_numeral(match[0][0]) or 0


def _keys(match: re.Match[str]) -> Iterator[str]:
    """What all clauses must repeat, the surest first."""
    if match["word"]:
        yield match["word"]
        return
    noun = match["noun"] or DOING.sub("", match["plain"])
    if not noun:
        return
    if match["noun"] and len(noun) == 1:
        yield noun
    elif match["measure"] or match["noun"]:
        if len(noun) > 1 and noun[-2:] not in _ABSTRACT:
            yield noun[-2:]
        if noun[-1] in _PLACES:  # 三个村：青山村、北岭村
            yield noun[-1]


def _alike(listed: str, key: str) -> tuple[int, int] | None:
    """The fewest and the most clauses that there can be, if all have ``key``. They end at the
    first ；, unless it is what parts them; 和 joins two, or stands inside one."""
    if _OPEN.search(listed):
        return None
    first, _, rest = listed.partition("；")
    parts = next((each for each in (first.split("，"), first.split("、")) if _all(each, key)), None)
    if parts is None and rest:
        parts = listed.strip("；").split("；")
        parts = parts if _all(parts, key) else None
        # what follows the first clause only explains it
        heads = [part.partition("，")[0].replace(key, "", 1) for part in parts or ()]
    else:
        heads = parts or []
    if parts is None:
        return None
    most = sum(
        max(1, part.count(key), 1 + joins(head)) for part, head in zip(parts, heads, strict=True)
    )
    return len(parts), max(most, sum(head.count("、") + 1 for head in heads))


def _all(parts: list[str], key: str) -> bool:
    """Whether there are several clauses and all have ``key``, a short one where all have it."""
    if not 1 < len(parts) <= _MOST or not all(parts):
        return False
    if key == "一":
        return all(_ONE.match(part) for part in parts)
    if len(key) > 1:
        return all(key in part for part in parts)
    return all(part.startswith(key) for part in parts) or all(part.endswith(key) for part in parts)


def _goes_on(text: str, start: int, key: str) -> bool:
    """Whether the sentence behind the list goes on with it."""
    place = text.find(key, start, start + 10)
    return place >= 0 and text[place - 1] not in "各每该此"


def _shown(match: re.Match[str]) -> Span:
    if match["plain"] and (doing := DOING.search(match["plain"])):
        return Span(match.start(), match.start("plain") + doing.start())
    end = match.end("noun") if match["noun"] else match.end("word") + 1 if match["word"] else -1
    return Span(match.start(), end if end > 0 else match.end("plain"))


def _below_headings(text: str, outline: Outline) -> Iterator[Enumerated]:
    """Numbers in headings, and in the line above the first paragraph, of which each sentence
    below opens with one: 实施……工程，……。实施……工程，……。"""
    for before, after in zip(outline.entries, outline.entries[1:], strict=False):
        if isinstance(after, Heading) or text[before.span.end - 1] in "，；、":
            continue
        match = _COUNTED.search(text, *before.span)
        if match is None or text.find("。", match.end(), before.span.end - 1) >= 0:
            continue
        count = _openings(text[slice(*after.span)], match["noun"])
        if count > 1:
            yield Enumerated(Span(*match.span()), _value(match), count, count)


def _openings(paragraph: str, noun: str) -> int:
    """How many sentences of a paragraph open with a name of the ``noun``, in the same way."""
    if "等" in paragraph.partition("，")[0] or "其中" in paragraph:
        return 0
    names: dict[str, list[str]] = {}
    for sentence in re.split(r"[。；]", paragraph):
        opening, comma, _ = sentence.partition("，")
        if comma and opening.endswith(noun) and len(opening) <= len(noun) + 10:
            names.setdefault(opening[0], []).append(opening)
    if len(names) != 1:
        return 0
    (told,) = names.values()
    return len(set(told)) if paragraph.startswith(told[0]) else 0


def _labelled(text: str) -> Iterator[Enumerated]:
    """优秀科室（4个）：内科、外科、急诊科: the names on the line of a label that counts them."""
    if "）：" not in text:
        return
    for match in _LABELLED.finditer(text):
        names = re.split(
            "、|[ \u3000]{1,4}|\t" if "、" not in match["list"] else "、", match["list"]
        )
        whole = match["end"] or _NEXT_LABEL.match(text, match.end())
        if whole and len(names) > 1 and all(len(name) > 1 for name in names):
            number = int(match["n"]) if match["n"].isdecimal() else parse_numeral(match["n"]) or 0
            most = sum(max(1, 1 + joins(name)) for name in names)
            yield Enumerated(Span(*match.span("hit")), number, len(names), most)


def _told_behind(text: str, start: int, ordinal: str) -> str:
    """The rest of a line, with the lines below it that begin with an ordinal (第一组：……) where
    none stands in it."""
    line, *lines = text[start : start + 2 * _LONGEST].split("\n")
    if re.search(ordinal, line):
        return line[:_LONGEST]
    begun = [*takewhile(re.compile(rf"[ \u3000]*{ordinal}").match, lines)]
    return "".join(begun)[: _LONGEST - 1] if len(begun) < len(lines) else ""


def _ordinals(text: str) -> Iterator[Enumerated]:
    """分四批实施：第一批……，第二批……: the ordinals behind a number of stages."""
    for match in (*_STAGES.finditer(text), *_THINGS.finditer(text)):
        unit = match["unit"]
        # 阶段三： among 第一阶段： is another rule's, and one of them all the same
        ordinal = f"(?:第(?P<n>{_HAN}){unit}|{unit}[次骤]?(?P<behind>{_HAN})(?=[：（]))"
        behind = _told_behind(text, match.end(), ordinal)
        found = re.finditer(ordinal, behind)
        told = [parse_numeral(each["n"] or each["behind"]) for each in found]
        last = len(told)
        whole = len(behind) < _LONGEST and f"最后一{unit}" not in behind
        if whole and last > 1 and told == [*range(1, last + 1)]:
            number = parse_numeral(match["n"]) or 0
            yield Enumerated(Span(*match.span("hit")), number, last, last)
