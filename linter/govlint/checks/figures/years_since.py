"""years-since: is it so many years from the one year of a sentence to the other?

自2016年挂牌，到2024年更名，走过了十年历程. Begun years may be counted, or full ones only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_CLAIM = search_for(
    r"(?:整整|走过|历经|历时|坚守|坚持|扎根|陪伴|长达|度过|迎来|已?满|跨越|服务|从事|工作|奋战|耕耘|驻守)(?:了|过|已|又)?[^，。；0-9“”《》]{0,8}?"
    r"(?P<n>[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九])(?P<unit>个年头|个春秋|载|周年|年(?![级度间来内前后期以代轻份月纪终均行计规]))",
    (
        ("年", "载", "春秋"),
        (
            "整",
            "走过",
            "历",
            "坚",
            "扎根",
            "陪伴",
            "长达",
            "度过",
            "迎来",
            "满",
            "跨越",
            "服务",
            "从事",
            "工作",
            "奋战",
            "耕耘",
            "驻守",
        ),
    ),
    40,
)
_EACH = search_for(
    rf"(?<![0-9])(?P<a>{YEAR})年?(?:至|到|—|～)(?P<b>{YEAR})年(?!底|末|初)[^。；\n0-9“]{{0,20}}?连续"
    r"(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<year>个?年度?)"
    r"[^。；\n增降减0-9]{0,24}?(?:获评|获得|荣获|被评|评为|评定|获评|考核|蝉联|名列|位居|位列|夺得|入选)",
    (("连续",), ("年",)),
    70,
)
"""What happens once a year."""
_FEW = 2
_YEAR = re.compile(rf"(?<![0-9])(?P<y>{YEAR})年(?:(?P<m>1[0-2]|[1-9])月)?")
_TO = re.compile(r"(?:至今（?|截至|截止|[到至]|今年（|如今（)$")
_END = re.compile(r"[。；！？\n]")
_UNTIL = re.compile("(?:截至|截止|[到至])$")
_BACK = 100
_OTHER = re.compile("“|近|第|每")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _yearly(text, facts)
    for claim in find(text, facts.literals, _CLAIM):
        start = max(0, claim.start() - _BACK)
        ends = [match.end() for match in _END.finditer(text, start, claim.start())]
        start = ends[-1] if ends else start
        years = [*_YEAR.finditer(text, start, claim.start())]
        if len(years) == 1 and _UNTIL.search(text, start, years[0].start()):
            years = [*_last_year(text, start, claim.start() - _BACK), *years]
        number = parse_numeral(claim["n"])
        if len(years) != 2 or not number:
            continue
        first, last = years
        if not _TO.search(text, first.end() - 1, last.start()) or _OTHER.search(
            text, last.end(), claim.start("n")
        ):
            continue
        passed = int(last["y"]) - int(first["y"])
        short = bool(first["m"] and last["m"]) and int(last["m"]) < int(first["m"])
        if passed > 0 and not passed - short <= number <= passed + 1:
            fields: dict[str, str | int] = {
                "first": first[0], "last": last[0], "right": passed - short,
            }  # fmt: skip
            yield Finding(Span(claim.start("n"), claim.end()), fields)


def _yearly(text: str, facts: Facts) -> Iterator[Finding]:
    """2016年至2024年连续9年获评: what is given each year is given in the first and in the last."""
    for match in find(text, facts.literals, _EACH):
        first, last, number = int(match["a"]), int(match["b"]), parse_numeral(match["n"])
        right = last - first + 1
        if number == right - 1 and right > _FEW:
            fields: dict[str, str | int] = {
                "first": f"{first}年", "last": f"{last}年", "right": right,
            }  # fmt: skip
            yield Finding(Span(match.start("n"), match.end("year")), fields)


def _last_year(text: str, end: int, least: int) -> Iterator[re.Match[str]]:
    """The year that the sentence before tells, if it is but one: 1998年任教。到2024年，已坚守."""
    begun = [match.end() for match in _END.finditer(text, max(0, least), max(0, end - 1))]
    start = begun[-1] if begun else text.rfind("\n", 0, end) + 1
    if end - start < _BACK and "\n" not in text[start:end]:
        told = [*_YEAR.finditer(text, start, end)]
        yield from told if len(told) == 1 else ()


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM, _EACH)


CHECK = Check("years-since", NoParams, run, fields=("first", "last", "right"), searches=_searches)
