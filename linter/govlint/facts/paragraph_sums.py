"""paragraph_sums: a total, and all the other figures of its kind in the paragraph.

一季度签约12个……二季度……签约18个……全年累计签约57个: the parts may stand far from each other, with
other figures between; but where every figure of its kind that the paragraph tells before a total is
exact and no part of another, and together they miss it by a slip of the pen, nothing else is meant.
The parts may be told in the lines of a list, too: （一）……462万元。……（四）……37万元。以上四项合计.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import islice, product

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.links import context, shares_pair
from govlint.facts.part_others import adds_other_units
from govlint.facts.search import find, search_for
from govlint.facts.tallies import Tally
from govlint.facts.tally_explained import is_explained
from govlint.facts.told_before import told_before
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIME, TIMES
from govlint.text.back import begins
from govlint.text.intervals import add, apart
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_TOTAL = search_for(
    "(?:[合总共]计|总共|一共|累计|(?<![公其])共(?![同享建产有用管治青])|总[量额数]|全部)[^，。；：（）0-9]{0,14}(?=[0-9])",
    (("合计", "总计", "共计", "总共", "一共", "累计", "共", "总量", "总额", "总数", "全部"),),
    24,
)
_NO_TOTAL = CHANGE_ROLES | {"均值", "起点", "上期", "目标", "差距", "基准", "其中", "部分", "占比"}
_NO_PART = (_NO_TOTAL | {"终点", "增量", "总数"}) - {"上期", "目标"}
_ASIDE = re.compile("目标|任务|计划|[去上]年(?!结[余转])|同期")
_REST = re.compile("其[余他它]|另|剩余")
_SURE = re.compile("[合总共]计|总共|一共|(?<!累计)共|^全部")
"""With these a total is one of what was told right before; 累计, 总量 may count what is not."""
_NO_KIND = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS, TIME))
_DONE = re.compile("审结|办结|完成|化解|解决|整改|销号|兑付|处理|处置|退出|通过")
_ITEM = re.compile("[，。；：\n]([一二三四五六七八九十])(?:是|要)")
_MARK = re.compile(
    "[ \u3000]*(?:[一二三四五六七八九十][是、]|（[一二三四五六七八九十0-9]{1,2}）"
    "|[0-9]{1,2}[.、．])"
)
_ALL_OF = re.compile(
    "(?:^|[，。；])(?:(?:以上|上述)?(?P<n>[三四五六七八九])(?:项|类|笔|级|个渠道|方面)|(?:以上|上述)?各(?:渠道|级|项|类|方))"
    "[一-龥]{0,4}?(?:合计|共计|总计|累计)[^，。；0-9]{0,6}$"
)
_JOINED = re.compile("[，、；]?(?![^，。；]*(?:其中|另|连同))[一-龥“”（）]{2,16}")
_NEAR_TO = Decimal(2)
_NUMBER = re.compile("[一二三四五六七八九十0-9]+")
_COUNTED = re.compile("(?:以上|上述|这)(?P<n>[两三四五六七八九十]|[0-9]{1,2})[项类笔批个家条处次]")
_DIVISION = search_for(
    "[。；，][按从分](?![^，。；0-9]{0,6}期)[^，。；：0-9]{1,10}?[分看]，(?=[一-龥])",
    (("按", "从", "分"), ("分，", "看，")),
    16,
)
_STOP = re.compile("[。；\n]")
_FAR = 200
_SOME = re.compile("(?:^|[，。；])(?:其中)?(?:已|还)?有$")
_SELDOM = Decimal("0.55")
_BACK, _MOST, _FEW, _TWO = 600, 10, 3, 2
_NEAR, _CHOICES = 20, 300


def find_paragraph_sums(facts: Facts) -> Iterator[Tally]:
    """The totals that all others of their kind before them in the paragraph miss by a slip."""
    text = facts.body
    for match in find(text, facts.literals, _TOTAL):
        start = begins(text, match.start(), "\n")
        end = match.end() + 1
        if end - start > _BACK:
            continue
        told = told_before(facts, end, end - start)
        if not told or told[-1].span.start != match.end():
            continue
        *before, total = told
        if total.about or total.limit or total.roles & _NO_TOTAL or total.dimension in _NO_KIND:
            continue
        parts = _of_number(text, before, total)
        if _REST.search(text, *total.lead):
            continue
        if len(parts) >= _TWO and (_SURE.search(match[0]) or _are_alike(text, total, parts)):
            found = None if _is_of_others(text, total, parts) else compared(text, total, parts)
            if found is None and _is_of_all(text, total, parts):
                found = differs(text, total, parts)
        else:
            found = _listed(facts, match, total)
        if found is not None and not adds_other_units(text, told, total, found.parts):
            yield found


def _of_number(text: str, before: list[Figure], total: Figure) -> list[Figure]:
    """The figures of the kind of a total; without those that are said to be some of one
    (有37户开店), where the words before it count as many as are left: 5个安置点共入住."""
    parts = [f for f in before if f.dimension == total.dimension]
    counted = before[-1] if before else total
    plain = [f for f in parts if not _SOME.search(text, *f.lead)]
    near = counted.span.end == total.lead.start
    return plain if near and counted.value == len(plain) else parts


def find_divisions(facts: Facts) -> Iterator[Tally]:
    """The wholes that a division behind them misses by a slip, where the paragraph tells nothing
    else that it could divide: 计划改造82个……按片区分，东片37个、西片29个、南片18个."""
    text = facts.body
    for match in find(text, facts.literals, _DIVISION):
        end = _STOP.search(text, match.end(), match.end() + _FAR)
        if end is None:
            continue
        start = begins(text, match.start(), "\n", _BACK)
        told = told_before(facts, end.start(), end.start() - start)
        parts = [f for f in told if f.span.start >= match.end()]
        kind = parts[0].dimension if parts else ""
        before = [f for f in told if f.span.start < match.start() and f.dimension == kind]
        one_kind = all(f.dimension == kind for f in parts)
        if len(parts) < _FEW or not one_kind or kind in _NO_KIND or len(before) != 1:
            continue
        total = before[0]
        listed = all(_JOINED.fullmatch(text, *part.lead) for part in parts[1:])
        if not listed or total.about or total.limit or total.roles & (_NO_TOTAL - {"目标"}):
            continue
        found = compared(text, total, parts)
        if found is not None and not is_explained(text, told, found):
            yield found


def _is_of_others(text: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total counts what was done with some of the parts (新收112件……共审结121件), or one
    of the things that are told one by one has no figure (五是……)."""
    done = _DONE.search(text, *total.lead)
    if done is not None and not any(done[0] in text[slice(*part.lead)] for part in parts):
        return True
    items = _ITEM.findall(text, parts[0].lead.start, total.span.start)
    return bool(items) and parse_numeral(items[-1]) != len(parts)


