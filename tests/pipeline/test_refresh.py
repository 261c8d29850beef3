"""A refresh as its readers see it: whole runs, changed rows only, findings that keep their id."""

import json
import shutil
import sys
from ast import literal_eval
from datetime import date, datetime, timedelta
from typing import Any

import ibis
import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.insights import readers
from kith.ledger.insights.models import LIVE, Finding, Gauge, Run
from kith.ledger.people import models as m
from kith.ledger.people.models import Contact
from kith.ledger.rights.models import Firm, User
from kith.pipeline import conclude as concluding
from kith.pipeline.gauges import as_json
from kith.pipeline.refresh import refresh
from kith.terms.errors import NotReady
from tests.allow import setting_up
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BringIn

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = date(2025, 3, 8)
CLEO = "cleo@client.example"


@pytest.fixture
def asked(firm: User, bring_in: BringIn) -> User:
    """Ann wrote to Cleo and Dora; on 8 March Cleo asked, and nobody has answered by the 12th."""
    bring_in(
        written("w1", 0),
        written("w2", 1, to=("dora@dealer.example",)),
        Letter("r1", sender="dora@dealer.example", sent=NOON + timedelta(days=2), text="Thanks."),
        Letter("q1", sent=NOON + timedelta(days=4), text="Could you send the seal price?"),
    )
    return at(12)


def at(day: int) -> User:
    """Sets the firm's clock to that day of March; returns Ann."""
    with setting_up():
        Firm.objects.update(clock=date(2025, 3, day))
    return User.objects.get(email="ann@firm.example")


def written(id: str, days: int, **other: Any) -> Letter:
    return Letter(
        id,
        **{
            "sender": "ann@firm.example",
            "to": (CLEO,),
            "sent": NOON + timedelta(days=days),
            "text": f"Word {id}",
            **other,
        },
    )


def gauges(user: User, series: str = LIVE) -> list[tuple[object, ...]]:
    """Every gauge that a reader of the series sees, without ids and runs."""
    accounts = set(Gauge.objects.values_list("account_id", flat=True))
    return sorted(
        (g.name, g.account_id, g.contact_id, g.colleague_id, g.value, g.n, str(g.parts))
        for account in accounts
        for g in readers.gauges_of_account(user, account, series=series)
    )


def findings(series: str = LIVE) -> list[tuple[object, ...]]:
    rows = Finding.objects.filter(series=series)
    return sorted(rows.values_list("id", "key", "kind", "user__email", "since", "rank"))


def test_the_first_refresh_finds_what_is_to_be_found(asked: User) -> None:
    told: list[str] = []
    run = refresh(report=told.append)
    assert (told[0], told[-1]) == ("facts", "findings")
    assert (run.state, run.series, run.as_of) == (Run.DONE, LIVE, date(2025, 3, 12))
    assert run.report["facts"] == 4 + 2 + 1 + 2 + 1  # the rate of the firm's own currency
    (found,) = readers.today(asked)
    assert (found.kind, found.since, found.contact, found.user) == (
        "unanswered",
        ASKED,
        Contact.objects.get(address__address=CLEO),
        asked,
    )
    assert len(found.evidence) == 1
    assert run.report["findings"] == 1
    assert {name for name, *_ in gauges(asked)} == {
        "tie",
        "contact_tie",
        "account_tie",
        "silence",
        "relation",
        "breadth",
        "last_two_way",
        "months",
        "reach",
    }


def test_what_an_account_is_guessed_to_be_is_kept_with_its_reason(
    firm: User, bring_in: BringIn
) -> None:
    said = ("Could you send us a quotation?", "Please find our purchase order attached.")
    bring_in(*(Letter(f"q{n}", sent=NOON, text=text) for n, text in enumerate(said)))
    bring_in(Letter("n", sender="x@dealer.example", sent=NOON, text="Hello"))
    ann = at(12)
    refresh()
    kept = {
        m.Account.objects.get(pk=int(str(account))).name: (value, parts)
        for name, account, _, _, value, _, parts in gauges(ann)
        if name == "relation"
    }
    assert kept["Client"][0] == pytest.approx(3.75 / 4.75, abs=1e-4)
    assert literal_eval(str(kept["Client"][1])) == {
        "guess": "customer", "reason": "they_order", "n_reason": 1, "n_in": 2, "n_out": 0,
        "n_many": 0, "n_said": 2, "colleagues": 0, "contacts": 1,
    }  # fmt: skip
    assert kept["Dealer"][0] is None
    assert literal_eval(str(kept["Dealer"][1]))["guess"] is None


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_among_a_gauges_parts_is_json(text: str) -> None:
    table = ibis.memtable({"words": [text], "n": [1]})
    written = ibis.duckdb.connect().to_pyarrow(as_json(table, ("words", "n"))).to_pylist()
    assert json.loads(written[0]) == {"words": text, "n": 1}


