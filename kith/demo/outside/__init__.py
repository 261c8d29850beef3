"""Who writes to the firm without buying from it: suppliers, a tax adviser, machines, strangers."""
