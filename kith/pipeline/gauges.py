"""Signals' tables become gauges: changed rows only, by comparing with what the last run wrote.

The last run's tables lie beside the facts as Parquet, under that run's id. They can be deleted like
the facts: then every value is written anew.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis

from kith.ledger.insights.models import Run
from kith.ledger.insights.writers import (
    GaugeRow,
    add_gauges,
    supersede_all,
    supersede_gauges,
)
from kith.pipeline.measure import is_idle
from kith.signals import two_years

ROWS = 8_000  # of one transaction: well under 200 ms
DIGITS = 4  # a tie that fades below this has reached zero, and its row stays as it is
SUBJECT = ("account_id", "contact_id", "colleague_id", "item_id")
VALUES = (*SUBJECT, "value", "low", "high", "n")


@dataclass(frozen=True, slots=True)
class Kept:
    """A signal that is kept as gauges. `parts`: the inputs shown beside the value.

    What changes by the mere passing of a day (days elapsed) is no part: readers count it from the
    day, and a night without mail leaves most rows as they were. `speaks`: rows in which all of
    these are null have nothing to show and are not kept; (): every row is. `value`: the column by
    which lists sort these gauges.
    """

    name: str
    signal: str
    subject: tuple[str, ...]
    parts: tuple[str, ...]
    speaks: tuple[str, ...] = ()
    value: str = "value"


_TIE = (
    "in30", "out30", "n_in", "n_out", "in90", "out90", "first_day", "last_in_day",
    "last_out_day", "two_way",
)  # fmt: skip
_HABITS = (
    "from_hour", "until_hour", "workday_share", "busiest_day", "busiest_share", "n_all",
    "mail_share", "call_share", "meeting_share",
)  # fmt: skip
_PEERS = (
    "paid", "expected", "low_price", "high_price", "quantity", "leak", "customers", "by",
)  # fmt: skip
_POSITION = ("n_items", "revenue_compared", "revenue", "leak", "market", "n_market")
_GIVEN = (
    "value_list", "value_cost", "n_no_return", "n_open", "n_no_value", "n_all", "n_complaint",
    "last_day", "revenue_share", "in_row", "kind", "cascade",
)  # fmt: skip
_RISE = (
    "announced", "state", "missed", "tie", "before", "after", "worth", "n_items", "waiver_id",
)  # fmt: skip
_ATTENTION = (
    "touches", "meetings", "hours_weight", "gifts", "peers_touches", "peers_gifts", "revenue",
    "group", "n_peers",
)  # fmt: skip
_STANDING = (
    "close", "field", "strength", "access", "contacts", "margin_share", "usual_margin",
    "margin_trend", "leak_share", "usual_leak", "given_share", "usual_given", "reasons",
)  # fmt: skip

KEPT = (
    Kept("tie", "ties", ("account_id", "contact_id", "colleague_id"), _TIE),
    Kept("contact_tie", "contact_ties", ("account_id", "contact_id"), _TIE),
    Kept("account_tie", "account_ties", ("account_id",), (*_TIE, "n_email", "n_call", "n_meeting")),
    # The same accounts, in the two orders in which lists show them beside that of their strength.
    Kept("trend", "account_ties", ("account_id",), ("past", "fell"), ("change",), value="change"),
    Kept("reach", "breadth", ("account_id",), (), value="contacts_two_way_365"),
    Kept(
        "last_two_way",
        "last_two_way",
        ("account_id",),
        ("day", "by_them", "activity_id", "theirs_id", "ours_id", "kind"),
    ),
    Kept("months", "months", ("account_id",), ("month", "theirs", "ours")),
    Kept(
        "breadth",
        "breadth",
        ("account_id",),
        (
            "contacts_two_way_90",
            "contacts_two_way_365",
            "top_contact_share",
            "colleagues_effective",
            "colleagues_two_way_90",
            "colleagues_two_way_365",
            "holder_id",
            "holder_share",
        ),
    ),
    Kept(
        "silence",
        "silence",
        ("account_id", "contact_id"),
        (
            "n_gaps",
            "mean_gap",
            "typical_gap",
            "longest_gap",
            "gaps",
            "last_in_day",
            "last_out_day",
        ),
    ),
    Kept(
        "relation",
        "relations",
        ("account_id",),
        (
            "guess",
            "reason",
            "n_reason",
            "n_in",
            "n_out",
            "n_many",
            "n_said",
            "colleagues",
            "contacts",
        ),
    ),
    Kept(
        "answers",
        "answers",
        ("account_id", "contact_id"),
        ("n_answered", "days", "within_day", "recent", "earlier", "slower"),
        speaks=("within_day",),
    ),
    Kept(
        "hours_and_channel",
        "hours_and_channel",
        ("account_id", "contact_id"),
        _HABITS,
        speaks=("value", "mail_share"),
    ),
    Kept("waterfall", "account_waterfall", ("account_id",), two_years.PARTS),
    Kept("waterfall_of_family", "family_waterfall", ("item_id",), two_years.PARTS),
    Kept("waterfall_of_product", "product_waterfall", ("item_id",), two_years.PARTS),
    Kept("waterfall_of_colleague", "colleague_waterfall", ("colleague_id",), two_years.PARTS),
    Kept("peer_price", "peer_price", ("account_id", "item_id"), _PEERS, speaks=("value",)),
    Kept("price_position", "price_position", ("account_id",), _POSITION),
    Kept("trade_months", "trade_months", ("account_id",), ("month", "revenue", "margin", "list")),
    Kept("giveaways", "giveaways_given", ("account_id",), _GIVEN),
    # Those of them that have become the rule, in the order of a list.
    Kept(
        "habit",
        "giveaways_given",
        ("account_id",),
        ("value_list", "value_cost"),
        ("habit",),
        value="habit",
    ),
    Kept("rise", "rise_realisation", ("account_id", "item_id"), _RISE),
    Kept("attention", "attention", ("account_id",), _ATTENTION),
    Kept("standing", "standing", ("account_id",), _STANDING),
)


def write_gauges(
    run: Run,
    measures: Mapping[str, ibis.Table],
    backend: ibis.BaseBackend,
    folder: Path,
    *,
    last: Run | None,
    report: Callable[[str], None],
) -> int:
    """Writes what changed since `last`, the newest finished run of the series. Returns the rows.

    `folder` keeps a sub-folder for each run; `keep_only` clears the others once the run is done.
    """
    here, before = folder / str(run.pk), folder / str(last.pk) if last else None
    here.mkdir(parents=True, exist_ok=True)
    if last and not (before and before.is_dir()):
        supersede_all(run, actor=None)
        before = None
    written = 0
    for kept in KEPT:
        file = before / f"{kept.name}.parquet" if before else None
        old = backend.read_parquet(file) if file and file.exists() else None
        if old is None and is_idle(measures[kept.signal]):
            continue
        report(kept.name)
        new = _saved(_table(kept, measures), here / f"{kept.name}.parquet", backend)
        written += _write(run, kept, new, old)
    return written


def keep_only(folder: Path, run: Run) -> None:
    """Deletes the tables of all other runs."""
    for other in folder.iterdir():
        if other.name != str(run.pk):
            shutil.rmtree(other)


def _table(kept: Kept, measures: Mapping[str, ibis.Table]) -> ibis.Table:
    """The signal's rows with a full subject and something to show, its numbers rounded."""
    rows = measures[kept.signal]
    if kept.speaks:
        rows = rows.filter(ibis.or_(*(rows[name].notnull() for name in kept.speaks)))
    if "account_id" in kept.subject:
        if "account_id" not in rows.columns:
            rows = rows.inner_join(measures["contacts"], "contact_id")
        rows = rows.filter(rows.account_id.notnull())
    return rows.select(
        **{n: rows[n] if n in kept.subject else ibis.literal(0, "int64") for n in SUBJECT},
        value=rows[kept.value].cast("float64").round(DIGITS),
        **{name: rows[name].round(DIGITS) for name in ("low", "high")},
        n=rows.n,
        **{name: _rounded(rows[name]) for name in kept.parts if name not in VALUES},
    )


