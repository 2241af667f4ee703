"""same_name: do two names call one indicator, of which one is told in more words?"""

from __future__ import annotations

import re

_ENDS = 2
"""So many characters of both ends are the same."""
_AMOUNT = re.compile("(?<=..)(?:总?面积|总?数量|总数|总量|总?规模|水平)$")
"""Behind a name these add nothing."""
_TELLS_APART = re.compile(
    "[总净新增每非末初旧毛纯老小大男女内外]|城镇|农村|城乡|乡村|户籍|常住|规上|规模|限额|重点|其中|[人户年月]均|累计|本级|民间|工业|税|技改"
)
"""With these a name is that of something else."""


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, or one of them has a few words in its midst that only explain it.

    >>> is_same_name("企业开办时间", "企业开办全流程办理时间")
    True
    >>> is_same_name("财政收入", "财政总收入"), is_same_name("森林覆盖率", "林木覆盖率")
    (False, False)
    """
    one, other = _AMOUNT.sub("", one), _AMOUNT.sub("", other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if short[:_ENDS] != long[:_ENDS] or short[-_ENDS:] != long[-_ENDS:]:
        return False
    for place in range(_ENDS, len(short) - _ENDS + 1):
        if long.startswith(short[:place]) and long.endswith(short[place:]):
            rest = long[place : len(long) - len(short) + place]
            return bool(rest) and not _TELLS_APART.search(rest)
    return False
