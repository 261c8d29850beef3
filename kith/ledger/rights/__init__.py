"""Who may: the firm, its users and teams, their mailboxes and levels, the audit.

Knows no other subject.
"""
