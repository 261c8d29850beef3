"""Who holds an account, who is new there, who may have the say: what is told, and what is not."""

from datetime import timedelta
from types import ModuleType

import ibis
import pytest

from kith.facts.engine import open_engine
from kith.findings import find, hangs_on_one, held_by_one, newcomer, no_say
from kith.pipeline.measure import NAMES, SIGNALS, _table
from kith.terms.finding import Claim, Finding
from tests.findings.touches import TODAY, Story

BOSS, BUYER, CLERK, PLANT, OTHER, SECOND = 1, 2, 3, 4, 5, 6
ANNA, BEN = 1, 2


def exchange(
    story: Story, contact: int, *, colleague: int = ANNA, theirs: int = 12, ours: int = 12
) -> None:
    """So many mails each way, of the last year, the newest of theirs four days old."""
    for n in range(theirs):
        story.mail("in", contact, 4 + n * 16, colleague=colleague)
    for n in range(ours):
        story.mail("out", contact, 6 + n * 16, colleague=colleague)


class Asked(dict[str, ibis.Table]):
    """The fact tables, and each signal's table once a rule asks for it: all take too long."""

    def __missing__(self, name: str) -> ibis.Table:
        by_name = dict(zip(NAMES, SIGNALS, strict=True))
        self[name] = _table(by_name[name], self, TODAY).cache()
        return self[name]


def found_by(rule: ModuleType, story: Story) -> list[Finding]:
    with open_engine("duckdb") as backend:
        facts = {n: backend.create_table(n, t) for n, t in story.tables().items()}
        asked = Asked(facts)
        with find.asking(asked, as_of=TODAY) as known:
            found = list(find.of_rules([rule], known, as_of=TODAY))
        asked.clear()  # the engine's tables go before the engine
        return found


@pytest.fixture
def story() -> Story:
    """Anna knows the buyer of account 1, and Ben somebody elsewhere."""
    story = Story(accounts=dict.fromkeys((BOSS, BUYER, CLERK, PLANT), 1) | {OTHER: 2, SECOND: 3})
    exchange(story, BUYER)
    exchange(story, OTHER, colleague=BEN, theirs=4, ours=4)
    return story


def held(story: Story) -> list[Finding]:
    return found_by(held_by_one, story)


def test_an_account_that_one_colleague_alone_knows_is_told_to_managers(story: Story) -> None:
    [finding] = held(story)
    assert (finding.account_id, finding.colleague_id, finding.contact_id) == (1, ANNA, None)
    assert (finding.user_id, finding.claim) == (None, Claim.FACT)
    assert finding.key == f"held_by_one:{ANNA}"
    assert finding.numbers == {"accounts": 1, "more": 0, "touches": 24}
    assert finding.stake == pytest.approx(24 / 32)
    assert finding.rank > 0
    newest = max((r for r in story.rows if r["account_id"] == 1), key=lambda r: r["instant"])
    assert (finding.evidence[0], len(finding.evidence)) == (newest["activity_id"], 12)


def test_one_finding_names_all_accounts_of_a_colleague_and_the_biggest(story: Story) -> None:
    exchange(story, SECOND, theirs=14, ours=13)
    [finding] = held(story)
    assert finding.account_id == 3
    assert finding.numbers == {"accounts": 2, "more": 1, "touches": 27}
    assert finding.stake == pytest.approx((24 + 27) / (24 + 27 + 8))


def test_who_is_known_to_a_second_colleague_is_not_lost(story: Story) -> None:
    story.mail("in", CLERK, 200, colleague=BEN)
    assert len(held(story)) == 1
    story.mail("out", CLERK, 199, colleague=BEN)
    assert held(story) == []


def test_in_a_firm_of_one_nobody_is_told_of_themselves() -> None:
    story = Story()
    exchange(story, BUYER)
    assert held(story) == []


@pytest.mark.parametrize(("theirs", "ours"), [(9, 10), (21, 5), (5, 21)])
def test_little_or_one_sided_mail_is_no_loss(theirs: int, ours: int) -> None:
    story = Story()
    exchange(story, BUYER, theirs=theirs, ours=ours)
    exchange(story, OTHER, colleague=BEN, theirs=4, ours=4)
    assert held(story) == []


def test_what_mostly_goes_to_others_or_has_ended_is_not_held_by_one(story: Story) -> None:
    for n in range(25):  # Ben gets their reports, and never says a word
        story.mail("in", PLANT, 3 + n, colleague=BEN)
    assert held(story) == []
    story = Story()
    exchange(story, OTHER, colleague=BEN, theirs=4, ours=4)
    for n in range(24):
        story.mail("in" if n % 2 else "out", BUYER, 91 + n)
    assert held(story) == []


def new(story: Story) -> list[Finding]:
    return found_by(newcomer, story)


@pytest.fixture
def arrived(story: Story) -> Story:
    """The plant manager is copied in twelve days ago, and writes twice since."""
    story.mail("in", BUYER, 300)
    story.mail("out", BUYER, 299)
    story.copied(PLANT, BUYER, 12)
    story.mail("in", PLANT, 9)
    story.mail("in", PLANT, 5)
    return story


