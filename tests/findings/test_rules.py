"""What the rules find in mails made by hand, and what they must leave alone."""

import math
from datetime import date, timedelta

import pytest

from kith.facts.engine import open_engine
from kith.findings.find import findings
from kith.findings.pressing import is_pressing
from kith.findings.rank import CANNOT_WAIT, WEIGHT
from kith.pipeline.measure import measures
from kith.terms.finding import Claim, Finding, FindingKind
from tests.findings.touches import TODAY, Story

ASKED, ANSWERED, ELSEWHERE, THANKED, NEWSLETTER, YESTERDAY, LONG_AGO, STRANGER, THRICE = range(
    1, 10
)
QUIET, PAUSES, ONE_WAY, QUIET_ASKED, NO_SIGN_IN, SOLE, BESIDE, PAIR, OTHER_OF_PAIR = range(10, 19)
ROBOT, LATE_KNOWN = 19, 20
QUIET_SINCE, MONTHS = 30, 20


def regular(
    story: Story, contact: int, *, until: int, out: int, every: int = 5, **last: bool
) -> int:
    """Twenty mails, one every few days; some answers of ours. Returns the last one's id."""
    for number in range(out):
        story.mail("out", contact, until + every * MONTHS - number)
    for number in range(MONTHS, 0, -1):
        story.mail("in", contact, until + every * number)
    return story.mail("in", contact, until, **last)


def told() -> tuple[Story, dict[str, int]]:
    """A year of mail, and the ids of the mails that findings shall point at."""
    story, proof = Story(), {}
    story.owners[QUIET] = 102
    for contact in (ASKED, ANSWERED, ELSEWHERE, THANKED, NEWSLETTER, YESTERDAY, LONG_AGO, THRICE):
        story.mail("out", contact, 60, thread=contact)
    proof["asked"] = story.mail("in", ASKED, 4, thread=ASKED, asks=True)
    story.mail("in", ANSWERED, 4, thread=ANSWERED, asks=True)
    story.mail("out", ANSWERED, 3, thread=ANSWERED)
    story.mail("in", ELSEWHERE, 4, thread=ELSEWHERE, asks=True)
    story.mail("out", ELSEWHERE, 3, thread=777)
    story.mail("in", THANKED, 4, thread=THANKED)
    story.mail("in", NEWSLETTER, 4, thread=NEWSLETTER, asks=True, is_mass=True)
    story.mail("in", YESTERDAY, 1, thread=YESTERDAY, asks=True)
    story.mail("in", LONG_AGO, 31, thread=LONG_AGO, asks=True)
    story.mail("in", STRANGER, 4, asks=True)
    proof["thrice"] = story.mail("in", THRICE, 9, asks=True)
    for days_ago in (7, 5):
        story.mail("in", THRICE, days_ago, asks=True)
    proof["quiet"] = regular(story, QUIET, until=QUIET_SINCE, out=3)
    regular(story, PAUSES, until=QUIET_SINCE, out=3)
    for row in story.rows:  # a pause of 40 days among the last ten gaps
        if row["contact_id"] == PAUSES and row["day"] < TODAY - timedelta(days=50):
            row["day"] -= timedelta(days=36)
            row["instant"] -= 36 * 24 * 3_600_000_000
    regular(story, ONE_WAY, until=QUIET_SINCE, out=0)
    proof["quiet_asked"] = regular(story, QUIET_ASKED, until=20, out=3, asks=True)
    story.mail("out", NO_SIGN_IN, 50, colleague=3, thread=NO_SIGN_IN)
    story.mail("in", NO_SIGN_IN, 5, colleague=3, thread=NO_SIGN_IN, asks=True)
    story.accounts |= {BESIDE: SOLE, PAIR: PAIR, OTHER_OF_PAIR: PAIR}
    story.relations[SOLE] = "customer"
    regular(story, SOLE, until=2, out=12, every=4)
    story.mail("out", SOLE, 3)
    story.mail("out", BESIDE, 10)
    for contact in (PAIR, OTHER_OF_PAIR):
        regular(story, contact, until=2, out=12, every=4)
        story.mail("out", contact, 3)
    story.mail("out", ROBOT, 50, thread=ROBOT)
    story.mail("in", ROBOT, 4, thread=ROBOT, asks=True, is_automatic=True)
    story.mail("out", LATE_KNOWN, 50, thread=LATE_KNOWN)
    story.mail("in", LATE_KNOWN, 4, thread=LATE_KNOWN, asks=True, known_later=5)
    return story, proof


