"""One side's silence: what is found in mails made by hand, and what must be left alone."""

from collections.abc import Sequence
from datetime import timedelta
from types import ModuleType

import pytest

from kith.facts.engine import open_engine
from kith.findings import find, one_sided, they_stopped, we_stopped
from kith.pipeline.measure import measures
from kith.terms.finding import Claim, Finding
from tests.findings.touches import TODAY, Story

STOPPED, TWO_TRIES, PAUSED, BURST, CALLED, OFFICE = range(1, 7)
LEFT, LEFT_ALONE, LEFT_LONG_AGO, REPORTED = range(10, 14)
ALONE, COLD, CUSTOMER, GIVEN_UP, FOUR = range(20, 25)
WAITING, NEWSLETTER, PITCHED, TOLD = range(30, 34)
RULES = (they_stopped, we_stopped, one_sided)


def talk(story: Story, contact: int, *, until: int, months: int = 7, every: int = 10) -> None:
    """Mail both ways every ten days, ours a day before theirs, the last of theirs `until` ago."""
    for number in range(months * 30 // every):
        story.mail("out", contact, until + every * number + 1)
        story.mail("in", contact, until + every * number)


def mails(story: Story, direction: str, contact: int, *days_ago: int, **other: object) -> list[int]:
    return [story.mail(direction, contact, ago, **other) for ago in days_ago]  # type: ignore[arg-type]


def told() -> tuple[Story, dict[int, list[int]]]:
    """A year of mail, and the ids of the mails that some findings shall point at."""
    story, proof = Story(), {}
    story.mail("out", 99, 2)  # somebody else, so that no account is all of the year
    talk(story, STOPPED, until=40)
    proof[STOPPED] = mails(story, "out", STOPPED, 30, 20, 9)
    talk(story, TWO_TRIES, until=40)
    mails(story, "out", TWO_TRIES, 30, 20, 20)
    talk(story, PAUSED, until=90)  # fifty days without a word of theirs before
    mails(story, "in", PAUSED, 40)
    mails(story, "out", PAUSED, 30, 20, 9)
    talk(story, BURST, until=40, months=1, every=2)
    mails(story, "out", BURST, 30, 20, 9)
    talk(story, CALLED, until=40)
    mails(story, "out", CALLED, 30, 20, 9)
    story.mail("out", CALLED, 10, kind="call")
    story.accounts[OFFICE], story.shared = 6, {OFFICE}
    story.accounts[600] = 6
    talk(story, 600, until=40)
    mails(story, "out", 600, 30, 20, 9)
    mails(story, "in", OFFICE, 5)  # info@ did answer
    talk(story, LEFT, until=45)
    proof[LEFT] = mails(story, "in", LEFT, 30, 12)
    talk(story, LEFT_ALONE, until=45)
    talk(story, LEFT_LONG_AGO, until=200)
    mails(story, "in", LEFT_LONG_AGO, 30, 12)
    talk(story, REPORTED, until=45)
    story.accounts[130] = REPORTED
    mails(story, "in", 130, 30, 12, asks=True)  # from somebody we never wrote to
    for contact in (ALONE, GIVEN_UP, FOUR):
        mails(story, "in", contact, 400)
        mails(story, "out", contact, 410)
    proof[ALONE] = mails(story, "out", ALONE, 150, 120, 90, 60, 30)
    mails(story, "out", COLD, 150, 120, 90, 60, 30)
    mails(story, "out", CUSTOMER, 150, 120, 90, 60, 30, colleague=2)
    mails(story, "out", CUSTOMER, 20)
    story.relations = {CUSTOMER: "customer"}
    mails(story, "out", GIVEN_UP, 250, 220, 190, 160, 130)
    mails(story, "out", FOUR, 150, 120, 60, 30, 30)
    for contact in (WAITING, PITCHED, TOLD):
        mails(story, "out", contact, 400)
    mails(story, "in", WAITING, 150, 120, 90, asks=True)
    mails(story, "in", WAITING, 60, 10)
    mails(story, "in", NEWSLETTER, 150, 120, 90, 60, 10, asks=True)
    mails(story, "in", PITCHED, 150, 120, 90, 60, 10, asks=True, says=128)
    mails(story, "in", TOLD, 150, 120, 90, 60, 10)
    return story, proof


def found_in(story: Story, rules: Sequence[ModuleType] = RULES) -> list[Finding]:
    """What these rules see, before it is asked whether another kind tells of the same cause."""
    with (
        open_engine("duckdb") as backend,
        measures(
            {n: backend.create_table(n, t) for n, t in story.tables().items()},
            as_of=TODAY,
            report=lambda _: None,
        ) as measured,
        find.asking(measured, as_of=TODAY) as known,
    ):
        found = list(find.of_rules(rules, known, as_of=TODAY))
        return sorted(found, key=lambda f: f.key)


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return found_in(told()[0])


@pytest.fixture(scope="module")
def by_account(found: list[Finding]) -> dict[int, Finding]:
    return {finding.account_id: finding for finding in found}


def test_rules_asked_together_find_what_each_finds_alone(found: list[Finding]) -> None:
    alone = [f for rule in RULES for f in found_in(told()[0], [rule])]
    assert sorted(alone, key=lambda f: f.key) == found


def test_exactly_what_is_to_be_found_is_found(found: list[Finding]) -> None:
    assert sorted((f.kind.value, f.account_id) for f in found) == [
        ("one_sided", ALONE),
        ("one_sided", CUSTOMER),
        ("one_sided", WAITING),
        ("they_stopped", STOPPED),
        ("we_stopped", LEFT),
    ]
    assert {f.claim for f in found} == {Claim.FACT}
    assert {f.contact_id for f in found} == {None}


def test_an_account_that_answers_no_more_is_named_with_its_pause_and_our_tries(
    by_account: dict[int, Finding],
) -> None:
    finding, proof = by_account[STOPPED], told()[1][STOPPED]
    assert finding.numbers == {"elapsed": 40, "longest_gap": 10, "n_out": 3, "colleagues": 1}
    assert finding.since == TODAY - timedelta(days=40)
    assert finding.key == f"they_stopped:{STOPPED}:{finding.since}"
    assert finding.evidence[:3] == tuple(reversed(proof))
    assert len(finding.evidence) == 4  # and their last word
    assert finding.urgency == pytest.approx(2 ** (-30 / 60))
    assert (finding.colleague_id, finding.user_id) == (1, 101)  # who wrote


def test_where_we_stopped_their_words_since_are_the_proof(by_account: dict[int, Finding]) -> None:
    finding, proof = by_account[LEFT], told()[1][LEFT]
    assert finding.numbers == {"elapsed": 46, "longest_gap": 10, "in_since": 3}
    assert finding.since == TODAY - timedelta(days=46)
    assert finding.evidence[:2] == tuple(reversed(proof))


def test_a_year_of_our_mails_alone_names_who_wrote_if_it_was_one(
    by_account: dict[int, Finding],
) -> None:
    finding, proof = by_account[ALONE], told()[1][ALONE]
    assert finding.numbers == {"n_in": 0, "n_out": 5, "span": 150, "colleagues": 1}
    assert finding.key == f"one_sided:{ALONE}:{TODAY - timedelta(days=400)}"  # their last word
    assert finding.evidence == tuple(reversed(proof))
    assert finding.colleague_id == 1
    both = by_account[CUSTOMER]
    assert (both.numbers["colleagues"], both.colleague_id) == (2, None)


def test_a_year_of_their_mails_alone_counts_what_waits_for_us(
    by_account: dict[int, Finding],
) -> None:
    finding = by_account[WAITING]
    assert finding.numbers == {"n_in": 5, "n_out": 0, "span": 150, "colleagues": 0}
    assert finding.key == f"one_sided:{WAITING}:{TODAY - timedelta(days=400)}"  # ours


def test_a_word_of_the_silent_side_ends_it() -> None:
    story, _ = told()
    mails(story, "in", STOPPED, 1)
    mails(story, "out", LEFT, 1)
    mails(story, "in", ALONE, 1)
    mails(story, "out", WAITING, 1)
    assert [f.account_id for f in found_in(story)] == [CUSTOMER]


def test_what_happens_later_changes_nothing(found: list[Finding]) -> None:
    story, _ = told()
    for contact in (STOPPED, LEFT, ALONE, WAITING):
        mails(story, "in", contact, -1)
        mails(story, "out", contact, -1)
        mails(story, "in", contact, 3, known_later=4)
        mails(story, "out", contact, 3, known_later=4)
    assert found_in(story) == found
