"""positions: places in a ranking that cannot be, or do not move as they are said to.

第12位 of eleven counties; 由第9位上升到第6位，前移4位; 仅次于甲和乙，列第二位. The smaller the
place, the better it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.directions import BETTER, WORSE
from govlint.facts.facts import Facts
from govlint.facts.list_places import PLACED, find_placed
from govlint.facts.literals import Literals
from govlint.facts.rank_moves import STEPS, find_rank_moves
from govlint.facts.scored_places import SCORED, find_scored_places
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|两)"
_WAY = rf"(?:(?P<better>{'|'.join(BETTER)})|(?P<worse>{'|'.join(WORSE)}))"
_STEPS = (
    rf"(?:(?P<up>{'|'.join(BETTER)}|进步?)|(?P<down>{'|'.join(WORSE)}))了?"
    rf"(?P<k>{_N})(?:个)?(?:位次?|名次?)"
)
_WORDS = "[^，。；：！？\n0-9第]"
_MOVED = search_for(
    rf"(?:[由从]|[比较](?=去年|上年|上届|上季度|上月|上期))[^，。；：！？\n第]{{0,24}}第(?P<a>{_N})(?:位次?|名)?"
    rf"(?:，?{_WORDS}{{0,8}}?{_WAY}(?:了)?(?:到|至|为|成|居)|[变]?(?:到|至|为|成)){_WORDS}{{0,10}}第?(?P<b>{_N})(?:位次?|名)"
    rf"(?:[，、]{_WORDS}{{0,8}}?{_STEPS})?",
    (("位", "名"), ("由", "从", "比", "较"), ("第",)),
    100,
)
_NOW = search_for(
    rf"第(?P<b>{_N})(?:位次?|名)，?(?:比|较){_WORDS}{{0,6}}(?:去年|上年|上届|上季度|上月|上期|上次){_WORDS}{{0,6}}第(?P<a>{_N})(?:位次?|名)(?P<better>(?!))?(?P<worse>(?!))?{_WORDS}{{0,4}}?{_STEPS}",
    (("第",), ("比", "较")),
    60,
)
_THEN = search_for(
    rf"第(?P<b>{_N})(?:位次?|名)，(?:比|较){_WORDS}{{0,6}}(?:去年|上年|上届|上季度|上月|上期|上次){_WORDS}{{0,6}}?(?P<better>(?!))?(?P<worse>(?!))?{_STEPS}"
    rf"[，（](?:去年|上年|上届|上季度|上月|上期|上次|当时){_WORDS}{{0,8}}第(?P<a>{_N})(?:位次?|名)",
    (("第",), ("比", "较")),
    70,
)
_FIRST = search_for(
    rf"{_STEPS}，{_WORDS}{{0,10}}[由从]{_WORDS}{{0,10}}第(?P<a>{_N})(?:位次?|名)?{_WORDS}{{0,6}}{_WAY}了?(?:到|至|为){_WORDS}{{0,6}}第(?P<b>{_N})(?:位次?|名)",
    (("位", "名"), ("由", "从"), ("第",)),
    90,
)
_SINCE = (
    "(?:[一两三]年(?:间|来|内)|同比|[较比](?:去|上)年|今年|本年|位次|排名|名次"
    "|整体|总体|共|又|再){0,2}"
)
_APART = search_for(
    rf"第(?P<b>{_N})(?:位次?|名)[，。；](?:而)?(?:去年|上年|上届|上季度|上月|上期|上次){_WORDS}{{0,10}}第(?P<a>{_N})(?:位次?|名)(?P<better>(?!))?(?P<worse>(?!))?，{_SINCE}{_STEPS}",
    (("第",), ("去年", "上年", "上届", "上季度", "上月", "上期", "上次")),
    70,
)
_BEST = search_for(
    r"(?<![一-龥])(?:[我全本][省市县区镇乡])?(?P<what>[一-龥]{4,14}?)(?:列|居|位居|位列|排名?)(?:全[国省市州县区])?"
    r"(?P<told>第[一1])[，。；位名][^\n]{2,80}?(?:[，。；]|虽然?|尽管|但)(?:[我全本][省市县区镇乡])?(?P=what)"
    r"(?P<told2>仅次于)(?P<list>[^，。；：！？\n0-9]{2,20})(?=[，。；])",
    (("仅次于",), ("第一", "第1")),
    130,
)
"""The same thing told to be the first, and second to another."""
_OF = search_for(
    rf"(?P<all>(?<![0-9.第])(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}))(?:个|家|支|所|名|位|条|座)"
    rf"(?:(?:（[^（）\n]{{1,8}}）|[^，。；：！？\n0-9第（）]){{1,14}}?)(?:中|里|内|当中)(?:，|{_WORDS}){{0,40}}?第(?P<n>{_N})(?:位次?|名)?(?![一二三四五六七八九十0-9季产方届次轮批大年个期页条章])"
    rf"|(?P<all3>[0-9]{{1,3}})(?:个|家|支|所|名|位)[^，。；：\n0-9]{{1,8}}参[加赛评展与选]"
    rf"(?:，?{_WORDS}{{0,20}}|{_WORDS}{{0,14}}，[^。；\n第]{{0,36}})第(?P<n3>{_N})(?:位|名)"
    rf"|(?P<all4>(?<![0-9.第])(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}))(?:个|家|支|所|名|位|条|座)"
    rf"(?:(?:（[^（）\n]{{1,8}}）|[^，。；：！？\n0-9第（）]){{1,16}}?)(?:中|里|内|当中)，[^。；！？\n第]{{0,40}}?"
    rf"(?:列|居|排名?|排在|名列)(?:全[市县区省州])?第(?P<n4>{_N})(?:位次?|名|(?=[，。；]))"
    rf"|参[加赛评展](?:单位|的)?[^，。；：\n0-9]{{0,4}}(?P<all2>[0-9]{{1,3}})(?:个|家|支|所|名|位)[^，。；：\n0-9]{{1,12}}?(?:中|里)?{_WORDS}{{0,16}}?第(?P<n2>{_N})(?:位|名)",
    (("第",), ("个", "家", "支", "所", "名", "位", "条", "座"), ("中", "里", "内", "参")),
    90,
)
_OF_THESE = search_for(
    rf"(?:列|居|排名?|排在)(?:在)?(?:全[市县区省州]|上述|以上|这|辖区)(?P<all>[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:个|家|支|所|条|座)"
    rf"(?:（[^（）\n]{{1,8}}）|[^，。；：！？\n0-9第（）]){{1,8}}?(?:中的?|里|当中)?第(?P<n>{_N})(?:位次?|名|(?=[，。；]))",
    (("第",), ("全", "上述", "以上", "这", "辖区"), ("列", "居", "排")),
    40,
)
"""居全市9个县区第十位."""
_AFTER = search_for(
    rf"仅次于(?P<list>[^，。；：！？\n0-9]{{2,60}})，{_WORDS}{{0,14}}第?(?P<n>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})(?=位|名|[，。；])",
    (("仅次于",),),
    90,
)
_SIDES = ("", "2", "3", "4")
_NEAR = 12
_TOLD = re.compile("[位名]次?，[^，。；0-9]{0,6}$")
"""What the steps behind it are of, and not the move that is told next."""
_WIDER = re.compile("全[国省市县区球]|其中")
_JOIN = re.compile("以及|[和与及]")
_SORTS = "局县镇乡区市村厂校院站部委办司处室队社省州旗组科"
"""The last characters of what is ranked: where both halves end so, 和 joins two."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, known = facts.body, facts.literals
    for search in (_MOVED, _NOW, _THEN, _FIRST, _APART):
        for match in find(text, known, search):
            low = max(0, match.start() - _NEAR)
            if search is not _FIRST or not _TOLD.search(text, low, match.start()):
                yield from _moved(text, match)
    yield from _moved_apart(facts)
    for match in (*find(text, known, _OF), *find(text, known, _OF_THESE)):
        side = next(side for side in _SIDES if match.groupdict().get(f"n{side}"))
        group, whole = f"n{side}", f"all{side}"
        most, place = parse_numeral(match[whole]) or 0, parse_numeral(match[group]) or 0
        if 1 < most < place and not _WIDER.search(text, match.end(whole), match.start(group)):
            fields = {"first": f"一共{most}个", "right": f"不超过第{most}"}
            yield _finding(text, match, group, fields)
    for match in find(text, known, _AFTER):
        place = parse_numeral(match["n"]) or 0
        if place > 1 and place - 1 not in _sizes(match["list"]):
            right = min(_sizes(match["list"])) + 1
            fields = {"first": f"仅次于{match['list']}", "right": f"第{right}"}
            yield _finding(text, match, "n", fields)
    for match in find(text, known, _BEST):
        behind = f"第{min(_sizes(match['list'])) + 1}"
        span = Span(match.start("told2"), match.end("list"))
        yield _told(text, span, f"前面说{match['what']}列第一", f"不是{behind}")
    yield from _placed(facts)


