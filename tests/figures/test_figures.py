"""Pictures on worked numbers: every place is counted by hand, and no word escapes its escape."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.figures.band import BandWords, band
from kith.figures.bridge import Part, bridge
from kith.figures.drawing import Drawing
from kith.figures.figure import Figure
from kith.figures.quadrant import Point, QuadrantWords, quadrant
from kith.figures.scale import Scale, marks
from kith.figures.spark import Step, spark
from kith.figures.tie_map import End, Tie, tie_map

WORDS = BandWords(today="today", usual="usual", gap="gap", days="{n} days", head=("what", "days"))
FIELDS = QuadrantWords("result", "tie", ("strong and poor", "asset", "trade", "nothing"), "account")
TIES = ("their person", "our person", "from them", "from us")


def drawn(figure: Figure, style: str) -> list[Element]:
    """Shapes that bear a class, in their order."""
    root = fromstring(figure.svg)
    return [one for one in root.iter() if f"fig__{style}" in one.get("class", "").split()]


def share(element: Element, name: str) -> float:
    value = element.get(name, "")
    assert value.endswith("%"), value
    return float(value[:-1])


def test_a_spark_has_a_bar_each_way_for_each_step_on_one_scale() -> None:
    steps = [Step("May", 4, 2), Step("June", 0, 1)]
    figure = spark(steps, says="both ways", head=("month", "theirs", "ours"))
    [theirs] = drawn(figure, "theirs")
    assert (theirs.get("height"), theirs.get("y"), theirs.get("x")) == ("14", "0", "6.25%")
    ours = drawn(figure, "ours")
    assert [(one.get("height"), one.get("y")) for one in ours] == [("7", "15"), ("3.5", "15")]
    assert figure.table.rows == (("May", "4", "2"), ("June", "0", "1"))


def test_a_band_reaches_from_the_shortest_to_the_longest_gap_and_marks_today() -> None:
    figure = band([5, 9, 10, 20], 40, words=WORDS, says="rhythm")
    [box] = drawn(figure, "band")
    whole = 40 * 1.08
    assert share(box, "x") == pytest.approx(100 * 5 / whole, abs=1e-3)
    assert share(box, "width") == pytest.approx(100 * 15 / whole, abs=1e-3)
    [today] = [line for line in drawn(figure, "alarm") if line.tag == "line"]
    assert share(today, "x1") == pytest.approx(100 * 40 / whole, abs=1e-3)
    [usual] = drawn(figure, "usual")
    assert share(usual, "x1") == pytest.approx(100 * 9.5 / whole, abs=1e-3)
    assert figure.table.rows[-2:] == (("usual", "9.5 days"), ("today", "40 days"))


def test_a_silence_as_long_as_the_longest_gap_is_no_alarm() -> None:
    assert not drawn(band([5, 20], 20, words=WORDS, says=""), "alarm")
    assert drawn(band([5, 20], 21, words=WORDS, says=""), "alarm")


def test_without_gaps_there_is_no_band() -> None:
    with pytest.raises(ValueError, match="gaps"):
        band([], 3, words=WORDS, says="")


def test_a_tie_is_as_thick_each_way_as_what_passed() -> None:
    theirs, ours = [End(1, "Mette"), End(2, "Lars")], [End(7, "Femke", "/colleagues/7/")]
    ties = [Tie(1, 7, 10, 5), Tie(2, 7, 0, 1), Tie(9, 7, 3, 3)]
    figure = tie_map(theirs, ours, ties, says="who knows whom", head=TIES)
    widths = {
        (line.get("y1", ""), style): float(line.get("stroke-width", "0"))
        for style in ("theirs", "ours")
        for line in drawn(figure, style)
        if line.tag == "line"
    }
    assert sorted(widths.values()) == [0.75, 0.75, 3.5, 7.0]
    assert len(drawn(figure, "none")) == 1
    assert figure.table.rows == (("Mette", "Femke", "10", "5"), ("Lars", "Femke", "0", "1"))
    assert [a.get("href") for a in fromstring(figure.svg).iter("a")] == ["/colleagues/7/"]


def test_a_bridge_begins_each_bar_where_the_last_one_ended() -> None:
    parts = [Part("lost", -40), Part("new", 10, "/why/"), Part("price", -20)]
    figure = bridge(Part("Q1", 100), parts, Part("Q2", 50), written=str, says="", head=("", ""))
    places = [
        (share(bar, "x"), share(bar, "x") + share(bar, "width"))
        for style in ("less", "more")
        for bar in drawn(figure, style)
    ]
    assert places == [(60, 100), (50, 70), (60, 70)]
    assert [share(bar, "width") for bar in drawn(figure, "sum")] == [100, 50]
    assert figure.table.rows == (
        ("Q1", "100"), ("lost", "-40"), ("new", "10"), ("price", "-20"), ("Q2", "50"),
    )  # fmt: skip


def test_a_bridge_may_go_below_nothing() -> None:
    figure = bridge(
        Part("Q1", 10), [Part("lost", -30)], Part("Q2", -20), written=str, says="", head=("", "")
    )
    [lost] = drawn(figure, "less")
    assert (share(lost, "x"), share(lost, "width")) == (0, 100)
    assert [share(line, "x1") for line in drawn(figure, "axis")] == [pytest.approx(66.667)]


def test_sums_that_tower_over_their_parts_are_cut_and_show_it() -> None:
    figure = bridge(
        Part("Q1", 1000), [Part("lost", -100)], Part("Q2", 900), written=str, says="", head=("", "")
    )
    assert len(drawn(figure, "cut")) == 4
    assert not drawn(figure, "axis")
    # From 850: half of what lies between the levels is left below them.
    assert [share(bar, "width") for bar in drawn(figure, "sum")] == [100, pytest.approx(33.333)]
    assert [share(bar, "x") for bar in drawn(figure, "less")] == [pytest.approx(33.333)]


def test_a_bridge_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="lead to 9, not to 8"):
        bridge(Part("", 10), [Part("", -1)], Part("", 8), written=str, says="", head=("", ""))


def test_points_lie_on_their_side_of_the_middle() -> None:
    points = [
        Point("Friend", -2, 5, "/accounts/1/", ("-2", "5"), alarm=True),
        Point("Good", 4, 4, "/accounts/2/", ("4", "4")),
        Point("Middle", 1, 3, "/accounts/3/", ("1", "3")),
    ]
    figure = quadrant(points, middle=(1, 3), words=FIELDS, says="")
    friend, good, middle = drawn(figure, "point")
    assert share(friend, "cx") < 50 < share(good, "cx")
    assert share(middle, "cx") == 50
    assert float(friend.get("cy", "")) < float(good.get("cy", "")) < float(middle.get("cy", ""))
    assert "fig__alarm" in friend.get("class", "")
    assert figure.table.rows[0] == ("Friend", "-2", "5")


def test_marks_are_round_and_within_their_span() -> None:
    assert marks(0, 43.2, most=4) == [0, 20, 40]
    assert marks(-3, 7, most=5) == [-2, 0, 2, 4, 6]
    assert marks(4, 4) == [4]
    assert Scale(3, 3).place(3) == 0.5


nasty = st.text(st.characters(codec=None), max_size=30) | st.just(
    '</svg><script>alert("&")</script>'
)


@given(nasty, nasty)
def test_no_word_is_ever_markup(name: str, note: str) -> None:
    figure = tie_map(
        [End(1, name, f"/{note}", note)], [End(2, note)], [Tie(1, 2, 1, 1)], says=name, head=TIES
    )
    tags = {element.tag for element in fromstring(figure.svg).iter()}
    assert tags <= {"svg", "a", "line", "text", "title"}


@given(
    st.lists(st.integers(-(10**12), 10**12), max_size=9),
    st.integers(-(10**12), 10**12),
)
def test_every_bar_of_a_bridge_lies_within_the_picture(amounts: list[int], first: int) -> None:
    parts = [Part(str(n), amount) for n, amount in enumerate(amounts)]
    figure = bridge(
        Part("", first), parts, Part("", first + sum(amounts)),
        written=str, says="", head=("", ""),
    )  # fmt: skip
    for bar in fromstring(figure.svg).iter("rect"):
        width = share(bar, "width") if bar.get("width", "").endswith("%") else 0.0
        assert -1e-3 <= share(bar, "x") <= share(bar, "x") + width <= 100.01


def test_a_place_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="must be a number"):
        Drawing("x", 10, says="").dot("point", float("nan"), 0, 1)
