"""Any bytes at all: decoded, parsed, linted, printed in every format, fixed; nothing breaks.

    pytest tests/fuzz                          what once broke, and a short search
    GOVLINT_FUZZ=600 pytest tests/fuzz -k any  search for so many seconds

What a search finds is kept in ``corpus/`` (the smallest bytes that show it, written for it) and is
tried again on every run.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path

import pytest
from drafts import draft, figures, hurt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pipeline import check_everything

from govlint.engine.run import lint_text

CORPUS = Path(__file__).with_name("corpus")
SECONDS = float(os.environ.get("GOVLINT_FUZZ", "0"))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bin")), ids=lambda path: path.stem)
def test_what_once_broke(path: Path, tmp_path: Path) -> None:
    check_everything(path.read_bytes(), tmp_path)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.sampled_from([".txt", ".md"]))
def test_any_draft(chance: random.Random, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check_everything(hurt(draft(chance), chance), Path(folder), suffix)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_any_figures(chance: random.Random) -> None:
    lint_text(figures(chance))


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from([".txt", ".md"]))
def test_any_bytes(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check_everything(data, Path(folder), suffix)


@pytest.mark.skipif(not SECONDS, reason="set GOVLINT_FUZZ to so many seconds")
def test_any_for_a_while(tmp_path: Path) -> None:
    """The long search: drafts drawn by a seed that is printed where one breaks."""
    end, seed = time.monotonic() + SECONDS, time.time_ns() % 10**9
    while time.monotonic() < end:
        seed += 1
        chance = random.Random(seed)
        data = hurt(draft(chance), chance)
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            check_everything(data, folder, chance.choice([".txt", ".md"]))
        except BaseException:
            (tmp_path / "broken.bin").write_bytes(data)
            print(f"seed {seed}: {tmp_path / 'broken.bin'}")  # noqa: T201
            raise
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()
