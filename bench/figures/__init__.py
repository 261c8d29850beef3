"""The figures: each gives its lines, told step by step what it does."""
