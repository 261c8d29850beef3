"""Trade: what an account earns and costs, from list price to margin, and the lines behind it."""