def _placed(facts: Facts) -> Iterator[Finding]:
    """The places that the figures of a list contradict."""
    text, known = facts.body, facts.literals
    placed = {span: (figure.span, right) for span, figure, right in find_placed(facts)}
    for span, figure, right in find_scored_places(text, known):
        placed.setdefault(span, (figure, right))
    for span, (figure, right) in placed.items():
        yield _told(text, span, f"按{text[slice(*figure)]}排", f"第{right}")


def _moved_apart(facts: Facts) -> Iterator[Finding]:
    """The moves that are told in another sentence than a place, and are not those between them."""
    text = facts.body
    for move in find_rank_moves(text, facts.literals):
        up = move.first - move.last
        if up and move.steps != up and not _is_told_near(text, facts.literals, move.span):
            right = f"{'前移' if up > 0 else '后移'}{abs(up)}位"
            yield _told(text, move.span, f"从第{move.first}位到第{move.last}位", right)


def _is_told_near(text: str, known: Literals, span: Span) -> bool:
    """Whether the words of a move stand with its places in one sentence, and are asked there."""
    matches = (
        match for search in (_MOVED, _NOW, _FIRST, _APART) for match in find(text, known, search)
    )
    return any(match.start() < span.end and span.start < match.end() for match in matches)


def _moved(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """What is wrong about a move from one place to another."""
    first, last = parse_numeral(match["a"]) or 0, parse_numeral(match["b"]) or 0
    if not first or not last or first == last:
        return
    move = f"从第{first}位到第{last}位"
    better = last < first
    if (match["better"] and not better) or (match["worse"] and better):
        way = "better" if match["better"] else "worse"
        span = Span(match.start(way), match.end("b"))
        yield _told(text, span, move, "前移" if better else "后移")
    steps = parse_numeral(match["k"]) if match["k"] else None
    if steps is None:
        return
    way = "up" if match["up"] else "down"
    if steps != abs(first - last) or bool(match["up"]) is not better:
        right = f"{'前移' if better else '后移'}{abs(first - last)}位"
        behind = match.start("a") > match.end("k")
        stop = max(match.end("k") + 1, match.end("a") if behind else 0, match.end("b"))
        yield _told(text, Span(match.start(way), stop), move, right)


def _told(text: str, span: Span, first: str, right: str) -> Finding:
    told = text[slice(*span)]
    return Finding(span, {"first": first, "right": right, "told": told})


def _finding(text: str, match: re.Match[str], group: str, fields: dict[str, str]) -> Finding:
    start, end = match.span(group)
    start -= text[start - 1] == "第"
    end += text[end : end + 1] in ("位", "名")
    return _told(text, Span(start, end), fields["first"], fields["right"])


def _sizes(listed: str) -> range:
    """How many a list can name: 和 joins two of them, or stands inside a name."""
    fewest = most = 0
    for part in listed.split("、"):
        halves = _JOIN.split(part)
        sure = all(half and half[-1] in _SORTS for half in halves)
        fewest += len(halves) if sure else 1
        most += len(halves)
    return range(fewest, most + 1)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (
        _MOVED,
        _NOW,
        _THEN,
        _FIRST,
        _APART,
        _BEST,
        _OF,
        _OF_THESE,
        _AFTER,
        PLACED,
        SCORED,
        STEPS,
    )


CHECK = Check("positions", NoParams, run, fields=("first", "right", "told"), searches=_searches)
