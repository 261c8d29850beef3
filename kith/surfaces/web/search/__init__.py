"""One search over accounts, people and the words of mail, as far as the reader may see them."""
