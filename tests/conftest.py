"""The one option of these tests: ``pytest --update-golden`` rewrites what they compare with.

It has to be registered here: pytest reads the options of the conftest in ``testpaths`` itself,
not of those in folders below it, before it reads the command line.
"""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write seeds/*.expected anew from what govlint finds now",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
