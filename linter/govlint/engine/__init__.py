"""Puts it together: documents and rules in, diagnostics out."""
