"""Checks of one family."""
