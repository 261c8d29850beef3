"""The colours of both themes can be read: WCAG 2.2 AA, computed from the tokens."""

import re
from pathlib import Path

import pytest

import kith.surfaces.web

TOKENS = Path(kith.surfaces.web.__file__).parent / "static" / "kith" / "tokens.css"
PAPERS = ("paper", "sheet", "sunk")
TEXT, GRAPHIC = 4.5, 3.0
PAIRS = [
    *((ink, paper, TEXT) for paper in PAPERS for ink in ("ink", "soft", "link", "alarm")),
    *((ink, paper, TEXT) for paper in PAPERS for ink in ("theirs-ink", "ours-ink")),
    *((mark, paper, GRAPHIC) for paper in PAPERS for mark in ("theirs", "ours", "line-strong")),
    *(("focus", paper, GRAPHIC) for paper in PAPERS),
    ("act-ink", "act", TEXT),
    ("act-ink", "act-over", TEXT),
    ("demo-ink", "demo", TEXT),
    ("alarm", "alarm-sheet", TEXT),
]


def themes() -> dict[str, dict[str, str]]:
    light, dark = TOKENS.read_text("utf-8").split("prefers-color-scheme: dark")
    found = {"light": tokens(light)}
    found["dark"] = found["light"] | tokens(dark)
    return found


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2: from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper", "least"), PAIRS)
def test_a_pair_of_colours_can_be_told_apart(
    theme: str, ink: str, paper: str, least: float
) -> None:
    colours = themes()[theme]
    assert contrast(colours[ink], colours[paper]) >= least


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
