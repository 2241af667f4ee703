"""What can be wrong in a rule about figures is told where it stands, before any text is read."""

import pytest

from govlint.ruleset.fault import FileFault
from govlint.ruleset.load import load_rule

RULE = """id: DWG001
name: own-ratio
title: 比率不符
severity: warning
arithmetic:
  read: "{read}"
  expect: "{expect}"
  when: "{when}"{more}
message: 应为{{expected}}，由{{a}}得出
why: 两个数相除。
basis: {{level: 单位, source: 内部要求}}
examples:
  bad: ["检查10处，整改5处，整改率⟦60%⟧。", "检查10处，整改4处，整改率⟦60%⟧。"]
  good: ["检查10处，整改6处，整改率60%。", "检查10处，整改5处，整改率50%。"]
"""
READ, EXPECT, WHEN = "{a:数量}……{b:数量}…{p:比率}", "p = b / a", "tells(p, a, b)"


def rule(read: str = READ, expect: str = EXPECT, when: str = WHEN, more: str = "") -> None:
    load_rule("own.yaml", RULE.format(read=read, expect=expect, when=when, more=more))


def test_a_rule_of_ones_own() -> None:
    rule()


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"read": "a比b"}, "里没有“{名称:角色}”"),
        ({"read": "{a:数目}…{b:数量}…{p:比率}"}, "不认识角色“数目”"),
        ({"expect": "p = b / c"}, "“c”没有来处"),
        ({"expect": "p b"}, "里没有 =、!=、<= 或 >="),
        ({"expect": "p = open(b)"}, "不认识的写法"),
        ({"expect": "p = sum(a + b)"}, "不认识的写法"),
        ({"expect": "p = b.a"}, "不认识的写法"),
        ({"expect": "p = b / 0.5"}, "不认识的写法"),
        ({"expect": "p = (b"}, "不是算式"),
        ({"expect": "p = " + "(" * 300}, "算式太长"),
        ({"expect": "1 = p"}, "左边只能写同一个数"),
        ({"expect": "b - a = p * a"}, "左边只能写同一个数"),
        ({"expect": "p = sum"}, "不认识的写法"),
        ({"read": "{a:数量}…{a:数量}…{p:比率}"}, "两个同名的数"),
        ({"read": "{a:数量}，{b:数量}…{p:比率}"}, "没有读懂"),
        ({"read": "{a:数量}…{b:数量}"}, "没有来处"),
        ({"more": "\n  never: p"}, "要写一个，只能写一个"),
        ({"when": "near(a, b)"}, "不认识条件“near(a, b)”"),
        ({"when": "agrees(a, b)"}, "要写 3 个数"),
        ({"when": "next(a, z)"}, "“z”没有来处"),
    ],
)
def test_fault(parts: dict[str, str], told: str) -> None:
    with pytest.raises(FileFault) as caught:
        rule(**parts)
    assert told in str(caught.value)
    assert str(caught.value).startswith("own.yaml:6:3: ")
