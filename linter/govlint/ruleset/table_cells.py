"""What the cells of a row say: its word, what is right instead, and where the word is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from govlint.diagnostics.severity import SEVERITIES
from govlint.facts.terms import APART, ONLY, PHRASE, Term
from govlint.ruleset.phrase import PhraseError, compile_phrase
from govlint.ruleset.rarity import share
from govlint.ruleset.regexes import RegexError, check_regex
from govlint.text.fold import fold
from govlint.text.years import YEAR

COLUMNS = ("错", "对", "说明", "前接", "后接", "起", "止", "级别", "例句", "反例")
"""The columns of a table, in the order in which people write them; the first two are needed."""
_LEVELS = {"错误": "error", "警告": "warning", "提示": "info"}
_HAN = re.compile("[一-龥]+")
_YEAR = re.compile(YEAR)
_APART = re.compile(r"[、\n]")
_OR = re.compile(r"[|｜\n]")

Cells = Mapping[str, str]
"""The cells of a row by their column; one that is not there is empty."""


class CellFault(Exception):
    """A cell that cannot be used: its column, what is wrong, and what would do."""

    def __init__(self, column: str, message: str, hint: str = "") -> None:
        self.column = column
        self.message = message
        self.hint = hint
        super().__init__(message)


def term_of(cells: Cells, line: int) -> Term:
    """The term in the row that begins on ``line``, from 1. Raises CellFault."""
    wrong, rights = _words(cells)
    term = Term(
        line=line,
        offset=min(range(len(wrong) - 1), key=lambda i: share(wrong[i : i + 2])),
        wrong=wrong,
        rights=rights,
        note=" ".join(cells.get("说明", "").split()),
        before=_contexts(cells, "前接"),
        after=_contexts(cells, "后接"),
        since=_year(cells, "起"),
        until=_year(cells, "止"),
        severity=_severity(cells.get("级别", "")),
    )
    if term.until and term.until < term.since:
        raise CellFault("止", f"“止”（{term.until}）早于“起”（{term.since}）")
    return term


def _words(cells: Cells) -> tuple[str, tuple[str, ...]]:
    wrong = _folded(cells.get("错", ""))
    if len(wrong) < 2:
        raise CellFault("错", "“错”至少要有两个字", "一个字的错要连同前后的字一起写")
    if _bad(wrong):
        raise CellFault("错", "“错”里有换行或者少见的字符")
    rights = tuple(filter(None, (part.strip() for part in _OR.split(cells.get("对", "")))))
    if not rights:
        raise CellFault("对", f"“{wrong}”没有写“对”", "几种写法都可以的，用“|”隔开")
    if wrong in rights or any(map(_bad, rights)):
        raise CellFault("对", f"“对”不能和“错”一样（{wrong}）")
    return wrong, rights


def _bad(word: str) -> bool:
    return _HAN.fullmatch(word) is None and any(
        char < " " or char > "\uffff" or char in "⟦⟧\\" for char in word
    )


def _contexts(cells: Cells, column: str) -> str:
    cell = cells.get(column, "")
    if not cell:
        return ""
    cell = cell.replace("只:", ONLY)
    lead = ONLY if cell.startswith(ONLY) else ""
    items = [item.strip() for item in _APART.split(cell.removeprefix(ONLY))]
    items = [_context(column, item) for item in items if item]
    if lead and not items:
        raise CellFault(column, "“只：”后面没有内容")
    return lead + APART.join(items)


def _context(column: str, item: str) -> str:
    if not any(char in item for char in "{}…\\"):
        return _folded(item)
    try:
        regex = compile_phrase(item)
        check_regex(regex)
    except (PhraseError, RegexError) as fault:
        raise CellFault(column, f"“{item}”：{fault}") from None
    return PHRASE + regex


def _folded(cell: str) -> str:
    return cell if _HAN.fullmatch(cell) else fold(cell)


def _year(cells: Cells, column: str) -> int:
    text = cells.get(column, "").removesuffix("年")
    if not text:
        return 0
    if not _YEAR.fullmatch(text):
        raise CellFault(column, f"“{column}”应当是四位数的年份，不是“{text}”", "如 2019")
    return int(text)


def _severity(text: str) -> str:
    found = _LEVELS.get(text, text)
    if found and found not in SEVERITIES:
        raise CellFault("级别", f"不认识的级别“{text}”", f"可用：{'、'.join(_LEVELS)}")
    return found
