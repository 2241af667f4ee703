"""personal-number: does the text give away the number of a person or an account?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.hints import Literal
from govlint.records import NamedTuple

_PUBLIC = re.compile(r"联系|电话|热线|咨询|举报|监督|手机|报名|客服|办公")
_PERSONAL = re.compile(
    r"[0-9一二三四五六七八九十]岁|监护人|准考证|身份证|户主|申请人|家庭[0-9一二三四五六七八九十人]|低保(?:户|对象)|残疾(?:儿童|学生)|入围"
    r"|轮候|患者|考生|学生|受助|救助对象|困难户|补贴标准"
)
"""What is said of persons, not of offices."""
_OFFICE = re.compile(r"热线|咨询|举报|监督|客服|报名")
"""What only offices are called for."""
_HOTLINE = re.compile(r"热线|咨询|举报|监督")
"""What alone is to be called in a report: it asks nobody to ring for more."""
_REPORT = re.compile(r"(?:报告|总结|汇报)(?!会|的)")
_BEFORE = 20
_TAIL = 10
"""So many lines at the end may hold whom to ask (附注)."""


class Params(NamedTuple):
    """``kinds``: identity, mobile, card."""

    kinds: tuple[Literal["identity", "mobile", "card"], ...]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for number in facts.long_numbers:
        if number.kind in params.kinds and not _is_contact(facts, number.span.start, number.kind):
            shown = facts.body[slice(*number.span)]
            yield Finding(number.span, {"masked": f"{shown[:3]}…{shown[-2:]}"})


def _is_contact(facts: Facts, place: int, kind: str) -> bool:
    """Whether a telephone number is there to be called."""
    if kind != "mobile":
        return False
    before = facts.body[max(0, place - _BEFORE) : place]
    if not _OFFICE.search(before) and _PERSONAL.search(facts.body, *facts.sentence(place)):
        return False
    starts = facts.document.source.line_starts
    if len(starts) > _TAIL and place >= starts[-_TAIL]:
        return True
    public = _HOTLINE if _REPORT.search(facts.body, *facts.title.span) else _PUBLIC
    return public.search(before) is not None


CHECK = Check("personal-number", Params, run, fields=("masked",))
