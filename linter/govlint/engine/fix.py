"""Which fixes can be made together, and when there is nothing left to fix.

Fixes are chosen from the findings of a text, the surer first, then by place; those that would
touch each other wait. The text with them is checked again, and they hold only if what they were
for is gone and nothing new has come; otherwise they are halved until the one at fault is found,
which is left out. This goes on with the new text until no fix holds. What remains is a fixed
point: fixing it again comes to the same. It always ends, since every step leaves fewer findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.edits import Moves, Taken, apply
from govlint.diagnostics.finding import Edit
from govlint.diagnostics.result import FileResult
from govlint.records import NamedTuple

MOST_TRIALS = 200
"""How often one document is checked again: a bound for rules that fight each other. The text is
then left at the last step that held."""

Lint = Callable[[str], FileResult]
"""A text to what is found in it."""


class Fixed(NamedTuple):
    """``result``: what is found in the text as it is now (``result.source``); ``made``: the
    findings whose fixes were made, in order; ``refused``: how many of those that remain have a
    fix that is allowed and does not hold."""

    result: FileResult
    made: tuple[Diagnostic, ...] = ()
    refused: int = 0


def fix(result: FileResult, lint: Lint, *, unsafe: bool) -> Fixed:
    """The fixed point of the text of ``result`` under its safe fixes, or all where ``unsafe``."""
    if result.source is None or not any(_allowed(d, unsafe=unsafe) for d in result.diagnostics):
        return Fixed(result)
    fixer = _Fixer(result, lint)
    while fixer.step(unsafe=unsafe):
        pass
    remaining = sum(_allowed(d, unsafe=unsafe) for d in fixer.result.diagnostics)
    return Fixed(fixer.explained(), tuple(fixer.made), remaining)


def _allowed(found: Diagnostic, *, unsafe: bool) -> bool:
    return found.fix is not None and (unsafe or found.fix.safety == "safe")


class _Fixer:
    """A text on its way: ``result`` is where it is now, ``made`` what has brought it there."""

    def __init__(self, result: FileResult, lint: Lint) -> None:
        self.result = result
        self.made: list[Diagnostic] = []
        self._lint = lint
        self._trials = 0
        self._brings: dict[int, str] = {}

    def explained(self) -> FileResult:
        """``result``, in which each fix that does not hold says what it would bring up."""
        found = tuple(map(self._explained, self.result.diagnostics))
        return self.result._replace(diagnostics=found)

    def _explained(self, found: Diagnostic) -> Diagnostic:
        brings = self._brings.get(id(found), "")
        if not brings or not found.fix:
            return found
        return found._replace(fix=found.fix._replace(brings=brings))

    def step(self, *, unsafe: bool) -> bool:
        """Make as many fixes as hold together; whether there was one."""
        self._brings.clear()
        candidates = [d for d in self.result.diagnostics if _allowed(d, unsafe=unsafe)]
        while candidates and self._trials < MOST_TRIALS:
            chosen = choose(candidates)
            taken, after = self._take([], chosen, self.result)
            if taken:
                self.made += taken
                self.result = after
                return True
            tried = set(map(id, chosen))
            candidates = [d for d in candidates if id(d) not in tried] if chosen else []
        return False

    @property
    def _text(self) -> str:
        return self.result.source.text if self.result.source else ""

    def _take(
        self, taken: list[Diagnostic], batch: list[Diagnostic], after: FileResult
    ) -> tuple[list[Diagnostic], FileResult]:
        """``taken``, which hold and lead to ``after``, and those of ``batch`` that hold, too."""
        if not batch or self._trials >= MOST_TRIALS:
            return taken, after
        tried, new = self._try([*taken, *batch])
        if not new:
            return [*taken, *batch], tried
        if len(batch) == 1:
            self._brings[id(batch[0])] = new[0].code
            return taken, after
        half = len(batch) // 2
        taken, after = self._take(taken, batch[:half], after)
        return self._take(taken, batch[half:], after)

    def _try(self, fixes: list[Diagnostic]) -> tuple[FileResult, list[Diagnostic]]:
        """What is found once ``fixes`` are made, and what of it they have brought up: then they do
        not hold."""
        self._trials += 1
        after = self._lint(fixed_text(self._text, fixes))
        return after, brought_up(self.result.diagnostics, fixes, after.diagnostics)


def fixed_text(text: str, fixes: Iterable[Diagnostic]) -> str:
    """``text`` with ``fixes``, which can be made at once."""
    return apply(text, (edit for found in fixes for edit in edits_of(found)))


def edits_of(found: Diagnostic) -> tuple[Edit, ...]:
    return found.fix.edits if found.fix else ()


def choose(candidates: list[Diagnostic]) -> list[Diagnostic]:
    """Those of ``candidates`` whose fixes can be made at once: the surer first, then by place.
    A fix is made whole or not at all."""
    taken = Taken()
    chosen = [found for found in sorted(candidates, key=_sureness) if taken.take(edits_of(found))]
    return sorted(chosen, key=lambda found: found.order)


def _sureness(found: Diagnostic) -> tuple[bool, tuple[str, int, str]]:
    return (found.fix is None or found.fix.safety != "safe", found.order)


def brought_up(
    before: Sequence[Diagnostic], fixed: Sequence[Diagnostic], after: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """What is found ``after`` fixing that is none of the findings ``before`` at its place, or is
    one that should be gone."""
    moves, mended = Moves(edit for found in fixed for edit in edits_of(found)), set(map(id, fixed))
    known = Counter(
        (found.code, found.span and moves.forward(found.span))
        for found in before
        if id(found) not in mended
    )
    new = []
    for found in after:
        key = (found.code, found.span and moves.settled(found.span))
        if not known[key]:
            new.append(found)
        known[key] -= 1
    return new
