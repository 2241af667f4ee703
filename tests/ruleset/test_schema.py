"""rules/rule.schema.json is what ``govlint schema`` prints."""

import json
from pathlib import Path

from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.schema import rule_schema
from govlint.ruleset.yamlfile import read_yaml

FILE = Path(__file__).parents[2] / "rules" / "rule.schema.json"


def test_file_is_up_to_date() -> None:
    """If not: ``python -m govlint schema -o rules/rule.schema.json``."""
    assert json.loads(FILE.read_text(encoding="utf-8")) == rule_schema()


def test_every_rule_keeps_to_the_keys_of_the_schema() -> None:
    schema = rule_schema()
    for file in builtin_files():
        root = read_yaml(file.manual.path, file.manual.source)
        assert root is not None
        keys = root.mapping().keys()
        assert keys <= schema["properties"].keys()
        assert set(schema["required"]) <= keys
