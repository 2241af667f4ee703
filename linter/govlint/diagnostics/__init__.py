"""What is said about a place. Imports text."""
