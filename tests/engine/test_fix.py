"""Which fixes are made together, and when it ends."""

from collections.abc import Iterator

import pytest

from govlint import lint_text
from govlint.diagnostics.diagnostic import Diagnostic, Fix
from govlint.diagnostics.figures_kept import keeps_figures
from govlint.diagnostics.finding import Edit
from govlint.diagnostics.result import FileResult
from govlint.engine.fix import Fixed, fix
from govlint.text.source import Source
from govlint.text.span import Span


class Rules:
    """Rules that say: write ``new`` for ``old``. ``runs``: how often they were asked."""

    def __init__(self, *rules: tuple[str, str], unsafe: tuple[str, ...] = ()) -> None:
        self.rules = rules
        self.unsafe = unsafe
        self.runs = 0

    def __call__(self, text: str) -> FileResult:
        self.runs += 1
        found = [each for old, new in self.rules for each in self._found(text, old, new)]
        found.sort(key=lambda each: each.order)
        return FileResult("a", tuple(found), Source("a", text))

    def _found(self, text: str, old: str, new: str) -> Iterator[Diagnostic]:
        place = text.find(old)
        while place >= 0:
            span = Span(place, place + len(old))
            fixing = Fix("unsafe" if old in self.unsafe else "safe", (Edit(span, new),))
            yield Diagnostic(
                old, old, "error", "", "a", span, None, None, old, (), fixing, "", (), ""
            )  # fmt: skip
            place = text.find(old, place + 1)


def fixed(text: str, rules: Rules, *, unsafe: bool = False) -> tuple[str, int, int]:
    """The text, how many fixes were made, and how many were refused."""
    found: Fixed = fix(rules(text), rules, unsafe=unsafe)
    assert found.result.source is not None
    return found.result.source.text, len(found.made), found.refused


def test_what_does_not_touch_is_fixed_at_once() -> None:
    rules = Rules(("甲", "乙"), ("丙", ""))
    assert fixed("甲丙甲丙", rules) == ("乙乙", 4, 0)
    assert rules.runs == 2


def test_what_overlaps_is_fixed_one_after_the_other() -> None:
    rules = Rules(("甲乙", "甲"), ("乙丙", "丙"))
    assert fixed("甲乙丙", rules) == ("甲丙", 1, 0), "the second is gone with the first"
    assert fixed("甲乙丙丁", Rules(("甲乙", "甲己"), ("己丙丁", "庚"))) == ("甲乙丙丁", 0, 1)


def test_the_surer_goes_first() -> None:
    rules = Rules(("甲乙", "甲"), ("乙丙", "丙戊"), unsafe=("甲乙",))
    assert fixed("甲乙丙", rules, unsafe=True) == ("甲丙戊", 1, 0)
    assert fixed("甲乙", rules) == ("甲乙", 0, 0)
    assert fixed("甲乙", rules, unsafe=True) == ("甲", 1, 0)


def test_the_one_at_fault_is_found() -> None:
    """甲 may become 乙 anywhere but before 丙: that would bring up 乙丙."""
    rules = Rules(("甲", "乙"), ("乙丙", "戊"))
    text = "甲。" * 40 + "甲丙" + "。甲" * 40
    assert fixed(text, rules) == (text.replace("甲", "乙").replace("乙丙", "甲丙"), 80, 1)
    assert rules.runs < 25


def test_one_that_is_refused_says_what_it_would_bring_up() -> None:
    rules = Rules(("甲", "乙"), ("乙丙", "戊"))
    left = fix(rules("甲丙，甲"), rules, unsafe=False).result.diagnostics
    assert [(each.code, each.fix and each.fix.brings) for each in left] == [("甲", "乙丙")]


def test_one_that_is_refused_leaves_its_place_to_the_next() -> None:
    assert fixed("甲乙", Rules(("甲", "丁"), ("丁乙", ""), ("甲乙", "丙"))) == ("丙", 1, 0)


@pytest.mark.parametrize(
    "rules",
    [
        Rules(("甲", "乙"), ("乙", "甲")),
        Rules(("甲", "甲甲")),
        Rules(("甲", "甲")),
        Rules(("甲", "乙甲")),
    ],
)
def test_rules_that_fight_change_nothing(rules: Rules) -> None:
    assert fixed("甲。甲", rules) == ("甲。甲", 0, 2)
    assert rules.runs < 20


def test_a_million_quarrels_end() -> None:
    rules = Rules(("甲", "乙"), ("乙", "甲"))
    text, made, refused = fixed("甲" * 1000, rules)
    assert (text, made, refused) == ("甲" * 1000, 0, 1000)
    assert rules.runs < 250


@pytest.mark.parametrize(
    ("text", "old", "new", "kept"),
    [
        ("1、5月", "、", ".", False),
        ("3,000元", ",", "，", False),
        ("3.5元", ".", "。", False),
        ("第1 5条", " ", "", False),
        ("08号", "0", "", True),
        ("80号", "0", "", False),
        ("2023.5.8", ".5.8", "年5月8日", True),
        ("20 23年", "20 23", "2023", True),
        ("2O23年", "O", "0", True),
        ("“3.15”", ".", "·", True),
        ("增长5 %", " ", "", True),
        ("１０，２０", "，", "、", True),
        ("甲\n12\n乙", "12\n", "", True),
    ],
)
def test_the_value_of_a_figure_stays(text: str, old: str, new: str, kept: bool) -> None:  # noqa: FBT001
    start = text.index(old)
    assert keeps_figures(text, [Edit(Span(start, start + len(old)), new)]) == kept


def test_a_fix_that_would_change_a_figure_is_not_offered() -> None:
    text = "某镇总结\n1、2024年投资\n完成8亿元。\n2、2025年投资\n计划9亿元。\n"
    found = {d.code: d for d in lint_text(text)}
    assert found["SEQ205"].fix is None
    assert found["SEQ205"].message.endswith("应为“1.”")
