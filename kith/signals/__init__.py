"""Measures as of a day: Ibis tables in, one Ibis table out, one signal a file.

Pure: no clock, no settings, no Django, nothing that was known after `as_of`.
"""
