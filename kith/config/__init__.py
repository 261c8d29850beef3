"""Settings, addresses, start-up: everything that knows all rooms."""
