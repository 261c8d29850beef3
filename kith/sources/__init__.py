"""The outside world's files and servers, one folder a source: fetch (reads) apart from parse (pure).

Gives records of `terms`; writes nothing, knows no database.
"""