def test_who_is_new_and_has_written_and_heard_nothing_is_told(arrived: Story) -> None:
    [finding] = new(arrived)
    assert (finding.account_id, finding.contact_id, finding.user_id) == (1, PLANT, 101)
    assert finding.numbers == {"days_ago": 12, "mails": 3, "wrote": 2}
    assert finding.since == TODAY - timedelta(days=12)
    assert finding.key == f"newcomer:{PLANT}:1"
    assert finding.urgency == pytest.approx(2 ** (-12 / 30))
    assert len(finding.evidence) == 3
    assert finding.evidence[-1] == arrived.copies[0]["activity_id"]


def test_once_one_of_us_has_written_to_them_it_is_done(arrived: Story) -> None:
    arrived.mail("out", PLANT, 1, colleague=BEN)
    assert new(arrived) == []


def test_who_was_met_long_ago_or_has_hardly_written_is_no_news(story: Story) -> None:
    story.mail("in", BUYER, 300)
    story.mail("out", BUYER, 299)
    for days_ago in (70, 9, 5):
        story.mail("in", PLANT, days_ago)  # met seventy days ago
    for days_ago in (12, 9):
        story.mail("in", CLERK, days_ago)  # two mails
    for days_ago in (9, 9, 9):
        story.mail("in", BOSS, days_ago)  # one day
    assert new(story) == []


def test_an_address_that_only_reads_along_or_writes_to_many_is_no_newcomer(story: Story) -> None:
    """Most often it is a list."""
    story.mail("in", BUYER, 300)
    story.mail("out", BUYER, 299)
    for days_ago in (12, 9, 5):
        story.copied(PLANT, BUYER, days_ago)
        story.mail("in", CLERK, days_ago, recipients=6)
    assert new(story) == []


def may_decide(story: Story) -> list[Finding]:
    return found_by(no_say, story)


@pytest.fixture
def unknown(story: Story) -> Story:
    """Four people write to the boss, who wrote to us once; one of them to the buyer."""
    for n, sender in enumerate((BUYER, CLERK, PLANT, 7, 7)):
        story.accounts[sender] = 1
        story.copied(BOSS, sender, 20 + n)
    story.copied(BUYER, PLANT, 20)
    story.mail("in", BOSS, 30)
    return story


def test_whom_many_write_to_and_we_do_not_may_decide(unknown: Story) -> None:
    [finding] = may_decide(unknown)
    assert (finding.account_id, finding.contact_id, finding.user_id) == (1, BOSS, 101)
    assert (finding.claim, finding.numbers) == (Claim.HINT, {"writers": 4, "known": 1})
    assert finding.key == f"no_say:{BOSS}:1"
    assert finding.since == TODAY - timedelta(days=24)
    assert set(finding.evidence) == {
        row["activity_id"] for row in unknown.copies if row["contact_id"] == BOSS
    }


def test_whom_we_have_written_to_is_known(unknown: Story) -> None:
    unknown.mail("out", BOSS, 400)
    assert may_decide(unknown) == []


def test_an_address_that_never_wrote_is_taken_for_a_list(unknown: Story) -> None:
    unknown.rows = [row for row in unknown.rows if row["contact_id"] != BOSS]
    assert may_decide(unknown) == []


def test_three_writers_are_too_few_and_twice_as_many_are_needed(unknown: Story) -> None:
    for n, sender in enumerate((CLERK, PLANT, 7)):
        unknown.copied(BUYER, sender, 20 + n)
    assert may_decide(unknown) == []  # four against three
    unknown.copies = [row for row in unknown.copies if row["sender_contact_id"] != CLERK]
    assert may_decide(unknown) == []


def test_without_a_strong_tie_there_is_nothing_to_compare_with(unknown: Story) -> None:
    unknown.rows = [
        row for row in unknown.rows
        if row["contact_id"] != BUYER or row["day"] > TODAY - timedelta(days=100)
    ]  # fmt: skip
    assert may_decide(unknown) == []


def test_what_happens_later_changes_none_of_it(arrived: Story, unknown: Story) -> None:
    before = [f for rule in (held_by_one, newcomer, no_say) for f in found_by(rule, arrived)]
    for contact in (BOSS, PLANT, CLERK):
        arrived.mail("out", contact, -1, colleague=BEN)
        arrived.mail("in", contact, 3, colleague=BEN, known_later=4)
        for sender in (CLERK, PLANT, 7):
            arrived.copied(BUYER, sender, -1)
            arrived.copied(BUYER, sender, 5, known_day=TODAY + timedelta(days=1))
    after = [f for rule in (held_by_one, newcomer, no_say) for f in found_by(rule, arrived)]
    assert len({f.kind for f in before}) == 3
    assert after == before


def test_an_account_where_others_write_as_well_does_not_hang_on_the_one_we_answer() -> None:
    story = Story(accounts=dict.fromkeys((BUYER, CLERK), 1), relations={1: "customer"})
    exchange(story, BUYER)
    assert len(found_by(hangs_on_one, story)) == 1
    for n in range(6):
        story.mail("in", CLERK, 4 + n)
    assert found_by(hangs_on_one, story) == []
