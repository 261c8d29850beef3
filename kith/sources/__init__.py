"""The outside world's files and servers, one folder a source.

Fetching (which reads) stands apart from parsing (which is pure).
Gives records of `terms`; writes nothing, knows no database.
"""
