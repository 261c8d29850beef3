"""How a tie stands against its own past, in an arrow and words."""

from dataclasses import dataclass

from django.utils.translation import gettext

# Shares by which a tie has changed against its mean of the half-year before. Our choice: a change
# by less than a quarter is what weeks differ by.
HALF, QUARTER, TWICE = -0.5, 0.25, 1.0


@dataclass(frozen=True, slots=True)
class Trend:
    """`arrow` says the same as `words`, for the eye; `way`: fallen, down, level, up."""

    arrow: str
    words: str
    way: str


def trend(change: float) -> Trend:
    """From the share by which it changed: -0.5, half is left."""
    if change < HALF:
        return Trend("↓", gettext("less than half of before"), "fallen")
    if change < -QUARTER:
        return Trend("↘", gettext("less than before"), "down")
    if change <= QUARTER:
        return Trend("→", gettext("as before"), "level")
    if change <= TWICE:
        return Trend("↗", gettext("more than before"), "up")
    return Trend("↑", gettext("more than twice of before"), "up")
