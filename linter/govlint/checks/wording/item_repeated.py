"""item-repeated: does a list name the same thing twice?

甲、乙、丙、乙等村: items between 、 of one clause. Values (90%、40%、40%) and what 分别 hands out
one by one may be alike; so may words in quotation marks or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.lexicon import kind_of
from govlint.records import NamedTuple
from govlint.text.span import Span

_VALUE = re.compile(r"[0-9%“”《》（）()]|[一二三四五六七八九十百千万两]{2}|再|^[一-龥]$")
_LEAD = re.compile(
    r"[在对为把将由与和向从是到赴括含于以及了]|深入|走进|前往|发展|培育|推广|检查|走访|涉及|抓好|建设|覆盖|打造|实施|开展|邀请|会同"
    r"|评选|种植|引进|完成|整治|排查|清理|组织|生产|经营|销售"
)
"""What stands before the first name of a list."""
_BEHIND = "等和及与两三四五六七八九十共均都0123456789"
"""What may stand behind the last name of a list."""
_ORGANS = "局委办镇乡村县区市校院司部站所"
_ACTING = "参负牵承联印签派报召组出将已就为在对的分"
"""How a sentence goes on of which an organ is the last name: 民政局参加; not 名校长, 青禾镇中学."""
_OUT = re.compile(
    r"分别|依次|各为|轮流|改为|或者|先后(?=.{0,60}(?:任|调[入到往至离]|职|转[入到往至]|返|工作[。，；]|就读))"
)
"""What may come back in turn; a place that is 先后 visited, seldom."""
_ORDERED = re.compile(
    r"[顺次程工]序|[依按]序|轮[值换转岗班候替]|循环|巡回|交替|路线|线路|走向|[航环]线|行程|路径|轨迹|途经|行经|往返|返回|回到"
    r"|班次|排班|值[班守日]|日程|议程|课[程表]|主讲|出场|接力|步骤|流程|环节"
)
"""What makes a list an order, in which a name may come again, though not right behind itself: a
route that ends where it began, a rota."""
_AROUND = 30
_JOINED = re.compile(r"[和与及进]")
_JOINER = re.compile(r"以及|(?<![涉普触危顾推以])及(?![时其格第早])|[和与](?![谐平睦解蔼])")
_SEPARATOR = re.compile(rf"、|{_JOINER.pattern}")
_NO_NAME = re.compile(rf"{_VALUE.pattern}|的|进")
_MOST_JOINERS = 2
_LONGEST_JOINED = 8
_NEAR = 200
"""Code points of the sentence around a list in which such a word stands."""
_LONGEST = 12
_SHORTEST = 6
_NAME = 4


class _Item(NamedTuple):
    name: str
    span: Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for piece in _clauses(text):
        items = _items(text, piece)
        if len({item.name for item in items}) == len(items):
            items = _joined_items(text, piece)
        sentence = facts.sentence(piece.start)
        around = max(sentence.start, piece.start - _NEAR), min(sentence.end, piece.end + _NEAR)
        turns = _OUT.search(text, *around) is not None
        order = _is_ordered(text, piece, *around)
        seen: dict[str, _Item] = {}
        for place, item in enumerate(items):
            first = seen.setdefault(item.name, item)
            if first is item:
                continue
            if not turns and (not order or first is items[place - 1]):
                fields = {"name": item.name}
                yield Finding(item.span, fields, (Related(first.span, "first"),))


def _is_ordered(text: str, piece: Span, low: int, high: int) -> bool:
    """Whether words before the first name of a list, or behind its clause, make it an order."""
    first = text.index("、", piece.start)
    before = _ORDERED.search(text, max(low, piece.start - _AROUND), first)
    behind = _ORDERED.search(text, piece.end, min(high, piece.end + _AROUND))
    return before is not None or behind is not None


def _clauses(text: str) -> Iterator[Span]:
    """The clauses with at least three items of which two may be alike."""
    for place, clause in _cut(text):
        first, *inner, last = names = clause.split("、")
        alike = len(set(names)) < len(names) or last.startswith(tuple(filter(None, inner)))
        alike = alike or _alike_joined(clause)
        if (alike or first.endswith(tuple(filter(None, inner))) or first[-2:] in last) and (
            "、再" not in clause and len(clause) > _SHORTEST
        ):
            yield Span(place, place + len(clause))


def _alike_joined(clause: str) -> bool:
    """Whether two names are alike in a list that 及 or 和 joins to another."""
    if _JOINER.search(clause) is None:
        return False
    _first, *inner, last = _SEPARATOR.split(clause)
    return len({*inner}) < len(inner) or last.startswith(tuple(filter(None, inner)))


def _joined_items(text: str, clause: Span) -> list[_Item]:
    """The names of a list of which 及 or 和 joins two: 甲、乙、丙及丁、乙. What stands before it is
    no longer than those before that: it ends in no word for all of them (森林防火预案和)."""
    said = text[slice(*clause)]
    joiners = [*_JOINER.finditer(said)]
    if not 0 < len(joiners) <= _MOST_JOINERS:
        return []
    marks = [*_SEPARATOR.finditer(said)]
    starts = [0, *(mark.end() for mark in marks)]
    names = [
        _Item(said[a:b], Span(clause.start + a, clause.start + b))
        for a, b in zip(starts, [*(mark.start() for mark in marks), len(said)], strict=True)
    ]
    inner, last = names[1:-1], names[-1]
    place = next(i for i, mark in enumerate(marks) if mark.start() == joiners[0].start())
    before = [len(item.name) for item in inner[: place - 1]]
    if place <= 1 or not before or len(names[place].name) > max(before):
        return []
    if any(not 1 < len(i.name) <= _LONGEST_JOINED or _NO_NAME.search(i.name) for i in inner):
        return []
    found = [item for item in inner if len(item.name) >= _NAME or item.name[-1] in _ORGANS]
    same = next((item.name for item in found if _begins(last.name, item.name)), "")
    end = _Item(same, Span(last.span.start, last.span.start + len(same)))
    return [*found, end] if same else found


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """The clauses of a text that hold a list, each with its place, in order."""
    for mark in "。；：！？\n":
        text = text.replace(mark, "，")
    place = 0
    for clause in text.split("，"):
        if clause.count("、") > 1:
            yield place, clause
        place += len(clause) + 1


def _items(text: str, clause: Span) -> list[_Item]:
    """The names in a clause; none where one of them is no plain name."""
    first, *inner, last = text[slice(*clause)].split("、")
    plain = (1 <= len(name) <= _LONGEST and not _JOINED.search(name) for name in inner)
    if not all(plain) or any(map(_VALUE.search, inner)):
        return []
    start = clause.start
    found: list[_Item] = []
    for name in (_led(first, inner[0]), *inner):
        if not found:
            start += len(first) - len(name)
        found.append(_Item(name, Span(start, start + len(name))))
        start += len(name) + 1
    same = next(
        (item.name for item in found if len(item.name) > 1 and _begins(last, item.name)), ""
    )
    found.append(_Item(same, Span(start, start + len(same))))
    return [item for item in found if len(item.name) > 1 and not _VALUE.search(item.name)]


def _led(first: str, second: str) -> str:
    """The first name of a list without the words that lead to it; a verb right before a long name
    that is also the ``second`` leads to it, too."""
    led = max((match.end() for match in _LEAD.finditer(first)), default=0)
    if len(second) >= _NAME and first.endswith(second) and len(first) - len(second) > led:
        verb = first[: -len(second)][-2:]
        if kind_of(verb) == "v":
            return second
    return first[led:]


def _begins(last: str, name: str) -> bool:
    """Whether the last part of a list is ``name`` and what the sentence goes on with."""
    rest = last.removeprefix(name)
    if rest == last:
        return False
    return not rest or rest[0] in _BEHIND or (name[-1] in _ORGANS and rest[0] in _ACTING)


CHECK = Check("item-repeated", NoParams, run, fields=("name",), roles=("first",))
