"""percentages: whether a percentage is a rate, a share, or what an aim is reached by."""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.years import YEAR

NUMBERED = r"(?:[^，。；0-9]|[0-9]{1,3}(?=周?岁|年|级|[—～至、]))"
"""A character of a name; 60周岁以上老年人 is one, too."""
_SHARE = re.compile(
    rf"(?P<part>{NUMBERED}{{0,18}}?)占(?!用率?$)(?:比(?![重例率])|到|了)?(?:已经?)?(?P<whole>{NUMBERED}{{0,18}}?)"
    r"(?:的?(?:比重|比例|比率?|份额)(?:[最较]?[大高]，)?)?(?:的|为|达到?|约为?|到|了|仍|均|则|已|也|还|仅|只有|高达|(?:提[高升]|上升|增加|下降|降低|[升降])[到至为]){0,2}$"
)
_IN_WHOLE = re.compile(
    r"在(?P<whole>[^，。；0-9]{2,18}?)[中里](?:的|所占的?)?(?:占比|比重|比例|份额)"
    r"(?:为|达到?|约为?|是|仍|均|则|已|也|还|仅|只有|高达){0,2}$"
)
_RATES = re.compile(r".*(?:率|比例|比重|占比|满意度|(?:免疫|接种|检[测疫]|监测)密度)")
_FROM = re.compile(rf"(?:已经?)?[由从](?:(?:上年|去年|年初|同期|原来|当初|{YEAR}年)[末底]?的?)?")
_RATE = re.compile(r"[一-龥]{1,9}$")
_IS = re.compile(
    r"(?:已|为|仍|则|还|高?达到?|是|约|均|也|仅|稳定在|保持在|只有|仅有"
    r"|(?:由此|已经)?(?:提高|提升|上升|增加|下降|降低|升|降|增)?[到至]){0,2}$"
)
_OF_AIM = re.compile(
    r"(?:完成|[为是])(?:了)?(?:年度|全年|全部|年初|年中|既定|预期|调整后?)?"
    r"(?:目标|任务|计划|指标|预算)(?:任务|数|目标)?的$"
)


class Part(NamedTuple):
    """``sign``: of a change, else 0; ``name``: of a rate; of a share what it is said of, a
    stroke, and what it is a share of; else ""."""

    roles: frozenset[str]
    sign: int = 0
    name: str = ""


def percentage(lead: str, tail: str, roles: set[str]) -> Part:
    roles.add("百分数")
    if lead == "的" or _OF_AIM.search(tail):
        roles.add("之比")
    share = _SHARE.search(tail) if "占" in tail else None
    within = _IN_WHOLE.search(tail) if ("比" in tail or "份额" in tail) else None
    if within:
        return Part(frozenset(roles | {"占比"}), 0, f"/{within['whole']}")
    if share and share["whole"] in ("由", "从"):
        return Part(frozenset(roles))  # 占比由61.0%升至62.3%: what it was
    if share:
        return Part(frozenset(roles | {"占比"}), 0, f"{share['part']}/{share['whole']}")
    rate = _RATES.match(tail) if ("率" in tail or "比" in tail or "度" in tail) else None
    if rate and (_IS.match(tail, rate.end()) or _FROM.fullmatch(tail, rate.end())):
        name = _RATE.search(tail, 0, rate.end())
        told = (
            set() if _FROM.fullmatch(tail, rate.end()) else {"比率"}
        )  # what it was is no rate now
        return Part(frozenset(roles | told), 0, name[0] if name else "")
    return Part(frozenset(roles))
