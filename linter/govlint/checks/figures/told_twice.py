"""told-twice: is one indicator told twice for one year, with figures that cannot both be right?

Only known indicators of the whole that the report is about, in sentences that name the year (全年,
2024年) and tell neither aims nor parts: what else has the same words may be of another time or
place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.entries import Entry, is_result, is_yearly, names_of
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.ledger import build_ledger
from govlint.facts.units import PERCENT
from govlint.text.intervals import apart
from govlint.text.rounding import are_one
from govlint.text.years import YEAR

_WHOLE_YEAR = re.compile(rf"全年|{YEAR}年(?!末|底|以来)")
_OTHER = re.compile(
    "[目预左力确年两三四累新园片矿城开高功其经季0-9半任计环同可剔扣名实人初快修不](?<=(?="
    r"目标|预期|左右|力争|确保|年均|[两三四五]年|累计|[新园片矿城]区|开发区|高新区|功能区|其中|经济带|季度|[0-9]月"
    r"|半年|任务|计划|环比|同口径|可比|剔除|扣除|名义|实际|人均(?!可支配|地区|生产)|初步|快报|预计|修订|不变价).)"
)
"""With these a sentence may tell of another time, place or basis."""
_SCOPE = re.compile("[全我](?P<of>[国省市县区州盟旗镇乡村])(?!家|内|外)")
_WIDE = ("国", "省")
_GROWTH = "growth"
_ENDS = ("。", "\n")
_FAR = 500
"""Code points before a figure in which its sentence begins."""
_SENTENCE = re.compile(f"[{''.join(_ENDS)}]")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.indicators.told_twice("\n".join(_dated(facts.body))):
        return  # few documents need a ledger
    own = _own_scope(facts.body, facts.body[slice(*facts.title.span)])
    told: dict[tuple[str, str, str], list[Figure]] = {}
    for entry in build_ledger(facts, _of_year(facts)):
        name = _known(facts, entry, own)
        for kind, figure in _claims(facts, entry) if name else ():
            told.setdefault((name, entry.period, kind), []).append(figure)
    for (name, _, _), (first, *others) in told.items():
        for figure in others:
            if not _are_one(first, figure):
                fields: dict[str, str | int] = {
                    "indicator": name, "first": facts.body[slice(*first.span)],
                }  # fmt: skip
                yield Finding(figure.span, fields, (Related(first.span, "first"),))


def _dated(text: str) -> Iterator[str]:
    """Each sentence that names the year, up to what may take it elsewhere: what is told of an
    indicator stands behind its name in one of these."""
    end = -1
    for year in _WHOLE_YEAR.finditer(text):
        if year.start() < end:
            continue  # of a sentence that has named one before
        start = _begun(text, end + 1, year.start())
        closing = _SENTENCE.search(text, year.end())
        end = closing.start() if closing else len(text)
        other = _OTHER.search(text, start, end)
        if other is None or year.start() < other.start():
            yield text[start : other.start() if other else end]


def _of_year(facts: Facts) -> Iterator[int]:
    """The sentences with figures that may name the year before one of them."""
    text = facts.body
    for number, printed in enumerate(facts.printed):
        start = printed[0].start
        if _WHOLE_YEAR.search(text, _begun(text, start - _FAR, start), printed[-1].start):
            yield number


def _begun(text: str, least: int, place: int) -> int:
    """Where the sentence around ``place`` begins, or ``least``, where that is nearer."""
    least = max(0, least)
    return max(least, *(text.rfind(end, least, place) + 1 for end in _ENDS))


def _own_scope(text: str, title: str) -> str:
    """What the report is about, by the word that it says most often, 县 of 全县; a province or the
    country only where the title names it."""
    said = Counter(s for s in _SCOPE.findall(text) if s not in _WIDE or s in title)
    return max(said, key=said.__getitem__, default="")


def _known(facts: Facts, entry: Entry, own: str) -> str:
    """The usual name of the indicator that an entry surely tells a result of, or ""."""
    known = facts.indicators.known
    name = next((name for name in names_of(facts, entry.indicator) if known(name)), "")
    if not name or not entry.period or not is_result(facts, entry, growth=True):
        return ""
    text, start = facts.body, entry.figure.span.start
    before = text[_begun(text, start - _FAR, start) : start]
    whole = _WHOLE_YEAR.search(before) and not _OTHER.search(before)
    whole = whole and {*_SCOPE.findall(before)} <= {own}
    return facts.indicators.same(name)[0] if whole else ""


def _claims(facts: Facts, entry: Entry) -> Iterator[tuple[str, Figure]]:
    """What an entry says exactly: how much, and by how many percent it has grown."""
    if entry.figure.roles.isdisjoint(CHANGE_ROLES):
        yield entry.figure.dimension, entry.figure
    growth = entry.growth or entry.figure
    exact = "变幅" in growth.roles and growth.dimension == PERCENT and not growth.about
    if exact and is_yearly(facts, entry):
        yield _GROWTH, growth


def _are_one(first: Figure, other: Figure) -> bool:
    """Whether two figures may be one, rounded to the decimals of the less exact one."""
    if first.limit or other.limit:
        return not apart(first.signed, other.signed)
    one, two = (-each.value if each.sign < 0 else each.value for each in (first, other))
    return are_one(one, first.step, two, other.step)


CHECK = Check(
    "told-twice",
    NoParams,
    run,
    fields=("indicator", "first"),
    roles=("first",),
    searches=only_figures,
)
