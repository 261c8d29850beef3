"""Settings: oneself, one's mailboxes, the firm, its domains and its people."""
