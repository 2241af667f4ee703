"""What can be worked out about a document, once and only when asked. Imports syntax, text."""
