"""One's own mailboxes: how much is kept of them, and how much colleagues see."""
