"""What came in, and from where: batches, arrivals, refusals, and the stamps facts are rebuilt by."""
