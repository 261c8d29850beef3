"""Readers give what is the reader's, of the newest finished run, in steady stretches."""

from datetime import timedelta

import pytest

from kith.ledger import models as m
from kith.ledger.activities.readers import Seen, account_timeline, evidence, visible_activity
from kith.ledger.insights import readers as insights
from kith.ledger.people import readers as people
from kith.terms.errors import NotVisible
from kith.terms.words import Level
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY


@pytest.fixture
def cast(kept_cast: Cast) -> Cast:
    return kept_cast


def test_a_timeline_in_stretches_is_the_whole_timeline(cast: Cast) -> None:
    whole = account_timeline(cast.ada, cast.account.pk, limit=500)
    assert whole.after is None
    rows: list[Seen] = []
    before = None
    while True:
        page = account_timeline(cast.ada, cast.account.pk, before, limit=7)
        rows += page.rows
        before = page.after
        if before is None:
            break
    assert [row.id for row in rows] == [row.id for row in whole.rows]
    days = [row.day for row in whole.rows]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]  # all dated


def test_a_mail_to_two_of_theirs_stands_once(cast: Cast) -> None:
    rows = account_timeline(cast.ada, cast.account.pk, limit=500).rows
    assert [row.id for row in rows].count(cast.mail.pk) == 1


@pytest.fixture
def hidden(cast: Cast) -> m.Activity:
    return cast.ledger.mail(
        0,
        "Ines Falk",
        ["Ben Okoro"],
        "Between us",
        "x",
        held_by=cast.ben,
        open_level=Level.NOTHING,
    )


def test_what_is_not_shared_is_nowhere_for_others(cast: Cast, hidden: m.Activity) -> None:
    for reader, sees in ((cast.ben, True), (cast.ada, False), (cast.mia, False)):
        rows = account_timeline(reader, cast.account.pk, limit=500).rows
        assert (hidden.pk in [row.id for row in rows]) is sees
        assert bool(evidence(reader, [hidden.pk])) is sees
    with pytest.raises(NotVisible):
        visible_activity(cast.ada, hidden.pk)


@pytest.mark.parametrize(
    ("level", "subject", "text"),
    [
        (Level.METADATA, None, None),
        (Level.SUBJECT, "Plans", None),
        (Level.FULL, "Plans", "All of it"),
    ],
)
def test_a_colleague_sees_up_to_the_shared_level(
    cast: Cast, shared: dict[Level, m.Activity], level: Level, subject: str, text: str
) -> None:
    row = visible_activity(cast.mia, shared[level].pk)
    assert (row.subject, row.text) == (subject, text)
    own = visible_activity(cast.ada, shared[level].pk)
    assert (own.subject, own.text) == ("Plans", "All of it")


@pytest.fixture
def shared(cast: Cast) -> dict[Level, m.Activity]:
    return {
        level: cast.ledger.mail(
            1, "Ines Falk", ["Ada Hart"], "Plans", "All of it", held_by=cast.ada, open_level=level
        )
        for level in (Level.METADATA, Level.SUBJECT, Level.FULL)
    }


def test_evidence_keeps_its_order(cast: Cast) -> None:
    ids = list(cast.finding.evidence)[::-1]
    assert [row.id for row in evidence(cast.ada, ids)] == ids


@pytest.fixture
def running(cast: Cast) -> m.Run:
    """A refresh under way: it has superseded a gauge and found something, and is not done."""
    run = m.Run.objects.create(series="live", as_of=DAY, started_at=cast.finding.run.started_at)
    old = m.Gauge.objects.get(name="account_tie", account_id=cast.account.pk)
    m.Gauge.objects.filter(pk=old.pk).update(until_run_id=run.pk)
    m.Gauge.objects.create(
        series="live", run=run, name="account_tie", account_id=cast.account.pk, value=99, n=1
    )
    return run


def value_of(cast: Cast) -> list[float | None]:
    gauges = insights.gauges_of_account(cast.ada, cast.account.pk)
    return [gauge.value for gauge in gauges if gauge.name == "account_tie"]


def test_a_run_under_way_is_not_seen(cast: Cast, running: m.Run) -> None:
    (value,) = value_of(cast)
    assert value != 99


@pytest.fixture
def finished(running: m.Run) -> m.Run:
    m.Run.objects.filter(pk=running.pk).update(state=m.Run.DONE)
    return running


