"""Who there is: accounts, contacts, colleagues, and the addresses that point at them."""
