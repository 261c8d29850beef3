"""One person outside: how we stand with them, how they like to be reached, what happened."""
