"""What a row of a table is tested with: its examples, or its words in a sentence made for them."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.facts.terms import APART, ONLY, PHRASE, Term
from govlint.ruleset.table_cells import CellFault, Cells
from govlint.text.fold import fold


def has_examples(cells: Cells) -> bool:
    """Whether somebody wrote examples for the row."""
    return bool(cells.get("例句") or cells.get("反例"))


def cases_of(term: Term, cells: Cells, *, fixable: bool) -> Iterator[tuple[str, str]]:
    """For each case the column it is from, and its text, marked ⟦…⟧ where the row must object,
    or ⟦…|…⟧ where it must also mend (``fixable``: the rule offers its right words as edits).

    Raises CellFault.
    """
    year = term.since or term.until
    title = f"{year}年工作总结\n" if year else ""
    fix = f"|{term.rights[0]}" if fixable and len(term.rights) == 1 else ""
    bad = _sentences(cells, "例句")
    for sentence in bad:
        if term.wrong not in fold(sentence):
            raise CellFault("例句", f"“例句”里没有“{term.wrong}”")
    for sentence in _sentences(cells, "反例"):
        if "⟦" in sentence:
            raise CellFault("反例", "“反例”里不该有⟦⟧")
        yield "反例", title + sentence
    for sentence in bad:
        yield "例句", title + (sentence if "⟦" in sentence else _marked(sentence, term.wrong, fix))
    if bad:
        return
    frame = _frame(term)
    if frame is None:
        hint = "“只：”里全是短语时，例子造不出来"
        raise CellFault("例句", f"“{term.wrong}”要有“例句”", hint)
    lead, end = f"{title}会上提到，{frame[0]}", f"{frame[1]}，请各单位照办。"
    yield "错", f"{lead}⟦{term.wrong}{fix}⟧{end}"
    for right in term.rights:
        yield "对", f"{lead}{right}{end}"


def _sentences(cells: Cells, column: str) -> list[str]:
    """The sentences of a cell: one, or several on lines of their own."""
    return [line.strip() for line in cells.get(column, "").splitlines() if line.strip()]


def _marked(sentence: str, wrong: str, fix: str) -> str:
    """``sentence`` with every ``wrong`` in it marked."""
    pieces, start, folded = "", 0, fold(sentence)
    place = folded.find(wrong)
    while place >= 0:
        end = place + len(wrong)
        pieces += f"{sentence[start:place]}⟦{sentence[place:end]}{fix}⟧"
        start, place = end, folded.find(wrong, end)
    return pieces + sentence[start:]


def _frame(term: Term) -> tuple[str, str] | None:
    """What must stand before and after the word for it to be wrong, or None where no plain text
    is known."""
    found = []
    for contexts in (term.before, term.after):
        only = contexts.startswith(ONLY)
        items = contexts.removeprefix(ONLY).split(APART) if only else [""]
        plain = [item for item in items if not item.startswith(PHRASE)]
        if not plain:
            return None
        found.append(plain[0])
    return found[0], found[1]
