"""A ledger of any size, made in the database by set-based SQL; the same size, the same rows."""
