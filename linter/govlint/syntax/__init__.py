"""Text to tree: the two grammars and what they yield."""