def _is_of_all(text: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether words say that a total is that of each of the figures right before it (四项合计
    behind four)."""
    said = _ALL_OF.search(text[slice(*total.lead)])
    if said is None or len(parts) < _FEW or text[total.lead.start - 1] == "）":
        return False
    if said["n"] and parse_numeral(said["n"]) != len(parts):
        return False
    listed = all(_JOINED.fullmatch(text, *part.lead) for part in parts[1:])
    between = text[parts[-1].span.end : total.lead.start]
    return listed and between in ("", "。", "；")


def differs(text: str, total: Figure, parts: list[Figure]) -> Tally | None:
    """The total of all that are told, where it is another, though not far off."""
    if any(f.about or f.limit or f.roles & _NO_PART or f.value <= 0 for f in parts):
        return None
    made = reduce(add, (part.interval for part in parts))
    near = total.value < made.middle * _NEAR_TO and made.middle < total.value * _NEAR_TO
    if not near or not apart(made, total.interval):
        return None
    return Tally(total, parts, written_as(text, total, made.middle))


def _listed(facts: Facts, match: re.Match[str], total: Figure) -> Tally | None:
    """The total of what the lines of a list before it have, one figure each."""
    text = facts.body
    line = facts.line(total.span.start)
    lines = [line] if _shape(text, line) else []
    counted = _COUNTED.search(text, max(line.start, match.start() - _NEAR), match.end())
    wanted = (parse_numeral(counted["n"]) or 0) if counted else 0
    while line.start and len(lines) <= _MOST:
        line = facts.line(line.start - 1)
        shape = _shape(text, line)
        if not shape or (lines and shape != _shape(text, lines[0])):
            break
        lines.insert(0, line)
    if len(lines) < _FEW or (wanted and wanted != len(lines)):
        return None
    several = []
    for line in lines:
        end = min(line.end, total.span.start)
        told = told_before(facts, end, end - line.start)
        own = [f for f in told if f.dimension == total.dimension and not f.roles & _NO_PART]
        if not own:
            return None
        several.append(own)
    parts = [own[0] for own in several]
    if not wanted and not all(
        shares_pair(context(text, total), context(text, part)) for part in parts
    ):
        return None
    if any(_adds_up(total, chosen) for chosen in islice(product(*several), _CHOICES)):
        return None
    return compared(text, total, parts)


def _shape(text: str, line: Span) -> str:
    """How a line of a list is numbered, without its number: （）, 是; "" for any other."""
    mark = _MARK.match(text, *line)
    return _NUMBER.sub("", mark[0]).strip() if mark else ""


def _adds_up(total: Figure, parts: Sequence[Figure]) -> bool:
    room = _room((total, *parts))
    return abs(sum((f.value for f in parts), Decimal(0)) - total.value) <= room


def _are_alike(text: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the words of a total call it what those of its parts do, or most of them."""
    name = context(text, total)
    alike = sum(shares_pair(name, context(text, part)) for part in parts)
    return alike * 2 > len(parts) or (len({f.unit for f in parts}) == 1 and alike > 0)


def compared(text: str, total: Figure, parts: list[Figure], *, every: bool = False) -> Tally | None:
    """What a total should be, if it or one of its parts is a slip away from a right sum, and no
    other sum of the parts is right; ``every``: words say that it is that of all of them."""
    if not _TWO <= len(parts) <= _MOST:
        return None
    if any(f.about or f.limit or f.roles & _NO_PART or f.value <= 0 for f in parts):
        return None
    if any(_ASIDE.search(text, *f.lead) for f in parts):
        return None
    if any(f.value >= total.value for f in parts) or _explained(total, parts, every=every):
        return None
    made = sum((f.value for f in parts), Decimal(0))
    for figure in (total, *parts):
        wanted = made if figure is total else total.value - (made - figure.value)
        if is_slip_of(text, figure, wanted):
            return Tally(total, parts, written_as(text, total, made))
    return None


def _room(figures: Sequence[Figure]) -> Decimal:
    """How far apart rounding takes figures that add up: seldom all of them go in one direction."""
    return (_SELDOM * sum((f.step * f.step for f in figures), Decimal(0))).sqrt()


def _explained(total: Figure, parts: Sequence[Figure], *, every: bool) -> bool:
    """Whether some of the parts make the total, added or taken away."""
    room = _room((total, *parts))
    signs = (1, -1) if every else (0, 1, -1) if len(parts) <= 6 else (0, 1)
    return any(
        sum(map(bool, chosen)) > 1
        and abs(sum(s * f.value for s, f in zip(chosen, parts, strict=True)) - total.value) <= room
        for chosen in product(signs, repeat=len(parts))
    )
