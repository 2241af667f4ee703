"""Rules: what they are, how they are written, where they come from. Imports checks."""
