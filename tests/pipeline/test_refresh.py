"""A refresh as its readers see it: whole runs, changed rows only, findings that keep their id."""

import shutil
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from kith.ledger.insights import readers
from kith.ledger.insights.models import LIVE, Finding, Gauge, Run, Verdict
from kith.ledger.insights.writers import answer, take_back
from kith.ledger.people.models import Contact
from kith.ledger.rights.models import Firm, User
from kith.pipeline import refresh as refreshing
from kith.pipeline.refresh import refresh
from kith.terms.errors import NotReady, NotVisible, Refused
from tests.allow import setting_up
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BEN, BringIn

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
    run = refresh()
    assert (run.state, run.series, run.as_of) == (Run.DONE, LIVE, date(2025, 3, 12))
    assert run.report["facts"] == 4 + 2 + 1 + 2
    (found,) = readers.today(asked)
    assert (found.kind, found.since, found.contact, found.user) == (
        "unanswered",
        ASKED,
        Contact.objects.get(address__address=CLEO),
        asked,
    )
    assert len(found.evidence) == 1
    assert run.report["findings"] == 1
    assert {name for name, *_ in gauges(asked)} == {"tie", "contact_tie", "account_tie", "silence"}


def test_a_second_refresh_without_a_change_writes_no_gauge(asked: User) -> None:
    refresh()
    before = list(Gauge.objects.order_by("id").values_list())
    second = refresh()
    assert (second.report["gauges"], second.report["facts_rebuilt"]) == (0, 0)
    assert list(Gauge.objects.order_by("id").values_list()) == before


def test_one_new_mail_writes_the_gauges_of_its_people_alone(asked: User, bring_in: BringIn) -> None:
    refresh()
    old = gauges(asked)
    bring_in(written("w3", 6, to=("dora@dealer.example",)))
    run = refresh()
    # Tie, contact tie, account tie and silence of one contact.
    assert run.report["gauges"] == 4
    assert len(gauges(asked)) == len(old)
    assert len(set(gauges(asked)) - set(old)) == 4


def test_what_was_superseded_is_pruned(asked: User, bring_in: BringIn) -> None:
    refresh()
    bring_in(written("w3", 6))
    run = refresh()
    assert not Gauge.objects.filter(until_run_id__lte=run.pk).exists()
    assert Gauge.objects.count() == len(gauges(asked))
    assert [p.name for p in (settings.HOME / "gauges" / LIVE).iterdir()] == [str(run.pk)]


def test_a_past_day_is_a_run_of_its_own_beside_the_live_one(asked: User) -> None:
    refresh()
    live, live_gauges = findings(), gauges(asked)
    past = refresh(as_of=date(2025, 3, 9))
    assert (past.series, past.as_of) == ("2025-03-09", date(2025, 3, 9))
    assert (findings(), gauges(asked)) == (live, live_gauges)
    assert readers.newest_run() != past
    assert readers.today(asked, series="2025-03-09") == []
    assert readers.today(asked) != []


def test_a_past_day_refreshed_twice_shows_the_same_twice(asked: User) -> None:
    refresh(as_of=date(2025, 3, 11))
    once = gauges(asked, "2025-03-11")
    assert once
    refresh(as_of=date(2025, 3, 11))
    assert gauges(asked, "2025-03-11") == once


@pytest.mark.parametrize("gone", ["facts", "gauges", "both"])
def test_what_lies_beside_the_ledger_may_be_deleted(gone: str, asked: User) -> None:
    refresh()
    before = findings(), gauges(asked)
    for name in ("facts", "gauges") if gone == "both" else (gone,):
        shutil.rmtree(settings.HOME / name)
    run = refresh()
    assert (findings(), gauges(asked)) == before
    assert Gauge.objects.count() == len(before[1])
    assert (run.report["gauges"] > 0) == (gone != "facts")


def test_a_finding_keeps_its_id_while_its_cause_lasts(asked: User, bring_in: BringIn) -> None:
    refresh()
    (before,) = Finding.objects.all()
    at(13)
    refresh()
    (after,) = Finding.objects.all()
    assert (after.pk, after.as_of) == (before.pk, date(2025, 3, 13))
    assert after.numbers["waiting_days"] == before.numbers["waiting_days"] + 1
    bring_in(written("w3", 8))
    refresh()
    assert not Finding.objects.exists()


