"""ledger_names: what a figure of the ledger is called by the words before it."""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.indicators import Indicators
from govlint.facts.naming import indicator_of, known_name, name_before
from govlint.facts.report_periods import Told
from govlint.facts.units import PERCENT

STOP = re.compile("[，、：；。（）]")
_OF_AIM = re.compile("(?:目标|任务|计划|预算)[^，。；0-9]{0,3}的$")
_LABEL = re.compile("[一-龥A-Z]{3,20}")
_SHARE_OF = re.compile("占(?![地用有领补])(?P<whole>.*?)(?:的?(?:比重|比例|份额))?[由从]?")


def named(indicators: Indicators, figure: Figure, lead: str, size: str, indicator: str) -> str:
    """What the words before a figure call it, or "". ``size``: those that say which things it
    counts; ``indicator``: what the figures before are told of."""
    if size:
        return indicator_of(size)
    words = indicator_of(lead)
    if "之比" in figure.roles and _OF_AIM.search(lead):
        return f"{indicator}完成{words}" if words else ""
    if "占比" in figure.roles:
        return _share_name(figure.name, indicator)
    share = _SHARE_OF.fullmatch(words) if figure.dimension == PERCENT else None
    if share is not None:
        return _share_name(f"/{share['whole']}", indicator)
    if not words and lead.endswith("："):
        label = indicator_of(lead[:-1])
        return label if _LABEL.fullmatch(label) else ""
    if not words and "，" in lead[1:]:
        return name_before(lead, indicators)
    return known_name(words, indicators)


def named_beside(lead: str, base: Told) -> str:
    """What a figure that another is compared with is called, behind its period or before."""
    behind = indicator_of(lead[base.end :])
    before = lead[: base.start].rstrip("比较与同相对于")
    if behind or not before or STOP.search(before[-1]):
        return behind
    return indicator_of(before)


def _share_name(share: str, indicator: str) -> str:
    """What a share is called: 占比, 占耕地面积比重, behind what has it."""
    part, _, whole = share.partition("/")
    name = indicator_of(part) or indicator
    return f"{name}占{whole}比重" if whole else f"{name}占比"
