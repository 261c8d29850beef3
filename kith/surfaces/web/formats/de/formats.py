"""12. Mai 2026, 14:05 Uhr. No line ends between a day and its month."""

DAY = "j.\N{NO-BREAK SPACE}M"
DAY_YEAR = "j.\N{NO-BREAK SPACE}M Y"
DAY_LONG = "j.\N{NO-BREAK SPACE}F Y"
WEEKDAY = "l, j.\N{NO-BREAK SPACE}F"
MONTH_YEAR = "F Y"
MOMENT = "j.\N{NO-BREAK SPACE}M Y, H:i"
MOMENT_LONG = "l, j.\N{NO-BREAK SPACE}F Y, H:i \\U\\h\\r"
