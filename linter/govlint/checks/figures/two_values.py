"""two-values: is one indicator told with two values?

Most indicators are told more than once, of other years, places and kinds, so equal words are not
enough. What is asked for is the trace of a slip of the pen: two figures of the same length and
unit with the same digits in another order, or with one digit that differs, behind (or before) the
same name. Where two digits are exchanged, a short name is enough, before one figure and behind the
other: 走访群众1420户……对走访的1240户群众; so is the figure before it: 213户658人……这213户685人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.text.slips import is_slip
from govlint.text.span import Span
from govlint.text.years import YEAR

_FIGURE = re.compile(
    r"(?P<n>[0-9](?<![0-9.A-Za-z—～-].)[0-9]{0,8}(?:\.[0-9]{1,4}|(?<=[0-9]{2})))"
    r"(?P<unit>[万亿千]{0,2}(?:平方公里|平方米|立方米|公里|千瓦时|美元|人次|台次|%|[一-龥]))(?![至—～-]|以上|左右|以下|以内)"
)
_BEHIND = re.compile(r"[余多]?(?:的|中，?|名|个|起)?(?P<noun>[一-龥]{0,16})")
_FILLERS = re.compile(
    r"(?:仍|却|高|也|就|预[计期]|达到?了?|为|[总共]|有|约|是|已|完成|实现|的|到|近|超过?|突破|总数|累计|合计|至|了|仅|均|成功)+$"
)
_TIME = re.compile(
    rf"(?:截至|至|全年|年末|年底|今年|本年度?|目前|当前|上半年|下半年|以来|期间|[一二三四]季度|{YEAR}年(?:末|底|初)?|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?(?:末|底)?)"
)
_PART_YEAR = re.compile(
    r"上半年|下半年|[一二三四]?季度|[0-9]{1,2}月(?!底|末)|五年|[两三四]年|以来|累计|新增|日均|月均|年均"
)
_YEAR = re.compile(rf"{YEAR}(?=年)")
_OTHER = re.compile(
    r"(?:增(?!加值)[长加幅速收产]?|提[高升]|上升|下降|减少?|降低?|回落|[由从比较]|去年|上年|前年|同期|目标|计划|任务|力争|确保|其中|不低于|每|平均)[^，。；0-9]{0,16}$"
)
_NEAR = 200
"""Round figures, and those of two digits, are compared only this near."""
_PLAN = re.compile(r"计划|安排|打算|目标|思路|建议|任务|今后|展望|下一步|明年|规划|主要工作$")
_SHAPE = str.maketrans("0123456789名", "0000000000人")
_SENTENCE = re.compile("[。；！？]")
_CLAUSE = re.compile("[，：、（）0-9“”]")
_MOST = 40
"""So many figures of one shape are compared with each other."""
_GENERIC = re.compile(
    r"总|投资|投入|财政|安排|面积|规划|实施|完成|重点|项目|企业|资金|[省市县区乡镇]级|连续|总额|开工|建设|占|全[省市县]"
)
_WHOLE = "全我本该"
"""全镇 and 沙河镇 are one place in one report."""
_SHORT = 6
_BRIEF = 2
_DONE_TO = re.compile(r"^.*[对从将把]|已?的$")
"""对走访的: 走访."""
_FIGURE_BEFORE = re.compile(r"[0-9]+[一-龥]{1,2}$")
_PARTED = re.compile(r"其中|老|分别|新|甲|另|合计|总[占数]")
"""Words between two figures with which they are those of two things."""
_LEAST, _SURE = 4, 6
_WIDEST = 40


class _Words(NamedTuple):
    """The name of what a figure tells, the last year that its sentence names, and the parts of a
    year, "" where there are none."""

    name: str
    year: str
    times: frozenset[str]


_NOTHING = _Words("", "", frozenset())


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    groups: dict[str, list[re.Match[str]]] = {}
    for match in _FIGURE.finditer(text):
        shape = match[0].translate(_SHAPE)
        if shape[-1] not in "年倍番":
            groups.setdefault(shape, []).append(match)
    found: list[Finding] = []
    for alike in groups.values():
        for later, before in _candidates(alike):
            earlier = _slipped(facts, before, later)
            if earlier is not None:
                first = Related(Span(*earlier.span()), "first")
                found.append(Finding(Span(*later.span()), {"first": earlier[0]}, (first,)))
    yield from sorted(found, key=_start)


def _candidates(
    alike: list[re.Match[str]],
) -> Iterator[tuple[re.Match[str], list[re.Match[str]]]]:
    """Each of the figures of one shape that has the digits of one before, in another order, or, if
    it is exact, all but one of them, with those that it may be a slip of, the last first."""
    seen: dict[str, list[int]] = {}
    for number, later in enumerate(alike if len(alike) > 1 else ()):
        digits = later["n"]
        traces = ["".join(sorted(digits))]
        if _is_exact(digits):
            traces += [f"{digits[:place]}_{digits[place + 1 :]}" for place in range(len(digits))]
        before = {place for trace in traces for place in seen.get(trace, [])[-_MOST:]}
        if before:
            near = sorted(before, reverse=True)
            yield later, [alike[place] for place in near if place >= number - _MOST]
        for trace in traces:
            seen.setdefault(trace, []).append(number)


def _slipped(
    facts: Facts, before: list[re.Match[str]], later: re.Match[str]
) -> re.Match[str] | None:
    """The first of the figures ``before`` that tells the same as ``later`` and is one slip
    apart."""
    number, start = later["n"], later.start()
    exact = _is_exact(number)
    for earlier in before:
        near = start - earlier.end() < _NEAR
        if not near and not exact:
            return None
        exchanged = sorted(earlier["n"]) == sorted(number) and near
        if not is_slip(earlier["n"], number) or not (
            exchanged or (exact and _is_exact(earlier["n"]))
        ):
            continue
        same = _same(facts, earlier, later)
        if not same and exchanged:
            same = _same_briefly(facts, earlier, later)
        if same and _one_part(facts, earlier.start(), later.start()):
            return earlier
    return None


def _is_exact(number: str) -> bool:
    """Whether a number has three digits that are not round."""
    return len(number.replace(".", "").rstrip("0")) > 2


def _start(finding: Finding) -> int:
    assert finding.span is not None
    return finding.span.start


def _one_part(facts: Facts, one: int, other: int) -> bool:
    """Whether two places lie in one part of the report, or in parts that both tell what was."""
    first, second = (facts.path(place)[:1] for place in (one, other))
    if first == second:
        return True
    titles = [facts.text[slice(*heading.title)] for heading in (*first, *second)]
    return not any(_PLAN.search(title) for title in titles)


def _same(facts: Facts, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two figures are told of one thing at one time."""
    before, after = _before(facts, one), _before(facts, other)
    text = facts.body
    name = _common_end(before.name, after.name)
    behind = ""
    if len(name) < _LEAST and len(after.name) <= _SHORT:
        behind = name = _name_behind(text, other, before.name)
    exact = _is_exact(one["n"]) and _is_exact(other["n"])
    if len(name) < (_LEAST if exact else _SURE):
        return False
    if not _GENERIC.sub("", name) or (not behind and _different(before.name, after.name, name)):
        return False
    if before.year != after.year and before.year and after.year:
        return False
    return before.times == after.times


