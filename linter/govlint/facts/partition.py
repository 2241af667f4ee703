"""partition: are the parts that a list names apart from each other, or can one thing be in two?

男 and 女 divide people, 女 and 研究生 do not. A list divides by one axis: what its names tell of
different axes (sex and age, party and schooling) may overlap, and so may steps of one progress
(开工, 竣工) and marks of honour (重点, 示范). Names that tell of no axis are kinds of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.facts.opposite_parts import opposition
from govlint.text.years import YEAR

_RESIDUE = re.compile(r"(?:其[他它余]|另外|剩[余下]|余下)")
_NESTED = re.compile(r"以[上下]|以[内外]|[及含]|首次|其中|累计|曾")
"""What makes one group part of another: 本科及以上, 研究生."""
_PROGRESS = re.compile(
    r"开工|竣工|投产|完[工成]|建成|签约|落地|验收|启动|办[结理]|整改|受理|立案|结案|移交|开业|达产"
    r"|入库|纳统|供地|交付|销号|上线|启用|复[工产]|起诉|公示|批复|通过"
)
_HONOUR = re.compile(
    r"重点|骨干|优秀|示范|先进|龙头|上市|高新|专精|规上|规模|小微|民营|限额|特困|低保|贫困|脱贫|残疾|困难|留守|民族|新"
)
_AXES = {
    "sex": re.compile(r"[男女]"),
    "age": re.compile(r"[0-9一二三四五六七八九十]岁|青年|中年|老年|老人|儿童|未成年"),
    "party": re.compile(r"党员|团员|群众|党派|无党"),
    "schooling": re.compile(r"学历|学位|本科|[大中]专|硕士|博士|研究生|高中|初中|小学"),
    "title": re.compile(r"职称|教授|讲师|高级|中级|初级|技师"),
    "level": re.compile(r"[国省市县区镇乡村州部][家]?级"),
    "grade": re.compile(r"[一二三四五特甲乙丙丁A]级|[一二三四五甲乙丙丁ⅠⅡⅢ]类"),
}
_POST = re.compile(
    r"主任|书记|委员|主席|组长|组员|成员|经理|校长|局长|秘书长|会长|理事|监事|干事|队长|队员|[师士]$"
)
"""Of these, a person of a board holds one."""
_WORK = frozenset(
    ("干部", "职工", "教师", "医生", "护士", "民警", "法官", "学员", "学生", "农民", "工人", "人员")
)
_CROSSING = re.compile(
    "党外|非|青|年轻|老|后备|基层|一线|归国|返乡|退[役伍休]|外[来地籍]|本[地土]|新|获|持|培"
)
"""What a person of any post may be, too."""
_TIME = re.compile(
    rf"(?:{YEAR}年|(?:{YEAR}年)?(?:[一二三四1-4]季度|[上下]半年|[0-9]{{1,2}}月份?))底?前?"
)
_OPPOSITE = (
    ("门诊", "急诊"), ("门诊", "住院"), ("党员", "群众"),
    ("新开工", "续建"), ("新", "原有"), ("新建", "续建"),
    ("城区", "乡村"), ("城区", "农村"), ("室内", "室外"),
    ("在职", "退休"), ("国有", "民营"), ("已完成", "未完成"),
    ("市级", "县级"), ("省级", "市级"), ("国家级", "省级"),
    ("一期", "二期"), ("甲类", "乙类"), ("企业", "个体"), ("复查", "新发现"),
)  # fmt: skip
"""Kinds that are apart; those that are all there is besides are in opposite_parts."""
_OWNER = re.compile("公[办建立]|民办|国有|集体(?!经济)|私[营立]|外[资商]|个体|合资")
"""Whose a thing is: one of these."""
_RULED = re.compile("实[行施]|采[取用]|适用|属于|评[为定]|[定列划]为|认定|执行|按|纳入|选择")
"""What is dealt with in one of several ways: 实行严管, 实行普管; not 安装喷淋, 安装烟感."""
_HOME = re.compile("本(?:[市省县区镇乡村校籍国院厂]|地)")
_AWAY = re.compile("外(?:[市省县区镇乡村校籍国院厂来]|地)")
_STATES = (
    re.compile("已|完成(?!的?中)|办结|建成"),
    re.compile("正|在[建办途]|推进|办理|进行中"),
    re.compile("[不未待拟]|没有|暂缓"),
)
"""How far a thing has come: it is one of these."""
_HEAD = 2
_LONGEST = 12


def divide(names: Sequence[str], *, listed: bool, persons: bool) -> bool:
    """Whether nothing can be counted under two of ``names``, the names of parts. ``listed``: 、
    joins them all; ``persons``: people or households, of whom each is many things.

    >>> divide(["国家级", "省级", "县级"], listed=True, persons=False)
    True
    >>> divide(["女党员", "35岁以下党员"], listed=True, persons=True)
    False
    >>> divide(["大学生", "企业职工", "社区工作者"], listed=True, persons=True)
    True
    """
    if any(len(name) > _LONGEST or _NESTED.search(name) for name in names):
        return False
    said = "，".join(names)
    if len(names) == 2 and (
        opposition(*names) or any(one in said and other in said for one, other in _OPPOSITE)
    ):
        return True
    if all(_TIME.fullmatch(name) for name in names) or all(map(_POST.search, names)):
        return len(set(names)) == len(names)
    axes = {_axes(name) for name in names if not _RESIDUE.match(name)}
    if axes != {frozenset()}:
        return len(axes) == 1 and len(next(iter(axes))) == 1 and len(set(names)) == len(names)
    if all(map(_OWNER.search, names)) and len(set(names)) == len(names):
        return True
    if any(map(_PROGRESS.search, names)) or _honoured(names):
        return False
    if _RESIDUE.match(names[-1]):
        return True
    if len(names) == 2:
        return not persons or _are_posts(names)
    return len(names) > 2 and (listed or _alike(names))


def is_opposite(one: str, other: str) -> bool:
    """Whether of two names one is what the other is not, or both say the same of two kinds.

    >>> is_opposite("合格", "不合格"), is_opposite("实行严管的", "实行普管的")
    (True, True)
    >>> is_opposite("女教师", "青年教师")
    False
    """
    short, long = sorted((one, other), key=len)
    if long in (f"不{short}", f"未{short}", f"非{short}", f"无{short}", f"没有{short}"):
        return True
    if opposition(one, other) is not None:
        return True
    if any(each in one and another in other for each, another in _both_ways(_OPPOSITE)):
        return True
    if any(_HOME.match(a) and _AWAY.match(b) for a, b in ((one, other), (other, one))):
        return True
    frame = one[:_HEAD] == other[:_HEAD] and _RULED.match(one) is not None and one[-1] == other[-1]
    return frame and len(one) == len(other) and not _axes(one) and not _honoured([one, other])


def are_states(names: Sequence[str]) -> bool:
    """Whether names tell how far things have come, each of another state.

    >>> are_states(["已办结的", "正在办理的", "不予受理的"]), are_states(["已开工", "已竣工"])
    (True, False)
    """
    states = [[place for place, told in enumerate(_STATES) if told.match(name)] for name in names]
    told = {some[0] for some in states if some}
    return len(names) > 1 and all(states) and len(told) == len(names)


def _both_ways(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for one, other in pairs:
        yield one, other
        yield other, one


def may_nest(names: Sequence[str]) -> bool:
    """Whether one thing may be counted under two names since one is a step or a part of another."""
    return any(_NESTED.search(name) or _PROGRESS.search(name) for name in names)


def tells_axis(name: str) -> bool:
    """Whether a name tells of an axis by which people, or anything, may be divided."""
    return bool(_axes(name))


def _axes(name: str) -> frozenset[str]:
    """The axes of which ``name`` tells."""
    return frozenset(axis for axis, told in _AXES.items() if told.search(name))


def _honoured(names: Sequence[str]) -> bool:
    """Whether a name has a mark that may be another's, too: 重点项目 among 产业项目."""
    heads = [name[-_HEAD:] for name in names]
    marked = [bool(_HONOUR.search(name)) for name in names]
    return sum(marked) > 1 or any(
        mark and heads.count(head) > 1 for mark, head in zip(marked, heads, strict=True)
    )


def _are_posts(names: Sequence[str]) -> bool:
    """Whether two names are kinds of one work, which a person has one of: 科级干部, 村干部."""
    (one, kind), (other, last) = ((name[:-_HEAD], name[-_HEAD:]) for name in names)
    works = kind == last and kind in _WORK and one and other
    return bool(works) and not any(_CROSSING.search(each) for each in (one, other))


def _alike(names: Sequence[str]) -> bool:
    """Whether all names begin or end with the same character: 一镇, 二镇; 桥东, 桥西."""
    return len({name[:1] for name in names}) == 1 or len({name[-1:] for name in names}) == 1
