"""How Kith knows: what each signal asks, by which formula, and how often it was right here."""
