"""summable: may figures of one kind be added up?"""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.links import shares_pair

_OF_EACH = re.compile("每[一-龥]{1,4}$")
_EACH = re.compile(
    r"(?:各|均)(?:落实|配备?|设立?|安排|选[派聘送]?|派[出驻]?|聘请?|有|建[有成立]?|发放?|奖励?|补助?|推荐|抽[调取]?"
    r"|明确|确定|购[置买]|增设?|组织|举办|开展|召开|培训|获|占|需)[一-龥]{0,8}$"
)
"""What tells each of several what the figure counts."""
_OF_SEVERAL = re.compile(
    "[、和与及][一-龥]{1,12}?各(?![类级项地界种族镇乡村县区市部单方式路条行学校院所科股])[一-龥]{0,8}$"
)
"""乙镇、丙镇各编队46人: what stands there once counts twice."""


_PRIZE = re.compile("(?:[一二三特]等|优秀|鼓励|入围|组织)奖$")
"""What each of those gets who win it: 一等奖3000元、二等奖2000元，合计11000元."""
_AWAY = re.compile(
    "盈亏|亏损|净亏|净增|净减|净流|迁出|流出|转出|冲减|抵[扣减消]|扣除|剔除|减去|除去"
)
"""What is taken from a sum, or says that something was."""
_AIM = re.compile("任务|计划|目标|指标|名额|分配|额度|核定|设计|应[一-龥]")
_DONE = ("已", "实际", "完成")
_SUM = re.compile("(?:[合总共]计|总共|一共)[为是达到约已]{0,2}")
_SIGNS = re.compile("[亏净流迁转冲抵扣剔减除各]")
"""One of these has whatever :data:`_AWAY` and :data:`_OF_SEVERAL` find: most passages have none."""


def is_summable(text: str, sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether figures count something, and are no means: not 人均, 部/百人, 各配备1名; nor is one
    of their sentence taken away: 盈利1280万元，亏损430万元."""
    kind = figures[0].dimension
    if _SIGNS.search(text, sentence[0].lead.start, sentence[-1].lead.end):
        leads = [text[slice(*f.lead)] for f in sentence if f.dimension == kind]
        if any(_AWAY.search(lead) or _OF_SEVERAL.search(lead) for lead in leads):
            return False
    if len(figures) > 1 and _is_of_each(text, sentence, figures):
        return False
    if len(figures) > 1 and _is_done_of_aims(text, *figures[:2]):
        return False
    return not any(_is_no_count(text, f) for f in figures)


def _is_done_of_aims(text: str, total: Figure, part: Figure) -> bool:
    """Whether parts are aims, and a total behind them is what is done: 任务数：甲镇126户、乙镇
    84户，合计开工205户."""
    if total.span < part.span or not _AIM.search(text, *part.lead):
        return False
    return is_other_measure(text[slice(*total.lead)], text[part.lead.start : total.lead.start])


def is_other_measure(lead: str, told: str) -> bool:
    """Whether the words between 合计 and a figure name what none of those before it, ``told``, do,
    or say that it is done where those tell what is to be done."""
    of = _SUM.split(lead)[-1].strip("：")
    done = _AIM.search(told) and any(each in lead and each not in told for each in _DONE)
    return bool(done) or (len(of) > 1 and of != lead and not shares_pair(of, told))


def _is_no_count(text: str, figure: Figure) -> bool:
    lead = text[slice(*figure.lead)]
    if "均值" in figure.roles or "均" in lead or text.startswith("/", figure.span.end):
        return True
    if "各" in lead and _EACH.search(text, *figure.lead):
        return True
    return "奖" in lead and figure.dimension == "元" and bool(_PRIZE.search(text, *figure.lead))


def _is_of_each(text: str, sentence: list[Figure], figures: list[Figure]) -> bool:
    """Whether the parts are those of each of several: 4支小分队，每支5人，包括医师1人、护士4人，
    共20人."""
    first = figures[1]
    before = (f for f in sentence if f.unit == first.unit and f.span < first.span)
    return any(f not in figures and _OF_EACH.search(text, *f.lead) for f in before)
