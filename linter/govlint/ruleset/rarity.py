"""rarity: how seldom official reports use a character or a literal, roughly.

The figures only order literals by what looking for them brings; no finding depends on them.
"""

from __future__ import annotations

from math import fsum

_FREQUENT = (
    "，。、业的建和发展全大化工新进设实0加市产“”力1国一区政人推中生民城动成2作增高制会务改强体经地保等重开农资行提项持年5社个.合以创理施3济"
    "目能企公快入上要家基为好面治有长水平点在现村主%完服度4用造不省深机革坚三文育万6定心是规8技品代管元出程升级法各到7府系量质9步学投我方安"
    "善亿标事通科支环对场续优金五效活划分性总共态范路部乡教（位）商落；本域源积放达结构十防境"
)
_RANK = {char: rank for rank, char in enumerate(_FREQUENT)}
"""The characters that official reports use most, the commonest first."""
_REPORT = 7000
"""Code points of a report."""
_APART = 0.03
"""How much rarer than by chance the two sides of a seam meet, where they are no digits: what
belongs between them is there, as a rule."""
_DIGITS = frozenset("0123456789")


def _often(char: str) -> float:
    """The share of ``char`` in the characters of a report, roughly."""
    return 0.05 / (1 + _RANK.get(char, 400) / 4)


def seam_share(before: frozenset[str], behind: frozenset[str]) -> float:
    """Roughly how often a report holds one of ``before`` directly before one of ``behind``."""
    met = 1 if _DIGITS & before and _DIGITS & behind else _APART
    return fsum(map(_often, before)) * fsum(map(_often, behind)) * _REPORT * met


def share(member: str) -> float:
    """Roughly how many lines of a report hold ``member``, in no unit.

    >>> share("布署") < share("工作")
    True
    """
    if member[0] == "\1":
        low, high = member[1], member[2]
        plain = low <= "\u4e00" <= high or (high >= " " and low <= "~")
        return 500.0 if plain else 2.0
    lines = min(100 / (1 + _RANK.get(char, 400) / 10) for char in member)
    return lines / float(8 ** (len(member) - 1))
