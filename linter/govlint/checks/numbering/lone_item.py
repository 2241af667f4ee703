"""lone-item: does 一是 stand alone, with no 二是 behind it?

An enumeration has at least two items. 首先 and 第一 do not promise a second (首先要发展生产, 第一
季度); what goes on with another word (另一方面, 其次, 再就是) is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.items import continuation
from govlint.text.span import Span

_SHAPES = frozenset(("shi", "yao", "qi"))
_GOES_ON = re.compile(
    r"[二两2②]是|[二两]要|其[二次他]|第二|再[次者就一]|另[一外]|还有|此外|最后|（[二2]）|2\.|②"
)
_REACH = 400


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for index, series in enumerate(facts.items):
        if len(series.members) > 1 or series.shape not in _SHAPES:
            continue
        item = series.members[0]
        if item.ordinal != 1 or continuation(facts.items, index):
            continue
        if _GOES_ON.search(text, item.mark.end, item.mark.end + _REACH):
            continue
        mark = Span(
            item.mark.start, item.mark.start + len(text[slice(*item.mark)].rstrip("，、："))
        )
        yield Finding(mark, {"mark": text[slice(*mark)]})


CHECK = Check("lone-item", NoParams, run, fields=("mark",))
