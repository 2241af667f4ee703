"""multiple_conditions: is one figure said to be so many times the other?"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import Condition, Words
from govlint.facts.figure import Figure
from govlint.facts.links import context, shares_pair
from govlint.text.years import YEAR

_PAIR = 2
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)(?P<of>[^，。；0-9]{2,12})的(?:近|约|整整)?$")
_TIMES_THEN = re.compile(
    rf"(?:^|，)(?:[已也约]|正好|恰好|大约|整整)?(?:是|为|相当于|达到?)(?P<then>原来|原先|最初|当初|过去|以前|(?:上年|去年)(?:全年|同期)?|{YEAR}年|[一-龥]{{2,4}}[前初])的(?:近|约|整整)?$"
)
_CALLED_THEN = {"上": "上年|去年|上一年", "去": "上年|去年|上一年"}
_FORMER_OF_LATTER = re.compile(
    "(?:^|，)(?P<one>[前后]者)(?:大约|正好|恰好|约|已)?(?:是|为|相当于|达到?)(?P<of>[前后]者)的(?:近|约|整整)?$"
)


def _multiplied(words: Words, figures: list[Figure]) -> bool:
    """Whether a multiple is said to be that of one figure, which the words name, in the only other
    one of its kind: 北干渠36公里，南干渠9公里，北干渠是南干渠的4倍."""
    times, one, more = figures
    then = _TIMES_THEN.search(words.text, *times.lead)
    if then is not None:
        return _is_of_then(words, then["then"], figures)
    alike = [f for f in words.sentence if f.dimension == one.dimension and f.span < times.span]
    former = _FORMER_OF_LATTER.search(words.text, *times.lead)
    if former is not None:
        return _is_of_latter(former, alike, figures)
    of = _TIMES_OF.search(words.text, *times.lead)
    if of is None or len(alike) != _PAIR or more.value <= one.value:
        return False
    return shares_pair(of["of"], context(words.text, one))


def _is_of_latter(told: re.Match[str], alike: list[Figure], figures: list[Figure]) -> bool:
    """Whether 前者 and 后者 are the only two figures of a kind: 甲每亩1.2万元，乙每亩1500元，前者是
    后者的8倍."""
    _, one, more = figures
    if len(alike) != _PAIR or told["one"] == told["of"]:
        return False
    if any(f.roles & CHANGE_ROLES or "其中" in f.roles for f in alike):
        return False
    return [more, one] == (alike if told["one"] == "前者" else alike[::-1])


def _is_of_then(words: Words, then: str, figures: list[Figure]) -> bool:
    """Whether a multiple is said to be that of an earlier time, of which the first of the only two
    figures of a kind is told: 2020年150万件，2024年600万件，是2020年的4倍."""
    times, one, more = figures
    alike = [f for f in words.sentence if f.dimension == one.dimension and f.span < times.span]
    if alike != [one, more] or more.value <= one.value:
        return False
    early = then[-1] in "前初" and then in words.text[slice(*one.lead)]  # 扩建前2万吨，是扩建前的
    if not early and one.roles.isdisjoint(("前期", "上期")):
        return False
    if more.roles & {"其中", "部分", "目标"} or "累计" in words.text[slice(*one.lead)]:
        return False
    if then[0] in "原最当过以":
        return True
    return re.search(_CALLED_THEN.get(then[0], then), words.text[slice(*one.lead)]) is not None


def _means_alike(_words: Words, figures: list[Figure]) -> bool:
    """Whether two figures are both amounts, or both means of one thing: 人均3.8万元,
    人均1.9万元."""
    one, other = figures
    if one.mean is None or other.mean is None:
        return one.mean is other.mean
    return one.mean.per == other.mean.per


MULTIPLES: dict[str, Condition] = {
    "multiplied": Condition(_multiplied, 3),
    "means-alike": Condition(_means_alike, 2),
}
