"""told_otherwise: figures that are told again one slip apart, in words that share something.

Two digits exchanged are a slip wherever the words have anything in common and nothing tells the two
apart (see one_thing.py); one other digit only where the second figure says plainly that it takes
the first one up: 对这46个党支部.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations

from govlint.facts.mentions import FIGURE, common_end, digits_of
from govlint.facts.one_thing import (
    UNITS,
    Told,
    bare_end,
    head_of,
    known_part,
    may_be_one,
    pairs_in,
    read_told,
)
from govlint.records import NamedTuple
from govlint.text.slips import is_slip

_AHEAD = re.compile(
    "目标|任务|计划|预算|力争|争取|预计|预期|拟|将达|可达|可[新增实]|不低于|不少于|不超过|原[定有来计]|应(?!急)"
)
_MADE = re.compile(
    "(?:确保|推动|力促|全力|努力|要|将)[^，。；]{0,12}(?:完成|新增|建成|实现|达到|增[加至到]|培育|改造|新建|引进|发展|投入|安排|培训|突破|至|到|超|整治|打造|提[高升]|建设|落实|组织|开展)[^，。；]{0,8}$"
)
_CHANGE = re.compile(
    "同比|环比|增[长加收幅速](?!值)|减[少收]|下降|上升|提高|提升|降低|[比较][^，。；]{0,10}$|高于|低于|多|少(?!年|儿|先|数)|超出|相差|差距|缩[短小]"
)
_OTHER = re.compile(
    "各(?!项|级|类)|占|最|[一二三]期|首批|第[一二三四五]|除|剔除|调整|追加|扩|抽[取查选样]|部分|[甲乙丙]|左右|百分点|率|环节|仅|首次|完工|未|重点|示范"
)
_TAKEN = re.compile(
    "^(?:.{0,24}[对将使让为以按把给由靠凭]|确保|推动|从|在|针对|围绕|面对|支撑|全[部体]|所有|上述|以上|[这该此]|.{0,20}的)?$"
)
_GENERIC = frozenset(
    (
        "资金", "项目", "企业", "投资", "建设", "工程", "增长", "工作", "健康",
        "新增", "完成", "建成", "下降", "提高", "投入", "总投", "重点", "安排",
        "增加", "支出", "收入", "实施", "群众", "服务", "单位", "人员"
    )
)  # fmt: skip
"""What so many things are that it tells nothing."""
_NUMBER = re.compile(r"(?<![0-9.])([0-9]{1,6}(?:\.[0-9]{1,3})?)[万亿]?([一-龥])")
_MOVED = re.compile(
    "新增|增加|减少|退[休出役]|调[入出离]|转[入出]|招|聘|注销|关闭|取消|淘汰|核减|补充|吸收|清退|摘牌|迁[入出]|出生|死亡"
)
_TOTAL = re.compile("合计|总|共")
_ALIKE, _LEAST, _LONG = 4, 2, 3
_MOST, _AROUND, _BEHIND = 24, 14, 7
_FAR, _NEARER = 420, 260
_AROUND_FAR = 8000
_NEAR = 0.3
_PERCENT = "%"


class Otherwise(NamedTuple):
    """``again`` tells what ``first`` tells, with another value; it stands before that where the
    parts that are told make the other one up."""

    first: Told
    again: Told


def find_otherwise(text: str) -> Iterator[Otherwise]:
    """The figures that are told again with another value, with the one told before."""
    figures = [*FIGURE.finditer(text)]
    keys = [(digits_of(each), each["unit"].translate(UNITS)) for each in figures]
    numbers = Counter(keys)
    ends = [each.end() for each in figures]
    told = _Told(text, figures)
    for place, later in enumerate(figures):
        if numbers[keys[place]] > 1:
            continue  # what is told more than once is no slip
        start, unit = later.start(), keys[place][1]
        for before in range(place - 1, max(-1, place - _MOST), -1):
            if start - ends[before] > _FAR:
                break
            if keys[before][1] != unit:
                continue
            how = _how(keys[before], keys[place])
            pair = told.pair(before, place, how) if how else None
            if pair is None:
                continue
            near = told.near(place)
            if not _is_explained(text, near, *pair):
                yield pair
            elif how == "turned" and numbers[keys[before]] == 1 and _is_sum(near, *pair):
                yield Otherwise(pair.again, pair.first)
            break


class _Told:
    """The figures of one text, with their words, which are read when they are first asked for."""

    def __init__(self, text: str, figures: list[re.Match[str]]) -> None:
        self._text, self._figures = text, figures
        self._told: dict[int, Told | None] = {}

    def _read(self, number: int) -> Told | None:
        if number not in self._told:
            self._told[number] = read_told(self._text, self._figures[number])
        return self._told[number]

    def pair(self, before: int, place: int, how: str) -> Otherwise | None:
        """Two figures that are told of one thing, or None."""
        first, again = self._read(before), self._read(place)
        if first is None or again is None or not _is_one(self._text, first, again, how):
            return None
        return Otherwise(first, again)

    def near(self, place: int) -> list[Told]:
        """The figures around one of them, with it."""
        around = range(max(0, place - _AROUND), min(len(self._figures), place + _BEHIND))
        return [each for number in around if (each := self._read(number))]


def _how(first: tuple[str, str], again: tuple[str, str]) -> str:
    """How the digits of the second figure differ: turned, three or more of them, or two (pair),
    or one digit; "" for otherwise, or not at all."""
    (one, unit), (other, counted) = first, again
    if one == other or unit != counted:
        return ""
    slip = len(one) == len(other) and is_slip(one, other)
    if slip and sorted(one) == sorted(other):
        return "turned" if len(one.replace(".", "").strip("0")) > _LEAST else "pair"
    told = float(one)
    return "digit" if slip and told and abs(float(other) - told) / told <= _NEAR else ""


def _is_one(text: str, first: Told, again: Told, how: str) -> bool:
    """Whether the two are told of one thing, by their words."""
    if first.sentence == again.sentence:
        return False
    if not may_be_one(text, first, again) or (_AHEAD.search(again.lead) and not again.noun):
        return False
    sentence = text[slice(*first.sentence)]
    if how in ("turned", "pair"):
        return _shares_words(sentence, first, again, how)
    return _is_taken_up(sentence, first, again) and not _is_one_of_many(text, again)


def _is_one_of_many(text: str, again: Told) -> bool:
    """Whether a figure that opens its clause counts what a text counts with more than two numbers:
    （三）农业方面。24个问题……（四）工程方面。25个问题."""
    if again.lead or not again.noun:
        return False
    counted = f"{re.escape(text[again.span.end - 1])}{re.escape(again.noun[:_LEAST])}"
    near = text[max(0, again.span.start - _AROUND_FAR) : again.span.end + _AROUND_FAR]
    return len({*re.findall(f"([0-9]{{1,9}}){counted}", near)}) > _LEAST


def _shares_words(sentence: str, first: Told, again: Told, how: str) -> bool:
    """Whether figures with exchanged digits share a word that tells something, and are not told
    alike as the members of a list are."""
    own = f"{first.lead}，{first.noun}"
    known = pairs_in(known_part(again.noun, sentence))
    noun = known | pairs_in(again.noun.partition("的")[0][: 2 * _ALIKE])
    words = pairs_in(again.lead) | known
    end = common_end(first.lead, again.lead)
    if len(end) >= (_ALIKE if how == "turned" else _LEAST):
        return False
    if len(end) >= _LEAST and not all(pair in sentence for pair in words):
        return False  # 完成甲筛查4260人……完成乙筛查4620人
    shared = (words | noun) & pairs_in(own)
    if shared <= _GENERIC and len(head_of(again.noun, own)) < _LONG:
        shared = set()
    if shared and (how == "turned" or noun & shared):
        return how == "turned" or bool(noun & shared)
    near = again.span.start - first.span.end <= _NEARER
    return how == "turned" and near and not (known & pairs_in(sentence)) <= _GENERIC


def _is_taken_up(sentence: str, first: Told, again: Told) -> bool:
    """Whether the second figure says that it is the first one: 对这46个党支部."""
    if any(each.search(told.lead) for each in (_OTHER, _CHANGE, _AHEAD) for told in (first, again)):
        return False
    if _OTHER.search(again.noun[:6]) or _MADE.search(again.lead):
        return False
    known = pairs_in(known_part(again.noun, sentence))
    if not known or not _TAKEN.search(again.lead):
        return False
    if not all(pair in sentence for pair in known):
        return False
    if again.lead.endswith("的") and not all(p in sentence for p in pairs_in(again.lead)):
        return False  # 对已运营满一年的118个
    head = head_of(again.noun, f"{first.lead}，{first.noun}")
    if head in _GENERIC and not again.lead:
        return False  # 组建13家企业创新联合体……5家企业挂牌，10家企业进入: a list goes on
    return bool(head) and (bare_end(first.lead).endswith(head) or first.noun.startswith(head))


def _is_explained(text: str, around: Sequence[Told], first: Told, again: Told) -> bool:
    """Whether other figures near make the second one up, or the first one with them does."""
    near = [each for each in around if each is not again]
    same = [each.value for each in near if each.unit == again.unit]
    for one, other in combinations(same, 2):
        if again.value in (one + other, abs(one - other)):
            return True
    moved, unit = abs(again.value - first.value), again.unit[-1:]
    between = text[first.span.end : again.span.start]
    steps = [
        Decimal(each[1]) for each in _NUMBER.finditer(between) if each[2].translate(UNITS) == unit
    ]
    moves = _MOVED.search(between) is not None
    if moves and any(moved == abs(one - other) for one, other in combinations(steps[:_AROUND], 2)):
        return True  # 613人……招聘24人、退休6人……631人
    if any(again.value == sum(three) for three in combinations(same, 3)) or _is_sum(
        around, first, again
    ):
        return True
    shares = [each.value / 100 for each in near if each.unit == _PERCENT]
    if again.unit == _PERCENT:
        return False
    return any(
        abs(made - again.value) <= again.value / 1000
        for share in shares
        for made in (first.value * (1 + share), first.value * (1 - share), first.value * share)
    )


def _is_sum(around: Sequence[Told], first: Told, again: Told) -> bool:
    """Whether the parts of a figure follow it, or stand between the first one and it: 建议141件……
    城建类43件、教科文类29件、财经类24件、社会类18件……114件建议."""
    if _TOTAL.search(again.lead):
        return False
    alike = [each for each in around if each.unit == again.unit]
    behind = [each.value for each in alike if each.span > again.span]
    before = [each.value for each in alike if first.span < each.span < again.span]
    return any(again.value in [*accumulate(run)][1:] for run in (behind, before[::-1]))