def found_in(story: Story, as_of: date = TODAY) -> list[Finding]:
    with (
        open_engine("duckdb") as backend,
        measures(
            {n: backend.create_table(n, t) for n, t in story.tables().items()},
            as_of=as_of,
            report=lambda _: None,
        ) as measured,
    ):
        return findings(measured, as_of=as_of)


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return found_in(told()[0])


@pytest.fixture(scope="module")
def by_contact(found: list[Finding]) -> dict[int | None, Finding]:
    return {finding.contact_id: finding for finding in found}


def test_exactly_what_is_to_be_found_is_found(found: list[Finding]) -> None:
    assert sorted((f.kind.value, f.contact_id or 0) for f in found) == [
        ("gone_quiet", QUIET),
        ("gone_quiet", QUIET_ASKED),
        ("hangs_on_one", SOLE),
        ("held_by_one", 0),
        ("unanswered", ASKED),
        ("unanswered", THRICE),
        ("unanswered", NO_SIGN_IN),
    ]
    assert len({f.key for f in found}) == len(found)
    assert {f.claim for f in found} == {Claim.FACT}


def test_an_unanswered_question_names_its_mail_and_day(
    by_contact: dict[int, Finding],
) -> None:
    finding, proof = by_contact[ASKED], told()[1]
    assert finding.evidence == (proof["asked"],)
    assert finding.key == f"unanswered:{proof['asked']}"
    assert finding.since == TODAY - timedelta(days=4)
    assert finding.numbers == {"waiting_days": 4, "n": 2}
    assert (finding.account_id, finding.colleague_id, finding.user_id) == (ASKED, 1, 101)


def test_of_several_questions_of_one_contact_the_oldest_leads(
    by_contact: dict[int, Finding],
) -> None:
    assert by_contact[THRICE].evidence == (told()[1]["thrice"],)
    assert by_contact[THRICE].numbers["waiting_days"] == 9


def test_who_has_gone_quiet_is_named_with_their_own_rhythm(
    by_contact: dict[int, Finding],
) -> None:
    finding = by_contact[QUIET]
    assert finding.numbers == {
        "elapsed": QUIET_SINCE, "typical_gap": 5.0, "longest_gap": 5, "out_since": 0,
        "open_question": 0,
    }  # fmt: skip
    assert finding.since == TODAY - timedelta(days=QUIET_SINCE)
    assert finding.evidence[0] == told()[1]["quiet"]
    assert finding.evidence == tuple(sorted(finding.evidence, reverse=True))
    assert len(finding.evidence) == 12


def test_evidence_is_newest_first_in_time_and_not_by_id() -> None:
    """An import of the sent folder after the inbox gives earlier mails higher ids."""
    story, proof = told()
    for row in story.rows:
        row["activity_id"] = 100_000 - row["activity_id"]
    quiet = next(f for f in found_in(story) if f.contact_id == QUIET)
    assert quiet.evidence[0] == 100_000 - proof["quiet"]
    assert quiet.evidence == tuple(sorted(quiet.evidence))


def test_a_question_before_the_silence_is_told_with_it_and_not_again(
    by_contact: dict[int, Finding],
) -> None:
    assert by_contact[QUIET_ASKED].kind is FindingKind.GONE_QUIET
    assert by_contact[QUIET_ASKED].numbers["open_question"] == 1


