"""A document is replaced as a whole or not at all, and nobody's work is lost."""

import codecs
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from govlint.cli.main import main
from govlint.engine.write import WriteFault, rewrite
from govlint.text.encode import EncodeFault, encode_like

DRAFT = "某镇总结\r\n一、主要工作\n（一）、修桥补路。新修桥梁2座。\r（二）兴修水利。清理沟渠6条。"
FIXED = DRAFT.replace("（一）、", "（一）")
ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[2] / "linter"), "PATH": ""}


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "总结.txt"
    path.write_bytes(DRAFT.encode())
    return path


def alone(path: Path) -> bool:
    """Whether nothing was left behind beside ``path``."""
    return [*path.parent.iterdir()] == [path]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_every_encoding_stays(draft: Path, encoding: str) -> None:
    draft.write_bytes(DRAFT.encode(encoding))
    assert main(["fix", draft.name, "-q"]) == 0
    assert draft.read_bytes() == FIXED.encode(encoding)
    assert alone(draft)


def test_the_byte_order_stays(draft: Path) -> None:
    big = codecs.BOM_UTF16_BE
    draft.write_bytes(big + DRAFT.encode("utf-16-be"))
    main(["fix", draft.name, "-q"])
    assert draft.read_bytes() == big + FIXED.encode("utf-16-be")


@pytest.mark.parametrize("encoding", ["big5", "utf-16", "utf-16-be", "utf-8-sig", "cp936"])
def test_an_encoding_that_is_named(draft: Path, encoding: str) -> None:
    text = "一、主要任務\n（一）、修橋。新修橋梁2座。\n（二）水利。清理溝渠6條。\n"
    codec = f"utf-16-{sys.byteorder[0]}e" if encoding == "utf-16" else encoding
    draft.write_bytes(text.encode(codec))
    main(["fix", draft.name, "-q", "--encoding", encoding])
    assert draft.read_bytes() == text.replace("）、", "）").encode(codec)


