"""Planned stories, one file each: what must be found in the demo, about whom, and when."""
