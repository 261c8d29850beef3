"""Settings: who changes what, what follows from it, and that the audit knows."""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger import models as m
from kith.ledger.rights.colleague_writers import change_role, switch_off
from kith.ledger.rights.firm_writers import add_domain, change_firm
from kith.surfaces.web.settings.people import welcome_path
from kith.terms.errors import Refused
from kith.terms.words import Role
from tests.allow import setting_up
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
GOOD = "correct horse battery"


def verbs() -> list[str]:
    return list(m.Audit.objects.order_by("id").values_list("verb", flat=True))


def invited(manager: Client, email: str = "new@hartpumps.example") -> tuple[m.User, str]:
    """Somebody invited through the page, and the address that its manager is shown."""
    told = {"email": email, "name": "Noor Dale", "role": "representative"}
    shown = manager.post("/settings/people/", told, follow=True).content.decode()
    user = m.User.objects.get(email=email)
    return user, shown.partition('<pre class="way-in">http://testserver')[2].partition("<")[0]


def test_everybody_reads_it_and_only_managers_are_offered_changes(
    cast: Cast, seen_by: Seen
) -> None:
    theirs = seen_by(cast.ada).get("/settings/").content.decode()
    managers = seen_by(cast.mia).get("/settings/").content.decode()
    for page in (theirs, managers):
        assert "ben@hartpumps.example" in page
        assert "Your time zone" in page
    for offer in ("/settings/people/", "/settings/firm/", "See what it changes"):
        assert offer not in theirs
        assert offer in managers


def test_the_firm_is_changed_by_a_manager_and_audited(cast: Cast, seen_by: Seen) -> None:
    told = {"name": "Hart & Co", "zone": "Europe/Dublin", "currency": "gbp"}
    seen_by(cast.mia).post("/settings/firm/", told)
    firm = m.Firm.objects.get()
    assert (firm.name, firm.zone, firm.currency) == ("Hart & Co", "Europe/Dublin", "GBP")
    assert verbs() == ["change_firm"]
    with pytest.raises(Refused):
        change_firm(name="Ada's", zone="UTC", currency="EUR", actor=cast.ada)


@pytest.mark.parametrize(
    ("field", "value"), [("name", " "), ("zone", "Mars/Base"), ("currency", "money")]
)
def test_what_cannot_be_of_the_firm_changes_nothing(
    field: str, value: str, cast: Cast, seen_by: Seen
) -> None:
    told = {"name": "Hart & Co", "zone": "UTC", "currency": "EUR", field: value}
    assert seen_by(cast.mia).post("/settings/firm/", told).status_code == 400
    assert m.Firm.objects.get().name == "Hart Pumps"
    assert verbs() == []


def test_everybody_sets_their_own_zone(cast: Cast, seen_by: Seen) -> None:
    ada = seen_by(cast.ada)
    ada.post("/settings/zone/", {"zone": "Asia/Tokyo"})
    assert m.User.objects.get(pk=cast.ada.pk).zone == "Asia/Tokyo"
    assert ada.post("/settings/zone/", {"zone": "Nowhere"}).status_code == 400
    ada.post("/settings/zone/", {"zone": ""})
    assert m.User.objects.get(pk=cast.ada.pk).zone == ""
    assert verbs() == ["change_zone", "change_zone"]


def test_a_domain_is_added_after_a_look_at_what_it_changes(cast: Cast, seen_by: Seen) -> None:
    mia = seen_by(cast.mia)
    look = mia.get("/settings/domains/", {"domain": "Aster-Dairy.example"}).content.decode()
    assert "Kith knows it as <strong>Aster Dairy</strong>, with 4 people." in look
    assert not m.OwnDomain.objects.exists()
    mia.post("/settings/domains/", {"domain": "Aster-Dairy.example"})
    found = m.OwnDomain.objects.get()
    assert found.domain == "aster-dairy.example"
    assert f"/settings/domains/{found.pk}/remove/" in mia.get("/settings/").content.decode()
    mia.post(f"/settings/domains/{found.pk}/remove/")
    assert not m.OwnDomain.objects.exists()
    assert verbs() == ["add_domain", "remove_domain"]
    with pytest.raises(Refused):
        add_domain("orr.example", actor=cast.ada)


def test_a_private_firm_is_not_named_to_a_manager_who_holds_no_mail_of_it(
    cast: Cast, seen_by: Seen
) -> None:
    with setting_up():
        m.AccountRelation.objects.create(
            account=m.Account.objects.get(name="Brook & Vane"), relation="private", why="typed",
            said_by=cast.ada, said_at=cast.finding.run.started_at,
        )  # fmt: skip
    domain = m.AccountDomain.objects.get(account__name="Brook & Vane").domain
    look = seen_by(cast.mia).get("/settings/domains/", {"domain": domain}).content.decode()
    assert "Nobody is known under it yet." in look
    assert "Brook &amp; Vane" not in look


