"""Who has left, who may have, and who is only away: found in mails and notices made by hand."""

from datetime import timedelta

import pytest

from kith.terms.finding import Finding, FindingKind
from tests.findings.test_rules import found_in, regular
from tests.findings.touches import TODAY, Story

LEAVER, BOUNCER, BACK, TWICE, STRANGER, HEIR, UNREAD = range(1, 8)
SILENT, SECOND, THIRD, ALONE = range(11, 15)
AWAY, AWAY_OVER = 21, 22


def story() -> tuple[Story, dict[str, int]]:
    told, proof = Story(), {}
    for contact in (LEAVER, BOUNCER, BACK, TWICE, UNREAD):
        regular(told, contact, until=12, out=3)
    told.mail("in", STRANGER, 20)
    told.mail("in", HEIR, 3)
    proof["left"] = told.machine("left", LEAVER, 5, successor_id=HEIR)
    told.machine("left", LEAVER, 4)
    told.machine("left", UNREAD, 5, colleague=3)  # reached nobody who signs in
    proof["bounced"] = told.machine("bounced", BOUNCER, 1)
    told.machine("bounced", BACK, 6)
    told.mail("in", BACK, 5)
    told.machine("bounced", TWICE, 6, addresses=2)
    told.machine("bounced", STRANGER, 6)
    told.accounts |= {SILENT: SILENT, SECOND: SILENT, THIRD: SILENT}
    regular(told, SILENT, until=40, out=3)
    for contact in (SECOND, THIRD):
        regular(told, contact, until=2, out=3)
    regular(told, ALONE, until=40, out=3)
    for contact, back in ((AWAY, 5), (AWAY_OVER, -5)):
        regular(told, contact, until=30, out=3)
        told.machine("away", contact, 29, until_day=TODAY + timedelta(days=back))
    return told, proof


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return found_in(story()[0])


@pytest.fixture(scope="module")
def gone(found: list[Finding]) -> dict[int | None, Finding]:
    return {f.contact_id: f for f in found if f.kind is FindingKind.CONTACT_GONE}


def test_exactly_who_is_gone_is_found(gone: dict[int, Finding]) -> None:
    assert {contact: f.numbers["how"] for contact, f in gone.items()} == {
        LEAVER: "left", BOUNCER: "bounced", SILENT: "silent",
    }  # fmt: skip


def test_who_left_is_told_to_who_read_it_with_the_note_as_proof(gone: dict[int, Finding]) -> None:
    finding, proof = gone[LEAVER], story()[1]
    assert finding.evidence == (proof["left"] + 1, proof["left"])
    assert (finding.colleague_id, finding.user_id) == (1, 101)
    assert finding.since == TODAY - timedelta(days=5)
    assert finding.numbers["told_days"] == 5
    assert finding.key == f"contact_gone:{LEAVER}:{TODAY - timedelta(days=12)}"


def test_a_bounce_names_its_report(gone: dict[int, Finding]) -> None:
    assert gone[BOUNCER].evidence == (story()[1]["bounced"],)
    assert gone[BOUNCER].numbers["told_days"] == 1


def test_who_alone_is_silent_while_others_go_on_may_have_left(gone: dict[int, Finding]) -> None:
    numbers = gone[SILENT].numbers
    assert (numbers["elapsed"], numbers["others"], numbers["told_days"]) == (40, 2, None)
    assert gone[SILENT].key.startswith(f"contact_gone:{SILENT}:")


def test_the_silence_of_one_who_left_is_not_told_again(found: list[Finding]) -> None:
    kinds = [(f.contact_id, f.kind) for f in found if f.contact_id in (SILENT, ALONE)]
    assert set(kinds) == {(SILENT, FindingKind.CONTACT_GONE), (ALONE, FindingKind.GONE_QUIET)}


def test_who_said_they_are_away_is_not_silent_until_they_are_back(found: list[Finding]) -> None:
    quiet = {f.contact_id for f in found if f.kind is FindingKind.GONE_QUIET}
    assert AWAY not in quiet
    # Back for five days after a gap of five: nothing of note yet.
    assert AWAY_OVER not in quiet
    later = found_in(story()[0], TODAY + timedelta(days=12))
    assert AWAY_OVER in {f.contact_id for f in later if f.kind is FindingKind.GONE_QUIET}
    assert {f.contact_id: f.numbers["elapsed"] for f in later}[AWAY_OVER] == 42


def test_what_is_known_later_changes_nothing(found: list[Finding]) -> None:
    told, _ = story()
    told.machine("left", SECOND, -1)
    told.machine("bounced", ALONE, -3)
    told.machine("away", SILENT, -2, until_day=TODAY + timedelta(days=20))
    assert found_in(told) == found
