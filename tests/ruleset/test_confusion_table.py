"""A table of words that are taken for each other, and where each mistake in it is told."""

import pytest

from govlint.facts.confusions import confusions_in
from govlint.ruleset.confusion_table import HEADS, read_confusions
from govlint.ruleset.fault import FileFault

HEAD = ",".join(HEADS)
TABLE = (
    f"{HEAD}\n登陆,登录,,系统,账号,平台、网,密码,台风\n"
    "颁布,颁发,奖状,,,证书,,办法\n并处罚款,并处罚金,,,,,有期徒刑,\n"
)


def test_a_table_is_read_with_a_case_for_each_kind_of_company() -> None:
    read = read_confusions("c.csv", TABLE.encode(), fixable=True)
    assert read.table[0] == "登陆颁布并处"
    assert [case.text for case in read.cases if case.kind == "前有"] == [
        "会上提到，账号统一⟦登陆|登录⟧，请各单位照办。",
        "会上提到，账号统一登录，请各单位照办。",
    ]
    assert len(read.cases) == 14


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("登陆系统后填报", ["系统"]),
        ("请凭账号自行登陆", ["账号"]),
        ("登陆省政务服务网，填报", ["网"]),
        ("登陆省政务服务网办理", []),
        ("输入密码，再次登陆", ["密码"]),
        ("台风登陆后，系统和密码", []),
        ("登陆。系统的密码", []),
        ("给学员颁布结业证书", ["证书"]),
        ("颁布结业证书管理制度", []),
        ("颁布证书管理办法，颁发证书", []),
        ("判处有期徒刑一年，并处罚款", ["有期徒刑"]),
        ("处有期徒刑一年。并处罚款", []),
    ],
)
def test_confusions(text: str, near: list[str]) -> None:
    lines = read_confusions("c.csv", TABLE.encode(), fixable=True).table[1]
    assert [found.near for found in confusions_in(text, lines, range(len(text)))] == near


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("错,对\n", 1, 1),
        (f"{HEAD}\n登,登录,,系统,,,,\n", 2, 1),
        (f"{HEAD}\n登陆,登陆,,系统,,,,\n", 2, 1),
        (f"{HEAD}\n登陆,登录,,{{系统}},,,,\n", 2, 4),
        (f"{HEAD}\n登陆,登录,,,,,,台风\n", 2, 3),
        (f"{HEAD}\n登陆,登录,,系统,,,,\n登陆,登录,,系统,,,,\n", 3, 1),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FileFault) as raised:
        read_confusions("c.csv", text.encode(), fixable=True)
    assert (raised.value.line, raised.value.column) == (line, column)


def test_a_rule_without_a_fix_is_told_so() -> None:
    with pytest.raises(FileFault, match="知道该怎么改"):
        read_confusions("c.csv", TABLE.encode(), fixable=False)
