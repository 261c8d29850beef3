"""12 May 2026: the order in which most who read English, and are not American, write it."""

DAY = "j M"
DAY_YEAR = "j M Y"
DAY_LONG = "j F Y"
WEEKDAY = "l, j F"
MONTH_YEAR = "F Y"
MOMENT = "j M Y, H:i"
MOMENT_LONG = "l, j F Y, H:i"
