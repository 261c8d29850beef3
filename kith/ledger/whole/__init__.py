"""What crosses all subjects: setting up a ledger and, later, undo, erase and export."""