def _same_briefly(facts: Facts, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two figures with exchanged digits are told of one thing by a short name, or behind
    the same figure."""
    text = facts.body
    told = [
        _FIGURE_BEFORE.search(text, max(0, each.start() - _SHORT), each.start())
        for each in (one, other)
    ]
    if told[0] and told[1]:
        return told[0][0] == told[1][0]
    before, after = _before(facts, one), _before(facts, other)
    if (before.year != after.year and before.year and after.year) or before.times != after.times:
        return False
    behind = _BEHIND.match(text, other.end())
    noun = behind["noun"] if behind else ""
    name = before.name[-_BRIEF:]
    if _PARTED.search(text, one.end(), other.start()):
        return False
    if _GENERIC.fullmatch(name):
        done = _DONE_TO.sub("", _clause(text, other))
        return len(done) >= _BRIEF and done in before.name and noun.startswith(name)
    if len(name) < _BRIEF:
        return False
    if _common_end(before.name, after.name)[-_BRIEF:] == name:
        return not _different(before.name, after.name, _common_end(before.name, after.name))
    return noun.startswith(name) and not _OTHER.search(_clause(text, other))


def _clause(text: str, figure: re.Match[str]) -> str:
    return _CLAUSE.split(text[max(0, figure.start() - _WIDEST) : figure.start()])[-1]


def _before(facts: Facts, figure: re.Match[str]) -> _Words:
    """The words before a figure, in its clause, and the times that its sentence names; an
    indicator by its usual name."""
    text = facts.body
    near = max(0, figure.start() - _WIDEST)
    start = max(near, text.rfind("\n", near, figure.start()) + 1)
    sentence = _SENTENCE.split(text[start : figure.start()])[-1]
    if _OTHER.search(sentence):
        return _NOTHING
    clause = _CLAUSE.split(sentence)[-1]
    name = _TIME.sub("", _FILLERS.sub("", clause))
    years = _YEAR.findall(sentence)
    return _Words(
        facts.indicators.same(name)[0],
        years[-1] if years else "",
        frozenset(_PART_YEAR.findall(sentence)),
    )


def _name_behind(text: str, figure: re.Match[str], name: str) -> str:
    """What of ``name`` stands behind a figure: 2374起矛盾纠纷被化解."""
    behind = _BEHIND.match(text, figure.end())
    noun = behind["noun"] if behind else ""
    for size in range(min(len(name), len(noun)), _LEAST - 1, -1):
        if name[-size:] in noun:
            return name[-size:]
    return ""


def _common_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def _different(one: str, other: str, name: str) -> bool:
    """Whether what stands before the common ``name`` tells two things apart: 城镇, 农村; not
    全镇 and the name of the town."""
    first, second = (_FILLERS.sub("", each.removesuffix(name)) for each in (one, other))
    if not first or not second or first == second:
        return False
    return first[-1] != second[-1] or not (first[0] in _WHOLE or second[0] in _WHOLE)


CHECK = Check("two-values", NoParams, run, fields=("first",), roles=("first",))
