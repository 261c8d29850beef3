"""Pictures: a reader's rows in, accessible SVG and the table behind it out. Pure.

Places across are shares of the width ("12.5%"), heights are pixels: a picture fills a phone and a
desk alike, and its words keep their size. Colours are classes, so that both themes and print fit.
Words and written numbers come from the caller, in the reader's language.
"""
