"""The customers as data, one file a representative. Every name and domain is invented."""
