"""Imports: what came in, what is coming in, what could not be read, and how to take it back."""