def test_what_cannot_be_written_back_is_left_alone(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """HZ can say the same in two ways, and does not remember in which."""
    data = DRAFT.encode("hz").replace(b"~}", b"~}~{~}", 1)
    assert data.decode("hz") == DRAFT
    draft.write_bytes(data)
    assert main(["fix", draft.name, "--encoding", "hz", "--output-format", "concise"]) == 2
    captured = capsys.readouterr()
    assert "没有改 总结.txt：按 hz 编码写回去会和原来不一样" in captured.err
    assert "SEQ205" in captured.out
    assert draft.read_bytes() == data


def test_gbk_stays_gbk() -> None:
    """A program that knows no GB18030 must go on reading the file."""
    data = "全年完成投资8亿元。".encode("gbk")
    assert encode_like("全年完成投资9亿元。", data) == "全年完成投资9亿元。".encode("gbk")
    with pytest.raises(EncodeFault) as fault:
        encode_like("全年完成投资8亿元\u20dd", data)
    assert (fault.value.encoding, fault.value.char) == ("gbk", "\u20dd")
    rare = "全年完成投资8亿元\u20dd"
    assert encode_like(rare, rare.encode("gb18030")) == rare.encode("gb18030")


def test_a_text_that_could_not_be_read_any_more_is_not_written() -> None:
    """Without its Chinese, what is left of a text in GBK looks like nothing at all."""
    with pytest.raises(EncodeFault):
        encode_like("镕珩", "全年完成投资，镕珩".encode("gbk"))


def test_the_mode_stays(draft: Path) -> None:
    draft.chmod(0o640)
    assert main(["fix", draft.name, "-q"]) == 0
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


def test_attributes_stay(draft: Path) -> None:
    try:
        os.setxattr(draft, "user.office", b"1")
    except (AttributeError, OSError):
        pytest.skip("this file system has none")
    assert main(["fix", draft.name, "-q"]) == 0
    assert os.getxattr(draft, "user.office") == b"1"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_one(draft: Path) -> None:
    folder = draft.parent / "文件夹"
    folder.mkdir()
    link = folder / "链接.txt"
    link.symlink_to(Path("..", draft.name))
    assert main(["fix", str(link), "-q"]) == 0
    assert link.is_symlink()
    assert draft.read_bytes() == FIXED.encode()


def test_a_read_only_file_is_left_alone(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.chmod(0o444)
    assert main(["fix", draft.name, "--output-format", "concise"]) == 2
    captured = capsys.readouterr()
    assert "只读" in captured.err
    assert "SEQ205" in captured.out, "what was not fixed is reported"
    assert draft.read_bytes() == DRAFT.encode()
    assert alone(draft)


@pytest.mark.parametrize(
    "call", ["os.fsync", "os.replace", "os.chmod", "govlint.engine.write.mkstemp"]
)
def test_a_full_disk_loses_nothing(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], call: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(call, full)
    assert main(["fix", draft.name]) == 2
    assert "没有改 总结.txt：系统报告 No space left on device" in capsys.readouterr().err
    assert draft.read_bytes() == DRAFT.encode()
    assert alone(draft)


def test_an_interrupt_loses_nothing(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    assert main(["fix", draft.name]) == 130
    assert draft.read_bytes() == DRAFT.encode()
    assert alone(draft)


def test_what_somebody_else_wrote_stays(draft: Path) -> None:
    with pytest.raises(WriteFault) as fault:
        rewrite(str(draft), b"what was read", b"fixed")
    assert fault.value.reason == "changed"
    assert draft.read_bytes() == DRAFT.encode()
    assert alone(draft)


def test_a_file_that_is_gone_stays_gone(draft: Path) -> None:
    with pytest.raises(WriteFault) as fault:
        rewrite(str(draft.with_name("nix.txt")), b"", b"fixed")
    assert fault.value.reason == "changed"
    assert alone(draft)


def test_somebody_saves_while_we_check(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = DRAFT.replace("2座", "3座").encode()

    def slow(*given: object) -> object:
        draft.write_bytes(fresh)
        return encode_like(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("govlint.engine.fixing.encode_like", slow)
    assert main(["fix", draft.name]) == 2
    assert "被改动过" in capsys.readouterr().err
    assert draft.read_bytes() == fresh


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes there")
def test_what_is_no_file_is_left_alone(draft: Path) -> None:
    pipe = draft.with_name("管道.txt")
    os.mkfifo(pipe)
    with pytest.raises(WriteFault) as fault:
        rewrite(str(pipe), b"", b"fixed")
    assert fault.value.reason == "special"


def test_two_at_once(draft: Path) -> None:
    """Each fixes something else; the later one has to notice the earlier."""
    text = DRAFT.replace("2座", "2\u200b座") + "\r\n本文来源：墨海范文网，转载请注明\r\n"
    wishes = [
        ["--select", "SEQ205"],
        ["--select", "RES508"],
        ["--select", "RES502", "--unsafe-fixes"],
    ]
    draft.write_bytes(text.encode())
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "govlint", "fix", draft.name, *wish],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=draft.parent,
        )
        for wish in wishes
    ]  # fmt: skip
    ended = [(process.communicate()[1].decode(), process.returncode) for process in running]
    left = draft.read_bytes().decode()
    done = ["（一）修" in left, "\u200b" not in left, "墨海" not in left]
    assert any(done)
    for made, (complaint, status) in zip(done, ended, strict=True):
        assert made == (status == 0), complaint
        assert made or "被改动过" in complaint
    assert alone(draft)
    for wish in wishes:
        assert main(["fix", draft.name, "-q", *wish]) == 0
    assert draft.read_bytes() == (FIXED + "\r\n").encode()


def test_two_with_one_wish(draft: Path) -> None:
    """Whoever comes second finds it done."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "govlint", "fix", draft.name, "-q", "--select", "SEQ"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=draft.parent,
        )
        for _ in range(3)
    ]  # fmt: skip
    ended = [(*process.communicate(), process.returncode) for process in running]
    assert ended == [(b"", b"", 0)] * 3
    assert draft.read_bytes() == FIXED.encode()
    assert alone(draft)


def test_somebody_did_the_same(draft: Path) -> None:
    rewrite(str(draft), b"what was read", DRAFT.encode())
    assert draft.read_bytes() == DRAFT.encode()
    assert alone(draft)


def test_nothing_is_written_where_nothing_is_fixed(draft: Path) -> None:
    draft.write_bytes(FIXED.encode())
    before = draft.stat()
    assert main(["fix", draft.name, "-q"]) == 0
    after = draft.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
