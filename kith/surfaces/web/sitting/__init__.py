"""Who is who: going through the accounts, saying with one key each what they are to us."""
