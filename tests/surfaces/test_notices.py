"""An account's page and a mail's page say that mail bounces, and who is away."""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger import models as m
from tests.allow import setting_up
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_bounce_stands_beside_its_person_and_on_its_mail(
    cast: Cast, seen_by: Callable[[m.User | None], Client]
) -> None:
    gauge = m.Gauge.objects.filter(name="contact_tie", contact_id__isnull=False).first()
    assert gauge is not None
    address = m.Address.objects.filter(contact_id=gauge.contact_id).first()
    assert address is not None
    mail = m.Activity.objects.filter(open_level__gt=0, known_day__isnull=False).order_by(
        "-known_day"
    )[0]
    with setting_up():
        m.Activity.objects.filter(pk=mail.pk).update(sort="bounce", is_automatic=True)
        m.Notice.objects.create(activity=mail, address=address, kind=m.Notice.BOUNCED)
        m.Participant.objects.filter(address=address, part=1).delete()
    account = m.Employment.objects.get(contact_id=gauge.contact_id).account_id
    said = f"mail to {address.address} bounced on"
    client = seen_by(cast.ada)
    assert said in client.get(f"/accounts/{account}/").content.decode()
    page = client.get(f"/activities/{mail.pk}/").content.decode()
    assert said in page
    assert "a mail did not arrive" in page
