"""The grammars have no conflicts and nothing dead: Lark would pass over either in silence."""

import re
from importlib.resources import files

import pytest
from lark import Lark

from govlint.syntax.grammar import GRAMMARS, build

LINES = {
    "report": {
        "ATTACHMENT": "附件1",
        "PART": "第一部分 回顾",
        "CHAPTER": "第一章 总则",
        "SECTION": "第二节 任务",
        "ARTICLE": "第三条 范围",
        "HAN_DUN": "一、总体情况",
        "HAN_LOOSE": "一.总体情况",
        "HAN_PAREN": "（一）总体情况",
        "HAN_PAREN_LOOSE": "一）总体情况",
        "ARABIC": "1.总体情况",
        "ARABIC_LOOSE": "1，总体情况",
        "ARABIC_PAREN": "（1）总体情况",
        "FIFTH": "①总体情况",
        "ITEM": "一是抓项目。",
        "TITLE": "一、总体情况",
        "GAP": "全年完成投资80亿元。",
        "_EOL": "",
    },
    "inline": {
        "FIRST": "首先，抓项目。",
        "DI": "第一，抓项目。",
        "SHI": "一是抓项目。",
        "HAN_PAREN": "（一）抓项目。",
        "PAREN": "（1）抓项目。",
        "ARABIC": "1.抓项目。",
        "CIRCLED": "①抓项目。",
        "TEXT": "全年完成投资80亿元。",
    },
}
"""For each terminal of each grammar a line in which it stands."""

WIDE = 100


def test_every_grammar_has_lines() -> None:
    assert tuple(LINES) == GRAMMARS


def source(name: str) -> str:
    return (files("govlint.syntax") / f"{name}.lark").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_conflicts(name: str) -> None:
    pytest.importorskip("interegular", reason="Lark's strict mode asks for it")
    Lark(source(name), parser="lalr", strict=True)


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_wide_ranges(name: str) -> None:
    """One ``[一-龥]`` costs half a minute at every start where interegular is installed, since it
    spells ranges out; ``[^…]`` says the same for nothing."""
    ranges = re.findall(r"([\u2000-\uffff])-([\u2000-\uffff])", source(name))
    assert [f"{a}-{b}" for a, b in ranges if ord(b) - ord(a) > WIDE] == []


@pytest.mark.parametrize("name", GRAMMARS)
def test_all_rules_and_terminals_are_reached(name: str) -> None:
    parser = build(name)
    written = set(re.findall(r"^[?!]*(\w+)(?:\.\d+)?\s*:", source(name), re.MULTILINE))
    reached = {rule.origin.name for rule in parser.rules} | {t.name for t in parser.terminals}
    assert written <= reached


@pytest.mark.parametrize("name", GRAMMARS)
def test_each_terminal_has_a_line(name: str) -> None:
    named = {terminal.name for terminal in build(name).terminals if "IGNORE" not in terminal.name}
    assert named == LINES[name].keys()


@pytest.mark.parametrize(
    ("name", "terminal"), [(name, terminal) for name in GRAMMARS for terminal in LINES[name]]
)
def test_each_terminal_is_read(name: str, terminal: str) -> None:
    text = LINES[name][terminal] + ("\n" if name == "report" else "")
    tokens = build(name).parse_interactive(text).exhaust_lexer()
    assert terminal in [token.type for token in tokens]
