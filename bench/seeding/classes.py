"""Every class of seeds."""

from __future__ import annotations

from collections.abc import Iterator

from seeding import arithmetic, counts, series, structure
from seeding.seed import SeedClass
from seeding.wordings import FOLDER, read_classes


def all_classes() -> Iterator[SeedClass]:
    """Those of the files of wordings, then those that change the document itself."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield from read_classes(path)
    for module in (series, structure, counts, arithmetic):
        yield from module.CLASSES
