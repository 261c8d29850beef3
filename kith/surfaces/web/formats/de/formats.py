"""12. Mai 2026, 14:05 Uhr."""

DAY = "j. M"
DAY_YEAR = "j. M Y"
DAY_LONG = "j. F Y"
WEEKDAY = "l, j. F"
MONTH_YEAR = "F Y"
MOMENT = "j. M Y, H:i"
MOMENT_LONG = r"l, j. F Y, H:i \U\h\r"
