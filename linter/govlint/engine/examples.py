"""The examples in a rule file are its tests: the documentation cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.engine.fix import brought_up, choose, fixed_text
from govlint.engine.lint import findings, lint_document
from govlint.facts.facts import Facts
from govlint.facts.wanted import Wanted
from govlint.records import NamedTuple
from govlint.ruleset.catalogue import builtin_rules
from govlint.ruleset.rule import Rule, RuleFile
from govlint.text.document import Document
from govlint.text.source import Source
from govlint.text.span import Span


class Example(NamedTuple):
    """``text`` without its marks, the ``spans`` that they enclosed, and the text as a fix must
    leave it, or None where no mark shows one."""

    text: str
    spans: tuple[Span, ...]
    fixed: str | None


class Failure(NamedTuple):
    """An example that its rule does not bear out; ``reason`` is in Chinese. ``place``: the file
    and line of the row of a table, whose column is ``kind``, or "" for an example of the rule."""

    code: str
    kind: str
    number: int
    text: str
    reason: str
    place: str = ""


def unmark(marked: str) -> Example:
    r"""Take the marks out of an example.

    >>> unmark("一、总\n⟦1.⟧甲")
    Example(text='一、总\n1.甲', spans=(Span(start=4, end=6),), fixed=None)
    >>> unmark("⟦截止|截至⟧目前⟦|，⟧好")  # doctest: +ELLIPSIS
    Example(text='截止目前好', spans=(Span(start=0, end=2), Span(...)), fixed='截至目前，好')
    """
    wrong, right, start, spans = "", "", -1, []
    buffer, replacing, fixes, escaped = "", False, False, False
    for char in marked:
        if escaped or char not in "\\⟦|⟧" or (char == "|" and start < 0):
            escaped = False
            if replacing:
                buffer += char
            else:
                wrong += char
                right += char if start < 0 else ""
        elif char == "\\":
            escaped = True
        elif char == "⟦":
            start = len(wrong)
        elif char == "|":
            replacing = fixes = True
        else:
            spans.append(Span(start, len(wrong)))
            right += buffer if replacing else wrong[start:]
            start, buffer, replacing = -1, "", False
    return Example(wrong, tuple(spans), right if fixes else None)


def run_examples(file: RuleFile) -> Iterator[Failure]:
    """The failures of one rule file, in order."""
    rule, examples = file.rule, file.manual.examples
    for kind, texts in (("bad", examples.bad), ("good", examples.good)):
        for number, marked in enumerate(texts, 1):
            example = unmark(marked)
            if reason := _tried(rule, example):
                yield Failure(rule.id, kind, number, example.text, reason)
    for number, case in enumerate(file.manual.cases, 1):
        example = unmark(case.text)
        if reason := _tried(rule, example):
            yield Failure(rule.id, case.kind, number, example.text, reason, case.place)


def _tried(rule: Rule, example: Example) -> str:
    """Why ``example`` does not come out as it says, or ""."""
    reason = _about_findings(example, rule)
    if not reason and rule.fix and example.spans:
        reason = _about_fix(example, rule)
    return reason


def _about_findings(example: Example, rule: Rule) -> str:
    """How what ``rule`` finds differs from what is marked."""
    text = example.text
    facts = Facts(Document(Source("example", text)), wanted=_wanted(rule))
    found = findings(facts, rule) if facts.may_find(rule) else ()
    got = sorted(f.span for f in found if f.span is not None)
    if got != sorted(example.spans):
        expected = "、".join(f"“{text[s:e]}”@{s}" for s, e in sorted(example.spans)) or "不报"
        actual = "、".join(f"“{text[s:e]}”@{s}" for s, e in got) or "没有报"
        return f"应报 {expected}，实际 {actual}"
    if example.fixed is not None and not rule.fix:
        return "例子写了改法，规则却没有 fix"
    return ""


_last: list[tuple[Rule, Wanted]] = []


def _wanted(rule: Rule) -> Wanted:
    """What ``rule`` alone looks for: it must keep what it promises, to find nothing elsewhere."""
    if not _last or _last[0][0] is not rule:
        _last[:] = [(rule, Wanted((rule,)))]
    return _last[0][1]


def _about_fix(example: Example, rule: Rule) -> str:
    """How the fixes of ``rule`` differ from what is marked, or what they bring up, with the
    built-in rules on. Where two rules report one place, the one that is kept may be another."""
    rules = (rule, *(other for other in builtin_rules() if other.id != rule.id))
    before = lint_document(Document(Source("example", example.text)), rules)
    wanted = [
        d for d in before if d.fix is not None and (d.code == rule.id or d.span in example.spans)
    ]
    fixes = choose(wanted)
    fixed = fixed_text(example.text, fixes)
    if example.fixed is not None and fixed != example.fixed:
        return f"改正后应为“{example.fixed}”，实际“{fixed}”"
    if len(fixes) < len(wanted):
        return "有的改法互相重叠"
    new = brought_up(before, fixes, lint_document(Document(Source("example", fixed)), rules))
    told = "、".join(f"{found.code}“{found.text}”" for found in new)
    return f"改正后又报：{told}" if told else ""