def test_only_what_changed_is_written_and_what_was_superseded_is_pruned(
    asked: User, bring_in: BringIn
) -> None:
    first = refresh()
    (found,) = Finding.objects.all()
    before, kept = gauges(asked), list(Gauge.objects.order_by("id").values_list())

    second = refresh()
    assert (second.report["gauges"], second.report["facts_rebuilt"]) == (0, 0)
    assert list(Gauge.objects.order_by("id").values_list()) == kept

    at(13)
    bring_in(written("w3", 6, to=("dora@dealer.example",)))
    third = refresh()
    # Tie, contact tie, account tie and silence of one contact; one day more for the others.
    assert third.report["gauges"] < first.report["gauges"]
    assert len(set(gauges(asked)) - set(before)) == third.report["gauges"]
    assert not Gauge.objects.filter(until_run_id__isnull=False).exists()
    assert Gauge.objects.count() == len(gauges(asked)) == len(before)
    assert [p.name for p in (settings.HOME / "gauges" / LIVE).iterdir()] == [str(third.pk)]
    (later,) = Finding.objects.all()
    assert (later.pk, later.as_of) == (found.pk, date(2025, 3, 13))
    assert later.numbers["waiting_days"] == found.numbers["waiting_days"] + 1


def test_a_past_day_is_a_run_of_its_own_beside_the_live_one(asked: User) -> None:
    refresh()
    live, live_gauges = findings(), gauges(asked)
    for day, found in ((9, []), (11, ["unanswered"])):
        past = refresh(as_of=date(2025, 3, day))
        assert (past.series, past.as_of) == (f"2025-03-{day:02}", date(2025, 3, day))
        assert [f.kind for f in readers.today(asked, series=past.series)] == found
    assert (findings(), gauges(asked)) == (live, live_gauges)
    once = gauges(asked, past.series)
    assert once
    refresh(as_of=past.as_of)
    assert gauges(asked, past.series) == once


def test_what_lies_beside_the_ledger_may_be_deleted(asked: User) -> None:
    refresh()
    before = findings(), gauges(asked)
    for name in ("facts", "gauges"):
        shutil.rmtree(settings.HOME / name)
        refresh()
        assert (findings(), gauges(asked)) == before
        assert Gauge.objects.count() == len(before[1])


def test_a_refresh_that_fails_was_never_seen(
    asked: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = refresh()
    before = findings(), gauges(asked)
    bring_in(written("w3", 8))

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(concluding, "findings", fail)
        with pytest.raises(RuntimeError):
            refresh()
    assert readers.newest_run() == first
    assert (findings(), gauges(asked)) == before
    assert Run.objects.order_by("-id")[0].state == Run.FAILED
    refresh()
    assert findings() == []
    assert Gauge.objects.count() == len(gauges(asked))


def test_a_refresh_needs_no_pandas_which_takes_longer_to_load_than_its_rows_to_read(
    asked: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(written("w3", 8))
    monkeypatch.setitem(sys.modules, "pandas", None)  # to import it is an error now
    assert refresh().report["findings"] == len(findings())


def test_a_ledger_without_a_firm_is_not_ready() -> None:
    with pytest.raises(NotReady, match="kith init"):
        refresh()


def test_an_empty_ledger_is_refreshed_and_finds_nothing(firm: User) -> None:
    run = refresh()
    assert (run.report["gauges"], run.report["findings"]) == (0, 0)
    assert run.as_of >= datetime.now().date() - timedelta(days=1)  # noqa: DTZ005 - the day alone
