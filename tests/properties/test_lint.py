"""What must hold for the findings in every text, whatever the rules say."""

from hypothesis import given
from hypothesis import strategies as st

from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_files, builtin_rules
from govlint.text.document import Document
from govlint.text.source import Source
from govlint.text.span import Span

LINES = sorted(
    {
        line.translate({ord("⟦"): None, ord("⟧"): None})
        for file in builtin_files()
        for text in (*file.manual.examples.bad, *file.manual.examples.good)
        for line in text.splitlines()
    }
)
"""What rules look for: every line of every example."""

lines = st.sampled_from(LINES) | st.text(
    alphabet="一二三四十（）()、.，,。；：是要第1２①㈠\u3000甲年 %", max_size=30
)
ends = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0c", "", " "])
texts = st.lists(st.tuples(lines, ends), max_size=25).map(lambda ls: "".join(a + b for a, b in ls))


@given(texts | st.text(), st.sampled_from(["txt", "md"]))
def test_findings_lie_in_the_text(text: str, format_: str) -> None:
    source = Source("draft.txt", text)
    for found in lint_document(Document(source, format_), builtin_rules()):
        if found.span is None:
            assert (found.start, found.end, found.text) == (None, None, "")
            continue
        places = [found.span, *(note.span for note in found.related)]
        assert all(0 <= place.start <= place.end <= len(text) for place in places)
        assert found.text == text[found.span.start : found.span.end]
        assert found.start == source.position(found.span.start)
        assert found.end == source.position(found.span.end)
        assert found.message
        for edit in found.fix.edits if found.fix else ():
            assert any(contains(place, edit.span) for place in places)


@given(texts)
def test_linting_twice_finds_the_same(text: str) -> None:
    document = Document(Source("draft.txt", text))
    found = lint_document(document, builtin_rules())
    assert found == lint_document(document, builtin_rules())
    assert found == sorted(found, key=lambda diagnostic: diagnostic.order)


def contains(outer: Span, inner: Span) -> bool:
    """Whether ``inner`` lies in ``outer``."""
    return outer.start <= inner.start and inner.end <= outer.end
