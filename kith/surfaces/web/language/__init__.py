"""In which language the pages speak to whom: as they chose, else as their browser asks."""
