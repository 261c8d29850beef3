"""What stands around every page: the frame, errors, who reads, health."""
