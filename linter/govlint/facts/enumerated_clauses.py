"""enumerated_clauses: lists behind a number that their form makes plain, where no word repeats.

分三步推进：3月底前……，6月底前……，9月底前……: each clause opens with its time.
四项活动：春节送春联、端午包粽子、中秋话团圆: all items are of one length.
"""

from __future__ import annotations

import re

from govlint.text.numerals import parse_numeral

DOING = re.compile(
    r"(?:已|均|都|业已)?(?:全部|全面|如期|分别|依次|有序|逐步|梯次)?(?:已|均)?"
    r"(?:完成|办结|落实|兑现|建成|(?:组织|分步)?(?:进行|推进|实施|开展|展开|落实|推开))$"
)
"""What is done with what is counted: 分四个阶段进行."""
_TIMED = re.compile(
    r"(?:今年|当年|同年|明年|次年|[0-9]{4}年)?(?:[0-9]{1,2}月|[上下]半年|年底|年[初中]|第?[一二三四]季度"
    r"|[春夏秋冬]季|[一二三四五六七八九十]{1,2}月|寒假|暑假|[0-9]{4}年)"
)
_STAGES = ("阶段", "步", "批", "轮", "期", "时段")
_OPEN = re.compile("等|其中|包括|……|另外|同时|此外|其余")
_JOINERS = re.compile("以及|[和与及并]")
_MEASURES = "项类种件条大步招场批"
_SHORTEST, _LONGEST = 4, 9
_FEWEST = 3
_MOST = 8


def each_timed(match: re.Match[str], listed: str) -> int:
    """How many clauses behind a number of stages open with a time; 0 where one does not."""
    counted = match["measure"] + (match["plain"] or "")
    if match["lead"][-1] != "：" or not counted.startswith(("个阶段", *_STAGES)):
        return 0
    parts = re.split("；" if "；" in listed else "，", listed.rstrip("；"))
    if not 1 < len(parts) <= _MOST or _OPEN.search(listed):
        return 0
    times = [_TIMED.match(part) for part in parts]
    told = {time[0] for time in times if time}
    near = abs(len(parts) - (parse_numeral(match[0][0]) or 0)) == 1
    return len(parts) if near and all(times) and len(told) == len(parts) else 0


def in_step(match: re.Match[str], listed: str) -> int:
    """How many items of one length stand up to the first comma; 0 where they are not even, or
    the list may go on behind the comma."""
    if not match["measure"] or match["measure"] not in _MEASURES or _OPEN.search(listed):
        return 0
    head, _, rest = listed.partition("，")
    parts = head.split("、")
    size = len(parts[0])
    even = all(len(part) == size for part in parts) and _SHORTEST <= size <= _LONGEST
    near = abs(len(parts) - (parse_numeral(match[0][0]) or 0)) == 1
    if len(parts) < _FEWEST or not even or not near or "；" in head:
        return 0
    goes_on = "、" in rest.partition("，")[0] or len(rest.partition("，")[0]) == size
    return 0 if goes_on or any(map(_JOINERS.search, parts)) else len(parts)
