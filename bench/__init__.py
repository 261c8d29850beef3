"""How fast Kith is, beside another tool or the bare engine in the same run: `make bench`."""
