"""The ways into a demo ledger, and whose eyes to look through. Closed on a real one."""
