"""The demo company: invented people whose mail and books are written as real files and imported."""
