"""price_conditions: can growth at constant prices explain what figures at current ones do not?"""

from __future__ import annotations

import re

from govlint.facts.context import Condition, Words
from govlint.facts.figure import Figure
from govlint.facts.prices import DEFLATION, is_priced

_NOTE = 40
_CONSTANT = re.compile(r"可比|不变价|同口径|同范围|扣除|剔除|修订|基数|名录|普查|统计制度")


def _note_end(text: str, place: int) -> int:
    """Where the note behind a figure ends: with the sentence behind it, or its paragraph."""
    line = text.find("\n", place, place + _NOTE)
    return line if line >= 0 else place + _NOTE


def _nominal(words: Words, figures: list[Figure]) -> bool:
    """Whether growth at constant prices, which is less than at current ones, explains nothing."""
    change, first, last = figures
    if _CONSTANT.search(words.text, change.span.end, _note_end(words.text, change.span.end)):
        return False  # 增长6.9%（不变价）
    if not first.value or not (is_priced(words.text, first) or is_priced(words.text, last)):
        return True
    return change.sign > 0 and change.value > (last.value - first.value) / first.value + DEFLATION


def _current(words: Words, figures: list[Figure]) -> bool:
    """Whether growth of an indicator is told at current prices."""
    return not is_priced(words.text, figures[0])


PRICES: dict[str, Condition] = {
    "nominal": Condition(_nominal, 3),
    "current": Condition(_current, 1),
}
