"""The design system on one page: what pages are made of, and every figure on invented numbers."""
