"""kindred: 甲镇、乙镇、丙乡3个乡镇: a number behind names that all end as what it counts.

That each name tells its kind is what binds them to the number, whatever leads to the first or
follows the number. Names in an earlier clause, or beside 联合 and 会同, may be counted along; so
may what a joined 和 holds. A list behind 等 is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.listed import COUNTED_ALONG
from govlint.facts.named_counts import NamedCount
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_KINDS = {
    "乡镇街道": "镇乡道处",
    "镇街": "镇道处街",
    "乡镇": "镇乡处",
    "镇乡": "镇乡",
    "街道": "道处",
    "社区": "区",
    "行政村": "村",
    "自然村": "村庄湾屯寨",
    "试点村": "村",
    "重点村": "村",
    "村": "村",
    "镇": "镇",
    "乡": "乡",
    "县市区": "县市区旗",
    "县区": "县区市",
    "县市": "县市",
    "部门": "局委办部厅院站队",
    "单位": "局委办部厅院站队中心会司社馆校所厂行",
    "企业": "司厂社矿团店行",
    "公司": "司",
    "合作社": "社",
    "学校": "校学园",
    "中学": "学",
    "小学": "学校",
    "幼儿园": "园",
    "医院": "院",
    "卫生院": "院",
    "水库": "库",
    "公园": "园",
    "小区": "区苑园庭城",
    "商场": "场市城店",
    "超市": "市场店",
    "景区": "区园山谷",
    "科室": "科室股",
    "内设机构": "室部科处办组股心队",
    "机构": "室部科处办组股心队局院所站馆会",
    "工作组": "组",
    "专项组": "组",
    "工作小组": "组",
    "小组": "组",
    "党支部": "部",
    "协会": "会",
    "委员会": "会",
    "服务站": "站",
    "高校": "学院校",
    "大队": "队",
    "中队": "队",
    "车间": "间",
    "银行": "行",
}
"""What is counted, and the characters with which a name of the kind ends."""
_NUMBER = re.compile(
    r"(?P<hit>(?<![第各前后每近约超达余共0-9.一二三四五六七八九十])"
    r"(?P<n>[两三四五六七八九十]|[2-9]|1[0-9])(?:个|家|所|座|名)"
    rf"(?P<kind>{'|'.join(_KINDS)}))"
    r"(?=[，。；：）的为列予先率试参抽推纳入被获进完共均都各全正已将因受存未没也派有在等实作召整牵配协启同互轮成承达设创争申评上]"
    r"|$|\n|开(?!发区)|联(?!社)|建(?!筑)|发(?![电热])|分(?![校公店院站局会])|负责(?!人)|组[成织建]|通[过报]|签订|加[强快大])"
)
_NAME = re.compile(r"[^，。；：、！？\n（）“”《》0-9]{2,14}")
_LEADS = re.compile(r"联合|会同|协同|携手|协调|配合|牵头|协助|[和与及同跟并]|以及")
_INNER = re.compile(r"[等的在为是将把对了到以]|其中")
_JOINER = re.compile("以及|[和与及]")
_LONGEST = 200
_FEWEST = 3
_MANY = 99


def find_kindred(text: str) -> Iterator[NamedCount]:
    """Every number right behind a list of names of its kind, with how many they can be."""
    for match in _NUMBER.finditer(text):
        ends = _KINDS[match["kind"]]
        start = match.start("hit")
        if text[start - 1 : start] not in tuple(ends):
            continue
        window = text[max(0, start - _LONGEST) : start]
        *before, clause = re.split("[，。；：！？\n]", window)
        if not before and start > _LONGEST:
            continue
        first, *names = clause.split("、")
        counts = _counts(first, names, ends) if names else None
        if counts is None or counts[0] < _FEWEST:
            continue
        fewest, most = counts
        if before and before[-1][-1:] in ends and text[start - len(clause) - 1] == "，":
            most = _MANY  # 财政局牵头、财政局，水利局……四部门
        elif before and COUNTED_ALONG.search(before[-1]):
            most += 1
        yield NamedCount(Span(*match.span("hit")), parse_numeral(match["n"]) or 0, fewest, most)


def _counts(first: str, names: list[str], ends: str) -> tuple[int, int] | None:
    """The fewest and the most names; None where one of them is of another kind."""
    fewest = most = 1
    if first[-1:] not in ends:
        return None
    led = [*_LEADS.finditer(first)]
    if led:  # 我局联合甲局、乙局; 甲镇和乙镇、丙镇
        most += len(led)
    for name in names:
        if not _NAME.fullmatch(name) or name[-1] not in ends or _INNER.search(name):
            return None
        halves = _JOINER.split(name)
        whole = [half for half in halves if half[-1:] in ends and len(half) > 1]
        most += len(halves)
        if name is names[-1]:
            fewest += len(whole)
        elif len(whole) > 1:
            return None  # 甲镇、乙镇和丙村、丁村: another list begins within
        else:
            fewest += 1
    return fewest, most
