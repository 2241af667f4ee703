"""A regex whose code is read when it is first used is what ``re.compile`` gives."""

import copy
import pickle
import re
import sys
from typing import Any

import pytest

from govlint import warm
from govlint.pieces import Numbered, joined_by_number
from govlint.warm import Later, key_of, packed, table_name

SOURCE, FLAGS = r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月", int(re.MULTILINE | re.UNICODE)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    if not table_name():
        pytest.skip("this Python reads no table")
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(SOURCE, FLAGS)
    code = _compiler._code(parsed, FLAGS)  # noqa: SLF001
    groups = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    row = (parsed.state.flags, code, len(names) - 1, groups, tuple(names))
    pieces = {
        key_of(SOURCE, FLAGS): packed(SOURCE, FLAGS, row),
        key_of("b", FLAGS): packed("a", FLAGS, row),
    }
    monkeypatch.setattr(warm, "_table", [Numbered(joined_by_number(pieces))])
    return Later(SOURCE, FLAGS)


def test_it_matches(later: Any) -> None:
    text = "2024年5月，2025年12月"
    for _ in range(2):  # the first time, and when it is there
        assert [match["month"] for match in later.finditer(text)] == ["5", "12"]
        assert later.search(text).start() == 0
        assert later.sub("", text) == "，"
    assert later.search(text).re.pattern == later.pattern == SOURCE
    assert later.groupindex == {"year": 1, "month": 2}
    assert (later.flags, later.groups) == (FLAGS, 2)


def test_it_is_a_pattern(later: Any) -> None:
    assert isinstance(later, re.Pattern)
    assert repr(later) == repr(re.compile(SOURCE, FLAGS))
    sent = pickle.loads(pickle.dumps(later))  # noqa: S301
    for other in (copy.copy(later), copy.deepcopy(later), sent):
        assert other.sub(r"\g<year>", "2024年5月") == "2024"
    assert not hasattr(later, "nothing")


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("source", ["b", "c"])
def test_what_the_table_does_not_have_is_compiled(source: str) -> None:
    """Be it that another one has its key."""
    other: Any = Later(source, FLAGS)
    assert (other.pattern, other.flags, other.groups) == (source, FLAGS, 0)


def test_pieces_by_number() -> None:
    """Each by its key, and nothing by another."""
    pieces = Numbered(joined_by_number({7: b"seven", 1 << 63: b"", 2: b"two"}))
    found = [pieces.get(key) for key in (2, 7, 1 << 63, 0, 3, 8, (1 << 64) - 1)]
    assert [each and bytes(each) for each in found] == [b"two", b"seven", b"", *[None] * 4]
    assert len(pieces) == 3
    assert Numbered(joined_by_number({})).get(0) is None


def test_version() -> None:
    """What is compiled for one Python is known as that one's."""
    assert not table_name() or sys.implementation.cache_tag in table_name()
