"""scored_places: the place that one of a list of marks or rates is said to have among all of them.

财政局得分96.2分，住建局得分94.8分，水利局得分95.5分。住建局在上述三家单位中列第三位: the list may
stand in lines; the place is told of all that it names. More is better; of percentages only where
words say so, and where others tell of what is better less, either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

SCORED = search_for(
    r"(?<=[，。；\n])(?P<subject>[一-龥]{2,20}?)(?:在(?:上述|以上|这)(?P<of>[一-龥0-9]{2,12}?)中)?(?:位|名)?(?:列|居|排名?|排在|位于)"
    r"(?P<scope>[^，。；：\n第]{0,14}?)(?P<told>第(?P<n>[1-9]|[一二三四五六七八九十])[位名]?)(?=[，。；\n]|$)",
    (("列", "居", "排", "位于"), ("第",)),
    50,
)
_ITEM = re.compile(
    r"(?:^|[，、；：。\n])[ \u3000]*(?:[一二三四五六七八九十0-9]{1,2}[.、．])?"
    r"(?P<name>[一-龥]{2,8}?)(?:得分|评分|综合得分|增长|增速|为|是|完成|达到?|[，：（]){0,2}"
    r"(?P<n>[0-9]{1,6}(?:\.[0-9]{1,3})?)(?P<unit>[分%])"
    "(?=[，、；。）\n]|$)"
)
_COUNT = re.compile("(?P<n>[0-9]{1,2}|[两三四五六七八九十]{1,2})(?:个|家|名|位|支|所|条)?")
_THESE = re.compile("上述|以上|这|各|其中")
_LESS = re.compile(
    "倒数|[由从][低少]|升序|用时|耗|投诉|事故|案|信访|违[法规]|死亡|污染|浓度|成本|缺|负债|逾期|问题|隐患|欠|失业|空置|不良|超标|降|最[低少]"
)
_MORE = re.compile(
    "增|完成|参[保加]|达标|合格|满意|覆盖|就业率|到位|进度|普及|通过|优良|升学|办结|化解|入学"
)
_SCORE = ("", "得分", "总分", "综合得分", "成绩", "考核", "评分")
_WIDER = re.compile("[上去]年|此前|上期|上季度|同期|历年")
_FAR, _LEAST, _GAP = 320, 3, 16


class ScoredPlace(NamedTuple):
    """``span``: the place that is told; ``figure``: the mark of what has it; ``right``: its own."""

    span: Span
    figure: Span
    right: int


def find_scored_places(text: str, known: Literals) -> Iterator[ScoredPlace]:
    """The places that the list right before them contradicts."""
    for match in find(text, known, SCORED):
        items = _list_before(text, match.start())
        own = [item for item in items if match["subject"].startswith(item["name"])]
        if len(items) < _LEAST or len(own) != 1 or len({i["name"] for i in items}) < len(items):
            continue
        if not _is_of_list(text, match, items, own[0]) or _WIDER.search(match[0]):
            continue
        values = [Decimal(item["n"]) for item in items]
        mine, place = Decimal(own[0]["n"]), parse_numeral(match["n"])
        if place and place > len(items) and not (match["of"] or match["scope"]):
            continue  # of a wider field
        falling = 1 + sum(value > mine for value in values)
        rising = 1 + sum(value < mine for value in values)
        either = _LESS.search(_around(text, match, items)) is not None
        fits = place == falling or (either and place == rising)
        if not fits and values.count(mine) == 1:
            figure = Span(own[0].start("n"), own[0].end())
            yield ScoredPlace(Span(*match.span("told")), figure, falling)


def _is_of_list(
    text: str, match: re.Match[str], items: list[re.Match[str]], own: re.Match[str]
) -> bool:
    """Whether a place is told of what the list tells, among as many as it names."""
    words = (match["of"] or "") + match["scope"]
    count = _COUNT.search(words)
    if (parse_numeral(count["n"]) if count else len(items)) != len(items):
        return False
    if words and not count and not _THESE.search(words):
        return False
    rest = match["subject"][len(own["name"]) :].removeprefix("的")
    told = text[max(0, items[0].start() - 2 * _GAP) : match.start()]
    if rest not in _SCORE and rest not in told:
        return False
    return own["unit"] != "%" or _MORE.search(_around(text, match, items)) is not None


def _around(text: str, match: re.Match[str], items: list[re.Match[str]]) -> str:
    return text[max(0, items[0].start() - 2 * _GAP) : match.end() + _GAP]


def _list_before(text: str, place: int) -> list[re.Match[str]]:
    """The items of one unit that follow each other right up to a place."""
    items = [*_ITEM.finditer(text, max(0, place - _FAR), place + 1)]
    found: list[re.Match[str]] = []
    end = place
    for item in reversed(items):
        gap = text[item.end() : end]
        if (found and item["unit"] != found[0]["unit"]) or gap.strip("，、；。） \u3000\n"):
            break
        found.insert(0, item)
        end = item.start()
    return found
