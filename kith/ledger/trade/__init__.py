"""What is sold, at what price, and what is given away. Knows people and imports, no mail."""
