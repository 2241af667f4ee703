"""A file to a document, or to the reason why it cannot be one."""

from __future__ import annotations

import os
import stat
import sys

from govlint.engine.files import STDIN
from govlint.records import NamedTuple
from govlint.text.decode import DecodeFault, decode
from govlint.text.document import Document
from govlint.text.source import Source

MAX_SIZE = 64 * 1024 * 1024


class Reading(NamedTuple):
    """How to read: ``encoding`` forces a codec, ``max_size`` is in bytes, ``language`` is that of
    the reasons."""

    encoding: str | None = None
    max_size: int = MAX_SIZE
    language: str = "zh"


class Unread(NamedTuple):
    """Why a file was not read: the ``event`` that a SYS rule names, and its fields."""

    event: str
    fields: dict[str, str | int]


_REASONS = {
    "zh": {
        "permission": "没有权限读取",
        "folder": "文件夹打不开",
        "vanished": "文件不存在，或者刚被删掉",
        "changed": "读的过程中文件被改动，请存盘后重新检查",
        "size": "文件超过 {limit}",
        "raise": "确实要检查的话，用 --max-size 放宽上限",
        "encoding": "请用记事本打开，确认文字正常后另存为 UTF-8；知道编码的话用 --encoding 指明",
        "other": "系统报告 {error}",
    },
    "en": {
        "permission": "no permission to read it",
        "folder": "the folder cannot be opened",
        "vanished": "it does not exist, or is no longer there",
        "changed": "it changed while it was read; save it and check again",
        "size": "it is larger than {limit}",
        "raise": "Use --max-size if it must be checked",
        "encoding": "Save it as UTF-8, or name its encoding with --encoding",
        "other": "the system says {error}",
    },
}


def read_document(path: str, shown: str, how: Reading = Reading()) -> Document | Unread:
    """The document at ``path`` (``-``: standard input); ``shown`` is what it is called."""
    data = read_bytes(path, shown, how)
    return data if isinstance(data, Unread) else to_document(data, shown, how)


def read_bytes(path: str, shown: str, how: Reading = Reading()) -> bytes | Unread:
    """What stands in the file at ``path``, if its name does not promise a foreign format."""
    from_name = _foreign(shown)
    if from_name is not None:
        return _unsupported(from_name, how)
    try:
        return _stdin(how) if path == STDIN else _bytes(path, how)
    except OSError as fault:
        return _unreadable(fault, how)


def to_document(data: bytes, shown: str, how: Reading = Reading()) -> Document | Unread:
    """The document that ``data`` holds."""
    try:
        decoded = decode(data, how.encoding)
    except DecodeFault as fault:
        if fault.binary:
            return _unsupported(_magic(data), how)
        return _undecodable(fault.offset, fault.encoding, how)
    except UnicodeError:  # what a few odd codecs raise
        return _undecodable(0, how.encoding or "utf-8", how)
    if data.startswith((b"%PDF-", b"{\\rtf")):  # text enough to be decoded
        return _unsupported(_magic(data), how)
    source = Source(shown, decoded.text, decoded.encoding)
    return Document(source, "md" if shown.lower().endswith((".md", ".markdown")) else "txt")


def _bytes(path: str, how: Reading) -> bytes | Unread:
    with open(path, "rb") as file:
        before = os.fstat(file.fileno())
        regular = stat.S_ISREG(before.st_mode)
        if regular and before.st_size > how.max_size:
            return _too_large(how)
        data = file.read(how.max_size + 1)
        after = os.fstat(file.fileno())
    if regular and (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return Unread("unreadable", {"reason": _REASONS[how.language]["changed"]})
    return _too_large(how) if len(data) > how.max_size else data


def _stdin(how: Reading) -> bytes | Unread:
    data = sys.stdin.buffer.read(how.max_size + 1)
    return _too_large(how) if len(data) > how.max_size else data


def _too_large(how: Reading) -> Unread:
    words = _REASONS[how.language]
    megabytes = how.max_size / (1024 * 1024)
    limit = f"{megabytes:g} MiB" if megabytes >= 1 else f"{how.max_size} B"
    return Unread("limit", {"reason": words["size"].format(limit=limit), "advice": words["raise"]})


def _unreadable(fault: OSError, how: Reading) -> Unread:
    words = _REASONS[how.language]
    known = {PermissionError: "permission", IsADirectoryError: "folder"}
    known[FileNotFoundError] = "vanished"
    key = known.get(type(fault), "other")
    reason = words[key].format(error=fault.strerror or type(fault).__name__)
    return Unread("unreadable", {"reason": reason})


def _undecodable(offset: int, encoding: str, how: Reading) -> Unread:
    advice = _REASONS[how.language]["encoding"]
    fields: dict[str, str | int] = {"offset": offset, "encoding": encoding, "advice": advice}
    return Unread("undecodable", fields)


def _unsupported(format_: tuple[dict[str, str], dict[str, str]], how: Reading) -> Unread:
    names, advice = format_
    sentence = {"reason": names[how.language], "advice": advice[how.language]}
    return Unread("unsupported", {**sentence})


def _foreign(shown: str) -> tuple[dict[str, str], dict[str, str]] | None:
    if shown.lower().endswith((".txt", ".md")) or "." not in shown:
        return None
    from govlint.engine.formats import by_suffix

    return by_suffix(shown)


def _magic(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    from govlint.engine.formats import BINARY, by_magic

    return by_magic(data) or BINARY
