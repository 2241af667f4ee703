"""One rule as a page that a clerk can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.engine.examples import unmark
from govlint.reporters.visible import visible
from govlint.reporters.words import WORDS
from govlint.ruleset.rule import RuleFile
from govlint.text.columns import columns
from govlint.text.span import Span

_FIELD = re.compile(r"\{[^{}]*\}")
_WORDS = {
    "zh": {
        "colon": "：",
        "severity": "级别",
        "profiles": "规则组合",
        "status": "状态",
        "message": "提示语",
        "why": "为什么",
        "basis": "依据",
        "bad": "会报出来的写法（^ 下面标的地方）",
        "good": "不会报的写法",
        "fixed": "改正后：",
        "safe": "govlint fix 可以改正，意思不变",
        "unsafe": "govlint fix --unsafe-fixes 可以改正，改后请核对",
        "fix": "改法",
        "silence": "不想要这条规则",
        "once": "这一次不查：govlint --ignore {code} 文件",
        "always": "一直不查：在 govlint.yaml 里写",
        "text": "只放过某一句：在 govlint.yaml 里写",
        "entry": "  - {{rule: {code}, text: 原文里的几个字, reason: 为什么没有错}}",
    },
    "en": {
        "colon": ": ",
        "severity": "severity",
        "profiles": "profiles",
        "status": "status",
        "message": "message",
        "why": "why (in Chinese)",
        "basis": "basis",
        "bad": "reported (at the carets)",
        "good": "not reported",
        "fixed": "fixed:",
        "safe": "govlint fix makes it, and the meaning stays",
        "unsafe": "govlint fix --unsafe-fixes makes it, to be looked at",
        "fix": "fix",
        "silence": "to silence it",
        "once": "once: govlint --ignore {code} FILE",
        "always": "for good, in govlint.yaml:",
        "text": "for one sentence, in govlint.yaml:",
        "entry": "  - {{rule: {code}, text: words of the source, reason: why they are right}}",
    },
}


def page(file: RuleFile, language: str) -> Iterator[str]:
    """The lines of the page."""
    rule, manual, words = file.rule, file.manual, _WORDS[language]
    message = rule.body.messages.get(language) or rule.body.messages["zh"]
    facts = {
        "severity": f"{WORDS[language][rule.severity]} ({rule.severity})",
        "profiles": "、".join(rule.profiles),
        "status": "" if rule.status == "stable" else rule.status,
        "fix": words[rule.fix] if rule.fix else "",
        "basis": rule.body.basis,
        "message": _FIELD.sub("…", message),
    }
    yield f"{rule.id}  {rule.name}"
    yield manual.titles.get(language) or manual.titles["zh"]
    yield ""
    yield from (f"{words[key]}{words['colon']}{text}" for key, text in facts.items() if text)
    yield from _headed("why", words)
    yield from (f"  {line}" for line in manual.why.splitlines())
    yield from _examples("bad", manual.examples.bad, words)
    yield from _examples("good", manual.examples.good, words)
    yield from _silence(rule.id, words)


def _headed(key: str, words: dict[str, str]) -> tuple[str, str]:
    return ("", f"{words[key]}{words['colon']}".rstrip())


def _examples(key: str, marked: tuple[str, ...], words: dict[str, str]) -> Iterator[str]:
    if marked:
        yield from _headed(key, words)
    for number, text in enumerate(marked, 1):
        example = unmark(text.rstrip("\n"))
        if number > 1:
            yield "    --"
        yield from _marked_lines(example.text, example.spans)
        if example.fixed is not None:
            yield f"  {words['fixed']}"
            yield from _marked_lines(example.fixed, ())


def _marked_lines(text: str, spans: tuple[Span, ...]) -> Iterator[str]:
    """The lines of an example, each with carets below the marked part of it."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield f"    {visible(line)}"
        here = [s for s in spans if start <= s.start <= end]
        if here:
            yield "    " + _carets(line, [(s.start - start, min(s.end, end) - start) for s in here])
        start = end + 1


def _carets(line: str, marks: list[tuple[int, int]]) -> str:
    out = ""
    for start, end in marks:
        out += " " * (columns(visible(line[:start])) - len(out))
        out += "^" * max(1, columns(visible(line[start:end])))
    return out


def _silence(code: str, words: dict[str, str]) -> Iterator[str]:
    if code.startswith("SYS"):
        return
    yield from _headed("silence", words)
    yield f"  {words['once'].format(code=code)}"
    yield from (f"  {words['always']}", f"    ignore: [{code}]", f"  {words['text']}")
    yield from ("    ignore-text:", f"    {words['entry'].format(code=code)}")
