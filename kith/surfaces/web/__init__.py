"""The pages, cut by page."""
