"""bare_counts: kinds of places that are counted without a measure word, and the number of all.

8镇5乡，共14个乡镇: the whole is called by the characters of its parts. Beside them, what is counted
in characters: 常务会议十二次、专题会议七次，累计二十一次; and numbers behind 分别 that have one
measure word together: 分别接待142、158、131批次，合计431批次.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[0-9]{1,3}|[一二三四五六七八九十两]{1,3}"
_KIND = "[镇乡村区县市旗街社厂校院所站部室科股队组]"
COUNTED = search_for(
    rf"(?P<parts>(?:(?:{_N})个?{_KIND}[、，和]?){{2,5}})[，、（]?(?:合计|总共|一共|共计?)(?:有|辖|设)?(?P<n>{_N})个"
    rf"(?P<of>{_KIND}(?:[镇乡村区县市旗街社厂校院所站部室科股队组道]|（[^（）\n]{{1,4}}）){{0,4}})",
    (("合计", "总共", "一共", "共"), ("个",)),
    50,
)
_HAN_N = "[一二三四五六七八九十百两]{1,6}"
_MEASURE = "[次个项件场名人户份处篇期批轮条]"
_TENS = tuple(f"十{each}" for each in _MEASURE[1:-1] + "一二三四五六七八九")
SPELT = search_for(
    rf"(?P<parts>(?:[一-龥]{{2,12}}?(?<!第){_HAN_N}{_MEASURE}(?![性产季])[、，和]?){{2,5}}?)[、，](?:累计|合计|总共|一共|共计?|总计)"
    rf"[一-龥]{{0,4}}?(?<!第)(?P<n>{_HAN_N})(?P<of>{_MEASURE})(?=[，。；、）\n]|$)",
    (
        ("累计", "合计", "总共", "一共", "共", "总计"),
        _TENS,
    ),
    90,
)
COPIES = search_for(
    rf"一式(?P<n>{_N})份，?(?P<of>(?:[甲乙丙丁戊、]{{2,9}})?(?P<parties>[双两三四五六])方)各(?:自)?[执持存][有]?(?P<each>{_N})份(?P<more>[，、；][^。\n]{{0,30}})?",
    (("一式",), ("份",)),
    80,
)
_FIGURE = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
IN_TURN = search_for(
    rf"(?:分别|依次)[^，。；：、\n0-9]{{0,16}}(?P<parts>{_FIGURE}(?:、{_FIGURE}){{1,7}}(?:(?:、|和|及|与|以及){_FIGURE})?)"
    rf"(?P<unit>[万亿]?[一-龥]{{1,3}})[，；、（](?P<said>[^，。；：\n0-9]{{0,10}}?(?:合计|总计|总共|一共|(?<!公)共计?)[^，。；：\n0-9]{{0,10}})"
    rf"(?P<n>{_FIGURE})(?P<of>(?P=unit))(?=[，。；）\n]|$)",
    (("分别", "依次"), ("合计", "总计", "总共", "一共", "共")),
    90,
)
_ONE_FIGURE = re.compile(_FIGURE)
_RATES = re.compile("[每均占增减比较]|百分点|平均|倍|岁|其中|另|前[两二三四][项类者个家]")
_SUM = re.compile("合计|总计|总共|一共|共计?")
_FILLERS = re.compile("累计|达到?|已|有|为|是|了|约|的|数|量")
_ANOTHER = re.compile("[其余另备报存交送留鉴]")
_PARTIES = {"双": 2}
_SPELT_PART = re.compile(rf"(?<!第)(?P<n>{_HAN_N})(?P<of>{_MEASURE})(?=[、，和]|$)")
_PART = re.compile(rf"(?P<n>{_N})个?(?P<kind>{_KIND})")
_OTHER = re.compile("其中|分别|上年|去年|余|多|约|近|历年|以来累|[较比]|每")
_TWO = 2


class Counted(NamedTuple):
    """``total`` and ``parts``: where they stand; ``expected``: what the parts make."""

    total: Span
    parts: list[Span]
    expected: int | Decimal


def find_counted(text: str, literals: Literals) -> Iterator[Counted]:
    """The numbers of all places that those of each kind contradict."""
    yield from _spelt(text, literals)
    yield from _copies(text, literals)
    yield from _in_turn(text, literals)
    for match in find(text, literals, COUNTED):
        if text[match.start() - 1 : match.start()].isdecimal():
            continue
        parts = [*_PART.finditer(text, *match.span("parts"))]
        kinds = [part["kind"] for part in parts]
        if len(set(kinds)) < len(kinds) or not all(kind in match["of"] for kind in kinds):
            continue
        made = sum(parse_numeral(part["n"]) or 0 for part in parts)
        if made != parse_numeral(match["n"]):
            yield Counted(
                Span(match.start("n"), match.end("of")),
                [Span(*part.span()) for part in parts],
                made,
            )


def _in_turn(text: str, literals: Literals) -> Iterator[Counted]:
    """The totals of numbers behind 分别 that have their measure word only behind the last."""
    for match in find(text, literals, IN_TURN):
        clause = begins(text, match.start() + 1, "。；\n")
        if _RATES.search(match["said"] + match["unit"]) or "其中" in text[clause : match.start()]:
            continue
        *_, of = _SUM.split(match["said"])
        if _FILLERS.sub("", of) not in text[clause : match.start("parts")]:
            continue  # 分别有工人86、74和62人，共有职工260人
        parts = [*_ONE_FIGURE.finditer(text, *match.span("parts"))]
        made = sum((Decimal(part[0]) for part in parts), Decimal(0))
        room = Decimal(len(parts)) / 2 * _step(parts[0][0]) + _step(match["n"]) / 2
        whole = "." not in match["parts"] + match["n"]
        if abs(made - Decimal(match["n"])) > (0 if whole else room):
            yield Counted(
                Span(match.start("n"), match.end("of")),
                [Span(*part.span()) for part in parts],
                made,
            )


def _step(number: str) -> Decimal:
    """What one is worth in the last place of a number."""
    return Decimal(1).scaleb(-len(number.partition(".")[2]))


def _copies(text: str, literals: Literals) -> Iterator[Counted]:
    """一式三份，四方各执一份: the copies of a contract that are not those of its parties."""
    for match in find(text, literals, COPIES):
        if match["more"] and _ANOTHER.search(match["more"]):
            continue
        parties = _PARTIES.get(match["parties"]) or parse_numeral(match["parties"]) or 0
        made = parties * (parse_numeral(match["each"]) or 0)
        if made and made != parse_numeral(match["n"]):
            each = Span(match.start("of"), match.end("each") + 1)
            yield Counted(Span(match.start("n"), match.end("n") + 1), [each], made)


def _spelt(text: str, literals: Literals) -> Iterator[Counted]:
    """The totals in characters that counts in characters right before them contradict:
    常务会议十二次、专题会议七次，累计二十一次."""
    for match in find(text, literals, SPELT):
        clause = begins(text, match.start() + 1, "，。；：（\n")
        parts = [*_SPELT_PART.finditer(text, *match.span("parts"))]
        kinds = {part["of"] for part in parts} | {match["of"]}
        if len(parts) < _TWO or len(kinds) > 1 or _OTHER.search(text, clause, match.start("n")):
            continue
        numbers = [parse_numeral(part["n"]) or 0 for part in parts]
        stated = parse_numeral(match["n"])
        if all(numbers) and stated and stated != sum(numbers):
            yield Counted(
                Span(match.start("n"), match.end("of")),
                [Span(*part.span()) for part in parts],
                sum(numbers),
            )
