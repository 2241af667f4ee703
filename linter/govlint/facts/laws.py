"""laws: the names of national laws, of regulations and of the Party's rules, and which of them a
name with one slip in it means.

The table (laws.txt) has names that are right, without 中华人民共和国. Nobody can mean those behind
a -: the laws are no longer in force, or documents of many places are called alike. Those behind a *
never have 中华人民共和国 before them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from govlint.facts.confusable import confusable
from govlint.packaged import packaged

TABLE = "laws.txt"
KINDS = ("条例", "规定", "办法", "准则", "细则", "规则", "法")
_STEM, _LONG, _SHORTEST = 7, 9, 5
"""Characters of a stem that no other document has, of a name that differs by any character, and of
the shortest name that is compared."""
_OLD, _BARE = "-", "*"
_MARKS = str.maketrans("", "", _OLD + _BARE)
_BARE_HEADS = ("中国共产党", "党政", "党委", "领导干部")
_IMPLEMENTS = re.compile(r"(?P<law>[一-龥]{1,30}法)(?:实施(?:条例|细则|办法)|若干规定)")
"""A regulation that is called after its law is right if the law is."""
_PARTS = frozenset((
    "安全", "管理", "工作", "保护", "保障", "促进", "防治", "治理", "监督", "监管", "监察",
    "监督管理", "实施", "执行", "处理", "处置", "应对", "应急", "处罚", "处分", "惩处", "服务",
    "行为", "权益", "权利", "利益", "合法权益", "基本", "生产", "污染", "建设", "发展", "行政",
    "组织", "调解", "防范", "预防", "减灾", "违法", "违纪", "教育", "暂行", "若干", "领导",
    "推进", "使用", "利用", "卫生", "质量", "资源", "节约", "合同", "程序", "制度", "责任",
    "事务", "事项", "技术", "公共", "国家", "社会", "综合", "信息",
))  # fmt: skip
"""Words of which the names of laws are made: one put in is a slip, and no field of its own."""
_LONGEST_PART, _KEPT, _MEASURED = 4, 4, 0.6
"""Characters of what may be put in or lost, and what of a stem must be kept where a word stands for
another one: so many characters, and such a share."""
_WORD, _ENOUGH = 2, 7
"""What a long name may have lost anywhere, and what it must keep."""
_ORDERED, _BASED, _UNBASED = 8, 9, 10
"""Characters of a name whose words may have changed places, and of the stem of one in which a word
may, whatever its kind: where the text relies on it, and anywhere."""
_ACTS = frozenset((
    "反对", "制止", "抵制", "杜绝", "防止", "禁止", "打击", "制裁", "查处", "调查", "核查", "检查",
    "审查", "审核", "审批", "考核", "考评", "评价", "评估", "选拔", "选任", "任用", "使用", "任免",
    "聘用", "录用", "招聘", "招录", "培训", "培养", "学习", "奖励", "表彰", "追究", "问责", "报告",
    "通报", "备案", "审计", "登记", "注册", "许可", "核准", "补偿", "赔偿", "补助", "救助", "救济",
    "抚恤", "优待", "支付", "发放", "结算", "征收", "征用", "收购", "公开", "公示", "公布", "发布",
    "接待", "招待", "应急", "救援", "抢险", "褒扬", "处置", "防御", "抗御", "减轻", "遏制", "接受",
    "优化", "改善", "改进", "规范", "支持", "扶持", "鼓励", "维护", "保卫", "守护", "看护", "养护",
    "公平", "公正", "竞争", "营商", "经商", "廉洁", "廉政", "自律", "从业", "执业", "履职", "任职",
))  # fmt: skip
"""Words for what is done: one for another is a slip in a long name."""


@cache
def _known() -> frozenset[str]:
    return frozenset(packaged("facts", TABLE).decode().translate(_MARKS).split())


@cache
def _laws() -> tuple[str, ...]:
    """Those in force."""
    names = packaged("facts", TABLE).decode().split()
    return tuple(name.lstrip(_BARE) for name in names if not name.startswith(_OLD))


@cache
def _bare() -> frozenset[str]:
    names = packaged("facts", TABLE).decode().split()
    return frozenset(name[1:] for name in names if name.startswith(_BARE))


def is_bare(name: str) -> bool:
    """Whether ``name`` is right, and 中华人民共和国 before it is not.

    >>> is_bare("信访工作条例"), is_bare("政府信息公开条例")
    (True, False)
    """
    return name in _bare() or (name.startswith(_BARE_HEADS) and name in _known())


def is_law(name: str, *, stated: bool = False) -> bool:
    """Whether ``name`` is right. ``stated``: it has 中华人民共和国 before it, as the rules of a
    place for a law (水法实施办法) have not.

    >>> is_law("突发事件应对法"), is_law("突发事件应急法")
    (True, False)
    >>> is_law("水法实施办法"), is_law("预算法实施细则", stated=True)
    (True, False)
    """
    after = _IMPLEMENTS.fullmatch(name)
    if name in _known() or after is None:
        return name in _known()
    stem = f"{after['law']}实施"
    told = stated and any(f"{stem}{kind}" in _known() for kind in ("条例", "细则", "办法"))
    return after["law"] in _known() and not told


@cache
def _by_stem() -> dict[str, str]:
    return {stem_of(law)[0]: law for law in _laws()}


@cache
def _stems(kind: str) -> tuple[str, ...]:
    """The stems of the laws in force of that kind."""
    return tuple(stem for stem, other in map(stem_of, _laws()) if other == kind)


def stem_of(name: str) -> tuple[str, str]:
    """The name without its kind, and the kind.

    >>> stem_of("信访工作条例")
    ('信访工作', '条例')
    """
    kind = next((kind for kind in KINDS if name.endswith(kind)), "")
    return name[: len(name) - len(kind)], kind


@lru_cache(maxsize=1024)
def meant_by(name: str, *, kind: bool, sure: bool) -> str:
    """The law of which ``name`` is one slip away, "" where there is none or more than one.
    ``kind``: the kind may be the slip, of a long name, and where it is ``sure`` of any.

    >>> meant_by("突发事件应急法", kind=False, sure=False)
    '突发事件应对法'
    >>> meant_by("事业单位人事管理规定", kind=True, sure=False)
    '事业单位人事管理条例'
    """
    stem = stem_of(name)[0]
    if kind and (sure or len(stem) >= _STEM) and (law := _by_stem().get(stem)):
        return law
    if len(name) < _SHORTEST - sure:
        return ""
    found = [law for law in _laws() if _in_other_order(name, law, sure=sure)]
    found = found or [law for law in _laws() if _one_slip(name, law, sure=sure)]
    return _only(found) or ("" if found else _reworded(name, sure=sure, based=kind))


def _in_other_order(name: str, law: str, *, sure: bool) -> bool:
    """Whether both have the same characters: 生产安全法 for 安全生产法."""
    if len(name) != len(law) or name[-1] != law[-1]:
        return False
    lawful = sure or name.endswith("法") or len(name) >= _ORDERED
    return lawful and sorted(name) == sorted(law)


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""


def _reworded(name: str, *, sure: bool, based: bool) -> str:
    """The law that ``name`` is with one word put in, lost or exchanged, if no other is as near.

    >>> _reworded("消防安全法", sure=False, based=False)
    '消防法'
    >>> _reworded("道路安全法", sure=True, based=True)
    '道路交通安全法'
    """
    stem, kind = stem_of(name)
    long = len(stem) >= _UNBASED or (based and (kind == "条例" or len(stem) >= _BASED))
    if not sure and kind != "法" and not long:
        return ""
    near: dict[int, list[str]] = {}
    for other in _stems(kind):
        if far := _far(stem, other, kind=kind, sure=sure):
            near.setdefault(far, []).append(other + kind)
    return _only(near[min(near)]) if near else ""


def _far(stem: str, law: str, *, kind: str, sure: bool) -> int:
    """In how many characters two stems differ if a word makes the difference, 0 where none does."""
    if stem[0] != law[0] and stem[-1] != law[-1]:
        return 0
    start = _shared(stem, law)
    end = _shared(stem[start:][::-1], law[start:][::-1])
    put, lost = stem[start : len(stem) - end], law[start : len(law) - end]
    kept = len(law) - len(lost)
    if sure and put and len(law) == len(stem) + _WORD and _within(stem, law):
        return _WORD  # 招投标, of 招标投标
    if not lost:
        right = put in _PARTS and (sure or kind == "法" or _ends(put, end, law))
    elif not put:
        right = start > 0 and (
            (sure and len(lost) <= _LONGEST_PART and kept > 1)
            or (len(lost) == _WORD and kept >= _ENOUGH)
        )
    else:
        words = (put in _PARTS and lost in _PARTS) or (sure and bool(set(put) & set(lost)))
        words = words or (kept >= _ENOUGH and {put, lost} <= _ACTS | _PARTS)
        right = words and max(len(put), len(lost)) <= _LONGEST_PART
        right = right and kept >= max(_KEPT if kind == "法" else 2, _MEASURED * len(law))
    return len(put) + len(lost) if right else 0


def _within(short: str, long: str) -> bool:
    """Whether ``long`` has the characters of ``short`` in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _ends(put: str, end: int, law: str) -> bool:
    """Whether what is put in says no more than that the regulation regulates: of what belongs to
    towns every town has one of its own."""
    return not end and put in ("管理", "工作", "实施") and not law.startswith(("城市", "城镇"))


def _shared(one: str, other: str) -> int:
    """How many characters two strings begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _one_slip(name: str, law: str, *, sure: bool) -> bool:
    """Whether one character of ``law`` is another in ``name``, lost or added, or two changed
    places."""
    if not -2 < len(name) - len(law) < 2 or name[-1] != law[-1]:
        return False
    first = next((i for i, (a, b) in enumerate(zip(name, law, strict=False)) if a != b), -1)
    if first < 0:
        return False
    if len(name) < len(law):
        return name[first:] == law[first + 1 :]
    if len(name) > len(law):
        return name[first + 1 :] == law[first:]
    swapped = law[first + 1 : first + 2] + law[first]
    if name[first : first + 2] == swapped and name[first + 2 :] == law[first + 2 :]:
        return True
    if name[first + 1 :] != law[first + 1 :]:
        return False
    free = sure or law.endswith("法") or len(law) >= _LONG
    return free or confusable(name[first], law[first])
