"""Review: the manager's Monday page, by account."""
