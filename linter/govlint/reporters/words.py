"""What reporters say around the findings, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.result import Tally
from govlint.reporters.base import Style
from govlint.text.columns import columns

MARK = "[*]"
WORDS = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "info": "提示",
        "basis": "依据：{basis}",
        "replace": "建议改为“{text}”",
        "insert": "建议在这里加上“{text}”",
        "delete": "建议删去",
        "edits": "建议改动 {count} 处",
        "brings": "（没有改：改了会带出 {code}）",
        "rest": "{path}：{code} 还有 {count} 处，用 --output-format json 可看全部",
        "more": "还有 {count} 处相关位置",
        "summary": "{files} 个文件，错误 {error}，警告 {warning}，提示 {info}",
        "unread": "，{count} 个文件没有读成",
        "empty": "，{count} 个文件是空的，没有可查的内容",
        "foreign": "；另有 {count} 个 Word、WPS、PDF 等文件没有查（要先另存为 .txt）",
        "tolerated": "；不到“{level}”的 {count} 处不影响通过",
        "never": "；这 {count} 处不影响通过",
        "held": "；对照表核对了 {} 个数，{} 个不在表里，{} 个指标或时期不明",
        "compared": "；与上年报告核对了 {} 个增幅，上年目标 {} 个找到结果、{} 个没有找到",
        "years": "；{count} 个文件不是上年报告的下一年，没有核对",
        "made": "；改正了 {count} 处",
        "would": "；可以改正 {count} 处",
        "refused": "；{count} 处的改法会带出别的问题，没有改",
        "safe": "；带 {mark} 的 {count} 处可用 govlint fix 改正",
        "unsafe": "；另有 {count} 处可用 --unsafe-fixes 改正，改后请核对",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "info": "info",
        "basis": "basis: {basis}",
        "replace": "suggestion: “{text}”",
        "insert": "suggestion: insert “{text}”",
        "delete": "suggestion: delete",
        "edits": "suggestion: {count} edits",
        "brings": " (not made: it would bring up {code})",
        "rest": "{path}: {count} more of {code}; --output-format json shows all",
        "more": "{count} more related places",
        "summary": "files: {files}; errors: {error}, warnings: {warning}, infos: {info}",
        "unread": "; not read: {count}",
        "empty": "; empty, with nothing to check: {count}",
        "foreign": "; Word, WPS, PDF or the like, not checked: {count} (save as .txt first)",
        "tolerated": "; {count} below {level} did not fail the run",
        "never": "; {count} did not fail the run",
        "held": "; held against the table: {}, not in it: {}, indicator or period unclear: {}",
        "compared": "; growths held against last year's report: {}, its aims answered: {}, not: {}",
        "years": "; not of the year after last year's report, so not held against it: {count}",
        "made": "; fixed: {count}",
        "would": "; would be fixed: {count}",
        "refused": "; left alone, since fixing would bring up something else: {count}",
        "safe": "; {mark} fixable with govlint fix: {count}",
        "unsafe": "; fixable with --unsafe-fixes, to be looked at: {count}",
    },
}


def summary_line(tally: Tally, style: Style) -> str:
    """How many findings there are, and how many of them did not fail the run."""
    words = WORDS[style.language]
    line = words["summary"].format(files=tally.files, **tally.severities)
    if tally.unread:
        line += words["unread"].format(count=tally.unread)
    if tally.empty:
        line += words["empty"].format(count=tally.empty)
    if tally.foreign:
        line += words["foreign"].format(count=tally.foreign)
    if tally.tolerated:
        key = "never" if style.fail_level == "never" else "tolerated"
        level = words.get(style.fail_level, "")
        line += words[key].format(count=tally.tolerated, level=level)
    if tally.held is not None:
        line += words["held"].format(*tally.held)
    if tally.compared is not None:
        *counts, years = tally.compared
        if any(counts) or not years:
            line += words["compared"].format(*counts)
        if years:
            line += words["years"].format(count=years)
    return line + "".join(_about_fixes(tally, style)) + "\n"


def _about_fixes(tally: Tally, style: Style) -> Iterator[str]:
    """What was fixed, or could be."""
    words, fixable = WORDS[style.language], tally.fixable
    safe, unsafe = fixable["safe"], fixable["unsafe"]
    if tally.fixes is not None:
        made, refused = tally.fixes
        yield words["would" if style.dry else "made"].format(count=made)
        if refused:
            yield words["refused"].format(count=refused)
    elif safe:
        yield words["safe"].format(count=safe, mark=MARK)
    if unsafe and not style.unsafe_fixes:
        yield words["unsafe"].format(count=unsafe)


def mark(found: Diagnostic) -> str:
    """The sign behind a finding that ``govlint fix`` takes care of."""
    return f" {MARK}" if found.fix is not None and found.fix.safety == "safe" else ""


def statistics_lines(tally: Tally, style: Style) -> list[str]:
    """Findings by rule, the most frequent first."""
    words = WORDS[style.language]
    rows = sorted(tally.rules.items(), key=lambda row: (-row[1], row[0]))
    digits = len(str(rows[0][1])) if rows else 0
    width = max(columns(words[key]) for key in ("error", "warning", "info"))
    return [
        f"{count:>{digits}}  {pad(words[severity], width)}  {code}  {name}\n"
        for (code, name, severity), count in rows
    ]


def pad(text: str, width: int) -> str:
    """``text`` filled with spaces to ``width`` columns."""
    return text + " " * (width - columns(text))