def test_done_stays_away_and_comes_back_when_taken_back(asked: User) -> None:
    refresh()
    (found,) = readers.today(asked)
    verdict = answer(found.pk, Verdict.DONE, actor=asked)
    assert readers.today(asked) == []
    assert [a.verdict for a in readers.answered_today(asked)] == [verdict]
    at(13)
    refresh()
    assert readers.today(asked) == []
    take_back(verdict.pk, actor=asked)
    assert readers.today(asked) == [found]
    with pytest.raises(NotVisible):
        take_back(verdict.pk, actor=asked)


def test_snooze_stays_away_until_its_day(asked: User) -> None:
    refresh()
    (found,) = readers.today(asked)
    answer(found.pk, Verdict.SNOOZE, actor=asked, until=date(2025, 3, 14))
    for day, shown in ((13, []), (14, [found])):
        at(day)
        refresh()
        assert readers.today(asked) == shown


def test_wrong_says_why_and_is_replaced_by_a_later_answer(asked: User) -> None:
    refresh()
    (found,) = readers.today(asked)
    wrong = answer(found.pk, Verdict.WRONG, actor=asked, why="She called me.")
    done = answer(found.pk, Verdict.DONE, actor=asked)
    wrong.refresh_from_db()
    assert (wrong.why, wrong.undone_at is not None, done.undone_at) == (
        "She called me.",
        True,
        None,
    )
    assert readers.live_verdict(asked, found.pk) == done


def test_an_answer_is_one_of_three_and_a_snooze_has_a_day(asked: User) -> None:
    refresh()
    (found,) = readers.today(asked)
    for verb in ("later", Verdict.SNOOZE):
        with pytest.raises(Refused, match="Say done, snooze or wrong"):
            answer(found.pk, verb, actor=asked)


def test_nobody_answers_or_takes_back_for_somebody_else(asked: User) -> None:
    refresh()
    (found,) = readers.today(asked)
    with setting_up():
        ben = User.objects.create(email=BEN, name="Ben", invited_at=NOON)
    with pytest.raises(NotVisible):
        answer(found.pk, Verdict.DONE, actor=ben)
    verdict = answer(found.pk, Verdict.DONE, actor=asked)
    with pytest.raises(NotVisible):
        take_back(verdict.pk, actor=ben)


def test_the_manager_answers_what_is_on_the_managers_list(asked: User) -> None:
    refresh()
    with setting_up():
        ben = User.objects.create(email=BEN, name="Ben", invited_at=NOON)
        Finding.objects.update(user=None)
    (found,) = readers.today(asked)
    with pytest.raises(NotVisible):
        answer(found.pk, Verdict.DONE, actor=ben)
    assert answer(found.pk, Verdict.DONE, actor=asked).user == asked


def test_a_refresh_that_fails_was_never_seen(
    asked: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = refresh()
    before = findings(), gauges(asked)
    bring_in(written("w3", 8))

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(refreshing, "findings", fail)
        with pytest.raises(RuntimeError):
            refresh()
    assert readers.newest_run() == first
    assert (findings(), gauges(asked)) == before
    assert Run.objects.order_by("-id")[0].state == Run.FAILED
    refresh()
    assert findings() == []
    assert Gauge.objects.count() == len(gauges(asked))


def test_the_steps_are_told_as_they_begin(asked: User) -> None:
    told: list[str] = []
    refresh(report=told.append)
    assert (told[0], told[-1]) == ("facts", "findings")
    assert "silence" in told


def test_a_ledger_without_a_firm_is_not_ready() -> None:
    with pytest.raises(NotReady, match="kith init"):
        refresh()


def test_an_empty_ledger_is_refreshed_and_finds_nothing(firm: User) -> None:
    run = refresh()
    assert (run.report["gauges"], run.report["findings"]) == (0, 0)
    assert run.as_of >= datetime.now().date() - timedelta(days=1)  # noqa: DTZ005 - the day alone
