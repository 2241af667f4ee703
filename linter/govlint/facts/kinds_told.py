"""kinds_told: counts of a paragraph that are told as kinds of another, and are more than that.

隐患点318处。按灾种，滑坡196处、崩塌84处、泥石流31处、地面塌陷17处: no word need say that these are
all, for parts that lie apart are never more than the whole. They are held against it only where one
slip of the pen, in a part or in the whole, makes the sum right, and nothing else explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from govlint.facts.disjoint import are_in_both
from govlint.facts.kind_counts import Count, Told, told_counts
from govlint.facts.partition import are_states, divide, is_opposite, may_nest
from govlint.facts.printed import Printed
from govlint.facts.units import PERCENT, POINTS, TIME, TIMES, UNITS
from govlint.facts.whole_lists import NOT_NAME
from govlint.records import NamedTuple
from govlint.text.slips import is_slip

_ELSE = re.compile(
    "累计|另|此外|同比|[比较与][^，。；]{0,8}[增减多少高低]|[去上前]年|[上下]半年|季度|[0-9]月|今年新"
    "|目标|(?<![列纳]入)计划|任务|期间|[每均各]|计(?!划)|分别|合计|(?<!公)共(?!同|享|建|产|青)|总[计共]|尚有|还有|缺口|增[加长]|减少"
    "|下降|上升|提高|达?到$|占|惠及|涉及|带动|威胁|死亡|受伤"
)
"""With what counts something else, or is a sum itself, nothing is told of kinds."""
_NO_WHOLE = re.compile(
    "[比较]|同比|[去上前]年|目标|计划|任务(?![^，。；]{1,10}共?[有列]$)|平均|每|占|其中|增[加长]|减少|新增|、$|另"
)
_DIVIDED = re.compile(
    "[按从分以][^，。；：0-9]{1,12}?(?:看|分|划分|统计|分类)[，：]|(?:^|[，。；：\n])[按分][^，。；：0-9]{2,6}，"
    "|(?:[一-龥]{2}(?:来源|构成|组成|结构)|具体(?:[为是]|包括)?|分别[为是]|包括|其中)：|[一-龥]{2}(?:来源|构成|组成|结构)[中为]，"
)
"""What says that a list behind it divides the whole."""
_NEXT = re.compile("[，、][一-龥]{2,8}(?=[0-9])")
_TITLE = re.compile("《[^》]{1,60}》")
_TOTAL = re.compile("[合共总]计|总[数量额]|(?<!公)共")
_PART = re.compile("[，。；：]")
_ASIDE = re.compile("[比较][^，。；]{0,10}[增减多少高低]|同比|[增减][加少长]|每|平均")
"""What is told of a whole right behind it: its change, its mean."""
_CHANGE = re.compile(
    r"，(?:同比|环比|[比较][^，。；0-9]{1,8})?(?:净?增加?|新增|增长|减少?|多|少|下降|上升)了?$"
)
"""And behind a member."""
_MOST, _FEW, _PAIR = 8, 3, 2
_END = 3
_BAD = re.compile("[不未缺无]")
_READ = 24
"""So many figures behind a whole are read, those in brackets included."""
_FAR = 400
"""Code points from one to the next beyond which they tell of different things."""
_SENTENCES = 2
_KINDLESS = frozenset((PERCENT, POINTS, TIMES, TIME))
_DONE = frozenset(("次", "期", "场", "场次", "回"))
"""What is done is told side by side, and no kinds of each other."""


class _Run(NamedTuple):
    """A list; ``divided``: words say that it divides what stands before it."""

    parts: list[Count]
    divided: bool


class Kinds(NamedTuple):
    """``whole``, and the ``parts`` that are more than it."""

    whole: Count
    parts: Sequence[Count]

    def expected(self, text: str) -> str:
        """The sum of the parts, as the whole is written."""
        made = sum((part.value for part in self.parts), Decimal(0)) / self.whole.worth
        return f"{made.normalize():f}{text[self.whole.number_end : self.whole.span.end]}"


def find_kinds(text: str, printed: list[list[Printed]]) -> Iterator[Kinds]:
    """The wholes of a text with parts that are one slip more than them, in order."""
    for paragraph in _paragraphs(text, printed):
        units = {each.unit for each in paragraph}
        if len(units) + 1 < len(paragraph):
            for unit, several in told_counts(text, paragraph).items():
                kind = UNITS[unit][0]
                if len(several) > _PAIR and kind not in _KINDLESS and unit not in _DONE:
                    yield from _of_unit(text, several)


def _paragraphs(text: str, printed: list[list[Printed]]) -> Iterator[list[Printed]]:
    """The figures of each line."""
    line: list[Printed] = []
    end = -1
    for sentence in printed:
        for each in sentence:
            if each.start > end:
                yield line
                line, found = [], text.find("\n", each.end)
                end = found if found >= 0 else len(text)
            line.append(each)
    yield line


def _of_unit(text: str, several: list[Told]) -> Iterator[Kinds]:
    values = {each.exact.value for each in several if each.exact is not None}
    done = 0
    for place, each in enumerate(several[:-_PAIR]):
        whole = each.exact
        if place < done or whole is None or _is_member(text, several, place):
            continue
        for run in _divisions(text, whole, several[place + 1 : place + 1 + _READ]):
            if len(run.parts) < _PAIR or any(are_in_both(text, p.span.end) for p in run.parts):
                continue
            if _is_over(values, whole, run) and not _are_told_alike(text, whole, run.parts):
                ends = [other.end for other in several]
                done = ends.index(run.parts[-1].span.end)
                yield Kinds(whole, run.parts)
                break


def _are_told_alike(text: str, whole: Count, parts: Sequence[Count]) -> bool:
    """Whether of the whole and of the parts the same is told next: all are members of one list
    (小麦34.2万亩，总产量13.68万吨；玉米31.5万亩，总产量17.64万吨)."""
    behind = _NEXT.match(text, whole.span.end)
    return behind is not None and all(text.startswith(behind[0], p.span.end) for p in parts)


def _is_member(text: str, several: list[Told], place: int) -> bool:
    """Whether a count belongs to a list, or counts what no kinds follow of."""
    lead = _TITLE.sub("", several[place].lead)
    if _NO_WHOLE.search(_PART.split(lead)[-1]) or _DIVIDED.search(lead) or several[place].listed:
        return True
    before = text[several[place - 1].end : several[place].start] if place else "。"
    return "。" not in before and not _TOTAL.search(lead)


def _divisions(text: str, whole: Count, several: list[Told]) -> Iterator[_Run]:
    """The lists behind a whole whose members are smaller, up to what counts something else: a
    further one begins where words divide it once more, or where it is made up or nothing is left of
    it."""
    found: list[Count] = []
    divided, closed, before = False, False, whole.span.end
    for each in several:
        count = each.exact
        if each.start - before > _FAR:
            break
        between = text[before : each.start]
        if between.count("（") > between.count("）"):
            continue  # an explanation
        anew = _DIVIDED.search(between)
        if anew or _is_made_up(whole, found):
            yield _Run(found, divided)
            found, divided, closed = [], anew is not None, False
        elif closed or between.count("。") > (0 if found or divided else _SENTENCES):
            break
        if found and "其中" in between:
            break
        if _CHANGE.match(each.lead) if found else not divided and _ASIDE.search(each.lead):
            before = each.end
            continue
        if count is None or count.value >= whole.value or len(found) == _MOST:
            break
        if _ELSE.search(_DIVIDED.sub("", each.lead)):
            break
        found.append(count)
        before = each.end
        closed = each.rest
    yield _Run(found, divided)


def _is_made_up(whole: Count, parts: list[Count]) -> bool:
    return len(parts) > 1 and sum(part.value for part in parts) == whole.value


def _is_over(values: set[Decimal], whole: Count, run: _Run) -> bool:
    """Whether kinds that lie apart are more than the whole by one slip, and by no other reading
    right."""
    parts = run.parts
    made = sum((part.value for part in parts), Decimal(0))
    room = whole.step * (len(parts) + 1) / 2 if whole.worth > 1 or whole.step < 1 else Decimal(0)
    if made - whole.value <= room or not _is_slip(whole, parts, made):
        return False
    if made in values:
        return False  # of that
    runs = combinations(range(len(parts) + 1), 2)
    if any(sum(part.value for part in parts[a:b]) == whole.value for a, b in runs):
        return False
    if any(_adds_up(parts, place) for place in range(len(parts))):
        return False  # 行政62件，已结48件，其余14件
    names = [part.name for part in parts]
    if are_states(names):
        return True
    if run.divided:
        return all(names) and not may_nest(names) and len({*names}) == len(names)
    if not all(names) or any(name[-1] != "的" and NOT_NAME.search(name) for name in names):
        return False
    if all(name[-_END:] == whole.name[-_END:] for name in names) or all(map(_BAD.search, names)):
        return False  # counted beside each other, or failings, of which one may have several
    if len(parts) < _FEW:
        return is_opposite(*names)
    return divide(names, listed=True, persons=False)


def _adds_up(parts: Sequence[Count], place: int) -> bool:
    """Whether the parts right behind one make it up."""
    made = Decimal(0)
    for part in parts[place + 1 :]:
        made += part.value
        if made == parts[place].value and part is not parts[place + 1]:
            return True
    return False


def _is_slip(whole: Count, parts: list[Count], made: Decimal) -> bool:
    """Whether one digit, or two exchanged, in the whole or in a part make the sum right."""
    if len({count.step for count in (whole, *parts)}) > 1:
        return False  # some are rounded otherwise
    pairs = [(whole, made), *((part, part.value - made + whole.value) for part in parts)]
    for count, value in pairs:
        stated, meant = f"{count.value / count.step:.0f}", f"{value / count.step:.0f}"
        if len(stated) == len(meant) and is_slip(stated, meant):
            return True
    return False
