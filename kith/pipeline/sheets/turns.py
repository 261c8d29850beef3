"""The turn that imports of sheets and their undo take, one at a time: what an import knows of
customers and products must stay true while it runs."""

SHEETS = "sheets"
