"""Lines of sellers and sites are found wherever they stand; what an office writes is not."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.engine.lint import lint_document
from govlint.facts.evidence import AGAINST, read_words, sieve
from govlint.ruleset.catalogue import builtin_rules
from govlint.text.document import Document
from govlint.text.source import Source

LINES = yaml.safe_load(Path(__file__).with_name("advertising.yaml").read_text(encoding="utf-8"))
WORDS = read_words()
RULES = [rule for rule in builtin_rules() if rule.family == "RES"]
PROSE = [
    "青禾镇2023年工作总结",
    "今年以来，全镇上下团结一心，各项工作取得新进展。",
    "一、经济发展",
    *(f"新建幼儿园{n}所，改厕300户，矛盾纠纷化解率98%。" for n in range(2, 24)),
    "青禾镇人民政府",
    "2023年12月28日",
]
PLACES = {"head": 0, "middle": 14, "tail": len(PROSE)}


def found(entry: dict[str, str]) -> list[tuple[int, int, str]]:
    """What RES says about a report with the line in it: the first and last line, and the code."""
    place = PLACES[entry["where"]]
    text = "\n".join([*PROSE[:place], entry["text"], *PROSE[place:]])
    findings = lint_document(Document(Source("draft", text)), RULES)
    return [(d.start.line, d.end.line, d.code) for d in findings if d.start and d.end]


@pytest.mark.parametrize("entry", LINES["advertising"], ids=lambda entry: entry["text"][:12])
def test_advertising_is_found(entry: dict[str, str]) -> None:
    first = PLACES[entry["where"]] + 1
    last = first + entry["text"].count("\n")
    findings = found(entry)
    assert findings
    assert all(first <= start <= end <= last + 1 for start, end, _ in findings)


@pytest.mark.parametrize("entry", LINES["official"], ids=lambda entry: entry["text"][:12])
def test_official_lines_are_left_alone(entry: dict[str, str]) -> None:
    assert found(entry) == []


@pytest.mark.parametrize(("name", "words"), WORDS.items(), ids=WORDS)
def test_every_word_is_a_regex_and_in_its_block_once(name: str, words: list[str]) -> None:
    assert name
    for word in words:
        assert re.compile(word).search("") is None, "it would be found in every line"
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("name", [name for name in WORDS if name not in AGAINST])
@given(data=st.data())
@settings(derandomize=True, deadline=None, max_examples=300)
def test_a_sieve_lets_every_match_through(name: str, data: st.DataObject) -> None:
    regex = "|".join(WORDS[name])
    line = data.draw(st.from_regex(re.compile(regex, re.NOFLAG)))
    assert re.search(sieve(regex), line, re.MULTILINE)
