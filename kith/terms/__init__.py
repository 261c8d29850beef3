"""The words every room shares: records, shapes of the fact tables, money, days, errors.

Standard library only; nothing of ours may be imported here.
"""
