"""Kith: a relationship ledger for people who sell to other businesses."""

__version__ = "0.1.0"
