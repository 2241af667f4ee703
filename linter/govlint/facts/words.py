"""words: where one word ends and the next begins, asked at candidates only.

jieba's dictionary (see facts/lexicon.py) and jieba's way of cutting, without its model for unknown
words. jieba is not imported. A property test holds that both cut alike.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import inf, log

from govlint.facts.lexicon import TOTAL, kind_of, lines_of, words_at
from govlint.text.span import Span

_REACH = 24
"""Code points on either side of a candidate that are cut into words: the clause, as a rule."""
_LONGEST = 16
"""No word of the dictionary is longer."""
_MARKS = frozenset("，。；：！？、“”‘’（）《》〈〉〔〕【】—…· \t\n\u3000")
NUMBER, MARK = "#", "|"
"""What any number and any mark count as beside a word."""
RARE = log(3.5) - TOTAL
"""Words of the dictionary below that were listed, but not met often enough to be counted."""
_NAME = 3
"""So long is a word that can be the head of a longer one, which comes last in Chinese."""
_PHRASE = 6
"""A text that differs from so many characters by one is not like them by chance."""
_BESIDE_ALL = frozenset(
    "的了和等在将被及与对是把向为从由到至并也都又不未已有以就可要须应会能还其该各每个上下中内外前后时年月日件名"
)
"""Characters that stand alone beside any word."""
_FAR = 4
"""So far blanks and line ends are looked over."""
_PLACES = frozenset("省市县区乡镇州旗")
"""What stands before these is a name."""
_SURE = log(100)
"""How many times likelier the sentence must be with the right word for a typo to count that seems
to be a part of other words."""


def _crossed(text: str, place: int, low: int) -> bool:
    """Whether a word of the dictionary that begins at ``low`` or later may lie across
    ``place``."""
    for start in range(max(low, place - _LONGEST), place):
        begun = f"\n{text[start : place + 1]}".encode("utf-8", "surrogatepass")
        if begun in lines_of(text[start]):
            return True
    return False


@lru_cache(maxsize=512)
def _best(text: str, hit: Span | None = None) -> list[tuple[float, int]]:
    """For each place of ``text`` the logarithm of how likely the rest is, cut in the likeliest
    way, and where its first word ends. Rare words that hold all of ``hit`` do not count (the
    dictionary has 银行帐户 beside 帐户), nor do those that end with it: a 市旅游局 is a 旅游局."""
    size = len(text)
    best = [(0.0, size)] * (size + 1)
    for place in range(size - 1, -1, -1):
        known = words_at(text, place)
        best[place] = max(
            (known.get(text[place:end], -TOTAL) + best[end][0], end)
            for end in {place + 1, *(place + len(word) for word in known)}
            if end == place + 1 or known[text[place:end]] > _floor(place, end, hit)
        )
    return best


def _floor(place: int, end: int, hit: Span | None) -> float:
    """How likely a word has to be."""
    if hit is None or place > hit.start or end < hit.end or (place, end) == hit:
        return -90.0
    return 0.0 if end == hit.end and end - hit.start >= _NAME else RARE


def cut(text: str) -> list[str]:
    """The words of ``text``, which holds no marks.

    >>> cut("改善生产生活条件")
    ['改善', '生产', '生活', '条件']
    """
    best, found, place = _best(text), [], 0
    while place < len(text):
        end = best[place][1]
        found.append(text[place:end])
        place = end
    return found


def is_word(text: str, span: Span, meant: str, *, left: bool = True, right: bool = True) -> bool:
    """Whether what stands at ``span`` is one word or more, and no part of another; ``left`` and
    ``right``: which end may lie inside one. A part of another word counts all the same where the
    clause is far likelier with ``meant`` in its place.

    >>> text = "改善生产生活条件"
    >>> is_word(text, Span(3, 5), "出产"), is_word("会产生影响", Span(1, 3), "出产")
    (False, True)
    >>> is_word("企业座落在镇区", Span(2, 4), "坐落")
    True
    """
    start, end = _clause(text, span)
    asked = [place for place, wanted in zip(span, (left, right), strict=True) if wanted]
    asked = [p for p in asked if start < p < end and _crossed(text, p, start)]
    if not asked:
        return True
    best = _best(text[start:end], Span(span.start - start, span.end - start))
    if _starts(best).issuperset(place - start for place in asked):
        return True
    other = text[start : span.start] + meant + text[span.end : end]
    return _best(other)[0][0] - best[0][0] > _SURE


def is_slip(text: str, span: Span, place: int, meant: str) -> bool:
    """Whether ``span``, which differs by the character at ``place`` from what is ``meant``, begins
    and ends where words do, and that character is no part of a word there, or only of one that is
    hardly met and makes the clause far less likely.

    >>> is_slip("干部清正廉结，", Span(2, 6), 5, "清正廉洁")
    True
    >>> is_slip("整治经济秩序，", Span(0, 4), 1, "政治经济")
    False
    """
    start, end = _clause(text, span)
    best = _best(text[start:end])
    ends = _starts(best)
    if not {span.start - start, span.end - start} <= ends:
        return False
    if {place - start, place + 1 - start} <= ends:
        return True
    first = max(each for each in ends if each <= place - start)
    word = text[start + first : start + best[first][1]]
    if words_at(word, 0).get(word, 0.0) > RARE and len(meant) < _PHRASE:
        return False
    other = text[start : span.start] + meant + text[span.end : end]
    return _best(other)[0][0] - best[0][0] > _SURE


def is_broken(text: str, span: Span, meant: str) -> bool:
    """Whether ``span`` begins and ends where words do, holds lone characters, and the clause is far
    likelier with what is ``meant``: one character more, or two that changed places.

    >>> is_broken("推动质高量发展，", Span(2, 7), "高质量发展")
    True
    >>> is_broken("深化供给侧结构改革，", Span(2, 9), "供给侧结构性改革")
    False
    """
    start, end = _clause(text, span)
    best = _best(text[start:end])
    ends = sorted(place for place in _starts(best) if span.start <= place + start <= span.end)
    if not ends or (ends[0], ends[-1]) != (span.start - start, span.end - start):
        return False
    alone = [one for one, after in pairwise(ends) if after == one + 1]
    whole = [one for one, after in pairwise(_ends_in(meant)) if after == one + 1]
    if len(alone) <= len(whole):
        return False
    other = text[start : span.start] + meant + text[span.end : end]
    return _best(other)[0][0] - best[0][0] > _SURE


def is_lost(text: str, span: Span, meant: str, *, least: float = _SURE) -> bool:
    """Whether the clause around ``span`` is likelier, by ``least`` as a logarithm, and made of
    fewer lone characters, with what is ``meant`` there, one character more. None stands beside
    that: of such ones other names are made (以工代|训), and verbs of one character before a list.
    A line may end where the character seems to be lost.

    >>> is_lost("群众切身益，", Span(2, 5), "切身利益")
    True
    >>> is_lost("以工代训，", Span(0, 3), "以工代赈")
    False
    """
    start, end = _clause(text, span)
    if meant[-1] == text[span.end : span.end + _FAR].lstrip()[:1]:
        return False
    if meant[0] == text[max(0, span.start - _FAR) : span.start].rstrip()[-1:]:
        return False
    old, new = text[start:end], text[start : span.start] + meant + text[span.end : end]
    best, other = _best(old), _best(new)
    low, high = span.start - start, span.start - start + len(meant)
    written, ends = sorted(_starts(best)), sorted(_starts(other))
    return (
        other[0][0] - best[0][0] > least
        and {low, high} <= {*ends}
        and (meant[0] in _PLACES or not _alone(new, ends, low, high))
        and not _joined(text[slice(*span)], new, ends, meant, low)
        and not (low == 0 and _is_verb(text[slice(*span)], meant))
        and _lone(written) > _lone(ends)
    )


def _is_verb(written: str, meant: str) -> bool:
    """Whether the first word of ``written`` is a verb that stands for that of ``meant``: 促产业."""
    lost = written == meant[0] + meant[2:]
    return lost and kind_of(meant[0]).startswith("v")


def _joined(written: str, new: str, ends: list[int], meant: str, low: int) -> bool:
    """Whether a lone character stands where ``meant`` has lost its first or its last."""
    first, last = ends.index(low), ends.index(low + len(meant))
    if written == meant[1:]:
        return first > 0 and ends[first - 1] == low - 1
    behind = last + 1 < len(ends) and ends[last + 1] == ends[last] + 1
    return written == meant[:-1] and behind and new[ends[last]] != "的"


def _lone(ends: list[int]) -> int:
    """How many words between ``ends`` are one character."""
    return sum(after == one + 1 for one, after in pairwise(ends))


def _ends_in(text: str) -> list[int]:
    return sorted(_starts(_best(text)))


def gained(text: str, span: Span, meant: str) -> float:
    """How much likelier, as a logarithm, the words of the clause are with ``meant`` at ``span``.

    >>> gained("失业认员", Span(2, 3), "人") > 0, gained("失业人员", Span(2, 3), "认") > 0
    (True, False)
    """
    start, end = _clause(text, span)
    new = text[start : span.start] + meant + text[span.end : end]
    return _best(new)[0][0] - _best(text[start:end])[0][0]


def gain(text: str, span: Span, meant: str, *, lone: int) -> float:
    """How much likelier, as a logarithm, the clause is with what is ``meant`` at ``span``; nothing
    where a word lies across an end of the one or the other, or beside it more than ``lone``
    characters stand alone: of those names and short forms are made.

    >>> round(gain("失业认员增加，", Span(2, 4), "人员", lone=0))
    11
    >>> gain("失业认员再就业，", Span(2, 4), "人员", lone=0)
    -inf
    """
    start, end = _clause(text, span)
    low, high = span.start - start, span.end - start
    old, new = text[start:end], text[start : span.start] + meant + text[span.end : end]
    best, other = _best(old), _best(new)
    ends = _starts(best)
    if not {low, high} <= ends or not _holds(_starts(other), low, low + len(meant)):
        return -inf
    if _alone(old, sorted(ends), low, high) > lone:
        return -inf
    return other[0][0] - best[0][0]


def company(text: str, span: Span, word: str) -> tuple[str, str, str]:
    """The word that holds ``word`` where it stands at ``span`` instead of what is written there, or
    what of words that hold its parts, between the word before and the one behind.

    >>> company("窗口共受力申请86件。", Span(3, 5), "受理")
    ('共', '受理', '申请')
    >>> company("86件受理，", Span(3, 5), "受理"), company("开展视点工作", Span(2, 4), "试点")
    (('件', '受理', '|'), ('开展', '试点工作', '|'))
    """
    start, end = _clause(text, span)
    clause = text[start : span.start] + word + text[span.end : end]
    best, low = _best(clause), span.start - start
    high, place, before = low + len(word), 0, MARK
    while best[place][1] <= low:
        before, place = clause[place : best[place][1]], best[place][1]
    last = best[place][1]
    while last < high:
        last = best[last][1]
    behind = clause[last : best[last][1]] if last < len(clause) else MARK
    return _as_counted(before), clause[place:last], _as_counted(behind)


def _as_counted(word: str) -> str:
    """``word``, a number or a mark as one."""
    return NUMBER if word[0].isdigit() else word if "一" <= word[0] <= "龥" else MARK


def _holds(ends: set[int], low: int, high: int) -> bool:
    """Whether words begin at ``low`` and end at ``high``, or one word holds both."""
    return {low, high} <= ends or not any(low < end < high for end in ends)


def _alone(text: str, ends: list[int], low: int, high: int) -> int:
    """How many characters stand alone in a row before ``low`` and behind ``high``."""
    first, last = ends.index(low), ends.index(high)
    found, place = 0, first
    while place and ends[place] == ends[place - 1] + 1 and text[ends[place - 1]] not in _BESIDE_ALL:
        place, found = place - 1, found + 1
    place = last
    while place < len(ends) - 1 and ends[place + 1] == ends[place] + 1:
        if text[ends[place]] in _BESIDE_ALL:
            break
        place, found = place + 1, found + 1
    return found


def starts(text: str, span: Span) -> set[int]:
    """Where the words of the clause around ``span`` begin, and where the last one ends.

    >>> sorted(starts("企业参与与群众满意，", Span(3, 5)))
    [0, 2, 4, 5, 9]
    """
    start, end = _clause(text, span)
    return {start + place for place in _starts(_best(text[start:end]))}


def _starts(best: list[tuple[float, int]]) -> set[int]:
    place, found = 0, {0}
    while place < len(best) - 1:
        place = best[place][1]
        found.add(place)
    return found


def _clause(text: str, span: Span) -> Span:
    """The stretch around ``span`` without a mark, or what of it is near."""
    start, end = span
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    while start > low and text[start - 1] not in _MARKS:
        start -= 1
    while end < high and text[end] not in _MARKS:
        end += 1
    return Span(start, end)


def word_across(left: str, right: str) -> str:
    """The word that holds the place between two texts, or "" where each is made of words by
    itself.

    >>> word_across("绿化美化和污", "水治理"), word_across("全年完成", "投资")
    ('污水', '')
    """
    place, end = len(left), 0
    for word in cut(left + right):
        end += len(word)
        if end > place > end - len(word):
            alone = len(cut(left)[-1]) == 1 or len(cut(right)[0]) == 1
            return word if alone else ""
    return ""
