"""Every address, and what each of four people gets from it. A new address needs a line here."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.people.relation_writers import say
from kith.ledger.trade.giveaway_writers import came_back, give
from kith.ledger.trade.rise_writers import announce, waive
from kith.surfaces.web.begin.views import key_path
from kith.surfaces.web.demo import entry_path
from kith.surfaces.web.settings.people import welcome_path
from kith.terms.words import Level
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY
from tests.surfaces.questions import ask_of, gift_of

Seen = Callable[[m.User | None], Client]
OK, NOTED, MOVED, BAD, ABSENT, WRONG_METHOD, REFUSED = 200, 204, 302, 400, 404, 405, 409
SIGN_IN = "sign-in"  # sent to the sign-in page
PEOPLE = ("anonymous", "owner", "colleague", "manager")

# url name: (method, what anonymous, Ada who owns it, Ben, and Mia the manager get)
EXPECTED: dict[str, tuple[str, tuple[object, object, object, object]]] = {
    "today": ("GET", (SIGN_IN, OK, OK, OK)),
    "review": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "accounts": ("GET", (SIGN_IN, OK, OK, OK)),
    "account": ("GET", (SIGN_IN, OK, OK, OK)),
    "account_timeline": ("GET", (SIGN_IN, OK, OK, OK)),
    "account_opened": ("POST", (SIGN_IN, NOTED, NOTED, NOTED)),
    "account_trade": ("GET", (SIGN_IN, OK, OK, OK)),  # Ben is told that it is not for him
    "account_lines": ("GET", (SIGN_IN, OK, ABSENT, OK)),
    "waterfall": ("GET", (SIGN_IN, OK, OK, OK)),
    "standing": ("GET", (SIGN_IN, OK, OK, OK)),
    "activity": ("GET", (SIGN_IN, OK, OK, OK)),
    "activity_thread": ("GET", (SIGN_IN, OK, OK, OK)),
    "contact": ("GET", (SIGN_IN, OK, OK, OK)),
    "contact_at": ("GET", (SIGN_IN, MOVED, MOVED, MOVED)),  # to the person's page
    "contact_timeline": ("GET", (SIGN_IN, OK, OK, OK)),
    "finding_answer": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "finding_undo": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "who_is_who": ("GET", (SIGN_IN, OK, OK, OK)),
    "who_is_who_say": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "who_is_who_many": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "who_is_who_undo": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "who_is_who_typed": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "questions": ("GET", (SIGN_IN, OK, OK, OK)),
    "question_answer": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "question_undo": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "given_answer": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "given_undo": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "giveaways": ("GET", (SIGN_IN, OK, OK, OK)),
    "giveaway_new": ("GET", (SIGN_IN, OK, OK, OK)),
    "giveaway_accounts": ("GET", (SIGN_IN, OK, OK, OK)),
    "giveaway": ("GET", (SIGN_IN, OK, ABSENT, OK)),
    "giveaway_back": ("POST", (SIGN_IN, REFUSED, ABSENT, REFUSED)),
    "giveaway_back_undo": ("POST", (SIGN_IN, MOVED, ABSENT, MOVED)),
    "giveaway_withdraw": ("POST", (SIGN_IN, MOVED, ABSENT, MOVED)),
    "giveaway_restore": ("POST", (SIGN_IN, REFUSED, ABSENT, REFUSED)),
    "rises": ("GET", (SIGN_IN, OK, OK, OK)),
    "rise_new": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "rise": ("GET", (SIGN_IN, OK, OK, OK)),
    "rise_call_off": ("POST", (SIGN_IN, REFUSED, REFUSED, MOVED)),
    "rise_call_on": ("POST", (SIGN_IN, REFUSED, REFUSED, REFUSED)),
    "rise_waive": ("POST", (SIGN_IN, ABSENT, ABSENT, ABSENT)),
    "waiver_withdraw": ("POST", (SIGN_IN, MOVED, ABSENT, MOVED)),
    "imports": ("GET", (SIGN_IN, OK, OK, OK)),
    "import": ("GET", (SIGN_IN, OK, ABSENT, OK)),
    "import_new": ("GET", (SIGN_IN, OK, OK, OK)),
    "import_start": ("GET", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "import_discard": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "import_stop": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "import_resume": ("POST", (SIGN_IN, REFUSED, ABSENT, ABSENT)),
    "import_undo": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "import_refused": ("GET", (SIGN_IN, OK, ABSENT, ABSENT)),
    "import_refused_table": ("GET", (SIGN_IN, OK, ABSENT, ABSENT)),
    "known": ("GET", (SIGN_IN, OK, OK, OK)),
    "mailboxes": ("GET", (SIGN_IN, OK, OK, OK)),
    "mailbox": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "erase": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "erasure": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "search": ("GET", (SIGN_IN, OK, OK, OK)),
    "why": ("GET", (SIGN_IN, OK, OK, OK)),
    "how": ("GET", (SIGN_IN, OK, OK, OK)),
    "how_signal": ("GET", (SIGN_IN, OK, OK, OK)),
    "blocks": ("GET", (SIGN_IN, OK, OK, OK)),
    "palette": ("GET", (SIGN_IN, MOVED, MOVED, MOVED)),
    "design": ("GET", (SIGN_IN, OK, OK, OK)),
    "language": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "block_remove": ("POST", (SIGN_IN, MOVED, ABSENT, ABSENT)),
    "alive": ("GET", (OK, OK, OK, OK)),
    "bundle": ("GET", (OK, OK, OK, OK)),
    "demo_enter": ("GET", (MOVED, MOVED, MOVED, MOVED)),
    "demo_as": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "demo_clear": ("GET", (SIGN_IN, OK, OK, OK)),
    "settings": ("GET", (SIGN_IN, OK, OK, OK)),
    "settings_zone": ("POST", (SIGN_IN, MOVED, MOVED, MOVED)),
    "settings_firm": ("POST", (SIGN_IN, ABSENT, ABSENT, BAD)),
    "domain_add": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "domain_remove": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "person_invite": ("POST", (SIGN_IN, ABSENT, ABSENT, BAD)),
    "person": ("GET", (SIGN_IN, ABSENT, ABSENT, OK)),
    "welcome": ("GET", (ABSENT, ABSENT, ABSENT, ABSENT)),
    "begin": ("GET", (ABSENT, ABSENT, ABSENT, ABSENT)),
    "begin_key": ("GET", (ABSENT, ABSENT, ABSENT, ABSENT)),
}


@pytest.fixture
def answered(cast: Cast) -> Cast:
    """Ada's finding is answered, so that there is something to take back; so is her import done,
    one of the two questions that are put to her; and something is blocked in her mailbox.
    """
    box = cast.ledger.mailboxes[cast.ada.pk]
    m.Block.objects.create(kind="label", value="x", mailbox=box, blocked_at=timezone.now())
    m.Batch.objects.filter(pk=cast.ledger.batch.pk).update(mailbox=box, state="done")
    m.Verdict.objects.create(
        key=cast.finding.key,
        kind=cast.finding.kind,
        account=cast.account,
        user=cast.ada,
        verb="done",
        given_on=cast.finding.as_of,
        recorded_at=cast.finding.run.started_at,
    )
    m.OwnDomain.objects.create(domain="hartpumps.example")
    m.Erasure.objects.create(state="done", asked_at=cast.finding.run.started_at)
    return cast


def paths(cast: Cast) -> dict[str, str]:
    return {
        "today": "/",
        "review": "/review/",
        "accounts": "/accounts/",
        "account": f"/accounts/{cast.account.pk}/",
        "account_timeline": f"/accounts/{cast.account.pk}/timeline/",
        "account_opened": f"/accounts/{cast.account.pk}/opened/",
        "account_trade": f"/accounts/{cast.account.pk}/trade/",
        "account_lines": f"/accounts/{cast.account.pk}/trade/lines/",
        "waterfall": "/waterfall/",
        "standing": "/standing/",
        "activity": f"/activities/{cast.mail.pk}/",
        "activity_thread": f"/activities/{cast.mail.pk}/thread/",
        "contact": f"/contacts/{cast.finding.contact_id}/",
        "contact_at": f"/contacts/{cast.finding.contact_id}/at/{cast.account.pk}/",
        "contact_timeline": f"/contacts/{cast.finding.contact_id}/timeline/",
        "finding_answer": f"/findings/{cast.finding.pk}/done/",
        "finding_undo": f"/findings/{cast.finding.pk}/undo/",
        "who_is_who": "/who-is-who/",
        "who_is_who_say": f"/who-is-who/{cast.account.pk}/",
        "who_is_who_many": "/who-is-who/many/",
        "who_is_who_undo": "/who-is-who/undo/",
        "who_is_who_typed": f"/who-is-who/{cast.account.pk}/typed/",
        "questions": "/questions/",
        "question_answer": f"/questions/{question_of(cast, '').pk}/yes/",
        "question_undo": f"/questions/{question_of(cast, 'no').pk}/undo/",
        "given_answer": f"/questions/given/{gift_of(cast, '').pk}/yes/",
        "given_undo": f"/questions/given/{gift_of(cast, 'no').pk}/undo/",
        "giveaways": "/giveaways/",
        "giveaway_new": f"/giveaways/new/?from=/accounts/{cast.account.pk}/",
        "giveaway_accounts": "/giveaways/accounts/?account_name=a",
        "giveaway": f"/giveaways/{given_to(cast).pk}/",
        "giveaway_back": f"/giveaways/{given_to(cast).pk}/back/",
        "giveaway_back_undo": f"/giveaways/returns/{first_id(m.GiveawayReturn)}/undo/",
        "giveaway_withdraw": f"/giveaways/{given_to(cast).pk}/withdraw/",
        "giveaway_restore": f"/giveaways/{given_to(cast).pk}/restore/",
        "rises": "/rises/",
        "rise_new": "/rises/new/?see=1",
        "rise": f"/rises/{waived_for(cast).rise_id}/",
        "rise_call_off": f"/rises/{waived_for(cast).rise_id}/call-off/",
        "rise_call_on": f"/rises/{waived_for(cast).rise_id}/call-on/",
        "rise_waive": f"/rises/{waived_for(cast).rise_id}/waive/",  # of no account
        "waiver_withdraw": f"/rises/waivers/{waived_for(cast).pk}/withdraw/",
        "imports": "/imports/",
        "import": f"/imports/{cast.ledger.batch.pk}/",
        "import_new": "/imports/new/",
        "import_start": f"/imports/{cast.ledger.batch.pk}/start/",
        "import_discard": f"/imports/{cast.ledger.batch.pk}/discard/",
        "import_stop": f"/imports/{cast.ledger.batch.pk}/stop/",
        "import_resume": f"/imports/{cast.ledger.batch.pk}/resume/",
        "import_undo": f"/imports/{cast.ledger.batch.pk}/undo/",
        "import_refused": f"/imports/{cast.ledger.batch.pk}/refused/",
        "import_refused_table": f"/imports/{cast.ledger.batch.pk}/refused.csv",
        "known": "/imports/known/people/",
        "mailboxes": "/mailboxes/",
        "mailbox": f"/mailboxes/{cast.ledger.mailboxes[cast.ada.pk].pk}/",
        "erase": f"/people/{cast.finding.contact_id}/erase/",
        "erasure": f"/people/erasures/{first_id(m.Erasure)}/",
        "search": "/search/?q=a",
        "why": "/why/?q=2026-06-01",
        "how": "/how/",
        "how_signal": "/how/silence/",
        "blocks": "/blocks/",
        "palette": "/palette/?q=a",
        "design": "/design/",
        "language": "/language/",
        "block_remove": f"/blocks/{first_id(m.Block)}/remove/",
        "alive": "/alive/",
        "bundle": "/kith.css",
        "demo_enter": entry_path(cast.ben),
        "demo_as": f"/demo/as/{cast.ben.pk}/",
        "demo_clear": "/demo/clear/",
        "settings": "/settings/",
        "settings_zone": "/settings/zone/",
        "settings_firm": "/settings/firm/",
        "domain_add": "/settings/domains/?domain=orr.example",
        "domain_remove": f"/settings/domains/{first_id(m.OwnDomain)}/remove/",
        "person_invite": "/settings/people/",
        "person": f"/settings/people/{cast.ada.pk}/",
        "welcome": welcome_path(cast.ada),  # her mail is here already
        "begin": "/begin/",
        "begin_key": key_path(),
    }


def given_to(cast: Cast) -> m.Giveaway:
    """What Mia gave Ada's account, and something came back for."""
    found = m.Giveaway.objects.filter(recorded_by=cast.mia).first()
    if found is None:
        with setting_up():
            found = give(
                cast.account, kind="work", what="Two hours at line 4", day=DAY,
                value_list=2_400_000, value_cost=1_100_000, currency="EUR", actor=cast.mia,
            )  # fmt: skip
            came_back(found, what="An order for seals", day=DAY, actor=cast.mia)
    return found


