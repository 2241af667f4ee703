"""char_counts: what counts no list of names.

十六字方针, and how many characters the motto beside it has; 四项任务 of which 前两项 and 后三项 are
told; “五进”, and how often 进 is said behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[一二三四五六七八九十]{1,3}|[1-9][0-9]?"
_WHAT = (
    "方针|诀|要诀|口诀|真经|箴言|原则|要求|总要求|工作法|精神|训|校训"
    "|标准|经验|理念|准则|主题|嘱托|思路"
)
_MOTTO = re.compile(
    rf"“(?P<said>[一-龥][一-龥、，；\s]{{4,60}}[一-龥])[。！]?”的?这?(?P<hit>(?P<n>{_N})(?:个字|字)的?[一-龥]{{0,6}}?(?:{_WHAT}))"
)
_TOLD = re.compile(
    rf"(?<![一二三四五六七八九十0-9])(?P<hit>(?P<n>{_N})字[一-龥]{{0,4}}?(?:{_WHAT}))(?:，?即|，?就是|：)?：?“(?P<said>[一-龥][一-龥、，；]{{4,60}}[一-龥])[。！]?”"
)
_HAN = re.compile("[一-龥]")
_SPLIT = re.compile(
    r"[两三四五六七八九十](?<![前后第各每约近余].)(?P<measure>[项个条类件点种]|方面)[^。；\n前后]{0,30}?[，：]"
    r"(?P<hit>前(?P<a>[两二三四五六七八九])(?P=measure)[^。\n前后]{2,60}[，；]后(?P<b>[两二三四五六七八九])(?P=measure))"
)
_LISTED_SPLIT = re.compile(
    r"[两三四五六七八九十](?<![前后第各每约近余].)(?P<measure>[项个条类件点种]|方面)[^，。；：\n前后]{0,12}[，：]"
    r"[^。\n]{4,160}。[^。；\n前后]{0,6}"
    r"(?P<hit>前(?P<a>[两二三四五六七八九])(?P=measure)[^。\n前后]{2,60}[，；]后(?P<b>[两二三四五六七八九])(?P=measure))"
)
"""The whole in the sentence before, with the list behind it."""
_PROMISED = re.compile(
    "“(?P<hit>(?P<n>[三四五六七八九十])(?P<verb>[进送查清访帮问看亮比]))”[^。，：\n]{0,20}(?P<end>[，：\n])"
)
_REACH = 160
_FEWEST = 3
_SLIP = 4
"""Characters: what is further off is counted in another way."""


class Counted(NamedTuple):
    """``span``: the number with what it counts; ``number``: what it says; ``listed``: how many
    there are."""

    span: Span
    number: int
    listed: int


def find_char_counts(text: str) -> Iterator[Counted]:
    """The characters of a motto that its name counts."""
    for match in (*_MOTTO.finditer(text), *_TOLD.finditer(text)):
        number, listed = parse_numeral(match["n"]) or 0, len(_HAN.findall(match["said"]))
        clauses = re.split("[、，；]", match["said"])
        # 抓学习、强素质、促落实、树形象“四字诀” counts the first of each clause
        all_counted = number >= 2 * len(clauses) and number > _FEWEST
        if all_counted and 0 < abs(number - listed) <= _SLIP:
            yield Counted(Span(*match.span("hit")), number, listed)


def find_splits(text: str) -> Iterator[Counted]:
    """前两项…… 后三项…… of four: the parts overlap."""
    listed = (match for match in _LISTED_SPLIT.finditer(text) if "、" in match[0])
    for match in (*_SPLIT.finditer(text), *listed):
        whole = parse_numeral(text[match.start()]) or 0
        both = (parse_numeral(match["a"]) or 0) + (parse_numeral(match["b"]) or 0)
        if both > whole > 1:
            yield Counted(Span(*match.span("hit")), both, whole)


def find_repeated_verbs(text: str) -> Iterator[Counted]:
    """“五进”活动 and 进机关、进社区、进学校 behind it, told once."""
    for match in _PROMISED.finditer(text):
        verb, window = match["verb"], text[match.end() : match.end() + _REACH].split("\n")
        lines = "\n".join(window[: 1 + (match["end"] == "\n")])
        runs = [*re.finditer(rf"{verb}[一-龥]{{2,5}}(?:[、，]{verb}[一-龥]{{2,5}}){{2,11}}", lines)]
        if len(runs) != 1 or "等" in lines[runs[0].end() - 2 : runs[0].end() + 1]:
            continue
        beside = lines[: runs[0].start()] + lines[runs[0].end() :]
        listed, number = runs[0][0].count(verb), parse_numeral(match["n"]) or 0
        if listed >= _FEWEST and verb not in beside and abs(listed - number) == 1:
            yield Counted(Span(*match.span("hit")), number, listed)
