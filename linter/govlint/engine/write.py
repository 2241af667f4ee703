"""A fixed document back into its file: whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from tempfile import mkstemp


class WriteFault(Exception):
    """A file that was left as it is. ``reason``: permission, special, changed, or other, which
    ``error`` describes in the words of the system."""

    def __init__(self, reason: str, error: str = "") -> None:
        super().__init__(reason, error)
        self.reason = reason
        self.error = error


def rewrite(path: str, before: bytes, after: bytes) -> None:
    """Put ``after`` into the file at ``path``, which must still hold ``before``.

    A link is followed. The mode stays and, as far as allowed, owner and attributes. Two of us
    take turns, and the second finds that the file has changed. Raises WriteFault.
    """
    real = os.path.realpath(path)
    try:
        _check_writable(real)
        with open(real, "rb") as file, _locked(file.fileno()):
            status = os.fstat(file.fileno())
            part = _write_part(real, after, status)
            try:
                if _unchanged(real, status) and file.read() == before:
                    if os.name == "nt":  # a file that is open cannot be replaced there
                        file.close()
                    os.replace(part, real)
                else:
                    _check_done(real, after)
            finally:
                with suppress(FileNotFoundError):  # it has become the file
                    os.remove(part)
    except PermissionError:
        raise WriteFault("permission") from None
    except FileNotFoundError:
        raise WriteFault("changed") from None
    except OSError as fault:
        raise WriteFault("other", fault.strerror or type(fault).__name__) from None


def _check_writable(real: str) -> None:
    """A file that is marked read-only stays so, even where the folder would let us replace it."""
    mode = os.stat(real).st_mode
    if not stat.S_ISREG(mode):
        raise WriteFault("special")
    if not mode & 0o222 or not os.access(real, os.W_OK):
        raise WriteFault("permission")


def _unchanged(real: str, status: os.stat_result) -> bool:
    """Whether ``real`` still leads to the file with ``status``, and not to another one."""
    return os.path.samestat(os.stat(real), status)


def _check_done(real: str, after: bytes) -> None:
    """Somebody was faster; it does not matter if they wrote the same."""
    with open(real, "rb") as file:
        if file.read() != after:
            raise WriteFault("changed")


def _write_part(real: str, data: bytes, status: os.stat_result) -> str:
    """A new file beside ``real`` with ``data`` in it, on the disk."""
    number, part = mkstemp(".part", ".govlint-", os.path.dirname(real))
    try:
        with open(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_after(part, real, status)
    except BaseException:
        os.remove(part)
        raise
    return part


def _take_after(part: str, real: str, status: os.stat_result) -> None:
    """Give ``part`` the owner, attributes and mode of ``real``; the owner first, since changing it
    takes rights away."""
    if hasattr(os, "chown"):
        for owner in ((status.st_uid, status.st_gid), (-1, status.st_gid)):
            with suppress(OSError):
                os.chown(part, *owner)
                break
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(real):
                os.setxattr(part, name, os.getxattr(real, name))
    os.chmod(part, stat.S_IMODE(status.st_mode))


@contextmanager
def _locked(number: int) -> Iterator[None]:
    """While this lasts no other govlint writes the file; where locks are unknown, as on Windows and
    some network drives, only the comparison stands between the two."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        yield
        return
    with suppress(OSError):
        flock(number, LOCK_EX)
    yield  # closing the file unlocks it
