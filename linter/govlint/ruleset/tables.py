"""A table of words, as a spreadsheet saves it, every mistake with its row and column."""

from __future__ import annotations

import csv
import io
import re
from difflib import get_close_matches

from govlint.diagnostics.severity import SEVERITIES
from govlint.facts.terms import APART, ONLY, PHRASE, Table, Term, table_of
from govlint.records import NamedTuple
from govlint.ruleset.fault import FileFault
from govlint.ruleset.phrase import PhraseError, compile_phrase
from govlint.ruleset.rarity import share
from govlint.ruleset.regexes import RegexError, check_regex
from govlint.ruleset.rule import Case
from govlint.text.decode import DecodeFault, decode
from govlint.text.fold import fold
from govlint.text.years import YEAR

COLUMNS = ("错", "对", "说明", "前接", "后接", "起", "止", "级别", "例句", "反例")
"""The columns of a table, in the order in which people write them; the first two are needed."""
_LEVELS = {"错误": "error", "警告": "warning", "提示": "info"}
_MAX_BYTES = 8_000_000
_LONG = 2000
"""Of a table with more lines than that, the rows without examples are not all tested …"""
_SAMPLE = 400
"""… but one in so many."""
_HAN = re.compile("[一-龥]+")
_YEAR = re.compile(YEAR)
_APART = re.compile(r"[、\n]")
_OR = re.compile(r"[|｜\n]")


class Read(NamedTuple):
    """A table, and what its rows are tested with."""

    table: Table
    cases: tuple[Case, ...]


