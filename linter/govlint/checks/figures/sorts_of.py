"""sorts-of: are so many 乡镇 as many as their 镇 and 乡?

十六个乡镇，即九镇八乡: a count of several sorts in one word, and right behind it one of each sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "(?:[0-9]{1,4}|[一二两三四五六七八九十百]{1,5})"
_SORTS = (
    "民族乡", "街道办事处", "街道", "办事处", "社区", "居委会", "居民委员会", "村委会", "行政村",
    "建制村", "镇", "乡", "村", "居", "林场", "农场", "开发区", "园区", "苏木", "嘎查", "县级市",
    "县", "市", "区", "旗",
)  # fmt: skip
_ONE = "|".join(_SORTS)
_WHOLES = (
    "乡镇街道", "乡镇（街道）", "镇（街道）", "镇街道", "乡镇办", "乡（镇）", "镇（乡）", "乡镇",
    "镇乡", "镇街", "街镇", "街乡镇", "村（社区）", "社区（村）", "村居", "村（居）", "村社区",
    "村社", "县（市、区）", "县市区", "县区", "区县", "县级行政区", "乡级行政区划", "村级组织",
    "旗县区", "苏木乡镇",
)  # fmt: skip
_LONG_FIRST = sorted(_WHOLES, key=len, reverse=True)
_COUNTED = search_for(
    rf"(?<![0-9.第])(?P<n>{_N})个(?P<whole>{'|'.join(_LONG_FIRST)})"
    rf"(?:，?(?:即|包括|其中|分别是|分别为|含|辖|有)|[（：]|，)(?:其中)?(?P<list>(?:{_N}个?(?:{_ONE})[、，和及]?){{2,5}})(?=[，。；）：]|$)",
    (_WHOLES,),
    40,
)
_BRIEF = ("街道", "社区", "镇", "乡", "村", "居", "县", "市", "区")
_EACH = re.compile(rf"(?P<n>{_N})个?(?P<sort>{_ONE})")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _COUNTED):
        parts = [*_EACH.finditer(text, *match.span("list"))]
        numbers = [parse_numeral(each["n"]) for each in parts]
        whole = parse_numeral(match["n"])
        sorts = {each["sort"] for each in parts}
        known = whole is not None and None not in numbers and len(sorts) == len(parts)
        total = sum(number or 0 for number in numbers)
        if not known or total == whole or not _are_all(match["whole"], sorts):
            continue
        span = Span(*match.span("list"))
        fields: dict[str, str | int] = {"whole": match["n"] + "个" + match["whole"], "sum": total}
        related = Related(Span(match.start("n"), match.end("whole")), "whole")
        yield Finding(Span(span.start, parts[-1].end()), fields, (related,))


def _are_all(whole: str, sorts: set[str]) -> bool:
    """Whether the sorts that are counted are those of the whole, and none of them is left out."""
    told = whole.replace("（", "").replace("）", "").replace("、", "")
    if told.endswith(("行政区", "区划", "组织")):
        return True
    named = [sort for sort in _BRIEF if sort in told]
    if "社区" in named and "区" in named:
        named.remove("区")
    if "镇街" in told and "街道" not in named:
        named.append("街道")
    return all(any(sort.endswith(name) or name in sort for sort in sorts) for name in named)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_COUNTED,)


CHECK = Check(
    "sorts-of", NoParams, run, fields=("whole", "sum"), roles=("whole",), searches=_searches
)
