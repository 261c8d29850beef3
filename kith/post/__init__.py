"""The way out (mail, webhooks) behind one guard against private addresses; writes nothing."""
