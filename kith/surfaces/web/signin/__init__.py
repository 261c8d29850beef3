"""Signing in: allauth does the work, these are its pages in our design."""
