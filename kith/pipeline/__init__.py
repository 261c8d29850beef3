"""The only conductor: sources to ledger, ledger to facts, signals, findings and back.

Holds the order of steps; no formula, no SQL, no words for people.
"""
