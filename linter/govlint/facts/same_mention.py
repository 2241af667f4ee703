"""same_mention: are two figures, of which one may be a slip of the other, told of one thing?

They are where both stand behind one name, at one time. What is taken up stands behind its figure
(规划用地64亩……46亩规划用地已征收): there a shorter name is enough, if it is all that the first one
is told of. Where two digits are exchanged, a short name is enough, before one figure and behind the
other (走访群众1420户……对走访的1240户), and so is the figure before it (213户658人……这213户685人).
"""

from __future__ import annotations

import re

from govlint.facts.indicators import Indicators
from govlint.facts.mentions import (
    Words,
    bare,
    clause_before,
    common_end,
    digits_of,
    noun_behind,
    sentence_before,
    taken_up,
    tells_otherwise,
    words_before,
)

NEAR = 200
"""Round figures, and those of two digits, are compared only this near."""
_LIMIT = re.compile("[＜＞≤≥<>≦≧]")
"""Signs beside the bounds of a scale."""
_GENERIC = re.compile(
    r"总|投资|投入|财政|安排|面积|规划|实施|完成|重点|项目|企业|资金|[省市县区乡镇]级|连续|总额|开工|建设|占|全[省市县]"
)
_WHOLE = "全我本该"
"""全镇 and 沙河镇 are one place in one report."""
_ORGAN = re.compile("[一-龥]{0,4}(?:机关|部门|系统|法院|检察院|队伍|各地)")
"""全市 and 全市检察机关 are told of one thing."""
_SHORT = 6
_BRIEF = 2
_DONE_TO = re.compile(r"^.*[对从将把]|已?的$")
"""对走访的: 走访."""
_FIGURE_BEFORE = re.compile(r"[0-9]+[一-龥]{1,2}$")
_PARTED = re.compile(r"其中|分别|新|甲|另|合计|总[占数]")
"""Words between two figures with which they are those of two things."""
_OF_ALL = re.compile("(?:[全本我该][院校县市区镇乡局]|医院|学校)?(?:现有?|共有?|有)?")
_FIXED = re.compile("编制|核定|设计|额定|法定")
_PROJECT = re.compile("(?:项目|工程)")
_SEVERAL = re.compile(
    "重点|重大|各|等|年度|项目库|项目化|[0-9一二两三四五六七八九十]个|批|[全我][省市县区镇]"
)
_OWN = re.compile("^(?:[该本]|项目|工程)+|(?:约|为)+$")
_OF_PROJECT = re.compile(
    "(?:估算|概算|计划|批复)?总投资额?|(?:总|规划)?用地面积|总?占地面积|总?建筑面积|(?:建设|总)?工期|总?库容|(?:线路|路线)?全长|设计(?:时速|日处理能力|处理能力)"
)
"""What a project has one of."""
_TO = re.compile("^(?:距离?|按照?|对照?|占|超过?|用于)$")
_HAVING = re.compile("[现实共]$")
"""What is left of 现有 and 实有."""
_LEAST, _SURE, _NOUN = 4, 6, 3
_TERM = re.compile(
    "(?:“?十[一二三四五]五”?|”|(?:过去|这|近)?[两三四五]年[来间]?|以来|时期|期间|累计|[全我][国省市县区镇]|巩固|实现|完成|已|共|了)*"
)
_CARRIED = re.compile(
    r"[现共原实应]?有|[该本]?(?:项目|工程)|[全我本该][省市县区镇乡村院校厂队局司站场]|[^，。]{0,8}[省市县区镇乡村院校厂队局司站场园部会](?:现?有)?|发现|涉及|核定|登记|规划"
)
"""Words before a name that tell nothing apart from it: 全市现有, 林场."""


def is_exact(number: str) -> bool:
    """Whether a number has three digits that are not round."""
    return len(number.replace(".", "").rstrip("0")) > 2


