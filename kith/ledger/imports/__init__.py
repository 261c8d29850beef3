"""What came in, and from where: batches, arrivals, refusals, and stamps for rebuilding facts."""
