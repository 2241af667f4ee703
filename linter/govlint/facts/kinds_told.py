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
from govlint.facts.partition import divide, is_opposite, may_nest
from govlint.facts.printed import Printed
from govlint.facts.units import PERCENT, POINTS, TIME, TIMES, UNITS
from govlint.facts.whole_lists import NOT_NAME
from govlint.records import NamedTuple
from govlint.text.slips import is_slip
from govlint.text.span import Span

_WRITTEN = re.compile(r"(?P<n>[0-9][0-9，]*(?:\.[0-9]+)?)(?P<scale>[十百千]?[万亿]{0,2})")
_SCALES = {"": 0, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11}
_CLAUSE = re.compile(
    r"[，。、；：（）“”\n]|(?:[和及]|以及)(?=[^和及]{2})|其中|包括|[按从分][^，。；0-9]{1,8}?[看分]"
)
_VAGUE = re.compile("[约近超逾“‘]$|不[足到少]于?$|超过$|多于$|达不到$")
_AND_MORE = re.compile("[余多]|左右|以上|以下|以内|以外|上下|/")
_ELSE = re.compile(
    "累计|另|此外|同比|[比较与][^，。；]{0,8}[增减多少高低]|[去上前]年|[上下]半年|季度|[0-9]月|今年新"
    "|目标|(?<![列纳]入)计划|任务|期间|[每均各]|计(?!划)|分别|合计|(?<!公)共(?!同|享|建|产|青)|总[计共]|其余|剩[余下]|尚有|还有|缺口|增[加长]|减少"
    "|下降|上升|提高|达?到$|占|惠及|涉及|带动|威胁|死亡|受伤"
)
"""With what counts something else, or is a sum itself, nothing is told of kinds."""
_NO_WHOLE = re.compile(
    "[比较]|同比|[去上前]年|目标|计划|任务|平均|每|占|其中|增[加长]|减少|新增|、$|另"
)
_DIVIDED = re.compile(
    "[按从分以][^，。；：0-9]{1,12}?(?:看|分|划分|统计|分类)[，：]|[按分][^，。；：0-9]{2,6}，"
    "|(?:[一-龥]{2}(?:来源|构成|组成|结构)|具体(?:[为是]|包括)?|分别[为是]|包括|其中)：|[一-龥]{2}(?:来源|构成|组成|结构)[中为]，"
)
"""What says that a list behind it divides the whole."""
_TITLE = re.compile("《[^》]{1,60}》")
_TOTAL = re.compile("[合共总]计|总[数量额]|(?<!公)共")
_PART = re.compile("[，。；：]")
_ASIDE = re.compile("[比较][^，。；]{0,10}[增减多少高低]|同比|[增减][加少长]|每|平均")
"""What is told of a whole right behind it: its change, its mean."""
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


class Count(NamedTuple):
    """A figure in digits: ``value`` in single units, ``step`` one in its last place, ``worth`` one
    of its scale; ``name``: the words of its clause before it; ``number_end``: where its digits do.
    """

    span: Span
    value: Decimal
    step: Decimal
    worth: Decimal
    name: str
    number_end: int


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
        units: dict[str, list[Printed]] = {}
        for each in paragraph:
            units.setdefault(each.unit, []).append(each)
        for unit, several in units.items():
            if len(several) > _PAIR and UNITS[unit][0] not in _KINDLESS and unit not in _DONE:
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


def _of_unit(text: str, several: list[Printed]) -> Iterator[Kinds]:
    counts = [_count(text, each) for each in several]
    values = {count.value for count in counts if count is not None}
    done = 0
    for place, whole in enumerate(counts[:-_PAIR]):
        if place < done or whole is None or _is_member(text, several, place):
            continue
        behind = slice(place + 1, place + 1 + _READ)
        for run in _divisions(text, whole, several[behind], counts[behind]):
            if len(run.parts) < _PAIR or are_in_both(text, run.parts[-1].span.end):
                continue
            if _is_over(values, whole, run):
                done = counts.index(run.parts[-1])
                yield Kinds(whole, run.parts)
                break


def _is_member(text: str, several: list[Printed], place: int) -> bool:
    """Whether a count belongs to a list, or counts what no kinds follow of."""
    lead = _TITLE.sub("", _lead(text, several[place]))
    if _NO_WHOLE.search(_PART.split(lead)[-1]) or _DIVIDED.search(lead):
        return True
    if text.startswith("、", several[place].end):
        return True
    before = text[several[place - 1].end : several[place].start] if place else "。"
    return "。" not in before and not _TOTAL.search(lead)


def _divisions(
    text: str, whole: Count, several: list[Printed], counts: list[Count | None]
) -> Iterator[_Run]:
    """The lists behind a whole whose members are smaller, up to what counts something else: a
    further one begins where words divide it once more, or where it is made up."""
    found: list[Count] = []
    divided, before = False, whole.span.end
    for each, count in zip(several, counts, strict=True):
        if each.start - before > _FAR:
            break
        between = text[before : each.start]
        if between.count("（") > between.count("）"):
            continue  # an explanation
        anew = _DIVIDED.search(between)
        if anew or _is_made_up(whole, found):
            yield _Run(found, divided)
            found, divided = [], anew is not None
        elif between.count("。") > (0 if found or divided else _SENTENCES):
            break
        if found and "其中" in between:
            break
        lead = _lead(text, each)
        if not found and not divided and _ASIDE.search(lead):
            before = each.end
            continue
        if count is None or count.value >= whole.value or len(found) == _MOST:
            break
        if _ELSE.search(lead):
            break
        found.append(count)
        before = each.end
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
    names = [part.name for part in parts]
    if run.divided:
        return all(names) and not may_nest(names) and len({*names}) == len(names)
    if not all(names) or any(name[-1] != "的" and NOT_NAME.search(name) for name in names):
        return False
    if all(name[-_END:] == whole.name[-_END:] for name in names) or all(map(_BAD.search, names)):
        return False  # counted beside each other, or failings, of which one may have several
    if len(parts) < _FEW:
        return is_opposite(*names)
    return divide(names, listed=True, persons=False)


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


def _count(text: str, each: Printed) -> Count | None:
    """A figure as a count; None where it is in words or does not claim to be exact."""
    written = _WRITTEN.match(text, each.start, each.end)
    lead = _lead(text, each)
    if each.worded is not None or written is None or written["scale"] not in _SCALES:
        return None
    if _VAGUE.search(lead) or _AND_MORE.search(text, written.end("n"), each.end + 2):
        return None
    number = Decimal(written["n"].replace("，", ""))
    worth = Decimal(10) ** _SCALES[written["scale"]]
    step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * worth
    name = next(filter(None, reversed(_CLAUSE.split(lead))), "")
    span = Span(each.start, each.end)
    return Count(span, number * worth, step, worth, name, written.end("n"))


def _lead(text: str, each: Printed) -> str:
    return text[each.last : each.start]
