"""Repaired copies of corpora, and the way back."""