@pytest.mark.parametrize("domain", ["gmail.com", "co.uk", "nothing", ""])
def test_what_no_firm_has_to_itself_is_no_domain_of_ours(
    domain: str, cast: Cast, seen_by: Seen
) -> None:
    assert seen_by(cast.mia).post("/settings/domains/", {"domain": domain}).status_code == 400
    assert not m.OwnDomain.objects.exists()


def test_a_blocked_domain_is_not_ours_until_it_is_let_in(cast: Cast, seen_by: Seen) -> None:
    mia = seen_by(cast.mia)
    mia.post("/blocks/", {"kind": "domain", "value": "orr.example", "where": "firm"})
    page = mia.post("/settings/domains/", {"domain": "orr.example"})
    assert "Let it in again first" in page.content.decode()
    assert not m.OwnDomain.objects.exists()


def test_who_is_invited_chooses_a_password_once(cast: Cast, seen_by: Seen) -> None:
    user, way_in = invited(seen_by(cast.mia))
    new = seen_by(None)
    assert "Noor Dale, Hart Pumps has invited you." in new.get(way_in).content.decode()
    assert "too short" in new.post(way_in, {"password": "short"}).content.decode()
    assert new.post(way_in, {"password": GOOD}).headers["Location"] == "/"
    assert new.get("/").status_code == 200
    assert m.User.objects.get(pk=user.pk).check_password(GOOD)
    assert seen_by(None).get(way_in).status_code == 404
    assert verbs() == ["invite", "set_password"]
    assert "way-in" not in seen_by(cast.mia).get(f"/settings/people/{user.pk}/").content.decode()


def test_nobody_is_handed_the_way_into_anothers_mail(cast: Cast, seen_by: Seen) -> None:
    """A password chosen for somebody would open their mailbox to whoever chose it."""
    mia = seen_by(cast.mia)
    user, way_in = invited(mia)
    with setting_up():
        m.Mailbox.objects.create(owner=user, address=user.email)
    assert seen_by(None).get(way_in).status_code == 404
    page = mia.get(f"/settings/people/{user.pk}/").content.decode()
    assert "way-in" not in page
    assert f"kith password {user.email}" in page
    assert seen_by(None).get(welcome_path(cast.ben)).status_code == 404


def test_an_address_that_is_no_address_invites_nobody(cast: Cast, seen_by: Seen) -> None:
    mia = seen_by(cast.mia)
    for told in ({"email": "nobody", "role": "manager"}, {"email": "a@b.example", "role": "king"}):
        assert mia.post("/settings/people/", told).status_code == 400
    assert m.User.objects.count() == 3


def test_who_is_switched_off_is_out_at_once_and_may_come_back(cast: Cast, seen_by: Seen) -> None:
    ben, mia = seen_by(cast.ben), seen_by(cast.mia)
    assert ben.get("/").status_code == 200
    mia.post(f"/settings/people/{cast.ben.pk}/", {"do": "off"})
    assert ben.get("/").headers["Location"].startswith("/sign-in/")
    mia.post(f"/settings/people/{cast.ben.pk}/", {"do": "on"})
    assert ben.get("/").status_code == 200
    assert verbs() == ["switch_off", "switch_on"]


def test_a_role_opens_and_closes_pages_at_once(cast: Cast, seen_by: Seen) -> None:
    ben, mia = seen_by(cast.ben), seen_by(cast.mia)
    assert ben.get("/review/").status_code == 404
    mia.post(f"/settings/people/{cast.ben.pk}/", {"role": "manager"})
    assert ben.get("/review/").status_code == 200
    ben.post(f"/settings/people/{cast.mia.pk}/", {"role": "technician"})
    assert mia.get("/review/").status_code == 404
    assert verbs() == ["change_role", "change_role"]


def test_the_last_manager_stays_one(cast: Cast, seen_by: Seen) -> None:
    mia = seen_by(cast.mia)
    page = mia.post(f"/settings/people/{cast.mia.pk}/", {"role": "technician"})
    assert page.status_code == 409
    assert "is the only manager" in page.content.decode()
    assert mia.post(f"/settings/people/{cast.mia.pk}/", {"do": "off"}).status_code == 409
    with pytest.raises(Refused):
        switch_off(cast.mia, actor=None)
    with pytest.raises(Refused):
        change_role(cast.ben, Role.MANAGER, actor=cast.ada)
    assert verbs() == []
