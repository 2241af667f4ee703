"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable

from govlint.ruleset.fault import UsageFault, os_reason


def refuse_inputs(path: str | None, inputs: Iterable[str]) -> None:
    """Raises UsageFault where ``path`` is one of the files that are read."""
    real = os.path.realpath(path) if path else ""
    if real and any(os.path.realpath(each) == real for each in inputs):
        raise UsageFault(f"-o 写的是要检查的文件：{path}；请换一个名字，免得盖掉稿子")


def write_whole(path: str, pieces: Iterable[str]) -> None:
    """Write ``pieces`` to ``path`` as UTF-8 (see :func:`_write`). Raises UsageFault."""
    _write(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))


def write_bytes(path: str, data: bytes) -> None:
    """Write ``data`` to ``path`` (see :func:`_write`). Raises UsageFault."""
    _write(path, [data])


def _write(path: str, pieces: Iterable[bytes]) -> None:
    """Until the last piece is there the old file stays. A link is followed, and what is no regular
    file (/dev/stdout) is written directly."""
    real = os.path.realpath(path)
    special = os.path.exists(real) and not os.path.isfile(real)
    part = real if special else f"{real}.{os.getpid()}.part"
    try:
        file = open(part, "wb")  # noqa: SIM115
    except OSError as fault:
        raise UsageFault(f"写不了文件 {path}：{os_reason(fault)}") from None
    try:
        with file:
            file.writelines(pieces)
        if not special:
            _keep_mode(real, part)
            os.replace(part, real)
    except OSError as fault:
        raise UsageFault(f"写不了文件 {path}：{os_reason(fault)}") from None
    finally:
        if not special and os.path.exists(part):
            os.remove(part)


def _keep_mode(old: str, new: str) -> None:
    if os.path.exists(old):
        os.chmod(new, os.stat(old).st_mode & 0o777)
