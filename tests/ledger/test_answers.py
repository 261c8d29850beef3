"""What people say to findings, and the findings that runs keep, without a refresh behind them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kith.ledger.insights import readers
from kith.ledger.insights.models import LIVE, Finding, Run, Verdict
from kith.ledger.insights.writers import answer, finish_run, forget_run, start_run, take_back
from kith.ledger.people.models import Account
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible, Refused
from kith.terms.finding import Claim, FindingKind
from kith.terms.finding import Finding as Found
from kith.terms.words import Role

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 12)


def user(name: str, role: Role = Role.REPRESENTATIVE) -> User:
    return User.objects.create(
        email=f"{name}@firm.example", name=name, role=role, invited_at=timezone.now()
    )


@pytest.fixture
def ann() -> User:
    return user("ann", Role.MANAGER)


@pytest.fixture
def ben() -> User:
    return user("ben")


@pytest.fixture
def client_account() -> Account:
    return Account.objects.create(name="Client", sort_key="client")


@pytest.fixture
def asked(ann: User, client_account: Account) -> Finding:
    """On 12 March one question waits for Ann."""
    return run_with(found(ann, client_account))[0]


def found(
    owner: User | None, account: Account, cause: str = "1", day: date = DAY, rank: float = 0.5
) -> Found:
    return Found(
        key=f"unanswered:{cause}", kind=FindingKind.UNANSWERED, claim=Claim.FACT,
        account_id=account.pk, as_of=day, since=date(2025, 3, 8), stake=0.5, urgency=1.0,
        rank=rank, user_id=owner.pk if owner else None, numbers={"waiting_days": 4, "n": 1},
        evidence=(1,),
    )  # fmt: skip


def run_with(*rows: Found, day: date = DAY) -> list[Finding]:
    """A finished run that found these; what it left, best first."""
    run = start_run(day, series=LIVE, actor=None)
    finish_run(run, rows, {}, actor=None)
    return list(Finding.objects.order_by("-rank"))


def later(owner: User, account: Account, days: int) -> None:
    day = DAY + timedelta(days=days)
    run_with(found(owner, account, day=day), day=day)


def test_a_finding_keeps_its_id_while_its_cause_lasts(
    asked: Finding, ann: User, client_account: Account
) -> None:
    later(ann, client_account, 1)
    (after,) = Finding.objects.all()
    assert (after.pk, after.as_of) == (asked.pk, DAY + timedelta(days=1))
    assert after.numbers == {"waiting_days": 4, "n": 1}
    assert run_with() == []


def test_a_run_that_is_under_way_shows_nothing_of_itself(asked: Finding, ann: User) -> None:
    before = readers.newest_run()
    begun = start_run(DAY, series=LIVE, actor=None)
    assert readers.newest_run() == before
    assert readers.today(ann) == [asked]
    assert readers.dead_runs(LIVE) == [begun]
    forget_run(begun, actor=None)
    assert readers.dead_runs(LIVE) == []
    assert Run.objects.get(pk=begun.pk).state == Run.FAILED


def test_one_look_sees_one_run_throughout(asked: Finding) -> None:
    with readers.one_look():
        before = readers.newest_run()
        run_with()
        assert readers.newest_run() == before
    assert readers.newest_run() != before


def test_done_stays_away_and_comes_back_when_taken_back(
    asked: Finding, ann: User, client_account: Account
) -> None:
    verdict = answer(asked.pk, Verdict.DONE, actor=ann)
    assert readers.today(ann) == []
    assert [a.verdict for a in readers.answered_today(ann)] == [verdict]
    later(ann, client_account, 1)
    assert readers.today(ann) == []
    take_back(verdict.pk, actor=ann)
    assert readers.today(ann) == [asked]
    with pytest.raises(NotVisible):
        take_back(verdict.pk, actor=ann)


def test_snooze_stays_away_until_its_day(
    asked: Finding, ann: User, client_account: Account
) -> None:
    answer(asked.pk, Verdict.SNOOZE, actor=ann, until=DAY + timedelta(days=2))
    later(ann, client_account, 1)
    assert readers.today(ann) == []
    later(ann, client_account, 2)
    assert readers.today(ann) == [asked]


def test_wrong_says_why_and_is_replaced_by_a_later_answer(asked: Finding, ann: User) -> None:
    wrong = answer(asked.pk, Verdict.WRONG, actor=ann, why="She called me.")
    done = answer(asked.pk, Verdict.DONE, actor=ann)
    wrong.refresh_from_db()
    assert wrong.why == "She called me."
    assert wrong.undone_at is not None
    assert readers.live_verdict(ann, asked.pk) == done


def test_an_answer_is_one_of_three_and_a_snooze_has_a_day(asked: Finding, ann: User) -> None:
    for verb in ("later", Verdict.SNOOZE):
        with pytest.raises(Refused, match="Say done, snooze or wrong"):
            answer(asked.pk, verb, actor=ann)


def test_nobody_answers_or_takes_back_for_somebody_else(
    asked: Finding, ann: User, ben: User
) -> None:
    with pytest.raises(NotVisible):
        answer(asked.pk, Verdict.DONE, actor=ben)
    verdict = answer(asked.pk, Verdict.DONE, actor=ann)
    with pytest.raises(NotVisible):
        take_back(verdict.pk, actor=ben)
    assert readers.today(ann) == []


def test_a_manager_answers_the_managers_list_and_nobody_elses(
    ann: User, ben: User, client_account: Account
) -> None:
    for_managers, for_ben = run_with(
        found(None, client_account, "1", rank=0.9), found(ben, client_account, "2")
    )
    with pytest.raises(NotVisible):
        answer(for_managers.pk, Verdict.DONE, actor=ben)
    with pytest.raises(NotVisible):
        answer(for_ben.pk, Verdict.DONE, actor=ann)
    assert answer(for_managers.pk, Verdict.DONE, actor=ann).user == ann


def test_a_day_offers_five_and_what_is_answered_counts(ann: User, client_account: Account) -> None:
    rows = run_with(*(found(ann, client_account, str(n), rank=n / 10) for n in range(1, 8)))
    assert readers.today(ann) == rows[:5]
    answer(rows[0].pk, Verdict.DONE, actor=ann)
    assert readers.today(ann) == rows[1:5]
