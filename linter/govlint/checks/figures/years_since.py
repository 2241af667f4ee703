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
from govlint.facts.yearly_editions import EDITIONS, PHASES, find_yearly
from govlint.text.back import begins
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
_N = "[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九]"
_UP_TO = search_for(
    rf"(?:(?:至|到|截至|截止)(?:今年)?(?P<last>{YEAR})年(?:[底末初]|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?|至今(?:（(?P<now>{YEAR})年(?:[0-9]{{1,2}}月)?）)?)，?"
    r"(?:(?:已经?|共|连续|整整|前后|[就都又还]|使用|运[营行]|服役|任[职教]|经营|营业|投用|从业|坚守|工作|办学|建[成校站]|开办|实施|有着?|[了过达])|一干就是|长达){1,4}"
    rf"(?P<n>{_N})年(?![级度间来内前后期以代轻份月纪终均行计规])",
    (("至", "到", "截止"), ("年",)),
    48,
)
"""至2024年已使用30年: nothing else is told to last so long."""
_RUNNING = search_for(
    rf"(?<![0-9])(?P<a>{YEAR})年(?:以来|起|开始)，?[^，。；0-9]{{0,12}}?连续(?P<n>[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:个?(?P<unit>季度|月)|个?(?P<years>年)(?![级度间来内前后期以代轻份月纪终均行计规]))",
    (("连续",), ("年",)),
    48,
)
"""2022年以来连续20个季度: no more than there have been."""
_EARLY = search_for(
    rf"(?:到|于)(?P<a>{YEAR})年[^。；\n]{{2,80}}?(?P<b>{YEAR})年(?:[底末初]|[0-9]{{1,2}}月)?[^。；\n]{{0,40}}?提前(?P<n>[一两二三四五六]|[1-6])年"
    rf"|到(?P<a3>{YEAR})年[^。；\n]{{2,60}}。[^。\n]{{0,60}}?(?P<b3>{YEAR})年(?:[底末初]|[0-9]{{1,2}}月)?[^。；\n]{{0,40}}?提前(?P<n3>[一两二三四五六]|[1-6])年"
    rf"|(?P<b2>{YEAR})年(?:[底末初]|[0-9]{{1,2}}月)?[^。；\n]{{0,40}}?提前(?P<n2>[一两二三四五六]|[1-6])年[^。；\n0-9]{{0,12}}(?P<a2>{YEAR})年",
    (("提前",), ("年",)),
    200,
)
"""到2025年达到43%……2023年底已达43.6%，提前两年: from when it was due to when it was done."""
_A_YEAR = {"季度": 4, "月": 12}
_FEW = 2
_YEAR = re.compile(rf"(?<![0-9])(?P<y>{YEAR})年(?:(?P<m>1[0-2]|[1-9])月)?")
_TO = re.compile(r"(?:至今（?|截至|截止|[到至]|今年（|如今（)$")
_END = re.compile(r"[。；！？\n]")
_UNTIL = re.compile("(?:截至|截止|[到至])$")
_BACK = 100
_OTHER = re.compile("“|近|第|每|主体|[一二三]期|上一[部届任轮]|其中|另|扩建|翻建|大修|重建")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _yearly(text, facts)
    yield from _up_to(facts)
    yield from _running(facts)
    yield from _early(facts)
    for each in find_yearly(text, facts.literals):
        yield Finding(
            each.hit,
            {"first": f"{each.first}年", "last": f"{each.last}年", "right": each.right},
        )
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


def _up_to(facts: Facts) -> Iterator[Finding]:
    """1994年建成，至2024年已使用20年; 至今, where it is known which year that is."""
    text = facts.body
    for claim in find(text, facts.literals, _UP_TO):
        start = max(0, claim.start() - _BACK)
        ends = [match.end() for match in _END.finditer(text, start, claim.start())]
        years = [*_YEAR.finditer(text, ends[-1] if ends else start, claim.start())]
        number = parse_numeral(claim["n"])
        told = claim["last"] or claim["now"]
        last = {int(told)} if told else facts.years_of_now
        if len(years) != 1 or not number or not last:
            continue
        between = text[years[0].end() : claim.start()]
        first = int(years[0]["y"])
        passed = [year - first for year in last]
        if _OTHER.search(between) or min(passed) <= 0:
            continue
        if all(not each - 1 <= number <= each + 1 for each in passed):
            fields: dict[str, str | int] = {
                "first": f"{first}年", "last": f"{min(last)}年", "right": min(passed),
            }  # fmt: skip
            yield Finding(Span(claim.start("n"), claim.end()), fields)


def _running(facts: Facts) -> Iterator[Finding]:
    """2022年以来连续20个季度, told in 2025."""
    last = facts.first_year or 0
    for match in find(facts.body, facts.literals, _RUNNING):
        number, first = parse_numeral(match["n"]), int(match["a"])
        most = (last - first + 1) * _A_YEAR.get(match["unit"], 1)
        if number and most > 0 and number > most:
            fields: dict[str, str | int] = {
                "first": f"{first}年", "last": f"{last}年", "right": last - first + 1,
            }  # fmt: skip
            yield Finding(Span(match.start("n"), match.end()), fields)


def _early(facts: Facts) -> Iterator[Finding]:
    """提前三年, where a year that was due and the one in which it was done are two apart."""
    for match in find(facts.body, facts.literals, _EARLY):
        side = next(side for side in ("", "2", "3") if match[f"n{side}"])
        due, done = int(match[f"a{side}"]), int(match[f"b{side}"])
        told = parse_numeral(match[f"n{side}"].replace("两", "二")) or 0
        if due > done and told != due - done:
            fields: dict[str, str | int] = {
                "first": f"{done}年", "last": f"{due}年", "right": due - done,
            }  # fmt: skip
            yield Finding(Span(match.start(f"n{side}") - 2, match.end(f"n{side}") + 1), fields)


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
    start = begun[-1] if begun else begins(text, end, "\n")
    if end - start < _BACK and "\n" not in text[start:end]:
        told = [*_YEAR.finditer(text, start, end)]
        yield from told if len(told) == 1 else ()


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM, _EACH, _UP_TO, _RUNNING, _EARLY, EDITIONS, PHASES)


CHECK = Check("years-since", NoParams, run, fields=("first", "last", "right"), searches=_searches)