class Mentions:
    """The figures of one text, each with its words, which are worked out once."""

    def __init__(self, text: str, indicators: Indicators, title: str = "") -> None:
        self._text = text
        self._one_project = _PROJECT.search(title) is not None and not _SEVERAL.search(title)
        self._indicators = indicators
        self._words: dict[int, Words] = {}

    def are_same(self, earlier: re.Match[str], later: re.Match[str]) -> bool:
        """Whether two figures, matches of FIGURE that are one slip apart, are told of one thing at
        one time."""
        if _LIMIT.search(self._text, max(0, later.start() - 4), later.end() + 4):
            return False
        one, other = digits_of(earlier), digits_of(later)
        near = later.start() - earlier.end() < NEAR
        exact = is_exact(one) and is_exact(other)
        exchanged = near and sorted(one) == sorted(other)
        if self._are_one_state(earlier, later) or self._are_of_project(earlier, later):
            return True
        if not exact and not near:
            return False
        if exact and sorted(one) == sorted(other) and self._are_exchanged(earlier, later):
            return True
        if (exact or exchanged) and self._are_same(earlier, later, exact=exact):
            return True
        if exchanged and self._are_briefly(earlier, later):
            return True
        return near and self._is_taken_up(earlier, later, sure=exact or exchanged)

    def _before(self, figure: re.Match[str]) -> Words:
        place = figure.start()
        if place not in self._words:
            self._words[place] = words_before(self._text, figure, self._indicators)
        return self._words[place]

    def _are_exchanged(self, one: re.Match[str], other: re.Match[str]) -> bool:
        """Whether two figures of three digits and more, two of which are exchanged, stand behind
        one long name, with nothing but words for a term of years before it: 五年来城镇新增就业452万
        人……“十四五”时期城镇新增就业425万人."""
        first, second = (
            bare(clause_before(self._text, each).rpartition("\n")[2]) for each in (one, other)
        )
        name = common_end(first, second)
        before, after = self._before(one), self._before(other)
        nouns = [noun_behind(self._text, each) for each in (one, other)]
        same = nouns[0][:_NOUN] == nouns[1][:_NOUN] and len(nouns[0]) >= _NOUN
        if same and not _GENERIC.match(nouns[0]) and before.is_of_time(after):
            return True  # 全州729个贫困村全部出列……全州279个贫困村都有工作队
        if len(name) < _SURE or (before.year and after.year and before.year != after.year):
            return False
        rests = (first.removesuffix(name), second.removesuffix(name))
        return all(map(_TERM.fullmatch, rests)) and any(rests)

    def _are_same(self, one: re.Match[str], other: re.Match[str], *, exact: bool) -> bool:
        before, after = (_plain(self._before(each)) for each in (one, other))
        name, behind = common_end(before.name, after.name), ""
        if len(name) < _LEAST and len(after.name) <= _SHORT:
            behind = name = self._name_behind(other, before.name)
        if len(name) < (_LEAST if exact else _SURE) or not _GENERIC.sub("", name).strip("的"):
            return False
        apart = not behind and _are_different(before.name, after.name, name)
        return not apart and before.is_of_time(after)

    def _are_one_state(self, one: re.Match[str], other: re.Match[str]) -> bool:
        """Whether both tell what is fixed, and no more: 编制床位600张, 现有编制床位650张."""
        before, after = self._before(one), self._before(other)
        name = common_end(before.name, after.name)
        if len(name) < _LEAST or not _FIXED.match(name) or not before.is_of_time(after):
            return False
        rests = (before.name.removesuffix(name), after.name.removesuffix(name))
        return all(map(_OF_ALL.fullmatch, rests))

    def _are_of_project(self, one: re.Match[str], other: re.Match[str]) -> bool:
        """Whether a document about one project tells its size or its cost in both places."""
        if not self._one_project:
            return False
        before, after = self._before(one), self._before(other)
        names = [_OWN.sub("", each.name) for each in (before, after)]
        same = names[0] == names[1] and _OF_PROJECT.fullmatch(names[0]) is not None
        return same and before.is_of_time(after)

    def _name_behind(self, figure: re.Match[str], name: str) -> str:
        """What of ``name`` stands behind a figure: 2374起矛盾纠纷被化解."""
        noun = noun_behind(self._text, figure)
        for size in range(min(len(name), len(noun)), _LEAST - 1, -1):
            if name[-size:] in noun:
                return name[-size:]
        return ""

    def _is_taken_up(self, one: re.Match[str], other: re.Match[str], *, sure: bool) -> bool:
        """Whether the second figure takes up, with what it counts, what the first is told of."""
        text, told = self._text, clause_before(self._text, one)
        name = taken_up(told, noun_behind(text, other), _BRIEF)
        of = text.startswith("的" + name, other.end()) and told.endswith(name) and sure
        if not name or not (of or _GENERIC.sub("", name)) or tells_otherwise(told):
            return False
        between = text[one.end() : other.start()]
        if of:
            return not tells_otherwise(clause_before(text, other))
        if _PARTED.search(between) or tells_otherwise(clause_before(text, other)):
            return False
        rest = told.removesuffix(name)
        if sure or len(name) >= _LEAST:
            return not rest or _CARRIED.fullmatch(rest) is not None
        return len(rest) >= _BRIEF and rest[-_BRIEF:] in sentence_before(text, other, one.end())

    def _are_briefly(self, one: re.Match[str], other: re.Match[str]) -> bool:
        """Whether two figures with exchanged digits are told of one thing by a short name, or
        behind the same figure."""
        text = self._text
        told = [
            _FIGURE_BEFORE.search(text, max(0, each.start() - _SHORT), each.start())
            for each in (one, other)
        ]
        if told[0] and told[1]:
            return told[0][0] == told[1][0]
        before, after = self._before(one), self._before(other)
        if not before.is_of_time(after) or _PARTED.search(text, one.end(), other.start()):
            return False
        noun, name, clause = noun_behind(text, other), before.name[-_BRIEF:], ""
        if len(name) < _BRIEF:
            return False
        clause = clause_before(text, other)
        if _GENERIC.fullmatch(name):
            done = _DONE_TO.sub("", clause)
            return len(done) >= _BRIEF and done in before.name and noun.startswith(name)
        common = common_end(before.name, after.name)
        if common[-_BRIEF:] == name:
            return not _are_different(before.name, after.name, common)
        return noun.startswith(name) and not tells_otherwise(clause)


def _plain(words: Words) -> Words:
    """With its name as it is without 的: 批复的总投资 is 批复总投资."""
    return words._replace(name=words.name.replace("的", ""))


def _are_different(one: str, other: str, name: str) -> bool:
    """Whether what stands before the common ``name`` tells two things apart: 城镇, 农村; not
    全镇 and the name of the town."""
    first, second = (
        _HAVING.sub("", _TO.sub("", bare(each.removesuffix(name)))) for each in (one, other)
    )
    if first.endswith(second) or second.endswith(first):
        return False
    short, long = sorted((first, second), key=len)
    if short[0] in _WHOLE and long.startswith(short) and _ORGAN.fullmatch(long, len(short)):
        return False
    return first[-1] != second[-1] or not (first[0] in _WHOLE or second[0] in _WHOLE)