def waived_for(cast: Cast) -> m.Waiver:
    """Ada's account was let off a rise that Mia announced."""
    found = m.Waiver.objects.filter(rise__announced_by=cast.mia).first()
    if found is None:
        with setting_up():
            rise = announce(
                name="Prices 2026", share=40_000, announced_on=DAY, effective_on=DAY, actor=cast.mia
            )
            found = waive(rise, cast.account, kind="waived", day=DAY, actor=cast.ada)
    return found


def first_id(model: type) -> int:
    """Of the first row; 0 where there is none."""
    return getattr(model.objects.first(), "pk", 0)  # type: ignore[attr-defined]


def question_of(cast: Cast, answer: str) -> m.Question:
    """The question put to Ada that waits, or the one she answered."""
    pair = ("Ines Falk", "Tomas Reed") if answer else ("Petra Volk", "Otto Lund")
    return ask_of(cast.ledger, *pair, put_to=cast.ada, answer=answer)


def ours(patterns: list[URLPattern | URLResolver], under: str = "") -> Iterator[tuple[str, str]]:
    """Names and paths of every address but allauth's, which keeps its own rules."""
    for pattern in patterns:
        path = under + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if path != "sign-in/":
                yield from ours(pattern.url_patterns, path)
        else:
            yield str(pattern.name), path