def test_an_account_hangs_on_the_one_who_answers(by_contact: dict[int, Finding]) -> None:
    numbers = by_contact[SOLE].numbers
    assert numbers == {"year_touches": 21 + 12 + 1, "others": 1}


def test_a_finding_goes_to_whom_it_was_put_else_to_the_accounts_owner(
    by_contact: dict[int, Finding],
) -> None:
    assert by_contact[QUIET].user_id == 102  # its owner, though colleague 1 wrote
    assert by_contact[QUIET_ASKED].user_id == 101  # nobody's account: the strongest tie
    assert by_contact[NO_SIGN_IN].user_id is None  # nobody with a sign-in: the managers'
    assert by_contact[NO_SIGN_IN].stake == 0


def test_the_stake_is_the_share_of_the_users_year(by_contact: dict[int, Finding]) -> None:
    rows = [
        row
        for row in told()[0].rows
        if row["colleague_id"] == 1 and not row["is_mass"] and not row["is_automatic"]
        and row["known_day"] <= TODAY
    ]  # fmt: skip
    mine = [row for row in rows if row["account_id"] == THRICE]
    assert by_contact[THRICE].stake == pytest.approx(len(mine) / len(rows))


def test_best_rank_comes_first_and_is_weight_urgency_and_root_of_stake_red_counting_double(
    found: list[Finding],
) -> None:
    assert [f.rank for f in found] == sorted((f.rank for f in found), reverse=True)
    for f in found:
        red = CANNOT_WAIT if is_pressing(f.kind, urgency=f.urgency, stake=f.stake) else 1.0
        assert f.rank == pytest.approx(red * WEIGHT[f.kind] * f.urgency * math.sqrt(f.stake))
        assert 0 <= f.stake <= 1
        assert 0 < f.urgency <= 1


def test_the_same_cause_keeps_its_key_the_next_day(found: list[Finding]) -> None:
    tomorrow = found_in(told()[0], TODAY + timedelta(days=1))
    assert {f.key for f in found} <= {f.key for f in tomorrow}
    # Asked the day before yesterday, and known since this morning.
    due = {f.contact_id for f in tomorrow} - {f.contact_id for f in found}
    assert due == {YESTERDAY, LATE_KNOWN}
    assert len(tomorrow) == len(found) + len(due)


def test_what_happens_later_changes_nothing(found: list[Finding]) -> None:
    story, _ = told()
    for contact in (ASKED, QUIET, SOLE, STRANGER, PAIR):
        story.mail("out", contact, -1, thread=contact)
        story.mail("in", contact, -2, thread=contact, asks=True)
        story.mail("out", contact, 3, thread=contact, known_later=4)
    assert found_in(story) == found


def test_a_shared_address_holds_no_account_and_takes_none_from_the_one_who_does() -> None:
    story, office, alone = told()[0], 30, 31
    story.shared |= {office, alone}
    story.accounts |= {office: SOLE}
    for contact in (office, alone):
        regular(story, contact, until=2, out=12, every=4)
        story.mail("out", contact, 3)
    sole = [f for f in found_in(story) if f.kind is FindingKind.HANGS_ON_ONE]
    assert [(f.contact_id, f.numbers["others"]) for f in sole] == [(SOLE, 1)]


def test_of_an_account_that_nothing_makes_a_customer_no_shape_is_told() -> None:
    """It may well be a friend's."""
    story = told()[0]
    del story.relations[SOLE]
    assert not [f for f in found_in(story) if f.kind is FindingKind.HANGS_ON_ONE]
    for days in (5, 9, 13):
        story.mail("in", SOLE, days, says=1)  # asks for a price: a customer, we think
    [sole] = [f for f in found_in(story) if f.kind is FindingKind.HANGS_ON_ONE]
    assert sole.contact_id == SOLE
    assert sole.numbers["thought"] in ("customer", "prospect")
