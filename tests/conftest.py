"""The one option of these tests: ``pytest --update-golden`` rewrites what they compare with; and
how long those with hypothesis search: ``HYPOTHESIS_PROFILE=search pytest tests/properties``.

The option has to be registered here: pytest reads the options of the conftest in ``testpaths``
itself, not of those in folders below it, before it reads the command line.
"""

import os

import pytest
from hypothesis import settings

settings.register_profile("house", derandomize=True, deadline=None, max_examples=200)
settings.register_profile("search", deadline=None, max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write seeds/*.expected anew from what govlint finds now",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
