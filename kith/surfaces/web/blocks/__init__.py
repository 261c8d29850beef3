"""Blocked domains and labels: what no import lets in."""
