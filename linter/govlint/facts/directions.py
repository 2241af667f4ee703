"""directions: words for a rise and for a fall, and what they can be said of."""

from __future__ import annotations

RISES = (
    "上升", "增加", "增长", "提高", "提升", "上涨", "扩大", "增多", "攀升", "回升", "升高", "延长",
    "拓展", "扩展", "扩增", "上调", "调高", "扩容", "增至", "升", "增", "涨", "壮大",
)  # fmt: skip
FALLS = (
    "下降", "减少", "降低", "回落", "下滑", "缩减", "缩小", "缩短", "压缩", "压减", "压降", "削减",
    "精简", "收窄", "下调", "调低", "核减", "调减", "下跌", "跌落", "降", "减", "缩",
)  # fmt: skip
BETTER = ("前移", "上升", "提升", "提高", "进位", "前进", "跃升", "攀升", "上移", "晋升", "跃居",
          "跃进", "跃至", "晋位", "升")  # fmt: skip
WORSE = (
    "后移",
    "下降",
    "下滑",
    "后退",
    "倒退",
    "退后",
    "下跌",
    "滑落",
    "跌落",
    "下移",
    "降",
    "退",
    "跌",
)
"""What the place in a ranking does: it is better the smaller it is."""


def seams(words: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, ...]:
    """What can stand where one of ``words`` ends and one of ``behind`` follows, as literals."""
    return tuple(sorted({word[-1] + mark for word in words for mark in behind}))
