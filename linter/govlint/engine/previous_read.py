"""The report of an earlier year: its results and its aims."""

from __future__ import annotations

import os
import re

from govlint.engine.config_read import show_path
from govlint.engine.read import Reading, Unread, read_document
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.entries import Entry, is_aim, is_result, names_of
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.indicators import Indicators
from govlint.facts.ledger import build_ledger
from govlint.facts.previous import Previous, Said
from govlint.facts.report_periods import period_of
from govlint.ruleset.fault import UsageFault

_BOUND = re.compile("左右|以上|以下|以内|上下")


def read_previous(path: str, reading: Reading, indicators: Indicators | None = None) -> Previous:
    """What the report at ``path`` says. Raises UsageFault."""
    shown = show_path(path)
    document = read_document(path, shown, reading._replace(language="zh"))
    if isinstance(document, Unread):
        raise UsageFault(f"读不了上年报告 {shown}：{_reason(path, document)}")
    facts = Facts(document)
    if indicators is not None:
        facts.indicators = indicators
    year = facts.first_year
    if year is None:
        raise UsageFault(f"上年报告 {shown} 的标题里没有年份，不知道它是哪一年的")
    results: dict[str, Said] = {}
    aims: dict[tuple[str, bool], Said] = {}
    for entry in build_ledger(facts):
        figure = entry.figure
        grows = not figure.roles.isdisjoint(CHANGE_ROLES)
        if is_aim(facts, entry):
            for name in names_of(facts, entry.indicator):
                aims.setdefault((name, grows), _said(facts, figure))
        elif not grows and is_result(facts, entry) and _is_of_year(facts, entry):
            for name in names_of(facts, entry.indicator):
                results.setdefault(name, _said(facts, figure))
    return Previous(shown, year, results, aims)


def _reason(path: str, unread: Unread) -> str:
    """Why the report could not be read."""
    if os.path.isdir(path):
        return "它是文件夹，这里要写一个文件"
    if unread.event == "undecodable":
        return "认不出文字编码，请另存为 UTF-8"
    if unread.event == "unsupported":
        return f"它是{unread.fields['reason']}，{unread.fields['advice']}"
    return str(unread.fields["reason"])


def _is_of_year(facts: Facts, entry: Entry) -> bool:
    return period_of(entry.period, facts.year) == f"{facts.first_year}年"


def _said(facts: Facts, figure: Figure) -> Said:
    source = facts.document.source
    bound = _BOUND.match(source.text, figure.span.end)
    written = source.text[figure.span.start : bound.end() if bound else figure.span.end]
    return Said(figure.interval, figure.dimension, written, source.position(figure.span.start)[0])
