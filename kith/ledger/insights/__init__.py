"""What Kith concluded: runs, gauges (signals' values), findings and what people said to them."""