def _rounded(column: ibis.Value) -> ibis.Value:
    return column.round(DIGITS) if column.type().is_floating() else column


def _saved(table: ibis.Table, file: Path, backend: ibis.BaseBackend) -> ibis.Table:
    table.to_parquet(file)
    return backend.read_parquet(file)


def _write(run: Run, kept: Kept, new: ibis.Table, old: ibis.Table | None) -> int:
    """Rows that differ: the old ones are superseded, then the new ones added. All of them where an
    earlier version kept other columns."""
    if old is not None:
        same = old.schema() == new.schema()
        ended = old.difference(new) if same else old
        for subjects in _chunks(ended.select(*SUBJECT)):
            supersede_gauges(run, kept.name, subjects, actor=None)
        new = new.difference(old) if same else new
    written = 0
    # In the order of the index that pages read along: it then grows at its end.
    ready = new.select(*VALUES, parts=as_json(new, kept.parts)).order_by(*SUBJECT)
    for rows in _chunks(ready):
        add_gauges(run, kept.name, map(GaugeRow._make, rows), actor=None)
        written += len(rows)
    return written


def _chunks(table: ibis.Table) -> Iterator[list[tuple[Any, ...]]]:
    for batch in table.to_pyarrow_batches(chunk_size=ROWS):
        for start in range(0, batch.num_rows, ROWS):
            columns = batch.slice(start, ROWS).columns
            yield list(zip(*(column.to_pylist() for column in columns), strict=True))


def as_json(table: ibis.Table, names: Sequence[str]) -> ibis.Value:
    """The columns as one JSON object, written by the engine: Python takes ten times as long."""
    text = ibis.literal("{")
    for place, name in enumerate(names):
        value = table[name].cast("string")
        if table[name].type().is_string():
            value = ibis.literal('"') + _escaped(value) + '"'
        elif table[name].type().is_date():
            value = ibis.literal('"') + value + '"'
        text = text + f'{"," if place else ""}"{name}":' + value.fill_null("null")
    return text + "}"


def _escaped(text: ibis.Value) -> ibis.Value:
    r"""The text as it stands inside a JSON string: `"`, the backslash and control signs escaped."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    for code in range(1, 32):  # no text holds a zero
        text = text.replace(chr(code), f"\\u{code:04x}")
    return text
