"""The figures of a report as a table on screen, JSON, CSV or a workbook."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Sequence
from itertools import groupby

from govlint.cli.console import takes_unicode
from govlint.facts.change_words import CHANGE_ROLES, change_of
from govlint.facts.entries import Entry, tells_aim, usual_name
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.ledger import build_ledger
from govlint.facts.proportions import PROPORTION
from govlint.records import NamedTuple
from govlint.ruleset.rule import Rule
from govlint.text.columns import columns
from govlint.text.span import Span

_WIDEST = 30
_ABOUT = re.compile("(?:约|接?近|不足|不到|超过?|逾|突破|至少|最多|不低于|不少于|不超过)$")
_LESS = re.compile("-[0-9.]+[%‰]?[一-龥]{0,4}")
"""A fall; nothing in it can be worked out."""
_BOUND = re.compile("左右|及?以[上下内]|[余多]")
_RANGE = re.compile(r"(?<![0-9.年])[0-9][0-9.]{0,9}[万亿%]{0,2}[—～~至-]$")
_DIGITS = re.compile(r"[0-9][0-9.,%万亿—～~至-]*[0-9]")
_HEADS = {
    "indicator": "指标", "period": "时期", "value": "数值", "unit": "单位", "growth": "增幅",
    "note": "说明", "place": "位置", "rule": "规则", "given": "依据", "expected": "应为",
    "stated": "文中", "verdict": "结果",
}  # fmt: skip

_NOTHING = {"zh": "没有可以列出的数字。\n", "en": "no figures to list\n"}
_ENGLISH = {"相符": "agrees", "不符": "differs"}


class Row(NamedTuple):
    """One figure of the ledger, in the words of the report; a change that is told alone has no
    value, a fall has a minus sign. ``note``: that it is an aim, and what makes it less exact."""

    indicator: str
    period: str
    value: str
    unit: str
    growth: str
    note: str
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
    return [_row(facts, entry) for entry in build_ledger(facts)]


def _row(facts: Facts, entry: Entry) -> Row:
    figure = entry.figure
    told = _is_change(entry)
    changes = (figure, *entry.changes) if told else entry.changes
    return Row(
        usual_name(facts, entry.indicator),
        entry.period,
        *(("", "") if told else _number(facts, figure)),
        "，".join(_change(facts, each) for each in changes),
        _note(facts, entry),
        _place(facts, figure.span),
    )


def _change(facts: Facts, figure: Figure) -> str:
    bound = _BOUND.match(facts.body, figure.span.end)
    sign = "-" if figure.sign < 0 else ""
    return f"{sign}{facts.text[slice(*figure.span)]}{bound[0] if bound else ''}"


def _is_change(entry: Entry) -> bool:
    """Whether only the change of an indicator is told; not what is called one, as 户均增收."""
    return not entry.figure.roles.isdisjoint(CHANGE_ROLES) and not change_of(entry.indicator)


def _note(facts: Facts, entry: Entry) -> str:
    """What a reader must know of a figure beside its value."""
    text, span = facts.body, entry.figure.span
    about = [
        _ABOUT.search(text, *entry.figure.lead),
        None if _is_change(entry) else _BOUND.match(text, span.end),
    ]
    aim = ["目标"] if tells_aim(facts, entry) else []
    return "，".join([*aim, *(match[0] for match in about if match)])


def related(facts: Facts, rules: Sequence[Rule]) -> list[Related]:
    """Every relation of one document that a rule can work out, in order."""
    found = [
        (agreement, rule)
        for rule in rules
        for agreement in rule.body.check.agreements(facts, rule.body.params)
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
    begun = _RANGE.search(facts.text, *figure.lead)  # 2000—3000吨
    first = begun.start() if begun else figure.span.start
    written = facts.text[first : figure.span.end].replace("，", ",")
    if figure.dimension == PROPORTION:
        return written.replace("：", ":"), ""
    stretch = _DIGITS.match(written) if begun else None
    if stretch:
        return stretch[0], written[stretch.end() :]
    digits = len(written) - len(written.lstrip("0123456789.,"))
    if not digits:  # in words: 一百二十户, 三成五
        end = len(written) - len(figure.unit) if written.endswith(figure.unit) else len(written)
        return written[:end], written[end:]
    return written[:digits], written[digits:]


def _place(facts: Facts, span: Span) -> str:
    source = facts.document.source
    line, column = source.position(span.start)
    return f"{source.name}:{line}:{column}"


Records = Sequence[Row] | Sequence[Related]
Kind = type[Row] | type[Related]


def in_english(records: Records) -> Records:
    """``records`` with what is not of the report itself in English."""
    return [
        record._replace(verdict=_ENGLISH[record.verdict])
        if isinstance(record, Related)
        else record._replace(note=re.sub("^目标", "aim", record.note))
        for record in records
    ]  # type: ignore[return-value]


def _text(records: Records, kind: Kind, language: str) -> str:
    if not records:
        return _NOTHING[language]
    table = [_heads(kind, language), *records]
    wide = [min(_WIDEST, max(columns(row[i]) for row in table)) for i in range(len(table[0]))]
    lines = ["  ".join(_padded(cell, width) for cell, width in zip(row, wide, strict=True)).rstrip()
             for row in table]  # fmt: skip
    if isinstance(records[0], Related):
        counts = [(key, len(list(each))) for key, each in groupby(sorted(r[4] for r in records))]
        lines.append("，".join(f"{key} {count}" for key, count in counts))
    return "\n".join(lines) + "\n"


def _heads(kind: Kind, language: str) -> tuple[str, ...]:
    return tuple(field if language == "en" else _HEADS[field] for field in kind._fields)


def _padded(cell: str, width: int) -> str:
    return cell + " " * max(0, width - columns(cell))


def _json(records: Records, _kind: Kind, _language: str) -> str:
    found = [record._asdict() for record in records]
    whole = {"schema_version": 1, "records": found}
    return json.dumps(whole, ensure_ascii=not takes_unicode(sys.stdout)) + "\n"


def _csv(records: Records, kind: Kind, language: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_heads(kind, language))
    writer.writerows(map(_harmless, records))
    return "\ufeff" + out.getvalue()  # a spreadsheet takes UTF-8 for GBK without the mark


def _harmless(cells: Sequence[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula."""
    return [f"'{cell}" if _is_formula(cell) else cell for cell in cells]


def _is_formula(cell: str) -> bool:
    return cell[:1] in ("=", "+", "-", "@") and not _LESS.fullmatch(cell)


def as_workbook(records: Records, kind: Kind, language: str) -> bytes:
    """The table as an .xlsx file. Raises UsageFault where openpyxl is missing."""
    from govlint.engine.workbook import workbook

    return workbook([_heads(kind, language), *records])


FORMATS: dict[str, Callable[[Records, Kind, str], str]] = {
    "text": _text,
    "json": _json,
    "csv": _csv,
}
