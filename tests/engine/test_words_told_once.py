"""A fault of words is told once, by the finding that can be mended."""

import pytest

from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_rules
from govlint.text.document import Document
from govlint.text.source import Source

WORDS = tuple(rule for rule in builtin_rules() if rule.id.startswith("TRM"))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("为学员颁布合格证书36份。", ["TRM858"]),
        ("判处其有期徒刑一年，并处罚款5万元。", ["TRM858"]),
        ("各村要惯彻文件精神，夯实医疗短板。", ["TRM801", "TRM858"]),
    ],
)
def test_one_fault_one_finding(text: str, codes: list[str]) -> None:
    found = lint_document(Document(Source("draft.txt", text)), WORDS)
    assert [each.code for each in found] == codes
