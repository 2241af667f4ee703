"""Formats that govlint knows but cannot read, and what a person can do about each."""

from __future__ import annotations

from govlint.records import NamedTuple


class Format(NamedTuple):
    """``names`` and ``advice`` by language."""

    names: dict[str, str]
    advice: dict[str, str]


def _format(zh: str, en: str, how_zh: str, how_en: str) -> Format:
    return Format({"zh": zh, "en": en}, {"zh": how_zh, "en": how_en})


_SAVE_AS = (
    "请在 Word 或 WPS 里另存为“纯文本(.txt)”，编码选 UTF-8，再检查",
    "Save it as plain text (.txt, UTF-8) in Word or WPS, then check that",
)
_COPY = (
    "请把文字复制出来（扫描件先做文字识别），存为 .txt 再检查",
    "Copy the text out (scans need OCR first), save it as .txt, then check that",
)
_WORD = _format("Word 或 WPS 文档", "a Word or WPS document", *_SAVE_AS)
_SHEET = _format(
    "电子表格", "a spreadsheet",
    "请把要检查的文字复制到 .txt 文件里再检查", "Copy the text to a .txt file, then check that",
)  # fmt: skip
_SLIDES = _format(
    "演示文稿", "a presentation",
    "请把要检查的文字复制到 .txt 文件里再检查", "Copy the text to a .txt file, then check that",
)  # fmt: skip
_PDF = _format("PDF 文件", "a PDF file", *_COPY)
_OFD = _format("OFD 版式文件", "an OFD file", *_COPY)
_RTF = _format("RTF 文档", "an RTF document", *_SAVE_AS)
_HTML = _format(
    "网页文件", "a web page",
    "请在浏览器里打开，把正文复制到 .txt 文件里再检查",
    "Open it in a browser, copy the text to a .txt file, then check that",
)  # fmt: skip
_ARCHIVE = _format(
    "压缩包", "an archive", "请先解压，再检查里面的文件", "Unpack it, then check the files inside"
)
_IMAGE = _format("图片", "an image", *_COPY)
_PACKAGE = _format(
    "压缩包，或者 Word、WPS 文档", "an archive, or a Word or WPS document", *_SAVE_AS
)
BINARY = _format(
    "二进制文件，里面不是文字", "binary data, not text",
    "请确认给对了文件；如果是文档，请另存为“纯文本(.txt)”再检查",
    "Make sure that this is the right file; save a document as plain text (.txt) first",
)  # fmt: skip

_BY_SUFFIX = {
    **dict.fromkeys((".docx", ".doc", ".wps", ".dotx", ".dot", ".wpt", ".odt", ".docm"), _WORD),
    **dict.fromkeys((".xlsx", ".xls", ".et", ".ods", ".xlsm"), _SHEET),
    **dict.fromkeys((".pptx", ".ppt", ".dps", ".odp"), _SLIDES),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml"), _HTML),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), _ARCHIVE),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"), _IMAGE
    ),
    ".pdf": _PDF,
    ".ofd": _OFD,
    ".rtf": _RTF,
}
_BY_MAGIC = (
    (b"PK\x03\x04", _PACKAGE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _WORD),
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RTF),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
)


def by_suffix(path: str) -> Format | None:
    """The format that the name of a file promises, where it is one that cannot be read."""
    dot = path.rfind(".")
    return _BY_SUFFIX.get(path[dot:].lower()) if dot >= 0 else None


def by_magic(data: bytes) -> Format | None:
    """The format that the first bytes of a file show, where it is one that cannot be read."""
    return next((format_ for magic, format_ in _BY_MAGIC if data.startswith(magic)), None)
