"""Is a line an advertisement or watermark? Decided by kinds of evidence.

Whoever sells texts, or gives them away for attention, says in a line what it is (goods), where to
come (channel), what to do (call), at which price, what not to do with it (ban), where it is from
(claim), and speaks of the text as a thing (self) to a reader whom an office does not know
(address). Each is an ordinary word; few lines of an office hold several. A line that shows two of
them near the head or tail, three elsewhere, or a form that no office writes, is advertising.
Official contact lines (联系电话, 热线, gov.cn) and prose about the same things (公众号粉丝,
打击倒卖, 涉密文件严禁外传) are not. The words of each kind stand in advertising.txt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from govlint.facts.evidence import KINDS, STRONG, count_kinds, shows

_LONGEST = 120
"""A longer line is advertising only as the disclaimer of a site."""
_SHORT = 40
_SHARE = 0.2
"""How much of a paragraph must be an advertiser's for it to be advertising."""
_TELLING = (KINDS["self"], KINDS["price"], KINDS["ban"], STRONG)
"""Of these kinds, one is enough to make a clause an advertiser's."""
_TO_READER = (KINDS["self"], KINDS["address"])
"""What an office does not say of its own text, or to no one in particular."""
_PROSE = re.compile(r"[。；].|[^，]{4,}，[^，]{4,}，[^，]{4,}，")
_CLAUSE = re.compile(r"[，。；！？]")
_SPACED = re.compile(r"[一-龥]\s[一-龥]\s[一-龥]")
_GAP = re.compile(r"\s")
_COUNTED = re.compile(r"[0-9][0-9.]*[万余多]{0,2}(?:册|人|场|期|个|户|名|家|件|节|亩|公里|%)")
"""What a report counts; what is sold is counted in copies and money."""
_DISCLAIMER = re.compile(
    r"本站[^。]{0,40}(?:不承担|不拥有|仅提供)|侵权[^。]{0,60}(?:删除|邮件)|抄袭[^。]{0,60}(?:删除|邮件)"
)
_LISTING = re.compile(
    r"[【「]?(?:往期(?:推荐|精选|回顾)|相关(?:文章|范文|阅读|推荐|资料|材料)|推荐(?:阅读|访问|文章)|猜你喜欢|热门(?:文章|推荐|范文)|延伸阅读)[^。，]{0,60}"
    r"|[^。，]{0,20}还看了[：:]?"
)
_NOTICE = re.compile(
    r"(?:[一-龥]{2,20})?关于[^。；]{2,40}的(?:通知|通报|通告|公告|意见|决定|报告|请示|函|批复|办法)|.*(?:重申|严禁(?:请人|购买|照搬|抄袭)|严肃(?:处理|问责)|一经查实).*"
)
"""A title, or a ban by an authority, may name what is sold."""
_STATEMENT = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|首先，|其次，|最后，)[^\n]{6,}。$"
)
"""A numbered sentence: what is sold is not numbered as headings are, and ends in no full stop."""
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")
_SOURCE_NOTE = re.compile(
    r"(?:资料|数据|图片|信息)来源[：:][^网站号库店群]{0,30}|（(?:摘|选|节选)自[^网站号库店群）]{2,30}）"
)
_SALUTATION = re.compile(r"各位|同志们|尊敬的|[：:]$")


def suspects(lines: list[str], edges: set[int]) -> list[int]:
    """The numbers of those ``lines`` of a document that are worth asking whether they are
    advertising; ``edges``: of those near its head or tail. What they show is looked for in all of
    them at once: a line shows no less between others than alone."""
    found = [i for i in edges if len(lines[i]) > _LONGEST or opens_list(lines[i])]
    short = [i for i, line in enumerate(lines) if len(line) <= _LONGEST]
    found += [i for i in short if lines[i][1:2].isspace()]  # it may be spaced out
    joined = "\n".join([lines[i] for i in short])
    starts = [0, *accumulate(len(lines[i]) + 1 for i in short)]
    found += [short[place] for place in _lines_with(STRONG, joined, starts)]
    kinds = Counter(place for kind in KINDS.values() for place in _lines_with(kind, joined, starts))
    found += [short[at] for at, n in kinds.items() if n >= (2 if short[at] in edges else 3)]
    return sorted(set(found))


def _lines_with(kind: re.Pattern[str], joined: str, starts: list[int]) -> set[int]:
    return {bisect_right(starts, match.start()) - 1 for match in kind.finditer(joined)}


def is_advertising(line: str, *, edge: bool) -> bool:
    """Whether ``line`` is advertising; ``edge``: it stands near the head or tail of its document,
    where less evidence is enough.

    >>> is_advertising("仅供学习，禁止外传，用后删除", edge=True)
    True
    >>> is_advertising("（摘自县文史资料汇编）", edge=True)
    False
    >>> is_advertising("涉密文件严禁外传。", edge=False)
    False
    """
    if len(line) > _LONGEST:
        return len(line) < 2 * _LONGEST and edge and _DISCLAIMER.search(line) is not None
    if _SPACED.match(line):
        line = _GAP.sub("", line)
    strong = STRONG.search(line) is not None
    kinds = count_kinds(line)
    if edge and opens_list(line):
        return not _may_name(line)
    # few lines show so much that it is worth asking what speaks against it
    enough = strong or kinds >= (2 if edge else 3)
    return enough and not _may_name(line) and _outweighs(line, kinds, strong=strong, edge=edge)


def _may_name(line: str) -> bool:
    """Whether a line is one that may name what is sold."""
    return _STATEMENT.match(line) is not None or _NOTICE.fullmatch(line) is not None


def _outweighs(line: str, kinds: int, *, strong: bool, edge: bool) -> bool:
    """Whether so many kinds of evidence are more than what speaks against them: official words, a
    number as headings have it, and the full stop of a report's sentence."""
    if _SOURCE_NOTE.fullmatch(line):
        return False
    official = shows(line, "official")
    sentence = line.endswith(("。", "；"))
    if strong and not sentence and not _PROSE.search(line):
        return not official or kinds >= 3
    if official or _NUMBERED.match(line):
        return False
    if sentence and not strong:
        return edge and kinds >= 4 and any(kind.search(line) for kind in _TO_READER)
    if sentence or _PROSE.search(line):
        if len(line) > _SHORT and _selling(line) < _SHARE:
            return False
        return kinds >= ((1 if edge else 2) if strong else 3 if edge else 4)
    if not strong and _COUNTED.search(line):
        return kinds >= 4
    return kinds >= (2 if edge and not shows(line, "title") else 3)


def _selling(line: str) -> float:
    """How much of a line its advertising clauses are: a site's sentence inside a paragraph does
    not make the paragraph an advertisement (RES512)."""
    clauses = _CLAUSE.split(line)
    found = [c for c in clauses if any(k.search(c) for k in _TELLING) or count_kinds(c) >= 2]
    return sum(map(len, found)) / max(1, sum(map(len, clauses)))


def is_near_advertising(line: str) -> bool:
    """Whether a line right beside an advertisement goes on with it: one kind of evidence does."""
    if len(line) > _LONGEST or shows(line, "official") or shows(line, "title"):
        return False
    return count_kinds(line) > 0


def opens_list(line: str) -> bool:
    """Whether a line announces links to other texts: 相关文章推荐："""
    return _LISTING.match(line) is not None


def may_belong(line: str) -> bool:
    """Whether a line between advertising and the edge of the document can be part of it."""
    if len(line) > _SHORT or line.endswith(("。", "；")):
        return False
    return not shows(line, "title") and not _SALUTATION.search(line)
