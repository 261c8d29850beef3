"""Lines of invoices come in from a CSV file, end to end."""
