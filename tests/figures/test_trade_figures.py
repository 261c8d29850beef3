"""The pictures of trade on worked numbers: every place is counted by hand."""

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.figures.bridge import Part
from kith.figures.columns import Column, columns
from kith.figures.figure import Figure
from kith.figures.spread import Spread, spread
from kith.figures.waterfall import Level, WaterfallWords, waterfall
from tests.figures.test_figures import drawn, share

WORDS = WaterfallWords(
    written=str, share=lambda of: f"{of:.1%}", before="before", head=("step", "sum", "of", "before")
)


def test_marn_and_rosiellos_linoleum_falls_from_six_to_its_pocket_price() -> None:
    # Marn and Rosiello (1992): 6.00 by the list, 5.78 invoiced, 4.47 in the pocket.
    levels = [
        Level("list", 600),
        Level("invoice", 578, [Part("order size", -22, "/lines/")], before=560),
        Level("pocket", 447, [Part("terms", -30), Part("rebate", -101)], style="kept"),
    ]
    figure = waterfall(levels, words=WORDS, says="a price")
    assert [share(bar, "width") for bar in drawn(figure, "sum")] == [100, pytest.approx(96.333)]
    assert [share(bar, "width") for bar in drawn(figure, "kept")] == [74.5]
    given_away = drawn(figure, "given")
    assert [share(bar, "x") for bar in given_away] == [96.333, 91.333, 74.5]
    assert [share(line, "x1") for line in drawn(figure, "usual")] == [pytest.approx(93.333)]
    assert figure.table.rows == (
        ("list", "600", "100.0%", ""),
        ("order size", "-22", "-3.7%", ""),
        ("invoice", "578", "96.3%", "560"),
        ("terms", "-30", "-5.0%", ""),
        ("rebate", "-101", "-16.8%", ""),
        ("pocket", "447", "74.5%", ""),
    )
    assert [a.get("href") for a in fromstring(figure.svg).iter("a")] == ["/lines/"]


def test_a_waterfall_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="lead to 8, not to end's 7"):
        waterfall([Level("", 10), Level("end", 7, [Part("", -2)])], words=WORDS, says="")
    with pytest.raises(ValueError, match="nothing leads"):
        waterfall([Level("", 10, [Part("", 10)])], words=WORDS, says="")


@given(
    st.integers(-(10**14), 10**14),
    st.lists(st.lists(st.integers(-(10**14), 10**14), max_size=4), max_size=4),
    st.none() | st.integers(-(10**14), 10**14),
)
def test_every_bar_of_a_waterfall_lies_within_the_picture(
    first: int, falls: list[list[int]], before: int | None
) -> None:
    levels, reached = [Level("list", first, before=before)], first
    for amounts in falls:
        reached += sum(amounts)
        levels.append(Level("next", reached, [Part("part", amount) for amount in amounts]))
    figure = waterfall(levels, words=WORDS, says="")
    root = fromstring(figure.svg)
    for bar in root.iter("rect"):
        width = share(bar, "width") if bar.get("width", "").endswith("%") else 0.0
        assert -1e-3 <= share(bar, "x") <= share(bar, "x") + width <= 100.01
    assert len(figure.table.rows) == len(levels) + sum(map(len, falls))


def places(figure: Figure, style: str) -> list[float]:
    """Top and height of each bar, one after the other."""
    return [float(bar.get(name, "")) for bar in drawn(figure, style) for name in ("y", "height")]


def test_a_month_shows_its_margin_within_its_revenue() -> None:
    steps = [Column("May", 200, 50, "2026"), Column("June", 100, -100), Column("July", 0, 0)]
    figure = columns(steps, written=str, says="months", head=("month", "revenue", "margin"))
    # 122 pixels for 300: from 200 at the top to -100.
    assert places(figure, "whole") == pytest.approx([8, 81.33, 48.67, 40.67], abs=0.01)
    assert places(figure, "part") == pytest.approx([69, 20.33, 89.33, 40.67], abs=0.01)
    assert figure.table.rows[1] == ("June", "100", "-100")


def test_a_price_below_the_band_is_told_apart_from_one_within() -> None:
    rows = [
        Spread("pump", -0.2, -0.05, 0.05, "-20%", ("8", "10"), "/lines/"),
        Spread("seal", 0.05, -0.05, 0.05, "+5%", ("21", "20")),
    ]
    figure = spread(rows, middle=0.0, axis=str, says="prices", head=("what", "pays", "others"))
    below, within = drawn(figure, "dot")
    assert "fig__below" in below.get("class", "")
    assert "fig__within" in within.get("class", "")
    assert share(below, "cx") < share(drawn(figure, "band")[0], "x")
    assert figure.table.rows == (("pump", "8", "10"), ("seal", "21", "20"))
    with pytest.raises(ValueError, match="rows"):
        spread([], middle=0.0, axis=str, says="", head=())


def test_a_long_name_leaves_room_for_its_figure_and_is_whole_in_the_table() -> None:
    name = "Cartridge seal with a name of many words, 33 mm"
    drawn = spread(
        [Spread(name, -0.2, -0.1, 0.1, "-20 %", ("-20 %",))],
        middle=0.0, axis=str, says="prices", head=("what", "share"),
    )  # fmt: skip
    assert "Cartridge seal with a name of man…</text>" in drawn.svg
    assert f"{name}: -20 %" in drawn.svg
    assert drawn.table.rows == ((name, "-20 %"),)
