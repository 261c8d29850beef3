"""What the demo's people write: building blocks in text files, and how they become a mail."""
