"""The customers as data, one text file a representative. Every name and domain is invented."""
