"""audience: does a document speak to those to whom it is addressed?

``vocative``: a speech to 各位代表 turns to 各位委员. ``organ``: a letter to a 局 says 贵委.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.organs import addressee, can_be_one, holds_several, kind_of
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import Span

_WHO = "代表|委员|老师|同学|家长|村民|居民|业主|股东|评委|学员|会员|职工|员工|师生"
_SALUTATION = re.compile(r"[^，。；\n]{0,20}各位[^，。；\n]{0,24}：(?=[ \t\u3000]*$)", re.MULTILINE)
_AT_START = re.compile(rf"(?:^|(?<=[。！？\n\u3000 ]))各位(?P<who>{_WHO})们?(?=[，！：])")
_OPENING = 240
_YOURS = re.compile(
    r"(?<![宝高昂珍])(?:贵|(?<![请由与和及、])你|(?<=请)你)(?P<kind>局|委(?!员)|镇|乡|街道|校|院|公司|中心|村|社区)"
)
_OTHERS = re.compile(
    r"(?<![宝高昂珍])贵(?P<kind>厅|厂|馆|所(?![有属])|站|行(?![业政动程文])|会(?!议)|部(?![门分队])|办(?![公理])|队|社(?!区))"
)
"""What an organ that is a 局, a 公司, a 镇 and the like is never called."""
_NAMED = re.compile(
    r"(?<![宝高昂珍])贵(?P<who>(?!我)[一-龥]{2,8}(?:公司|局|委员会|医院|学院|中心|大队))"
)
"""贵供电公司: what is addressed by its name."""
_ASKED = re.compile(
    r"[恳敬特商提望](?<![并也再另].)(?:(?<=望)|请)"
    r"(?P<who>(?![各有贵你])[^，。；：、\n和与及]{1,20}?(?:局|委员会|办公室|厅|医院|银行|公司|中心|学院|中学|小学|大队|支队))"
    r"(?=(?:能够?)?(?:予以|给予|大力|惠予|鼎力)?(?:支持|帮助|研究|批准|审批|审定|函复|复函|批复|协助|批示|审核|审议|配合|解决))"
)
"""Who is asked to do what only the one can do to whom the document goes."""
_LETTER = re.compile("函复|复函|此函|妥否|当否|特此(?:函|请)")
_KINDS = {"校": ("学校", "学院"), "院": ("医院", "法院", "检察院", "学院")}


class Params(NamedTuple):
    """``report``: vocative or organ."""

    report: Literal["vocative", "organ"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from (_vocatives if params.report == "vocative" else _organs)(facts)


def _vocatives(facts: Facts) -> Iterator[Finding]:
    text, end = facts.body, facts.title.span.end + _OPENING
    place = text.find("各位", 0, end)
    if place < 0:
        return
    opening = _SALUTATION.search(text, begins(text, place, "\n"), end)
    called = set(re.findall(_WHO, opening[0])) if opening else set()
    if opening is None or not called:
        return
    for match in _AT_START.finditer(text, opening.end()):
        if match["who"] not in called:
            yield _finding(facts, Span(*match.span()), Span(*opening.span()))


def _organs(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    if holds_several(text):
        return
    asked = _ASKED.search(text) is not None
    called = "贵" in text or "你" in text
    to = addressee(text, facts.title) if asked or called else None
    kind = kind_of(text[slice(*to)]) if to else ""
    if to is None or not kind:
        return
    yield from _called_otherwise(facts, to, kind)
    if kind != "其他":
        yield from _misnamed(facts, to, kind, asked=asked)


def _misnamed(facts: Facts, to: Span, kind: str, *, asked: bool) -> Iterator[Finding]:
    """Organs of the kind of the one addressed that are asked, or turned to, in its place."""
    text = facts.body
    if asked and _LETTER.search(text, to.end):
        for match in _ASKED.finditer(text, to.end):
            name, here = match["who"], Span(*match.span("who"))
            if kind_of(name) == kind and not can_be_one(name, text[slice(*to)]):
                yield _finding(facts, here, to)
    for match in _NAMED.finditer(text, to.end):
        name = match["who"]
        if kind_of(name) == kind and not can_be_one(name, text[slice(*to)]):
            yield _finding(facts, Span(*match.span()), to)
    for match in _YOURS.finditer(text, to.end):
        if kind not in _KINDS.get(match["kind"], (match["kind"],)):
            yield _finding(facts, Span(*match.span()), to)


def _called_otherwise(facts: Facts, to: Span, kind: str) -> Iterator[Finding]:
    """贵厅 in a letter to a 局, 贵局 in one to a 厅: what the name of the organ does not hold."""
    text = facts.body
    name = text[slice(*to)]
    for match in (_YOURS if kind == "其他" else _OTHERS).finditer(text, to.end):
        said = match["kind"]
        held = _KINDS.get(said, (said,))
        if match[0][0] == "贵" and not any(each in name for each in (said, *held)):
            yield _finding(facts, Span(*match.span()), to)


def _finding(facts: Facts, here: Span, there: Span) -> Finding:
    text = facts.body
    fields = {"here": text[slice(*here)], "there": text[slice(*there)].strip(" \t\u3000：")}
    return Finding(here, fields, (Related(there, "there"),))


CHECK = Check("audience", Params, run, fields=("here", "there"), roles=("there",))
