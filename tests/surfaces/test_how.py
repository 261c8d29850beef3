"""How Kith knows: every finding leads to it, and it tells what a look back came to."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from kith.findings.backtest.record import Counted
from kith.findings.backtest.trial import Against, Tally, Trial
from kith.ledger import models as m
from kith.ledger.insights.writers import answer
from kith.pipeline.judge import keep, known
from kith.pipeline.measure import NAMES
from kith.surfaces.web.how.texts import SIGNAL_OF, TEXTS
from kith.terms.finding import FindingKind
from tests.allow import setting_up
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
DAY = date(2026, 6, 1)


def tally(alarms: int, right: int) -> Tally:
    return Tally(alarms, right, right / alarms, 0.5, None)


def trial(*, right: int = 19, low: float = 0.05, enough: str = "") -> Trial:
    ways = {"silence": tally(31, right), "recency": tally(31, 12), "frequency": tally(31, 9)}
    against = (Against("recency", 0.2, low, 0.4), Against("frequency", 0.3, 0.1, 0.5))
    return Trial(
        "silence", 60, 5, 14, DAY, DAY, 90, 40, ways, () if enough else against, (), None, enough
    )


def page(client: Client, signal: str = "silence") -> str:
    return " ".join(client.get(f"/how/{signal}/").content.decode().split())


def test_every_kind_of_finding_leads_to_the_page_of_its_signal() -> None:
    assert set(SIGNAL_OF) == {kind.value for kind in FindingKind}


def test_every_signal_is_told_on_exactly_one_page() -> None:
    told = sorted(name for text in TEXTS.values() for name in text.of)
    assert told == sorted(NAMES)


def test_a_signal_shows_its_formula_and_the_command_for_its_rows(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        m.Run.objects.update(report={"inputs": {"touches": 1}})
    said = page(seen_by(cast.ada), "balance")
    assert "reciprocity = 2 * min(theirs, ours)" in said
    assert "\\n" not in said
    assert "kith signal account_balance -o account_balance.csv" in said


def test_a_reader_sees_what_they_called_wrong_themself_and_nobody_elses(
    cast: Cast, seen_by: Seen
) -> None:
    signal = SIGNAL_OF[cast.finding.kind]
    answer(cast.finding.pk, m.Verdict.WRONG, actor=cast.ada)
    assert "You called 1 of these wrong" in page(seen_by(cast.ada), signal)
    assert "You called" not in page(seen_by(cast.ben), signal)


@pytest.mark.parametrize("signal", TEXTS)
def test_each_signal_has_its_page(signal: str, cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    assert f'href="/how/{signal}/"' in client.get("/how/").content.decode()
    assert "How often it was right" in page(client, signal)
    assert client.get("/how/nothing/").status_code == 404


def test_a_findings_proof_leads_there(cast: Cast, seen_by: Seen) -> None:
    signal = SIGNAL_OF[cast.finding.kind]
    assert f'<a href="/how/{signal}/">How often is this right?' in page_of_today(seen_by(cast.ada))


def page_of_today(client: Client) -> str:
    return client.get("/").content.decode()


def test_before_the_first_look_back_it_says_so(cast: Cast, seen_by: Seen) -> None:
    said = page(seen_by(cast.ada))
    assert "Kith has not looked back yet." in said
    assert "Quiet beyond their habit: not enough evidence on this ledger." in said


def test_it_tells_alarms_and_what_recency_alone_would_have_found(cast: Cast, seen_by: Seen) -> None:
    keep(DAY, trial(), {"gone_quiet": Counted(31, 19, 30), "unanswered": Counted(9, 9, 7)})
    said = page(seen_by(cast.ben))
    assert "31 alarms, 19 right, no word for 60 days" in said
    assert "The longest silences alone would have found 12." in said
    assert "more than a plain rule finds" in said
    assert "Quiet beyond their habit: 31 found, 19 right, by what came within 30 days." in said
    # Nine: below what is told.
    assert "Waits for an answer: not enough evidence" in page(seen_by(cast.ben), "threads_open")


def test_what_beats_no_plain_rule_is_said_to(cast: Cast, seen_by: Seen) -> None:
    keep(DAY, trial(low=-0.01), None)
    assert "so Kith foretells nothing from it" in page(seen_by(cast.ada))


def test_too_little_is_said_to_be_too_little(cast: Cast, seen_by: Seen) -> None:
    keep(DAY, trial(enough="origins"), None)
    said = page(seen_by(cast.ada))
    assert "Not enough evidence whether a long silence foretells an end: 14 months" in said
    assert "would have found" not in said


def test_what_was_computed_from_is_told_in_numbers(cast: Cast, seen_by: Seen) -> None:
    assert "Kith has not looked at any mail yet." in page(seen_by(cast.ada))
    with setting_up():
        m.Run.objects.update(report={"inputs": {"touches": 1234, "contacts": 56, "notices": 7}})
    said = page(seen_by(cast.ada))
    assert "<li>1,234 mails, calls and meetings" in said
    assert "<li>56 people outside</li>" in said


@pytest.mark.usefixtures("cast")
def test_a_past_day_does_not_know_what_was_found_out_later() -> None:
    keep(DAY, trial(), {"gone_quiet": Counted(31, 19, 30)})
    before, after = known(date(2026, 5, 31)), known(DAY)
    assert (before.proved, before.beaten) == ({}, {"silence": None})
    assert after.proved[FindingKind.GONE_QUIET].n == 31
    assert after.beaten == {"silence": True}


@pytest.mark.usefixtures("cast")
def test_too_little_neither_opens_the_gate_nor_shuts_it() -> None:
    keep(DAY, trial(enough="alarms"), {})
    assert known(DAY).beaten == {"silence": None}