def test_every_address_has_its_line() -> None:
    found = [name for name, _ in ours(get_resolver().url_patterns)]
    assert sorted(found) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.usefixtures("home")
def test_each_gets_what_is_theirs(name: str, person: str, answered: Cast, seen_by: Seen) -> None:
    method, expected = EXPECTED[name]
    who = {"owner": answered.ada, "colleague": answered.ben, "manager": answered.mia}.get(person)
    response = seen_by(who).generic(method, paths(answered)[name])
    to_sign_in = response.status_code == MOVED and response["Location"].startswith("/sign-in/")
    got = SIGN_IN if to_sign_in else response.status_code
    assert got == expected[PEOPLE.index(person)]


@pytest.mark.parametrize(
    "name",
    [
        "finding_answer", "finding_undo", "demo_as", "import_discard", "import_stop",
        "import_resume", "who_is_who_say", "who_is_who_many", "who_is_who_undo", "who_is_who_typed",
        "account_opened", "giveaway_back", "giveaway_back_undo", "giveaway_withdraw",
        "giveaway_restore", "rise_call_off", "rise_call_on", "rise_waive", "waiver_withdraw",
    ],
)  # fmt: skip
def test_nothing_changes_by_looking(name: str, cast: Cast, seen_by: Seen) -> None:
    assert seen_by(cast.ada).get(paths(cast)[name]).status_code == WRONG_METHOD


