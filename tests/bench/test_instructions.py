"""What is told of a run that takes more instructions than were accepted."""

from __future__ import annotations

import json

import pytest
from instructions import ACCEPTED, can_count, instructions, samples, slips

BEFORE = {"start": 8.0, "report": 12.0}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({"start": 8.0, "report": 12.0, "growth": 4.4}, []),
        ({"start": 8.4, "report": 6.0}, []),
        ({"start": 8.41, "report": 12.0}, ["start: 8.41"]),
        ({"start": 9.0, "report": 13.0}, ["start: 9.0", "report: 13.0"]),
        ({"start": 8.0, "growth": 4.41}, ["growth: 4.41"]),
        ({"start": 8.0, "half-width": 1.0}, ["half-width: nothing was accepted"]),
    ],
)
def test_what_is_above_the_margin_is_told(now: dict[str, float], told: list[str]) -> None:
    found = slips(now, BEFORE, 0.05)
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True))


def test_a_slip_says_how_much_more_it_is() -> None:
    (line,) = slips({"start": 10.0}, BEFORE, 0.05)
    assert "25% above the accepted 8.0" in line


def test_the_margin_is_tight_enough_to_notice() -> None:
    assert 0 < json.loads(ACCEPTED.read_text(encoding="utf-8"))["margin"] <= 0.1


def test_throughput_is_counted_on_all_samples() -> None:
    assert len(samples()) > 20_000
    assert "（此处填写数据）" in samples()  # of the one in GBK
    accepted = json.loads(ACCEPTED.read_text(encoding="utf-8"))["accepted"]
    assert all("text" in figures for figures in accepted.values())


@pytest.mark.skipif(not can_count(), reason="valgrind is not installed")
def test_a_loop_is_counted() -> None:
    nothing = instructions(["-I", "-S", "-c", "pass"])
    loop = instructions(["-I", "-S", "-c", "for _ in range(200_000): pass"])
    assert loop - nothing > 200_000
