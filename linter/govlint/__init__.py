"""govlint: a proofreading tool for Chinese official documents."""

__version__ = "0.1.0"