def test_what_nobody_owns_is_the_managers(cast: Cast, seen_by: Seen) -> None:
    path = reverse("finding_answer", args=[cast.nobodys.pk, "done"])
    assert seen_by(cast.ada).post(path).status_code == ABSENT
    assert seen_by(cast.mia).post(path).status_code == MOVED


@pytest.mark.parametrize("path", ["/accounts/999999/", "/activities/999999/"])
def test_what_is_absent_looks_like_what_is_forbidden(path: str, cast: Cast, seen_by: Seen) -> None:
    response = seen_by(cast.ada).get(path)
    assert response.status_code == ABSENT
    assert "There is nothing here for you." in response.content.decode()


def test_a_mail_that_nobody_shares_does_not_exist_for_others(
    cast: Cast, seen_by: Seen, unshared: m.Activity
) -> None:
    path = reverse("activity", args=[unshared.pk])
    assert seen_by(cast.ben).get(path).status_code == OK
    assert seen_by(cast.ada).get(path).status_code == ABSENT
    assert seen_by(cast.mia).get(path).status_code == ABSENT


PRIVATE = {
    "account": ("GET", OK), "account_timeline": ("GET", OK), "account_opened": ("POST", NOTED),
    "account_trade": ("GET", OK), "account_lines": ("GET", OK),
    "who_is_who_say": ("POST", MOVED),
    "who_is_who_typed": ("POST", MOVED), "erase": ("GET", OK),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PRIVATE))
def test_what_is_private_is_absent_but_for_who_holds_its_mail(
    name: str, cast: Cast, seen_by: Seen, private_account: m.Account
) -> None:
    method, got = PRIVATE[name]
    path = paths(cast)[name].replace(f"/{cast.account.pk}/", f"/{private_account.pk}/")
    if name == "erase":
        path = f"/people/{cast.ledger.addresses['Jonas Weir'].contact_id}/erase/"
        got = ABSENT  # Ada is no manager, and Mia holds no mail of theirs
    for other in (cast.ben, cast.mia):
        assert seen_by(other).generic(method, path).status_code == ABSENT
    assert m.AccountRelation.objects.get(undone_at=None).relation == "private"
    assert seen_by(cast.ada).generic(method, path).status_code == got


@pytest.fixture
def private_account(cast: Cast) -> m.Account:
    """Only Ada holds mail of it."""
    row = m.Account.objects.get(name="Brook & Vane")
    say([row.pk], "private", why="typed", actor=cast.ada)
    return row


@pytest.fixture
def unshared(cast: Cast) -> m.Activity:
    """A mail of Ben's that met nobody with an account."""
    return cast.ledger.mail(
        1,
        "Lena Marsh",
        ["Ben Okoro"],
        "Saturday",
        "See you.",
        held_by=cast.ben,
        open_level=Level.NOTHING,
    )
