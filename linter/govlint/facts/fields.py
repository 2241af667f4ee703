"""fields: what a heading is about, and what the text below it is about.

The table (fields.csv) has for each field of government work the words that headings call it by,
words that hardly any other field has, and the fields that are told together with it. A heading
names a field where nothing else is left of it but verbs and 工作 or 事业.
"""

from __future__ import annotations

import re
from functools import cache

from govlint.packaged import packaged
from govlint.records import NamedTuple

TABLE = "fields.csv"
_LEAD = (
    "(?:[做抓]好|抓实|抓|扎实|大力|全面|持续|切实|认真|着力|深入|全力|加快|加强|强化|推进|推动|发展|开展|狠抓"
    "|严抓|促进|不断|进一步|繁荣|深化|统筹|全县|全镇|全市|全区|全乡|改善|提升|提高|优化|完善)*+"
)
_REST = (
    "(?:事业|工作|情况|建设|发展|管理|保障|监管|服务|治理"
    "|方面|领域|条件|环境|整治|专项|攻坚|行动|任务|重点|收入|支出|形势|生产|市场|秩序|投入|水平|质量|能力|体系)*+"
    "(?:总体|保持|持续|稳步|平稳|不断|明显|显著|全面|稳中|较快|有效|进一步)*+"
    "(?:稳定|增长|提升|向好|推进|改善|提高|见效|提速|增效|回升|好转|优化|扩大|巩固|完善)?+"
)


class Field(NamedTuple):
    """``names``: what headings call it; ``words``: what its texts speak of; ``beside``: the
    names of the fields that are told together with it."""

    name: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    beside: tuple[str, ...]


@cache
def fields() -> tuple[Field, ...]:
    """The rows of the table."""
    _, *rows = packaged("facts", TABLE).decode().splitlines()
    cells = (row.split(",") for row in rows)
    return tuple(Field(name, *(tuple(cell.split("、")) for cell in rest)) for name, *rest in cells)


@cache
def _headings() -> tuple[tuple[re.Pattern[str], Field], ...]:
    return tuple(
        (re.compile(f"{_LEAD}(?:{'|'.join(field.names)}){_REST}"), field) for field in fields()
    )


def field_of(heading: str) -> Field | None:
    """The one field that a heading names and nothing else.

    >>> [getattr(field_of(words), "name", "") for words in ("扎实做好禁毒工作", "文化教育事业")]
    ['禁毒', '']
    """
    found = [field for regex, field in _headings() if regex.fullmatch(heading)]
    return found[0] if len(found) == 1 else None


def spoken_of(text: str, field: Field) -> list[str]:
    """The words of a field that a text has.

    >>> spoken_of("新建村卫生室2个，引进全科医生3名", fields()[1])
    ['村卫生室', '医生', '全科']
    """
    return [word for word in field.words if word in text]
