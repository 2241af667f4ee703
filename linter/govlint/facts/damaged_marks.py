"""damaged_marks: marks of headings that the grammar does not know again, where one is missing.

/（二）、 with a stray stroke, 二抓治理 without its point, （ニ） typed with a kana: where a number
is missing, a line that begins with it is that heading, whatever its mark looks like.
"""

from __future__ import annotations

import re

from govlint.facts.breaks import Break
from govlint.facts.facts import Facts
from govlint.facts.gaps import fills_gap
from govlint.facts.glued import written
from govlint.facts.outline import Series
from govlint.text.span import Span

_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}|[0-9]{1,2}")
_ALIKE = {"一": "一—－-", "二": "二ニ＝=亖", "三": "三≡", "八": "八ハ", "十": "十＋+", "1": "1lI"}
"""What is typed, or read by a machine, for a numeral."""
_LONGEST = 40
"""A longer line without a point is no heading."""
_NO_TITLE = "是要年月日个家户名人条项次所座公万亿千百元吨亩台期批%、."


def damaged_mark(facts: Facts, series: Series, found: Break) -> tuple[Span, str] | None:
    """The mark of the heading that ``found`` misses, and how it is written, if a line between its
    neighbours begins with it in a damaged form."""
    if found.kind != "gap" or not found.place or fills_gap(facts, series, found):
        return None
    text, member = facts.body, series.members[found.place]
    right = written(text[slice(*member.mark)], found.expected)
    numeral = _NUMERAL.search(right)
    if numeral is None:
        return None
    first, rest = numeral[0][0], numeral[0][1:]
    digits = f"[{re.escape(_ALIKE.get(first, first))}]{rest}"
    regex = re.compile(
        rf"^[ \t\u3000]{{0,8}}(?P<mark>[^0-9A-Za-z一-龥\s（(“《]{{0,2}}[（(\[【〔]{{0,2}}{digits}"
        rf"(?:[）)\]】〕]{{1,2}}[、.．,，：:]?|[、.．：:]|(?![{_NO_TITLE}])))[一-龥“《]",
        re.MULTILINE,
    )
    for match in regex.finditer(text, series.members[found.place - 1].span.end, member.span.start):
        if match.start("mark") in facts.mark_starts:
            continue
        line = facts.line(match.start("mark"))
        sentence = text.find("。", *line)
        if (sentence if sentence >= 0 else line.end) - line.start <= _LONGEST:
            return Span(*match.span("mark")), right
    return None
