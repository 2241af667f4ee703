"""What reporters say around the findings, in both languages."""

from __future__ import annotations

from govlint.diagnostics.result import Tally
from govlint.reporters.base import Style
from govlint.text.columns import columns

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
        "rest": "{path}：{code} 还有 {count} 处，用 --output-format json 可看全部",
        "more": "还有 {count} 处相关位置",
        "summary": "{files} 个文件，错误 {error}，警告 {warning}，提示 {info}",
        "unread": "，{count} 个文件没有读成",
        "tolerated": "；其中 {count} 处低于“{level}”，不算不通过",
        "never": "；其中 {count} 处不算不通过",
        "held": "；对照表核对了 {} 个数，{} 个不在表里，{} 个时期不明",
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
        "rest": "{path}: {count} more of {code}; --output-format json shows all",
        "more": "{count} more related places",
        "summary": "files: {files}; errors: {error}, warnings: {warning}, infos: {info}",
        "unread": "; not read: {count}",
        "tolerated": "; {count} below {level} did not fail the run",
        "never": "; {count} did not fail the run",
        "held": "; held against the table: {}, not in it: {}, period unclear: {}",
    },
}


def summary_line(tally: Tally, style: Style) -> str:
    """How many findings there are, and how many of them did not fail the run."""
    words = WORDS[style.language]
    line = words["summary"].format(files=tally.files, **tally.severities)
    if tally.unread:
        line += words["unread"].format(count=tally.unread)
    if tally.tolerated:
        key = "never" if style.fail_level == "never" else "tolerated"
        level = words.get(style.fail_level, "")
        line += words[key].format(count=tally.tolerated, level=level)
    if tally.held is not None:
        line += words["held"].format(*tally.held)
    return line + "\n"


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
