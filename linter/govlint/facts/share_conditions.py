"""share_conditions: do the words around a share fit a part and a whole?"""

from __future__ import annotations

import re

from govlint.facts.context import CLAUSE, Words
from govlint.facts.figure import Figure

NEGATED = re.compile("[不未无缓没拒非欠]|免(?!费|疫)|逾期|超期|除外")
PLACE = re.compile(r"全[国省市县区镇乡村球州盟旗]|世界|同类")
_VERB = 6
_ANY_WHOLE = (
    "总数", "总量", "总额", "总人数", "全部", "任务", "任务数", "目标任务", "年度任务", "年度目标",
)  # fmt: skip
_ALL_OF = re.compile(r"^(?:全[部省市县区镇乡村国]|所有|该|其|我[省市县区镇乡村])")
_AMONG = re.compile("^.*中，")
_ALL_TOLD = re.compile("(?:全部|所有|总(?!体|计|共))(?![^，。]*(?:达到|累计))")
_LONG = 4
_OF_ALL = re.compile(r"总?(?:数|量|额|人数|户数|面积)$")


def is_share(words: Words, share: Figure, whole: Figure, part: Figure) -> bool:
    """Whether the words before and behind 占 fit the part and the whole: 民生支出占全部支出的."""
    said_of, _, of = share.name.rpartition("/")
    said_of = said_of.lstrip("，、其中分别")
    clause = CLAUSE.split(words.text[slice(*part.lead)])[-1]
    if len(said_of) > 1 and said_of[:2] not in words.text[slice(*part.lead)]:
        return False
    if said_of and bool(NEGATED.search(clause)) != bool(NEGATED.search(said_of)):
        return False  # 党员142人，非党员44人，党员占
    if len(said_of) > _VERB:
        return False
    if part.span < whole.span:
        return not (said_of or of) and _is_all_behind(words, share, whole)
    if _is_beside(words, whole, part) or (not of and _other_whole(words, share)):
        return False
    place = PLACE.search(of)
    lead = words.text[slice(*whole.lead)]
    if place is not None and place[0] not in lead:
        return False
    of = of.strip("同期其的").replace("GDP", "生产总值")
    if len(of) < 2 or of in _ANY_WHOLE:
        return True
    core = _ALL_OF.sub("", _OF_ALL.sub("", of))
    lead = _AMONG.sub("", lead)  # 企业法人中，内资企业7769个: these are not all 企业法人
    return core[-2:] in lead and (len(core) < _LONG or core[:2] in lead)


def _is_all_behind(words: Words, share: Figure, whole: Figure) -> bool:
    """Whether a whole that is told behind its part says that it is all: 智能办件2980件，全部办件
    4036件，占比."""
    told = CLAUSE.split(words.text[slice(*whole.lead)])[-1]
    return _ALL_TOLD.match(told) is not None and share.lead.start == whole.span.end


def _is_beside(words: Words, whole: Figure, part: Figure) -> bool:
    """Whether the whole is itself told as a share of something: 甲20件，占40%，乙8件，占16%."""
    after = (f for f in words.sentence if f.span > whole.span)
    following = next(after, None)
    return following is not None and "占比" in following.roles and "其中" not in part.roles


def _other_whole(words: Words, share: Figure) -> bool:
    """Whether an earlier share names its whole, which then is that of a bare 占, too."""
    earlier = (f for f in words.sentence if f.span < share.span and "占比" in f.roles)
    return any(figure.name.rpartition("/")[2] for figure in earlier)
