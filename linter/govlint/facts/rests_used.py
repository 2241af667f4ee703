"""rests_used: what is taken from a rest and put to use, which is not how much is left.

使用空编5名招聘教师, 动用结余资金3万元: the rest is the object of a verb, or something is done with
it right behind.
"""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.lexicon import kind_of
from govlint.facts.links import CLAUSE

_REST = re.compile("空[编缺余置闲]|缺[编员额]|[结节剩]余|节约|闲置|余下")
_ACTED = re.compile(
    "[拟将可欲]|计划|申请|建议|准备|预[留备]|[使启动占利]用|拿出|盘活|消化|调剂|统筹|补充|[核释]放|[招聘补充]录?$"
)
_THERE = re.compile("(?:有|存在|形成|产生|出现|发生|实现|累计|合计|编制|为|是)$")
"""What only says that there is a rest."""
_PUT = re.compile(
    "(?:已|将|拟|全部|均|都|主要){0,2}(?:用[于来作]|投入|留[作给]|拨[付给]|划[转拨]|调剂)"
)


def is_used(text: str, figure: Figure) -> bool:
    """Whether a figure that is called a rest is only what is taken from it."""
    clause = CLAUSE.split(text[slice(*figure.lead)])[-1]
    rest = _REST.search(clause)
    if rest is None:
        return False
    before = clause[: rest.start()].rstrip("了的")
    if _ACTED.search(before) or _PUT.match(text, figure.span.end):
        return True
    return bool(before) and kind_of(before[-2:]) == "v" and not _THERE.search(before)
