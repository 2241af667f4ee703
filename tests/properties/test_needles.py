"""Looking for literals first must find what running every regex over everything finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.checks.base import Needles, Reaches, Regexes
from govlint.checks.wording import pattern
from govlint.facts.facts import Facts
from govlint.facts.search import compiled
from govlint.facts.wanted import Wanted
from govlint.ruleset.catalogue import builtin_files
from govlint.text.document import Document
from govlint.text.source import Source

FILES = builtin_files()
RULES = [file.rule for file in FILES]
PARAMS = [p for rule in RULES if isinstance(p := rule.body.params, pattern.Params)]
LINES = sorted(
    {
        line
        for file in FILES
        for example in (*file.manual.examples.bad, *file.manual.examples.good)
        for line in example.replace("⟦", "").replace("⟧", "").split("\n")
    }
)


WANTED = Wanted(RULES)


def compare(text: str) -> None:
    facts = Facts(Document(Source("lines", text)), wanted=WANTED)
    idle = {id(rule.body.params) for rule in RULES if not facts.may_find(rule)}
    for params in PARAMS:
        for regex, needles, reach in zip(params.find, params.needles, params.reaches, strict=True):
            whole = pattern.view(facts, params.view)
            one = pattern.Params(
                Regexes((regex,)),
                Needles((needles,)),
                Reaches((reach,)),
                params.view,
                whole=params.whole,
            )
            found = [match.span() for match in pattern.matches(facts, one)]
            assert found == [match.span() for match in compiled(regex).finditer(whole)]
            assert not (found and id(params) in idle)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6))
def test_a_few_lines(lines: list[str]) -> None:
    compare("\n".join(lines))


@pytest.mark.parametrize("end", ["\n", "\r\n", "。"])
def test_all_lines_at_once(end: str) -> None:
    compare(end.join(LINES))
