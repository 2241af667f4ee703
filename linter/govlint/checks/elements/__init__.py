"""Kinds of questions about the elements of a formal document: attachments, closing phrase."""
