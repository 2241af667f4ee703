"""change_words: what makes a figure a rise or a fall, and of what kind."""

from __future__ import annotations

import re

from govlint.facts.units import PERCENT, POINTS, TIME, TIMES

_RISES = (
    "超额", "超出", "新增", "增长", "增加", "提高", "上升", "提升", "上涨", "增多", "扩大", "递增",
    "攀升", "拉高", "增收", "增产", "提速", "高出", "增速", "多出",
    "净增", "加快", "拓展", "放大", "改善", "增", "涨", "升",
)  # fmt: skip
_FALLS = (
    "下降", "减少", "降低", "回落", "下滑", "缩减", "缩小", "缩短", "压缩", "下跌", "收窄", "减产",
    "减支", "降速", "压减", "压降", "削减", "调减", "核减", "精简",
    "放缓", "趋缓", "调低", "下调", "低于", "少出", "节省", "减", "降",
)  # fmt: skip
CHANGE_WORDS = "|".join((*_RISES, *_FALLS))
"""The words for a change, as the branches of a regex."""
FILLERS = "了率幅度为达也又均各约的整足近"
_MORE = re.compile(r"[比较][^，。]{0,10}?(?:(?P<more>多)|少)[一-龥]{0,3}了?$")
_MUCH = re.compile(
    r"(?:^|[，、）])(?:[一-龥]{0,4}?(?:(?P<more>(?<![至最许大增])多)|(?<![至不多减缺最])少)了(?:整整)?"
    r"|(?:(?P<done>多)|少)(?![年个种次数样于方元云雨])[一-龥]{1,2})$"
)
_BECOMES = re.compile(
    r"(?:[升降减缩]|提高|增加|减少|回落|调整|变|转|缩短|缩小|压缩|压减|精简|整合|合并|核减|扩大|发展|上升|提升|下降|降低)为$"
)
_LAST_WORD = re.compile(rf"(?:{CHANGE_WORDS}|[多少])(?!.*(?:{CHANGE_WORDS}|[多少]))")
_SAVED = ("节约", "节约率", "节能率", "节水率", "节电率", "减排率", "压减率", "削减率")
TAIL = 44
"""More words than these before a figure tell nothing of its role."""
_OVER_AIM = re.compile(
    r"超(?:额|过|出)?(?:完成)?了?(?:年度|全年|年初|既定|预期|计划|序时|市里?|省里?|县里?|上级)?(?:下达)?的?"
    r"(?:目标|任务|计划|指标|预算|进度)(?:任务|目标|进度|数)?的?$"
)
CHANGES = {PERCENT: "变幅", POINTS: "点差", TIMES: "倍增"}
OVER = "超额"
"""The role of that by which a result is more than was aimed at."""
CHANGE_ROLES = frozenset((*CHANGES.values(), "差额", OVER))
"""The roles of what has changed, not of what is."""


def change_role(dimension: str) -> str:
    """The role of a change that is told in a unit of ``dimension``."""
    return CHANGES.get(dimension, "差额")


def is_over_aim(tail: str, dimension: str) -> bool:
    """Whether a figure tells by how much a result is more than was aimed at: 超任务, 超额完成."""
    if "超" not in tail:
        return False
    words = tail.rstrip("约近为")
    if dimension == PERCENT and words.endswith(("超额", "超额完成", "超额完成了")):
        return True
    return _OVER_AIM.search(words) is not None


def change_of(tail: str) -> int:
    """1 or -1 where words before a figure make it a rise or a fall, else 0.

    >>> change_of("，同比增长"), change_of("，降幅达到"), change_of("增加到")
    (1, -1, 0)
    """
    if tail.endswith("每升"):
        return 0  # a measure
    if tail.endswith("为") and _BECOMES.search(tail):
        return 0
    if tail.endswith(_SAVED):
        return -1
    if tail.endswith("高达") and tail[-3:-2] not in "提增升":
        tail = tail[:-2]
    words = tail.removesuffix("达到").rstrip(FILLERS).removesuffix("比例")
    if words.endswith(("改造提升", "巩固提升")) and words == tail:
        return 0  # 新建3.2万亩、改造提升2.4万亩: a kind of works
    if words.endswith(_RISES):
        return -1 if words.endswith("负增长") else 1
    if words.endswith(_FALLS):
        return -1
    behind = tail.lstrip("）")  # 比计划（850件）多68件
    if behind[:1] in ("多", "少") and len(behind) <= 3:
        return 1 if behind[0] == "多" else -1
    more = (_MORE.search(tail) or _MUCH.search(tail)) if ("多" in tail or "少" in tail) else None
    return 0 if more is None else 1 if more["more"] or more.groupdict().get("done") else -1


def is_paced(word: str | None, dimension: str) -> bool:
    """Whether a word of speed is said of a time, of which less is quick: 38分钟，比一组快7分钟."""
    return dimension == TIME and bool(word) and str(word)[0] in "快慢"


def last_change_word(lead: str) -> int:
    """How many characters before a figure the last word for a change begins, 0 where there is none.

    >>> last_change_word("，同比增长了"), last_change_word("，比上年多收"), last_change_word("达到")
    (3, 2, 0)
    """
    found = _LAST_WORD.search(lead)
    return len(lead) - found.start() if found else 0
