"""Which mails belong together, whatever the order in which they arrive."""
