"""Erasing a person: what would go, a word to confirm it, and how far it is."""
