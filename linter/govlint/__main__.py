"""python -m govlint"""

from __future__ import annotations

from govlint.cli.main import run

if __name__ == "__main__":
    run()
