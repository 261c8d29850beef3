"""Beginning: the demo is cleared away, and a firm's own ledger begins where nothing stands."""
