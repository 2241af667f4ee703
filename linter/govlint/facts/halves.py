"""halves: where one character stands alone that is the half of a usual word, the other one lost:
不断完社会保障体系, ，切提高.

It stands behind a word that tells how something is done, which calls for a verb of two characters.
What stands behind it must be what public documents have behind the whole word (see beside). Some
characters are words of their own there (促就业, 抓项目): public documents have them so, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.facts.beside import beside
from govlint.facts.lexicon import is_listed, kind_of
from govlint.facts.usual import before, behind, words_begun
from govlint.facts.words import starts
from govlint.records import NamedTuple
from govlint.text.span import Span

_HOW = re.compile(
    "(?:进一步|不断|切实|持续|有效|深入|积极|认真|严格|稳步|逐步|坚决|充分|及时|依法|继续|妥善|稳妥|有力|着力|努力|大力|全力)"
    "(?P<half>[一-龥])(?=[一-龥]{2})"
)
"""What tells how something is done, before a verb of two characters."""
_VERBS = re.compile(
    "(?:^|[，。；：]|[要应须将为])(?P<half>[切积充认扎坚努妥密迅牢广科极格]"
    "|断(?=[完提加推优增扩深健改创强巩壮]))(?=[一-龥]{2})",
    re.MULTILINE,
)
"""One half of such a word, at the beginning of a clause."""
_HOWS = {
    "切": "切实",
    "积": "积极",
    "充": "充分",
    "认": "认真",
    "扎": "扎实",
    "坚": "坚决",
    "努": "努力",
    "妥": "妥善",
    "密": "密切",
    "迅": "迅速",
    "牢": "牢固",
    "广": "广泛",
    "科": "科学",
    "极": "积极",
    "断": "不断",
    "格": "严格",
}
_LINKS = frozenset(
    "与用以为由从向将把对就让使给到在于和及而可能会应须要已未不也都再更最所被其各该本新大地按"
    "居有等两三每某一二走排"
)
SINGLE = frozenset(
    "促化抓达办优实强好增快固拓防提扩推保稳抢减降控管建改治补破立惠聚活育招引留护守兜救查清拆"
    "打攻谋干做练学讲树选用转抗战走排"
)
"""Verbs of one character, which may stand before an object of two: 着力优环境."""
_BOUND = {
    "履": "履行",
    "贯": "贯彻",
    "挥": "发挥",
    "督": "督促",
    "培": "培育",
    "构": "构建",
    "激": "激发",
    "凝": "凝聚",
    "遏": "遏制",
    "惩": "惩治",
    "善": "完善",
    "健": "健全",
    "障": "保障",
    "执": "执行",
    "规": "规范",
    "维": "维护",
    "宣": "宣传",
    "组": "组织",
    "协": "协调",
    "践": "践行",
    "弘": "弘扬",
    "缓": "缓解",
    "巩": "巩固",
}
"""What halves that are never words of their own are taken for, whatever the object is."""
_LONG = 4
"""Before an object of so many characters they do not."""
_SIZE = 2
_GAP = 4
"""So far back the other half may stand in the line before."""


class Half(NamedTuple):
    """``right`` is meant for the one character at ``span``."""

    span: Span
    right: str


def find_halves(text: str) -> Iterator[Half]:
    """The halves of words that stand alone in ``text``, in order.

    >>> [each.right for each in find_halves("不断完社会保障体系，切提高效率。")]
    ['完善', '切实']
    >>> [*find_halves("着力优环境，全力促就业。")]
    []
    """
    found = {each.span: each for each in (*_begun(text), *_told(text))}
    return iter([found[span] for span in sorted(found)])


def _told(text: str) -> Iterator[Half]:
    """Halves of a verb behind a word that tells how, before the object of the verb."""
    for match in _HOW.finditer(text):
        place = match.start("half")
        half = text[place]
        if half in _LINKS or is_listed(text[place : place + _SIZE]):
            continue
        if half in SINGLE and not _is_long(text, place + 1):
            continue
        if not {place, place + 1} <= starts(text, Span(place, place + 1)):
            continue
        verbs = (word for word in _words(half) if kind_of(word).startswith("v"))
        meant = [word for word in verbs if _backed(beside(word)[1], text, place + 1)]
        if word := next(iter(meant), "") or _bound(text, place):
            yield Half(Span(place, place + 1), word)


def _bound(text: str, place: int) -> str:
    """What the half at ``place`` is taken for before a long object that begins with a usual word,
    as 缓堵保畅 and 惩腐打伞 do not."""
    behind_it = text[place + 1 : place + 1 + _LONG]
    if len(behind_it) < _LONG or not all("一" <= char <= "龥" for char in behind_it):
        return ""
    return _BOUND.get(text[place], "") if words_begun(behind_it[:_SIZE]) else ""


def _begun(text: str) -> Iterator[Half]:
    for match in _VERBS.finditer(text):
        span = Span(*match.span("half"))
        word = _HOWS[text[span.start]]
        if text[max(0, span.start - _GAP) : span.start].rstrip().endswith(word[: -len("极")]):
            continue  # a line ends between the two: 积/极防治
        if is_listed(text[span.start : span.start + _SIZE]) or not set(span) <= starts(text, span):
            continue
        if kind_of(text[span.end : span.end + _SIZE]) in {"v", "vn"}:
            yield Half(span, word)


def _is_long(text: str, place: int) -> bool:
    """Whether the object at ``place`` has at least four characters, up to a mark."""
    return all("一" <= char <= "龥" for char in text[place : place + _LONG]) and (
        text[place + _LONG : place + _LONG + 1] in {"，", "。", "；", ""}
    )


@lru_cache(maxsize=2048)
def _words(half: str) -> tuple[str, ...]:
    """The usual words of two characters that ``half`` may be one of, those that it begins first."""
    begun = [half + char for char in sorted(behind(half))]
    ended = [char + half for char in sorted(before(half))]
    return tuple(word for word in begun + ended if word in words_begun(word))


def _backed(words: tuple[str, ...], text: str, place: int) -> bool:
    return any(len(each) >= _SIZE and text.startswith(each, place) for each in words)
