"""left-over: is what is left what the figures before leave, but for one digit?

排查隐患2915处，完成整改2842处。……仍有63处没有整改到位: the whole and what is done of it stand
sentences before. What other figures of the kind explain, added or taken away, is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.links import CLAUSE, is_naming, shares_pair
from govlint.facts.part_others import is_told_behind
from govlint.facts.rests_used import is_used
from govlint.facts.search import Search, lines_with, search_for
from govlint.facts.told_before import told_before
from govlint.text.slips import is_dropped, is_slip

_SIGNS = (
    "其余", "剩余", "剩下", "余下", "还剩", "结转", "尚余", "尚有", "仍有", "还有",
    "还需", "尚需", "仍需", "还差", "尚差", "结余", "正在", "尚未", "仍未", "未", "没有",
    "空编", "空缺", "空余", "空置", "缺编", "缺员",
)  # fmt: skip
_SEARCH = search_for("|".join(_SIGNS), (_SIGNS,), 8)
_LEFT = re.compile(
    r"(?:其余|剩[余下]|余下|还剩|尚余|[尚仍还]有|[尚仍还]需|[还尚]差|结余|空[编缺余置]|缺[编员])[^，。；0-9]{0,6}$|(?:年末|年底|期末)结转[^，。；0-9]{0,4}$"
    r"|正在[一-龥]{2,4}的?$|(?:尚?未|没有)(?:能)?(?:[一-龥]{2})?(?P<undone>[一-龥]{2})的?$"
)
_BEHIND = re.compile(
    r"[^，。；：0-9]{0,24}?(?:尚未|仍未|未能?|没有|正在|有待)[^，。；：0-9]{0,2}?(?P<undone>[一-龥]{2})"
)
_NOT_DONE = re.compile("(?:尚未|仍未|未能?|没有|不)(?P<undone>[一-龥]{2})[^，。；0-9]{0,6}[，。；]")
_PASSED = re.compile(
    "(?:合格|符合|达标|及格|入围|通过|完成|办结)[^，。；]{0,10}[，；]$|(?:合格|符合|达标|及格|入围|通过)[^，。；]{0,9}[，；]$"
)
_ASKED = 20
_MORE = re.compile("另|此外|同时|其中|新增|每|平均|上年|去年|今年|同期")
_WHOLE = re.compile(
    "批复|核定|预算|拨付|下达|到位|[共总应]|计划|任务|目标|登记|排查|摸底|发现|查出|受理|收到|接到|反馈|需|存有|现有|列入|交办|移交|下达|参[加与]"
)
_FREE_POSTS = re.compile("(?:空编|空[余缺]编制?|缺编)[^，。；0-9]{0,4}$")
_HELD_POSTS = re.compile("[现实]有|在编|在岗")
_OTHERS = re.compile("[，、](?:其余的?|剩[余下]的?|余下的?|还剩)$")
_NOW = re.compile(
    "(?:[，。；（]|正|尚?未|仍|将|均|也|都|预计|计划|力争|确保|已?列入|转入|年底|[0-9])"
)
_DONE_ALREADY = re.compile("已|完成|办[结理]|整改|建成|达到|通过|交付|开工|解决|落实|销号")
_SPLIT = re.compile("\n|另|其中|此外|新增|分别|上年|去年|[比较]")
_OF_ALL = re.compile("[一-龥]{0,8}中，")
"""148个自然村中，通水的有112个: the first is all of them."""
_NAMED_IN = re.compile("^[一-龥]{0,8}中，")
_BEHIND_CLAUSE = re.compile("[^，。；]{0,24}")
_THEN = re.compile("[今去上前当]年|新[建增开通改]|其中")
_TO_DO = re.compile("(?<=[尚还仍]需)新增$")
_STILL = re.compile("[尚仍还]有$")
_SET = re.compile("年初，?[^，。；]{0,10}?(?:承诺|列|确定|定下|安排|部署|计划|提出|公布|梳理|下达)")
_ASIDE = CHANGE_ROLES | {"均值", "上期", "占比", "高低"}
_NAME = 2
_NEAR, _FAR = 260, 900
_MOST, _FEW, _PAIR = 5, 4, 2
_DIGITS = re.compile("[0-9]")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for low, high in lines_with(facts.body, facts.literals, _SEARCH):
        starts = facts.printed_starts
        yield from _of_line(facts, range(bisect_left(starts, low), bisect_left(starts, high)))


def _of_line(facts: Facts, numbers: range) -> Iterator[Finding]:
    """What is wrong in the sentences of a line."""
    for number in numbers:
        figures = facts.sentence_figures(number).figures
        for place, left in enumerate(figures):
            found = _held(facts, left, figures[place + 1 : place + _FEW])
            if found is not None:
                yield found


def _held(facts: Facts, left: Figure, behind: list[Figure]) -> Finding | None:
    """The finding that a figure is not what is left. ``behind``: those that the sentence goes on
    with, which may be left, too."""
    text = facts.body
    undone = _undone(text, left)
    if undone is None or left.about or left.limit or left.turn[1] or is_used(text, left):
        return None
    printed = text[slice(*left.span)]
    before = [f for f in told_before(facts, left.span.start, _FAR) if _is_alike(f, left, text)]
    posts = _are_posts(text, before, left)
    few = _are_few(text, before, left)
    posts = posts or few
    if not before or (len(_DIGITS.findall(printed)) < _NAME and not posts):
        return None
    if any(f.value == left.value for f in before):
        return None
    both = [(before[0], before[1:])] if few else _wholes(text, before, left, undone)
    for whole, done in both:
        expected = written_as(text, left, whole.value - sum((f.value for f in done), Decimal(0)))
        slipped = posts or (len(expected) == len(printed) and is_slip(printed, expected))
        rest = whole.value - sum((f.value for f in done), left.value)
        if any(f.value == rest for f in before) or (rest > 0 and is_told_behind(text, left, rest)):
            return None  # 6875件，已整改6702件，3件重大的……，其他尚未整改的170件
        if slipped or (len(before) == _PAIR and is_dropped(printed, expected)):
            others = [*before[-_MOST:], *(f for f in behind if _is_alike(f, left, text))]
            if _is_explained(left, others):
                return None
            fields: dict[str, str | int] = {
                "whole": text[slice(*whole.span)],
                "done": "、".join(text[slice(*f.span)] for f in done),
                "expected": expected,
            }
            related = tuple(Related(f.span, "from") for f in (whole, *done))
            return Finding(left.span, fields, related)
    return None


def _are_posts(text: str, before: list[Figure], left: Figure) -> bool:
    """Whether nothing but the posts that are allowed and those that are held is told before those
    that are free: 核定编制46名；现有在编人员37名；空余编制9名."""
    if len(before) != _PAIR or not _FREE_POSTS.search(text, *left.lead):
        return False
    allowed, held = (text[slice(*f.lead)] for f in before)
    return "核定" in allowed and "编" in allowed and _HELD_POSTS.search(held) is not None


def _are_few(text: str, before: list[Figure], left: Figure) -> bool:
    """Whether nothing but a whole and what is done of it is told right before the others:
    承诺办好15项，已办结12项，其余4项正在扫尾."""
    if len(before) != _PAIR or not _OTHERS.search(text, *left.lead):
        return False
    whole, done = before
    said = text[whole.span.end : left.span.end]
    return (
        not _SPLIT.search(said)
        and done.value < whole.value
        and left.value < whole.value
        and _NOW.match(text, left.span.end) is not None
        and _DONE_ALREADY.search(text, *done.lead) is not None
    )


def _undone(text: str, left: Figure) -> str | None:
    """What is said not to be done yet to what is left, "" where that is not said; None where
    nothing says that it is left."""
    lead = _TO_DO.sub("", CLAUSE.split(text[slice(*left.lead)])[-1])
    told = _LEFT.search(lead)
    if not lead and (bare := _NOT_DONE.match(text, left.span.end)):
        said = text[max(0, left.lead.start - _ASKED) : left.lead.end]
        return bare["undone"] if _PASSED.search(said) else None
    if told is None or _MORE.search(lead):
        return None
    behind = _BEHIND.match(text, left.span.end)
    if _STILL.search(lead) and behind is None:
        return None
    return told["undone"] or (behind["undone"] if behind else "")


def _is_alike(figure: Figure, left: Figure, text: str) -> bool:
    alike = figure.dimension == left.dimension and (
        figure.unit == left.unit or figure.dimension != figure.unit
    )
    aside = figure.roles & _ASIDE
    if "上期" in aside and _SET.search(text, *figure.lead):
        aside -= {"上期"}  # 年初承诺办好15项
    return alike and not (figure.about or figure.limit or aside)


def _is_explained(left: Figure, before: list[Figure]) -> bool:
    """Whether some of the figures before, added and taken away, make what is left."""
    room = sum((f.step for f in before), left.step) / 2
    return any(
        abs(sum((s * f.value for s, f in zip(signs, before, strict=True)), Decimal(0)) - left.value)
        <= room
        for signs in product((-1, 0, 1), repeat=len(before))
    )


def _wholes(
    text: str, before: list[Figure], left: Figure, undone: str
) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each whole that may be meant, with what was done of it."""
    for place, whole in enumerate(before):
        told = text[whole.lead.start : whole.span.start]
        among = _OF_ALL.match(text, whole.span.end) is not None
        told_whole = _WHOLE.search(told) or "总数" in whole.roles or among
        if whole.value <= left.value or not told_whole:
            continue
        between = [f for f in before[place + 1 :] if f.value < whole.value]
        if among:
            behind = _BEHIND_CLAUSE.match(text, left.span.end)
            said = behind[0] if behind else ""
            between = [
                f
                for f in between
                if not _THEN.search(text, *f.lead)
                and shares_pair(said, _NAMED_IN.sub("", text[slice(*f.lead)]))
            ]
        near = left.span.start - whole.span.end < _NEAR
        named = _is_named(text, whole, left)
        done = [f for f in between if undone and undone in text[slice(*f.lead)]]
        so_far = [f for f in between if "累计" in f.roles]
        if so_far and near:
            yield whole, so_far[-1:]
        elif undone and done and (near or named):
            yield whole, done[:1]
        elif (
            near
            and (among or len(between) == len(before) - place - 1)
            and 0 < len(between) < _MOST - 1
        ):
            yield whole, between


def _is_named(text: str, whole: Figure, left: Figure) -> bool:
    """Whether what is left is called by the last characters of what the whole is called."""
    name = CLAUSE.split(text[slice(*whole.lead)])[-1].rstrip("共有计为达到")[-_NAME:]
    around = text[max(0, left.span.start - 20) : left.span.end + 20]
    return len(name) == _NAME and is_naming(name) and name in around


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SEARCH,)


CHECK = Check(
    "left-over",
    NoParams,
    run,
    fields=("whole", "done", "expected"),
    roles=("from",),
    searches=_searches,
)
