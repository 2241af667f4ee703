"""A file is a document, or the reason why it is none; it is never silently empty."""

import os
from hashlib import sha512
from pathlib import Path

import pytest

from govlint.engine.read import Reading, Unread, read_document, to_document
from govlint.text.document import Document

TEXT = "一、工作回顾\r\n全年完成投资8亿元。\r\n"


def reading(path: Path, how: Reading = Reading()) -> Document | Unread:
    return read_document(str(path), path.name, how)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_the_same_text_from_every_encoding(tmp_path: Path, encoding: str) -> None:
    document = reading(written(tmp_path / "a.txt", TEXT.encode(encoding)))
    assert isinstance(document, Document)
    assert document.source.text == TEXT


def test_an_empty_file_is_a_document(tmp_path: Path) -> None:
    document = reading(written(tmp_path / "a.txt", b""))
    assert isinstance(document, Document)
    assert document.source.text == ""


@pytest.mark.parametrize(
    ("name", "format_"), [("a.txt", "txt"), ("a.md", "md"), ("A.MD", "md"), ("a.log", "txt")]
)
def test_format(tmp_path: Path, name: str, format_: str) -> None:
    document = reading(written(tmp_path / name, b"# x\n"))
    assert isinstance(document, Document)
    assert document.format == format_


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.docx", b"x", "Word"),
        ("a.WPS", b"x", "WPS"),
        ("a.pdf", b"x", "PDF"),
        ("a.ofd", b"x", "OFD"),
        ("a.html", b"<p>", "网页"),
        ("a.xlsx", b"x", "电子表格"),
        ("a.png", b"x", "图片"),
        ("a.txt", b"PK\x03\x04\x14\x00", "Word"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Word"),
        ("a.txt", b"%PDF-1.4\n1 0 obj\n", "PDF"),
        ("a.txt", b"{\\rtf1\\ansi x}", "RTF"),
        ("a.txt", b"\x00\x01\x02\x03", "二进制"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    found = reading(written(tmp_path / name, data))
    assert isinstance(found, Unread)
    assert found.event == "unsupported"
    assert word in str(found.fields["reason"])
    assert found.fields["advice"]


def test_undecodable_says_where(tmp_path: Path) -> None:
    data = TEXT.encode() * 3
    found = reading(written(tmp_path / "a.txt", data[:29] + b"\xff" + data[29:]))
    assert isinstance(found, Unread)
    assert (found.event, found.fields["offset"], found.fields["encoding"]) == (
        "undecodable",
        29,
        "utf-8",
    )


def test_a_forced_encoding_is_tried_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT.encode("gbk"))
    found = reading(path, Reading(encoding="utf-8"))
    assert isinstance(found, Unread)
    assert found.event == "undecodable"


def test_size_limit_is_exact(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"x" * 10)
    assert isinstance(reading(path, Reading(max_size=10)), Document)
    found = reading(path, Reading(max_size=9))
    assert isinstance(found, Unread)
    assert found.event == "limit"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "nix.txt", tmp_path):
        found = reading(path)
        assert isinstance(found, Unread)
        assert found.event == "unreadable"


def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.txt", b"x" * 10)
    real, calls = os.fstat, []

    def fstat(fd: int) -> os.stat_result:
        calls.append(fd)
        if len(calls) == 2:
            with path.open("ab") as file:
                file.write(b"y")
        return real(fd)

    monkeypatch.setattr(os, "fstat", fstat)
    found = reading(path)
    assert isinstance(found, Unread)
    assert "改动" in str(found.fields["reason"])


@pytest.mark.parametrize(
    ("data", "event"),
    [
        (b"\xff\xfe" + sha512(b"no text").digest() * 9, "unsupported"),
        (b"\xff\xfe\x7fELF" + b"\x00" * 500 + b"\x01\x02\x00", "unsupported"),
        ("\ufeff一、工作回顾".encode("utf-16-le") + b"\x00", "undecodable"),
    ],
)
def test_what_follows_a_utf_16_mark_is_looked_at(data: bytes, event: str) -> None:
    read = to_document(data, "draft.txt")
    assert isinstance(read, Unread)
    assert read.event == event
