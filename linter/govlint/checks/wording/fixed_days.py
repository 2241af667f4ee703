"""fixed-days: does the date of a day of remembrance or awareness agree with its name?

The date stands right before the name (12月3日是国家宪法日, “12·3”国家宪法日) or in brackets
behind it. What is done some days before one has a date of its own, and is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_DATE = (
    r"(?<![0-9月至到—·-])(?P<hit>(?P<m>[0-9]{1,2})(?:月|(?P<dot>[·.]))(?P<d>[0-9]{1,2})(?(dot)|日))"
)
_JOINED = (
    r"[”]?(?:（(?=[一-龥]{2,14}）)|(?:，|当天|这天|这一天)?[是为]|，(?=第[0-9一二三四五六七八九十]{1,4}个))?"
    r"(?:我国|全国|全省|全市|全县|世界|国际|国家|一年一度的?|法定的?)?"
    r"(?:的?第[0-9〇零一二三四五六七八九十]{1,4}个|[0-9]{4}年)?(?:全国|世界|国际|国家|全民|中国|“)?"
)
_BEHIND = r"(?![一-龥]{0,4}(?:前|后|到来|来临|临近|期间|之际|当[周月]|宣传[周月]))(?!宣传队)"
_LONGEST = 60
"""Code points of a date, a name and what joins them."""


class Params(NamedTuple):
    """``days``: a date and its names each (12月4日：国家宪法日、宪法宣传日)."""

    days: tuple[str, ...]

    def __hash__(self) -> int:  # by identity: a rule's parameters are made once
        return id(self)


class _Form(NamedTuple):
    """What one day is looked for with: its date behind or before one of its names."""

    right: str
    month: int
    day: int
    search: Search


def fault(params: Params) -> str:
    """What is wrong with the parameters of a rule, or ""."""
    wrong = (each for each in params.days if not re.fullmatch("[0-9]{1,2}月[0-9]{1,2}日：.+", each))
    each = next(wrong, None)
    return f"“{each}”应写作“12月4日：名称、名称”" if each is not None else ""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found: dict[Span, Finding] = {}
    for form in forms(params):
        for match in find(facts.body, facts.literals, form.search):
            if (int(match["m"]), int(match["d"])) != (form.month, form.day):
                fields = {"name": match["name"], "right": form.right}
                span = Span(*match.span("hit"))
                found.setdefault(span, Finding(span, fields))
    yield from (found[span] for span in sorted(found))


@lru_cache(maxsize=16)
def forms(params: Params) -> tuple[_Form, ...]:
    """What is looked for, for each day."""
    return tuple(form for each in params.days for form in _forms(each))


def _forms(text: str) -> Iterator[_Form]:
    right, _, cell = text.partition("：")
    month, day = (int(part) for part in right.removesuffix("日").split("月"))
    names = (*cell.split("、"),)
    name = f"(?P<name>{'|'.join(map(re.escape, names))})"
    for regex in (_DATE + _JOINED + name + _BEHIND, name + "[”]?（(?:每年)?" + _DATE + "）"):
        yield _Form(right, month, day, search_for(regex, (names,), _LONGEST))


CHECK = Check(
    "fixed-days",
    Params,
    run,
    fields=("name", "right"),
    searches=lambda params: [form.search for form in forms(params)],
    fault=fault,
)
