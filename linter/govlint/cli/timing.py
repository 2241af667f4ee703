"""--timing: which rules and facts take how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from time import perf_counter

from govlint.cli.work import Done, Work
from govlint.engine.plan import Job
from govlint.engine.watch import Watch
from govlint.text.columns import columns

WHOLE = ""
"""The name of what a document takes in all."""
_WORDS = {
    "zh": ("毫秒", "占比", "规则或事实", "其余：读文件、写结果"),
    "en": ("ms", "share", "rule or fact", "the rest: reading, printing"),
}


class TimedWork(Work):
    """Work that says how long its parts took, in seconds."""

    def __call__(self, job: Job) -> Done:
        watch, start = _watch(), perf_counter()
        done = super().__call__(watch.job(job))
        done.tally.times = {**watch.spent, WHOLE: perf_counter() - start}
        watch.spent.clear()
        return done


@cache
def _watch() -> Watch:
    """The one of this process."""
    return Watch()


def timing_lines(times: Mapping[str, float], language: str) -> Iterator[str]:
    """``times`` as a table, the longest first."""
    whole = times.get(WHOLE, 0.0)
    parts = {name: spent for name, spent in times.items() if name != WHOLE}
    *heads, rest = _WORDS[language]
    parts[rest] = max(whole - sum(parts.values()), 0.0)
    yield _row(*heads)
    for name, spent in sorted(parts.items(), key=lambda part: (-part[1], part[0])):
        share = spent / whole * 100 if whole else 0.0
        yield _row(f"{spent * 1000:.1f}", f"{share:.1f}%", name)


def _row(spent: str, share: str, name: str) -> str:
    left = " " * (10 - columns(spent)), " " * (8 - columns(share))
    return f"{left[0]}{spent}{left[1]}{share}  {name}\n"
