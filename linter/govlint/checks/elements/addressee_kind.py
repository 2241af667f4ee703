"""addressee-kind: may a document of this kind go to whom it is addressed?

条例 (中办发〔2012〕14号), 第四章: what asks goes to one organ above, not to a person and not
below; a notice or an answer goes down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import Paragraph
from govlint.text.span import Span

_KIND = re.compile(r"(?P<kind>请示|报告|通知|通报|批复|决定|函)(?:（[^（）]{1,20}）)?$")
_SPOKEN = re.compile(r"(?:工作|调研|调查|述职|考察|研究|评估|分析|执行情况|草案)的?报告$")
"""Reports that are read out, or that answer no one."""
_LINE = re.compile(r"[ \u3000]{0,8}(?P<to>[^，。；：\n][^。；：\n]{1,60})：")
_PERSON = re.compile(
    r"[一-龥]{1,3}(?:[省市县区镇乡]长|书记|主任|[局处厅部院校科]长|专员|秘书长)(?:同志)?"
)
_ALL_PERSONS = re.compile(r"(?:尊敬的)?各位(?:领导|同志|负责人|专家|委员|代表)")
_PAIR = re.compile(r"[^、，]{0,8}委(?:员会)?[、，][^、，]{0,8}政府")
"""The committee of the party and the government of one place count as one."""
_BELOW = re.compile(r"各(?!位)")
_GOVERNMENT = re.compile(r"[一-龥]{0,8}(?P<place>[省市州县区旗])(?:人民)?(?:政府|委)(?:办公室|办)?")
_LOW = re.compile(r"[镇乡村]|街道|社区|[局校院所站]$|中心|公司|合作社")
_HIGH = re.compile(r"省|国家|中央|[厅部]$|中共|自治区")


class Params(NamedTuple):
    """``report``: ``person``, what asks or reports goes to a person; ``several``, what asks goes
    to several organs; ``below``, it goes to those below; ``above``, what instructs goes above."""

    report: Literal["person", "several", "below", "above"]


class _Addressed(NamedTuple):
    """``kind``: the last word of the title, ``by``: who issues it, if the title says so; ``to``:
    the place of those that it is for."""

    kind: Span
    by: str
    to: Span


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found = _addressed(facts)
    if found is None:
        return
    kind, to = facts.body[slice(*found.kind)], facts.body[slice(*found.to)]
    if _WRONG[params.report](kind, found.by, to):
        yield Finding(found.to, {"kind": kind}, (Related(found.kind, "title"),))


def _addressed(facts: Facts) -> _Addressed | None:
    title = facts.title
    if not title.spans or "关于" not in facts.body[slice(*title.span)]:
        return None
    kind = _KIND.search(facts.body, *title.spans[-1])
    if kind is None or _SPOKEN.search(facts.body[slice(*title.span)].replace("\n", "")):
        return None
    entries = (entry for entry in facts.outline.entries if entry.span.start >= title.span.end)
    first = next(entries, None)
    if not isinstance(first, Paragraph):
        return None
    line = _LINE.fullmatch(facts.body, *first.span)
    if line is None:
        return None
    by = facts.body[slice(*title.span)].replace("\n", "").partition("关于")[0]
    return _Addressed(Span(*kind.span("kind")), by, Span(*line.span("to")))


def _person(kind: str, _by: str, to: str) -> bool:
    if kind in ("请示", "函") and _ALL_PERSONS.fullmatch(to):
        return True
    return kind in ("请示", "报告") and bool(_PERSON.fullmatch(to))


def _several(kind: str, _by: str, to: str) -> bool:
    return kind == "请示" and bool(re.search("[、，]", to)) and not _PAIR.fullmatch(to)


def _below(kind: str, _by: str, to: str) -> bool:
    return kind in ("请示", "报告") and bool(_BELOW.match(to))


def _above(kind: str, by: str, to: str) -> bool:
    """Who signs stands in a lower place, or is a department of that place."""
    above = _GOVERNMENT.fullmatch(to)
    if kind not in ("通知", "通报", "批复", "决定") or above is None:
        return False
    if not _LOW.search(by) or _HIGH.search(by):
        return False
    return above["place"] in "省市州" or not re.search("[市州]", by)


_WRONG = {"person": _person, "several": _several, "below": _below, "above": _above}

CHECK = Check("addressee-kind", Params, run, fields=("kind",), roles=("title",))
