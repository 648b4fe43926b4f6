"""Corpora: what is wrong with many records, in numbers."""
