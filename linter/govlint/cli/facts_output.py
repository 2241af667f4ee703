"""The figures of a report as a table on screen, JSON, CSV or a workbook."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Sequence
from itertools import groupby

from govlint.cli.console import takes_unicode
from govlint.facts.facts import Facts
from govlint.facts.figures import Figure
from govlint.facts.ledger import build_ledger
from govlint.records import NamedTuple
from govlint.ruleset.rule import Rule
from govlint.text.columns import columns
from govlint.text.span import Span

_WIDEST = 30
_HEADS = {
    "indicator": "指标", "period": "时期", "value": "数值", "unit": "单位", "growth": "增幅",
    "place": "位置", "rule": "规则", "given": "依据", "expected": "应为", "stated": "文中",
    "verdict": "结果",
}  # fmt: skip


class Row(NamedTuple):
    """One figure of the ledger, in the words of the report."""

    indicator: str
    period: str
    value: str
    unit: str
    growth: str
    place: str


class Related(NamedTuple):
    """One relation: what it is worked out from, what follows, what is written, whether it fits."""

    rule: str
    given: str
    expected: str
    stated: str
    verdict: str
    place: str


def rows(facts: Facts) -> list[Row]:
    """The ledger of one document."""
    return [
        Row(
            entry.indicator,
            entry.period,
            *_number(facts, entry.figure),
            _written(facts, entry.growth) if entry.growth else "",
            _place(facts, entry.figure.span),
        )
        for entry in build_ledger(facts)
    ]


def related(facts: Facts, rules: Sequence[Rule]) -> list[Related]:
    """Every relation of one document that a rule can work out, in order."""
    found = [
        (agreement, rule)
        for rule in rules
        for agreement in rule.check.agreements(facts, rule.params)
    ]
    found.sort(key=lambda each: (each[0].span, each[1].id))
    return [
        Related(
            f"{rule.id} {rule.name}",
            agreement.given,
            agreement.expected,
            agreement.stated,
            "相符" if agreement.holds else "不符",
            _place(facts, agreement.span),
        )
        for agreement, rule in found
    ]


def _number(facts: Facts, figure: Figure) -> tuple[str, str]:
    written = facts.text[slice(*figure.span)].replace("，", ",")
    digits = len(written) - len(written.lstrip("0123456789.,"))
    if not digits:  # in words: 一百二十户, 三成五
        end = len(written) - len(figure.unit) if written.endswith(figure.unit) else len(written)
        return written[:end], written[end:]
    return written[:digits], written[digits:]


def _written(facts: Facts, figure: Figure) -> str:
    return facts.document.source.text[slice(*figure.span)]


def _place(facts: Facts, span: Span) -> str:
    source = facts.document.source
    line, column = source.position(span.start)
    return f"{source.name}:{line}:{column}"


Records = Sequence[Row] | Sequence[Related]
Kind = type[Row] | type[Related]


def _text(records: Records, kind: Kind) -> str:
    if not records:
        return "没有可以列出的数字。\n"
    table = [_heads(kind), *records]
    wide = [min(_WIDEST, max(columns(row[i]) for row in table)) for i in range(len(table[0]))]
    lines = ["  ".join(_padded(cell, width) for cell, width in zip(row, wide, strict=True)).rstrip()
             for row in table]  # fmt: skip
    if isinstance(records[0], Related):
        counts = [(key, len(list(each))) for key, each in groupby(sorted(r[4] for r in records))]
        lines.append("，".join(f"{key} {count}" for key, count in counts))
    return "\n".join(lines) + "\n"


def _heads(kind: Kind) -> tuple[str, ...]:
    return tuple(_HEADS[field] for field in kind._fields)


def _padded(cell: str, width: int) -> str:
    return cell + " " * max(0, width - columns(cell))


def _json(records: Records, _kind: Kind) -> str:
    found = [record._asdict() for record in records]
    whole = {"schema_version": 1, "records": found}
    return json.dumps(whole, ensure_ascii=not takes_unicode(sys.stdout)) + "\n"


def _csv(records: Records, kind: Kind) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_heads(kind))
    writer.writerows(map(_harmless, records))
    return "\ufeff" + out.getvalue()  # a spreadsheet takes UTF-8 for GBK without the mark


def _harmless(cells: Sequence[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula."""
    return [f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in cells]


def as_workbook(records: Records, kind: Kind) -> bytes:
    """The table as an .xlsx file. Raises UsageFault where openpyxl is missing."""
    from govlint.engine.workbook import workbook

    return workbook([_heads(kind), *records])


FORMATS: dict[str, Callable[[Records, Kind], str]] = {"text": _text, "json": _json, "csv": _csv}
