"""From list price to margin over the whole firm, by account, family, product and colleague."""
