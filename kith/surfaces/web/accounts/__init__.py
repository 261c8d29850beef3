"""Accounts: the list, and where we stand with one."""
