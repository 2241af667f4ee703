"""Diagnostics to text. Imports diagnostics and text, never the engine."""
