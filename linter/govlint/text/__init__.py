"""Characters and places. Imports the standard library only."""
