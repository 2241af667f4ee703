"""How long the property tests search: ``HYPOTHESIS_PROFILE=search pytest tests/properties``."""

import os

from hypothesis import settings

settings.register_profile("house", derandomize=True, deadline=None, max_examples=200)
settings.register_profile("search", deadline=None, max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
