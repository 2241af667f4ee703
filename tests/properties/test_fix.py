"""What must hold for fixes in every text, whatever the rules say.

With ``GOVLINT_CORPUS`` set to the folder of real documents, the same is held for all of them.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.edits import Moves, Taken, apply
from govlint.diagnostics.finding import Edit
from govlint.diagnostics.result import FileResult
from govlint.engine.examples import unmark
from govlint.engine.fix import Fixed, fix
from govlint.engine.lint import lint_document
from govlint.facts.figures import read_sentence
from govlint.facts.printed import find_printed
from govlint.ruleset.catalogue import builtin_files, builtin_rules
from govlint.text.decode import decode
from govlint.text.document import Document
from govlint.text.encode import encode_like
from govlint.text.fold import fold
from govlint.text.source import Source
from govlint.text.span import Span

SEEDS = Path(__file__).parents[2] / "seeds"
FIXABLE = sorted(
    {
        unmark(text).text
        for file in builtin_files()
        if file.rule.fix
        for text in (*file.manual.examples.bad, *file.manual.examples.good)
    }
)
"""What can be fixed, and what looks like it."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk")
LINE_END = re.compile("\r\n?")

pieces = st.sampled_from(FIXABLE) | st.text(
    alphabet="一二三（）()、.，,。；：是第1２①㈠\u3000甲年 %\u200b", max_size=20
)
ends = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "", " "])
texts = st.lists(st.tuples(pieces, ends), max_size=8).map(lambda ls: "".join(a + b for a, b in ls))
changes = st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=2))


def documents() -> Iterator[object]:
    """The sample reports and, where there is one, the corpus."""
    for path in sorted(SEEDS.glob("*.txt")):
        yield pytest.param(path, id=path.stem)
    corpus = os.environ.get("GOVLINT_CORPUS")
    for path in sorted(Path(corpus, "docs").glob("*.txt")) if corpus else ():
        yield pytest.param(path, id=f"corpus-{path.stem}", marks=pytest.mark.slow)


def lint(text: str) -> FileResult:
    source = Source("draft.txt", text)
    return FileResult("draft.txt", tuple(lint_document(Document(source), builtin_rules())), source)


def fixed(text: str, *, unsafe: bool) -> Fixed:
    return fix(lint(text), lint, unsafe=unsafe)


def text_of(found: Fixed) -> str:
    assert found.result.source is not None
    return found.result.source.text


def codes(result: FileResult) -> Counter[str]:
    return Counter(found.code for found in result.diagnostics)


def stated(result: FileResult) -> tuple[Diagnostic, ...]:
    """Its findings without what fixing has learned of them: which fix would bring up what."""
    return tuple(
        found._replace(fix=found.fix._replace(brings="")) if found.fix else found
        for found in result.diagnostics
    )


def values(text: str) -> Counter[Decimal]:
    """How often each value is stated."""
    text = fold(text)
    sentences = [read_sentence(text, printed) for printed in find_printed(text)]
    return Counter(figure.value for sentence in sentences for figure in sentence.figures)


def check(text: str, *, unsafe: bool) -> Fixed:
    """Fix ``text``, which must bring up nothing, and have nothing left to do afterwards."""
    once = fixed(text, unsafe=unsafe)
    assert stated(once.result) == lint(text_of(once)).diagnostics
    assert codes(once.result) <= codes(lint(text)) - Counter(found.code for found in once.made)
    assert unsafe or all(found.fix and found.fix.safety == "safe" for found in once.made)
    twice = fixed(text_of(once), unsafe=unsafe)
    assert (text_of(twice), twice.made) == (text_of(once), ())
    return once


@given(texts, st.booleans())
def test_what_is_fixed_is_gone_and_nothing_has_come(text: str, unsafe: bool) -> None:  # noqa: FBT001
    check(text, unsafe=unsafe)


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=2))),
)
def test_edits_leave_the_rest(text: str, drawn: list[tuple[int, int, str]]) -> None:
    taken, edits = Taken(), []
    for start, length, new in drawn:
        edit = Edit(Span(min(start, len(text)), min(start + length, len(text))), new)
        if taken.take([edit]):
            edits.append(edit)
    inner = {i for edit in edits for i in range(*edit.span)}
    outer = [char for i, char in enumerate(text) if i not in inner]
    after = apply(text, edits)
    moves = Moves(edits)
    kept = [after[moves.forward(Span(i, i + 1)).start] for i in range(len(text)) if i not in inner]
    assert kept == outer
    assert len(after) == len(outer) + sum(len(edit.text) for edit in edits)


@pytest.mark.parametrize("path", [*documents()])
def test_documents(path: Path) -> None:
    """Safe fixes of whole documents, in every encoding, and with every line end."""
    text = LINE_END.sub("\n", decode(path.read_bytes()).text)
    once = text_of(check(text, unsafe=False))
    assert values(text) <= values(once)
    windows = text_of(fixed(text.replace("\n", "\r\n"), unsafe=False))
    assert windows == once.replace("\n", "\r\n")
    for encoding in ENCODINGS:
        for end in ("\n", "\r\n", "\r"):
            old, new = text.replace("\n", end), once.replace("\n", end)
            try:
                data = old.encode(encoding)
            except UnicodeEncodeError:
                continue
            assert encode_like(new, data) == new.encode(encoding)
            assert encode_like(old, data) == data


@pytest.mark.parametrize("path", [*documents()])
def test_documents_with_unsafe_fixes(path: Path) -> None:
    text = LINE_END.sub("\n", decode(path.read_bytes()).text)
    once = text_of(check(text, unsafe=True))
    windows = text_of(fixed(text.replace("\n", "\r\n"), unsafe=True))
    assert windows == once.replace("\n", "\r\n")
