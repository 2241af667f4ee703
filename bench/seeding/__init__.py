"""Seeded faults: what is put into clean documents, and how a run is scored."""
