"""measure-words: does a noun stand with a measure word that it never has?

The table has a row for each kind of noun. The figure stands in front (3辆冲锋舟) or behind
(提案56位).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Measures
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_PERSONS = "员人者师生长工民手兵警友医童妇老党团队户家"
_TURNS = "从入到在对向为被受给和与及驻联扶帮了"
"""Behind a measure word these begin something else: 5名小学教师, 12家企业."""
_DO = "[列出缺]席|[旁收]听|[主把]持|承办|[召举发派寄交填送递收提上报]|企业|单位|机构|学校|公司|部门"
"""So do these, behind those who are counted: 18名列席会议."""
_AHEAD = (
    rf"[0-9][余多万几]{{0,2}}(?P<hit>[{{}}])(?:(?![{_PERSONS}{_TURNS}]|{_DO})[一-龥]){{0,5}}?"
    r"(?P<noun>{})(?=[，。；！）\n]|在|被|已|投入|正式|参加|参与|建成|完工|通过)"
)
_BEHIND = r"{}(?P<noun>{})(?:共|共计)?[0-9][0-9.]{0,6}[万余多]{0,2}(?P<hit>[{}])(?=[，。；）\n])"
_CLAUSE = r"(?:{})[^，。；：、！？\n]{0,12}"


_CASES = "起件次例宗桩"
_OFFENCE = re.compile(
    "驾驶|盗|抢|诈骗|走私|贩卖|倒卖|买卖|骗取|挪用|侵[占犯]|毁坏|破坏|占用|伤害|拐卖|冒用|滥伐|猎捕|拖欠|殴打|[涉酒醉]驾"
)
_BEARERS = {
    "间": "[室房舍厅厕库店铺]",
    "栋": "楼|[房舍厂]",
    "幢": "楼|[房舍厂]",
    "座": "[桥站库塔厂馆]|大棚",
    "所": "[校院所园]|[中小]学",
    "艘": "[船艇舟]",
    "辆": "车",
    "张": "[床桌票证]",
    "份": "[卷约书表]",
    "匹": "马",
    "棵": "树",
    "株": "[树苗]",
    "台": "[机梯泵车]",
    "户": "[户家]",
    "家": "企业|公司|[店社行]",
}
"""What stands in front of the noun and is counted instead of it: 更新教室照明设备42间."""
_IN_LIST = re.compile("[0-9][一-龥]、[一-龥]{0,6}$")
_NEAR = 8


class Params(NamedTuple):
    """``from_``: the table. Of a row: the nouns, the measure words that they have, those that do
    not stand before and behind them, and what must come before where the figure stands behind."""

    from_: Measures


@lru_cache(maxsize=4)
def _searches(table: Measures) -> tuple[tuple[str, Search], ...]:
    """What to look for, each with the measure words that would be right."""
    return tuple(each for row in table for each in _of_row(*row))


def _of_row(
    nouns: str, right: str, before: str, behind: str, verbs: str
) -> Iterator[tuple[str, Search]]:
    words = (*nouns.split("、"),)
    either, meant = "|".join(words), right.replace("|", "”“")
    ahead = _AHEAD.replace("{}", before, 1).replace("{}", either, 1)
    yield meant, search_for(ahead, (words,), 0)
    if behind:
        clause = _CLAUSE.replace("{}", verbs.replace("、", "|")) if verbs else ""
        regex = _BEHIND.replace("{}", clause, 1).replace("{}", either, 1).replace("{}", behind, 1)
        yield meant, search_for(regex, (words,), 0)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for right, search in _searches(params.from_):
        for match in find(facts.body, facts.literals, search):
            before = facts.body[max(0, match.start("noun") - _NEAR) : match.start("noun")]
            if match["hit"] in _CASES and _OFFENCE.search(before):
                continue  # 醉酒驾驶机动车163起: the deed is counted
            if _IN_LIST.search(before, 0) and before[before.rfind("、") - 1] == match["hit"]:
                continue  # 摩托车事故97起、货车63起
            if match.start("hit") > match.end("noun") and _bears(before, match["hit"]):
                continue
            yield Finding(Span(*match.span("hit")), {"noun": match["noun"], "right": right})


def _bears(before: str, hit: str) -> bool:
    """Whether a word in the clause before the noun is what the figure counts."""
    bearer = _BEARERS.get(hit)
    clause = re.split("[，。；：、！？0-9\n]", before)[-1]
    return bearer is not None and re.search(bearer, clause) is not None


CHECK = Check(
    "measure-words",
    Params,
    run,
    fields=("noun", "right"),
    searches=lambda params: [search for _, search in _searches(params.from_)],
)
