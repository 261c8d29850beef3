"""The palette: from anywhere to any page, account or person by a few letters (Ctrl-K)."""
