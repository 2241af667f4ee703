"""What the user has to put right before anything can be checked."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中间的一段不是文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "名字太长",
    errno.EBUSY: "文件正被别的程序占用",
}


def os_reason(fault: OSError) -> str:
    """What the system objects to, in Chinese where that is known."""
    known = _REASONS.get(fault.errno or 0)
    return known or fault.strerror or type(fault).__name__


class UsageFault(Exception):
    """An option or setting that cannot be used; the text says which, and what would do."""


class FileFault(UsageFault):
    """A rule or config file that cannot be used. Line and column count from 1."""

    def __init__(self, path: str, line: int, column: int, message: str, hint: str = "") -> None:
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        hint = f"（{self.hint}）" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{hint}"
