"""What is said of a file that could not be written."""

from __future__ import annotations

from govlint.engine.write import WriteFault
from govlint.text.encode import EncodeFault

_REASONS = {
    "permission": "没有写的权限，或者文件是只读的",
    "special": "不是普通文件，不能改",
    "changed": "检查期间文件被改动过，请再运行一次",
    "other": "系统报告 {error}",
}


def tell_unwritten(path: str, fault: Exception) -> str:
    """One line: the file is as it was, and why."""
    if isinstance(fault, WriteFault):
        why = _REASONS[fault.reason].format(error=fault.error)
    elif not isinstance(fault, EncodeFault):
        why = str(fault)
    elif fault.char:
        why = f"改正后的“{fault.char}”在 {fault.encoding} 编码里没有，请另存为 UTF-8"
    else:
        why = f"按 {fault.encoding} 编码写回去会和原来不一样，请另存为 UTF-8"
    return f"没有改 {path}：{why}"
