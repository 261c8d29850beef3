"""One activity: who, to whom, when, and the words where the reader may see them."""
