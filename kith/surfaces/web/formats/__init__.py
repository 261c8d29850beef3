"""How days and moments are written, a module a language. Templates name a format, never spell it.

`DAY` 12 May, `DAY_YEAR` 12 May 2026, `DAY_LONG` 12 May 2026 in full, `WEEKDAY` Tuesday, 12 May,
`MONTH_YEAR` May 2026, `MOMENT` with the hour, `MOMENT_LONG` with the weekday, too.
"""
