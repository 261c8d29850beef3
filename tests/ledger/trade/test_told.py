"""A row without one of its batches is as if only the others had come."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.imports.told import KEPT, Column, Holding, Told, whole, without, written

TOLD = Told(0, "", (Column("a", "a", None, whole), Column("b", "b", ""), Column("c", "c", KEPT)))
NAMES = ("a", "b", "c")
Said = dict[str, object]
ROW = st.fixed_dictionaries(
    {"c": st.sampled_from(["x", "y"])},
    optional={"a": st.integers(1, 3), "b": st.sampled_from(["p", "q"])},
)


def come(said: Sequence[tuple[int, Said]]) -> tuple[list[Holding], Said]:
    """What batches leave that tell of a row one after the other, as the writers note it."""
    now: Said = {"a": None, "b": "", "c": ""}
    holdings = []
    for place, (batch, values) in enumerate(said):
        changed = {
            name: (written(now[name]), written(value))
            for name, value in values.items()
            if place and now[name] != value
        }
        now |= values
        letters = "".join(name for name in NAMES if name in values)
        holdings.append(Holding(batch, letters, changed, creates=not place))
    return holdings, now


@given(rows=st.lists(ROW, min_size=1, max_size=6), gone=st.lists(st.integers(0, 5), max_size=5))
def test_a_row_without_batches_is_as_if_they_had_never_come(
    rows: list[Said], gone: list[int]
) -> None:
    said = list(enumerate(rows))
    holdings, now = come(said)
    for batch in dict.fromkeys(gone):
        if not any(h.batch == batch for h in holdings):
            continue
        said = [one for one in said if one[0] != batch]
        left = without(TOLD, holdings, batch, now)
        if not said:
            assert left.is_gone
            return
        holdings, now = list(left.holdings), now | dict(left.values)
        wanted, then = come(said)
        assert now == then
        assert [(h.batch, h.changed, h.creates) for h in holdings] == [
            (h.batch, h.changed, h.creates) for h in wanted
        ]


def test_what_a_person_changed_since_stays() -> None:
    holdings, now = come([(1, {"a": 1, "c": "x"}), (2, {"a": 2, "c": "x"})])
    assert without(TOLD, holdings, 2, now).values == {"a": 1}
    assert without(TOLD, holdings, 2, now | {"a": 7}).values == {}


def test_who_saw_a_changed_value_keeps_it() -> None:
    holdings, now = come(
        [(1, {"a": 1, "c": "x"}), (2, {"a": 2, "c": "x"}), (3, {"a": 2, "c": "x"})]
    )
    left = without(TOLD, holdings, 2, now)
    assert left.values == {}
    assert left.holdings[1].changed == {"a": ("1", "2")}