def test_a_finished_run_replaces_what_it_superseded(cast: Cast, finished: m.Run) -> None:
    assert value_of(cast) == [99]
    assert insights.today(cast.ada) == []  # its findings are none: the old ones no longer hold


@pytest.fixture
def past(cast: Cast) -> m.Run:
    """The first of May as a run of its own."""
    day = DAY - timedelta(days=17)
    run = m.Run.objects.create(
        series=day.isoformat(), as_of=day, state=m.Run.DONE, started_at=cast.finding.run.started_at
    )
    m.Finding.objects.create(
        series=run.series,
        key=cast.finding.key,
        run=run,
        kind="gone_quiet",
        claim="fact",
        user=cast.ada,
        account=cast.account,
        as_of=day,
        since=day,
        found_on=day,
        stake=0,
        urgency=0,
        rank=0,
    )
    return run


def test_a_past_day_is_read_from_its_own_run(cast: Cast, past: m.Run) -> None:
    assert [row.run for row in insights.today(cast.ada, series=past.series)] == [past]
    assert insights.gauges_of_account(cast.ada, cast.account.pk, series=past.series) == []


@pytest.fixture
def given(cast: Cast) -> m.Verdict:
    return m.Verdict.objects.create(
        key=cast.finding.key,
        kind="gone_quiet",
        account=cast.account,
        user=cast.ada,
        verb="snooze",
        given_on=DAY - timedelta(days=2),
        until=DAY,
        recorded_at=cast.finding.run.started_at,
    )


def test_a_snooze_ends_on_its_day(cast: Cast, given: m.Verdict) -> None:
    assert cast.finding in insights.today(cast.ada)


@pytest.fixture
def longer(given: m.Verdict) -> m.Verdict:
    m.Verdict.objects.filter(pk=given.pk).update(until=DAY + timedelta(days=1))
    return given


def test_a_snooze_lasts_until_its_day(cast: Cast, longer: m.Verdict) -> None:
    assert cast.finding not in insights.today(cast.ada)
    assert cast.finding not in insights.findings_of_account(cast.ada, cast.account.pk)


def test_a_later_answer_does_not_change_a_past_day(
    cast: Cast, past: m.Run, longer: m.Verdict
) -> None:
    assert insights.today(cast.ada, series=past.series) != []


@pytest.fixture
def many(cast: Cast) -> list[m.Finding]:
    """Nine more for Ada, and two answers of this morning."""
    made = [
        m.Finding.objects.create(
            series="live",
            key=f"unanswered:x{i}",
            run=cast.finding.run,
            kind="unanswered",
            claim="fact",
            user=cast.ada,
            account=cast.account,
            as_of=DAY,
            since=DAY,
            found_on=DAY,
            stake=0,
            urgency=0,
            rank=2 + i,
        )
        for i in range(9)
    ]
    for row in made[:2]:
        m.Verdict.objects.create(
            key=row.key,
            kind=row.kind,
            account=cast.account,
            user=cast.ada,
            verb="done",
            given_on=DAY,
            recorded_at=cast.finding.run.started_at,
        )
    return made


def test_five_a_day_counts_those_already_answered(cast: Cast, many: list[m.Finding]) -> None:
    left = insights.today(cast.ada)
    assert left == [many[8], many[7], many[6]]
    assert [row.finding for row in insights.answered_today(cast.ada)] == [many[1], many[0]]


def test_accounts_by_name_go_on_where_they_stopped(cast: Cast) -> None:
    first = people.accounts(cast.ada, limit=4)
    rest = people.accounts(cast.ada, after=first.after, limit=4)
    names = [row.name for row in (*first.rows, *rest.rows)]
    assert names == sorted(names)
    assert len(names) == 6
    assert rest.after is None


@pytest.mark.parametrize("search", ["CORV", "Corvid  paper", "corvid-paper"])
def test_a_search_finds_beginnings_of_names_and_domains(cast: Cast, search: str) -> None:
    assert [row.name for row in people.accounts(cast.ada, search=search).rows] == [
        "Corvid Paper Mill"
    ]


def test_an_accounts_domains_come_shortest_first(cast: Cast) -> None:
    seen = people.account(cast.ada, cast.account.pk)
    assert seen.domains == ("aster-dairy.example",)
    assert seen.owner == "Ada Hart"
    with pytest.raises(NotVisible):
        people.account(cast.ada, 10**9)
