"""The manager's Monday page: by account, told with less than its user is told."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.ledger import models as m
from kith.terms.words import Level, Relation, Role
from tests.allow import setting_up
from tests.surfaces.cast import CANARY_SUBJECT, Cast
from tests.surfaces.ledger_of import DAY

Seen = Callable[[m.User | None], Client]


@pytest.fixture
def page(cast: Cast, seen_by: Seen) -> Callable[[str], str]:
    """What Mia reads, as one line of words."""

    def read(path: str = "/review/") -> str:
        found = seen_by(cast.mia).get(path).content.decode()
        main = found[found.index("<main") : found.index("</main>")]
        return " ".join(re.sub(r"<[^>]+>", " ", main).split())

    return read


Page = Callable[..., str]


def test_each_section_counts_its_accounts_and_names_the_worst(page: Page) -> None:
    said = page()
    assert "Went quiet 2 accounts" in said  # of three: the third account is the first one again
    assert "Waits for an answer 2 accounts" in said
    assert "Hangs on one person 1 account " in said
    assert "One side alone" not in said
    assert said.index("Ines Falk") < said.index("Karl Esser")
    assert "since 17 Apr" in said


def test_an_account_stands_in_a_section_once_with_how_many_more(page: Page) -> None:
    said = page()
    assert "Petra Volk" not in said
    assert "And one more there." in said


def test_it_says_neither_whom_they_asked_nor_that_they_did_nor_about_what(page: Page) -> None:
    said = page()
    assert "Lena Marsh (Corvid Paper Mill) wrote 8 days ago; nobody has answered." in said
    assert "asked" not in said
    assert CANARY_SUBJECT not in said
    assert "Ben Okoro" in said  # as the holder of the account


def test_who_holds_the_account_is_told_even_where_another_left_it_lying(
    cast: Cast, page: Page
) -> None:
    with setting_up():
        m.Finding.objects.filter(kind="unanswered").update(user=cast.ada)
        m.Account.objects.filter(name="Corvid Paper Mill").update(owner=None)
    assert "Corvid Paper Mill held by Ben Okoro" in page()


def test_what_rests_on_mail_that_is_shared_with_nobody_is_not_told(cast: Cast, page: Page) -> None:
    with setting_up():
        m.Activity.objects.filter(pk=cast.private.pk).update(open_level=Level.NOTHING)
    assert "Lena Marsh" not in page()
    assert "Waits for an answer 1 account " in page()


@pytest.mark.parametrize("verb", ["done", "wrong", "snooze"])
def test_what_its_user_settled_is_gone_and_what_they_put_off_is_not(
    cast: Cast, page: Page, verb: str
) -> None:
    with setting_up():
        m.Verdict.objects.create(
            key=cast.finding.key, kind=cast.finding.kind, account=cast.account, user=cast.ada,
            verb=verb, why="We spoke", given_on=DAY, until=DAY + timedelta(days=7),
            recorded_at=cast.finding.run.started_at,
        )  # fmt: skip
    assert ("Ines Falk" in page()) == (verb == "snooze")
    assert "We spoke" not in page()


def test_what_was_called_private_since_the_run_is_not_named(cast: Cast, page: Page) -> None:
    assert "Eider Water Works" in page()
    with setting_up():
        m.AccountRelation.objects.create(
            account=m.Account.objects.get(name="Eider Water Works"), relation=Relation.PRIVATE,
            why="said", said_by=cast.ben, said_at=timezone.now(),
        )  # fmt: skip
    assert "Eider Water Works" not in page()


def test_new_is_what_was_found_within_a_week_once_a_week_has_been_looked(
    cast: Cast, page: Page
) -> None:
    assert " new" not in page()
    with setting_up():
        m.Run.objects.create(
            pk=0, series="live", as_of=DAY - timedelta(days=30), state=m.Run.DONE,
            started_at=cast.finding.run.started_at,
        )  # fmt: skip
        m.Finding.objects.update(found_on=DAY - timedelta(days=20))
        m.Finding.objects.filter(pk=cast.finding.pk).update(found_on=DAY - timedelta(days=6))
    said = page()
    assert "Went quiet 2 accounts, 1 new since last week" in said
    assert "Aster Dairy new held by Ada Hart" in said


def test_one_section_alone_shows_all_of_its_accounts(page: Page) -> None:
    said = page("/review/?only=unanswered")
    assert "Went quiet" not in said
    assert "Lena Marsh" in said
    assert "Went quiet" in page("/review/?only=nonsense")


def test_a_firm_where_all_is_well_is_told_so(page: Page) -> None:
    with setting_up():
        m.Finding.objects.all().delete()
    assert "Nothing wants a talk this week." in page()
    with setting_up():
        m.Run.objects.all().delete()
    assert "Kith knows nobody yet." in page()


def test_only_managers_meet_it_in_the_bar(cast: Cast, seen_by: Seen) -> None:
    assert 'href="/review/"' in seen_by(cast.mia).get("/").content.decode()
    assert 'href="/review/"' not in seen_by(cast.ada).get("/").content.decode()
    with setting_up():
        m.User.objects.filter(pk=cast.ada.pk).update(role=Role.TECHNICIAN)
    assert seen_by(m.User.objects.get(pk=cast.ada.pk)).get("/review/").status_code == 404


def test_more_findings_ask_no_more_statements(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.mia)

    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as sent:
            client.get("/review/")
        return len(sent)

    def add(numbers: range) -> None:
        with setting_up():
            for number in numbers:
                account = cast.ledger.account(f"Gannet {number}")
                m.Finding.objects.create(
                    series="live", key=f"gone_quiet:g{number}", run=cast.finding.run,
                    kind=("gone_quiet", "unanswered")[number % 2], claim="fact", user=cast.ben,
                    account=account, contact=cast.finding.contact, as_of=DAY, since=DAY,
                    found_on=DAY, stake=0, urgency=0, rank=1 + number / 100,
                    evidence=[cast.mail.pk],
                    numbers={"typical_gap": 9, "elapsed": 31, "waiting_days": 3},
                )  # fmt: skip

    add(range(2))
    client.get("/review/")
    few = statements()
    add(range(2, 60))
    assert statements() <= few


def test_a_section_alone_shows_many_accounts_at_a_time(
    cast: Cast, seen_by: Seen, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("ledger.insights.review_readers.MANY", "surfaces.web.review.views.MANY"):
        monkeypatch.setattr(f"kith.{place}", 1)
    first = page("/review/?only=quiet")
    assert "Went quiet 2 accounts" in first  # how many there are is told of all
    assert "Ines Falk" in first
    assert "Karl Esser" not in first
    assert (
        'href="?only=quiet&amp;from=1"'
        in seen_by(cast.mia).get("/review/?only=quiet").content.decode()
    )
    last = page("/review/?only=quiet&from=1")
    assert "Karl Esser" in last
    assert "Show more" not in last
    assert "Ines Falk" in page("/review/?from=1")  # of all sections the worst are shown
