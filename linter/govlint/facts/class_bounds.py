"""class_bounds: a figure that only bounds the class of what the next one counts."""

from __future__ import annotations

import re

from govlint.facts.figure import Figure

_BOUND = re.compile(
    "(?:（[不]?含[本数]{0,2}）)?(?:[及或])?以[上下内]的?(?:[一-龥]{0,10}[一-龥]|)(?<![达到共每均年])(?<!总[数计])"
)
_EACH = re.compile("[每均占比]|增|减|共|累计")


def tell_of_class(text: str, figures: list[Figure]) -> None:
    """Give 之中 to what is counted of a class whose bound stands behind 其中:
    其中5亿元以上重大项目14个."""
    for number in range(1, len(figures)):
        bound, counted = figures[number - 1], figures[number]
        between = text[bound.span.end : counted.span.start]
        if (
            "其中" in bound.roles
            and bound.dimension != counted.dimension
            and counted.roles == {"数量"}
            and _BOUND.fullmatch(between)
            and not _EACH.search(between)
        ):
            figures[number - 1] = bound._replace(roles=bound.roles - {"其中"})
            figures[number] = counted._replace(roles=counted.roles | {"之中"})
