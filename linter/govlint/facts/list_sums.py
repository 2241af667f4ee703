"""list_sums: a whole, and a list behind it that is opened as one of all its parts.

由四部分构成：甲2.1万亩，乙1.9万亩……; 资金来源：……；……; lines behind 如下：; 其中……方面16个，……方面
23个: the words that open the list, or the noun in which all of its names end, say that it divides
the whole. It is held against that where a slip of the pen, in the whole or in a part, makes the sum
right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.disjoint import are_in_both
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import common_end
from govlint.facts.paragraph_sums import compared, differs
from govlint.facts.search import find, search_for
from govlint.facts.tallies import Tally
from govlint.facts.tally_explained import is_explained
from govlint.facts.told_before import told_before
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIME, TIMES
from govlint.text.numerals import parse_numeral

_OPENED = search_for(
    "(?:其中[，：]?|分[为成](?P<kinds>[三四五六七八])[大个]?(?:类|级|档|种|等|部分|片区?|批)"
    "[^，。；：0-9\\n]{0,6}：|由(?P<n>[三四五六七八])(?:个|大)?(?:部分|方面)(?:构成|组成)[：，]"
    "|(?P<all>(?:来源|构成|组成|如下|包括|分布|分配|分工|划分)[是为]?：))(?P<line> ?\\n)?",
    (("其中", "部分", "方面", "：", "："),),
    28,
)
_END = re.compile("[。\\n]")
_ITEM = re.compile("[ \\u3000]*[^\\n]{4,60}[；。]?(?:\\n|$)")
_APART_LINES = re.compile("\n ?\n")
_NAME = re.compile(r"[^，。；：、0-9（）\n]{2,20}")
_MORE = re.compile("其中|另[有外]|此外|等[0-9]|还有|同比|[比较][上去]年|[上去]年")
_REST = re.compile("其[他它余]|剩余|余下")
_KINDS = ("类", "级", "型", "项", "片", "期")
_APART = CHANGE_ROLES | {"均值", "占比", "上期"}
_NO_KIND = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS, TIME))
_BACK, _FAR, _MOST, _FEW, _NOUN = 160, 320, 10, 3, 2


def find_list_sums(facts: Facts) -> Iterator[Tally]:
    """The wholes that a list behind them misses."""
    text = facts.body
    for match in find(text, facts.literals, _OPENED):
        end = _end_of_list(text, match)
        told = told_before(facts, end, end - max(0, match.start() - _BACK))
        listed = [f for f in told if f.span.start >= match.end()]
        before = [f for f in told if f.span.start < match.start()]
        total = _total(before, listed)
        if total is None or _APART_LINES.search(text, total.span.end, match.start()):
            continue
        parts = [f for f in listed if f.dimension == total.dimension]
        if not _FEW <= len(parts) <= _MOST or _MORE.search(text, match.end(), end):
            continue
        if any(f.about or f.limit or f.roles & _APART for f in (total, *parts)):
            continue
        made = sum(part.value for part in parts)
        if any(f.value == made for f in before if f.dimension == total.dimension):
            continue  # 应到286人，实到281人。……其中: of those who are to come
        number = match["n"] or match["kinds"]
        sure = bool(number) and parse_numeral(number) == len(parts)
        if not sure and not _are_all(text, match, parts):
            continue
        plain = [_as_plain(f) for f in parts]
        opened = sure or bool(match["all"] or match["line"])
        found = compared(text, total, plain, every=opened)
        found = found or (differs(text, total, plain) if sure else None)
        if found is None:
            continue
        found = found._replace(parts=parts)
        over = sum(part.value for part in parts) > total.value
        in_both = over and are_in_both(text, parts[-1].span.end)
        if not in_both and not is_explained(text, told, found):
            yield found


def _as_plain(figure: Figure) -> Figure:
    """A figure without the roles that it has as one of a list."""
    return figure._replace(roles=figure.roles - {"其中", "部分", "组成", "列出", "总数"})


def _end_of_list(text: str, match: re.Match[str]) -> int:
    """Where the list ends: with its sentence, or with the last of its lines."""
    if not match["line"]:
        end = _END.search(text, match.end(), match.end() + _FAR)
        return end.start() if end else min(len(text), match.end() + _FAR)
    place = match.end()
    while place - match.end() < _FAR and (item := _ITEM.match(text, place)) is not None:
        place = item.end()
        if item[0].rstrip().endswith("。") or not item[0].endswith("\n"):
            break
    return place


def _total(before: list[Figure], listed: list[Figure]) -> Figure | None:
    """The last figure before a list of the kind that its items tell."""
    kinds = {f.dimension for f in listed} - _NO_KIND
    return next((f for f in reversed(before) if f.dimension in kinds), None)


def _are_all(text: str, match: re.Match[str], parts: list[Figure]) -> bool:
    """Whether the list is opened as one of all, its last item is the rest, or all of its names end
    in one noun."""
    names = [_NAME.findall(text[slice(*part.lead)]) for part in parts]
    if not all(names) or len({each[-1] for each in names}) < len(parts):
        return False
    if match["all"] or match["line"] or _REST.search(names[-1][-1]):
        return True
    ends = common_end([each[-1] for each in names])
    return len(ends) >= _NOUN or ends.endswith(_KINDS)