def read_table(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``. ``fixable``: the rule offers its
    right words as edits. Raises FileFault, whose column is that of the cell."""
    if len(data) > _MAX_BYTES:
        raise FileFault(path, 1, 1, f"词表超过 {_MAX_BYTES // 1_000_000} MB", "分成几个表")
    try:
        text = decode(data).text
    except DecodeFault:
        hint = "在电子表格里另存为 CSV（UTF-8 或 GBK）"
        raise FileFault(path, 1, 1, "词表不是文本", hint) from None
    return _Reader(path, fixable=fixable).read(text)


class _Reader:
    """One table, row by row."""

    def __init__(self, path: str, *, fixable: bool) -> None:
        self.path = path
        self.fixable = fixable
        self.heads: list[str] = []
        self.line = 1
        self.cells: dict[str, str] = {}
        self.seen: dict[tuple[str, ...], int] = {}
        self.cases: list[Case] = []
        self.sampled = 1

    def read(self, text: str) -> Read:
        head = text.partition("\n")[0]
        self.sampled = _SAMPLE if text.count("\n") > _LONG else 1
        comma = "\t" if "\t" in head and "," not in head else ","
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
        terms: list[Term] = []
        done = 0
        try:
            for row in rows:
                self.line, done = done + 1, rows.line_num
                cells = [cell.strip() for cell in row]
                if not self.heads:
                    self._head(cells)
                elif any(cells) and not cells[0].startswith("#"):
                    terms.append(self._row(cells))
        except csv.Error as fault:
            line = rows.line_num
            message = f"不是完好的 CSV：{fault}"
            raise FileFault(self.path, line, 1, message, "看看引号是不是成对") from None
        if not self.heads:
            raise FileFault(self.path, 1, 1, "词表是空的", f"第一行写列名：{'、'.join(COLUMNS)}")
        return Read(table_of(terms), tuple(self.cases))

    def _head(self, heads: list[str]) -> None:
        for number, head in enumerate(heads, 1):
            if head and head not in COLUMNS:
                if "，" in head:
                    hint = "列与列之间用半角逗号"
                else:
                    close = get_close_matches(head, COLUMNS, 1, 0.4)
                    hint = f"是不是“{close[0]}”？" if close else f"可用的列：{'、'.join(COLUMNS)}"
                raise FileFault(self.path, self.line, number, f"不认识的列“{head}”", hint)
            if head and heads.index(head) + 1 < number:
                raise FileFault(self.path, self.line, number, f"有两个“{head}”列")
        for head in COLUMNS[:2]:
            if head not in heads:
                hint = f"第一行写列名：{'、'.join(COLUMNS)}"
                raise FileFault(self.path, self.line, 1, f"缺少“{head}”列", hint)
        self.heads = heads

    def fault(self, column: str, message: str, hint: str = "") -> FileFault:
        """A fault in a cell of the row."""
        number = self.heads.index(column) + 1 if column in self.heads else 1
        return FileFault(self.path, self.line, number, message, hint)

    def _row(self, cells: list[str]) -> Term:
        extra = [n for n, cell in enumerate(cells[len(self.heads) :], len(self.heads) + 1) if cell]
        if extra:
            hint = "格子里有逗号时，要用引号括起来"
            raise FileFault(self.path, self.line, extra[0], "这一格上面没有列名", hint)
        self.cells = {head: cell for head, cell in zip(self.heads, cells, strict=False) if head}
        wrong, rights = self._words()
        term = Term(
            line=self.line,
            offset=min(range(len(wrong) - 1), key=lambda i: share(wrong[i : i + 2])),
            wrong=wrong,
            rights=rights,
            note=_one_line(self._cell("说明")),
            before=self._contexts("前接"),
            after=self._contexts("后接"),
            since=self._year("起"),
            until=self._year("止"),
            severity=self._severity(),
        )
        if term.until and term.until < term.since:
            raise self.fault("止", f"“止”（{term.until}）早于“起”（{term.since}）")
        key = (wrong, term.before, term.after, str(term.since), str(term.until))
        if key in self.seen:
            raise self.fault("错", f"“{wrong}”在第 {self.seen[key]} 行已经有了")
        self.seen[key] = self.line
        self._cases(term)
        return term

    def _cell(self, column: str) -> str:
        return self.cells.get(column, "")

    def _words(self) -> tuple[str, tuple[str, ...]]:
        wrong = _folded(self._cell("错"))
        if len(wrong) < 2:
            raise self.fault("错", "“错”至少要有两个字", "一个字的错要连同前后的字一起写")
        if _bad(wrong):
            raise self.fault("错", "“错”里有换行或者少见的字符")
        rights = tuple(filter(None, (part.strip() for part in _OR.split(self._cell("对")))))
        if not rights:
            raise self.fault("对", f"“{wrong}”没有写“对”", "几种写法都可以的，用“|”隔开")
        if wrong in rights or any(map(_bad, rights)):
            raise self.fault("对", f"“对”不能和“错”一样（{wrong}）")
        return wrong, rights

    def _contexts(self, column: str) -> str:
        cell = self._cell(column)
        if not cell:
            return ""
        cell = cell.replace("只:", ONLY)
        lead = ONLY if cell.startswith(ONLY) else ""
        items = [item.strip() for item in _APART.split(cell.removeprefix(ONLY))]
        items = [self._context(column, item) for item in items if item]
        if lead and not items:
            raise self.fault(column, "“只：”后面没有内容")
        return lead + APART.join(items)

    def _context(self, column: str, item: str) -> str:
        if not any(char in item for char in "{}…\\"):
            return _folded(item)
        try:
            regex = compile_phrase(item)
            check_regex(regex)
        except (PhraseError, RegexError) as fault:
            raise self.fault(column, f"“{item}”：{fault}") from None
        return PHRASE + regex

    def _year(self, column: str) -> int:
        text = self._cell(column).removesuffix("年")
        if not text:
            return 0
        if not _YEAR.fullmatch(text):
            raise self.fault(column, f"“{column}”应当是四位数的年份，不是“{text}”", "如 2019")
        return int(text)

    def _severity(self) -> str:
        text = self._cell("级别")
        found = _LEVELS.get(text, text)
        if found and found not in SEVERITIES:
            hint = f"可用：{'、'.join(_LEVELS)}"
            raise self.fault("级别", f"不认识的级别“{text}”", hint)
        return found

    def _cases(self, term: Term) -> None:
        """The examples of the row; without one, its word in a sentence that says nothing."""
        if self.line % self.sampled and not (self._cell("例句") or self._cell("反例")):
            return
        report = f"{term.since or term.until}年工作总结\n" if term.since or term.until else ""
        bad = _sentences(self._cell("例句"))
        for sentence in bad:
            if term.wrong not in fold(sentence):
                raise self.fault("例句", f"“例句”里没有“{term.wrong}”")
        for sentence in _sentences(self._cell("反例")):
            if "⟦" in sentence:
                raise self.fault("反例", "“反例”里不该有⟦⟧")
            self._case("反例", report + sentence)
        fix = f"|{term.rights[0]}" if self.fixable and len(term.rights) == 1 else ""
        for sentence in bad:
            text = sentence if "⟦" in sentence else _marked(sentence, term.wrong, fix)
            self._case("例句", report + text)
        frame = None if bad else _frame(term)
        if frame:
            before, after = frame
            self._case(
                "错", f"{report}会上提到，{before}⟦{term.wrong}{fix}⟧{after}，请各单位照办。"
            )
            for right in term.rights:
                self._case("对", f"{report}会上提到，{before}{right}{after}，请各单位照办。")
        elif not bad:
            raise self.fault(
                "例句", f"“{term.wrong}”要有“例句”", "“只：”里全是短语时，例子造不出来"
            )

    def _case(self, kind: str, text: str) -> None:
        self.cases.append(Case(f"{self.path}:{self.line}", kind, text))


def _frame(term: Term) -> tuple[str, str] | None:
    """What must stand before and after the word for it to be wrong, or None where no plain text
    is known."""
    found = []
    for cell in (term.before, term.after):
        items = cell.removeprefix(ONLY).split(APART) if cell.startswith(ONLY) else [""]
        plain = [item for item in items if not item.startswith(PHRASE)]
        if not plain:
            return None
        found.append(plain[0])
    return found[0], found[1]


def _marked(sentence: str, wrong: str, fix: str) -> str:
    """``sentence`` with every ``wrong`` in it marked."""
    pieces, start, folded = "", 0, fold(sentence)
    place = folded.find(wrong)
    while place >= 0:
        end = place + len(wrong)
        pieces += f"{sentence[start:place]}⟦{sentence[place:end]}{fix}⟧"
        start, place = end, folded.find(wrong, end)
    return pieces + sentence[start:]


def _sentences(cell: str) -> list[str]:
    """The sentences of a cell: one, or several on lines of their own."""
    return [line.strip() for line in cell.splitlines() if line.strip()] if cell else []


def _folded(cell: str) -> str:
    return cell if _HAN.fullmatch(cell) else fold(cell)


def _one_line(cell: str) -> str:
    return " ".join(cell.split()) if cell else ""


def _bad(word: str) -> bool:
    return _HAN.fullmatch(word) is None and any(
        char < " " or char > "\uffff" or char in "⟦⟧\\" for char in word
    )
