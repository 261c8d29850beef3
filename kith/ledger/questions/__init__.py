"""Guesses that wait for a person, and their answers: one table, one queue."""
