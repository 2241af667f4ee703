"""Totals that are one slip from their parts, and what there is against what came and went."""

from __future__ import annotations

import pytest

from govlint.facts.facts import Facts
from govlint.facts.stocks import find_stocks
from govlint.facts.tallies import slipped_tallies
from govlint.text.document import Document
from govlint.text.source import Source


def _facts(text: str) -> Facts:
    return Facts(Document(Source("a.txt", text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("党支部现有正式党员42名、预备党员15名、积极分子21名，共有88名。", "78名"),
        ("党支部现有正式党员42名、预备党员15名、积极分子21名，共有78名。", None),
        ("全校教师126人。按学段分，小学58人，初中78人。", "136人"),
        ("全校教师126人，男48人，女78人。按学段分，小学58人，初中78人。", "136人"),
        ("全校教师126人。按学段分，小学58人，初中60人，18人跨学段。", None),
        ("全校教师126人，其中小学58人，初中48人。", None),
        ("全年新建泵站42座、改建35座，泵站总数达到87座。", None),
    ],
)
def test_a_total_one_slip_from_its_parts(text: str, expected: str | None) -> None:
    facts = _facts(text)
    whole = range(len(text))
    passage = facts.passage(len(facts.printed) - 1).figures
    found = [tally.expected for tally in slipped_tallies(facts.body, passage, whole)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected", "verdict"),
    [
        ("年初库存大米86吨，本月购进120吨，发放145吨，月末库存61吨。", "61吨", "fits"),
        ("年初库存大米86吨，本月购进120吨，发放145吨，月末库存71吨。", "61吨", "differs"),
        ("年初库存大米8万吨，收购3.4万吨，销售5.1万吨，年末库存7.3万吨。", "6.3万吨", "differs"),
        (
            "上年结转31件，新收164件，其中不予受理12件，办结158件，年末在办25件。",
            "25件",
            "fits",
        ),
    ],
)
def test_what_there_is_follows_from_what_came_and_went(
    text: str, expected: str, verdict: str
) -> None:
    facts = _facts(text)
    (stock,) = find_stocks(facts.body, facts.passage(0).figures, range(len(text)))
    assert (stock.expected, stock.holds) == (expected, verdict == "fits")


def test_a_flow_of_which_the_words_do_not_tell_the_way_is_no_flow() -> None:
    text = "年初有项目86个，涉及乡镇12个，年末有项目74个。"
    facts = _facts(text)
    assert not [*find_stocks(facts.body, facts.passage(0).figures, range(len(text)))]
