"""share_lists: shares that are told one after the other of parts of which nothing is in two.

煤炭占52%、石油占21%: together they are no more than all. 女党员占28%，35岁以下党员占31%
may overlap, so may what is chosen by the same people.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from govlint.facts.figure import Figure
from govlint.facts.partition import divide, tells_axis

_FEW = 3
_NAME = re.compile(
    r"(?:^|.*[，、；：])(?:其中|而|和|及)*(?P<name>[一-龥A-Za-z0-9]{1,10}?)的?(?:则|约|各|也|仅|只|所)?占(?:比(?:重|例)?|[^，。；、0-9]{2,10}的)?(?:达到?|为|是|到|有)?$"
)
MANY_TO_ONE = re.compile(
    "选择|关注|反映|希望|认为|需[求要]|诉求|涉及|存在|使用|拥有|参[加与]|超过|同时|多选|可选|提到|知[道晓]|增[长速加]|率|覆盖|贷款余额"
)
"""What one person or thing may do or be several times."""
_ABOVE, _BELOW = re.compile("以上|及其?以上"), re.compile("以下|及其?以下")
_SOMEONE = re.compile("(?:[户者人员工民]|企业|家庭|单位)$")
_DIVIDED = re.compile(
    "[从按][^，。；]{1,10}(?:看|分|划分|统计|分类)，|(?:构成|结构|来源|组成|消费|用途|去向|市场)(?:总量|量)?[中里]?[，：]|总(?:产|用|销|需求|供给)?(?:量|面积|产值)中，"
)
_KINDS = "类型种级档区片季"
_GRANTED = re.compile(
    "按(?!构成|比例|类)[^，。；：看分]{0,12}(?<!类别)$|(?:标准|比例)[^，。；]{0,4}(?:补助|奖补|补贴|支持|奖励)$"
)
_WITHIN = re.compile("[，；（]其中")
_MOST = 8
_NESTED = (("产业", "工业"), ("第三产业", "服务业"), ("三产", "服务业"), ("工业", "制造业"))


def are_apart(text: str, shares: list[Figure]) -> bool:
    """Whether the parts that a list of shares names cannot overlap."""
    if not _FEW <= len(shares) <= _MOST or any(f.about or f.limit or f.sign for f in shares):
        return False
    if any(other.lead.start != one.span.end for one, other in pairwise(shares)):
        return False
    said = text[shares[0].lead.start : shares[-1].span.end]
    if MANY_TO_ONE.search(said) or "；" in said:
        return False
    names = []
    for place, share in enumerate(shares):
        told = _NAME.fullmatch(text[slice(*share.lead)])
        if told is None or (place and len(text[slice(*share.lead)]) > len(told[0])):
            return False
        names.append(told["name"])
    return (
        not has_all(shares)
        and _is_divided(text[slice(*shares[0].lead)], names)
        and are_divided(names)
    )


def has_all(shares: list[Figure]) -> bool:
    """Whether some of the shares are all: 必修课60%、选修课40%, and 实践课15% beside them."""
    values = [share.value for share in shares]
    sizes = range(2, len(values))
    return any(sum(some) == 1 for size in sizes for some in combinations(values, size))


def _is_divided(opening: str, names: list[str]) -> bool:
    """Whether words say that something is divided, or the names do: 绘画类, 书法类."""
    kinds = {name[-1] for name in names}
    alike = len(kinds) == 1 and kinds <= set(_KINDS)
    return alike or _DIVIDED.search(opening) is not None or all(map(tells_axis, names))


def are_divided(names: list[str]) -> bool:
    """Whether nothing can be counted under two of the names of shares."""
    if any(_ABOVE.search(name) for name in names[1:]) or any(map(_BELOW.search, names[:-1])):
        return False
    joined = "，".join(names)
    if any(one in joined and other in joined for one, other in _NESTED):
        return False
    if any(one in other for one in names for other in names if one is not other):
        return False
    if any(map(_SOMEONE.search, names)) and not any(map(tells_axis, names)):
        return False  # 种粮户, 养殖户: one may be both
    bare = [_BELOW.sub("", _ABOVE.sub("", name)).rstrip("及") for name in names]
    return divide(bare, listed=True, persons=True)


def is_granted(text: str, figure: Figure) -> bool:
    """Whether a percentage says how much of something is granted: 按总投资的10%补助."""
    return _GRANTED.search(text, *figure.lead) is not None or text.startswith(
        "补助", figure.span.end
    )


def is_within(text: str, share: Figure, every: list[Figure]) -> bool:
    """Whether a share is of a part that was told before: 60岁及以上占22.1%，其中80岁及以上占."""
    return share is not every[0] and _WITHIN.search(text, *share.lead) is not None
