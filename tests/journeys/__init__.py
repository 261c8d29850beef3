"""What people do with Kith, in a real browser."""
