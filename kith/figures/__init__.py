"""Pictures: a reader's rows in, accessible SVG and the table behind it out. Pure."""
