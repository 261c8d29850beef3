"""What happened, stretch by stretch: each leads on to the next, with htmx and without."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from kith.ledger import models as m
from kith.ledger.activities.folded_readers import A_STRETCH
from tests.allow import setting_up
from tests.surfaces.cast import ADA, Cast

Seen = Callable[[m.User | None], Client]
FURTHER = re.compile(r'act--more"><a [^>]*href="([^"]+)" hx-get="([^"]+)"')


def _mail(cast: Cast, ago: int, subject: str) -> None:
    cast.ledger.mail(ago, "Nora Quist", [ADA], subject, "As agreed.", held_by=cast.ada)


@pytest.mark.parametrize("fragment", [True, False])
@pytest.mark.parametrize("whose", ["account", "contact"])
def test_each_stretch_leads_to_the_one_before(
    whose: str, fragment: bool, cast: Cast, seen_by: Seen
) -> None:
    said = [f"Valve {number:02}" for number in range(3 * A_STRETCH)]
    with setting_up():
        for number, subject in enumerate(said):
            _mail(cast, 500 + number, subject)
    nora = cast.ledger.addresses["Nora Quist"].contact
    assert nora is not None
    at = nora.pk if whose == "contact" else m.Employment.objects.get(contact=nora).account_id
    headers = {"HX-Request": "true"} if fragment else {}
    client = seen_by(cast.ada)
    page = unescape(client.get(reverse(whose, args=[at])).content.decode())
    seen: list[str] = []
    stretches = 0
    while found := FURTHER.search(page):
        seen += re.findall(r"Valve \d\d", page)
        assert found[1] == found[2]
        assert found[1].startswith(reverse(f"{whose}_timeline", args=[at]))
        page = unescape(client.get(found[1], headers=headers).content.decode())
        assert ("<html" in page) is not fragment
        stretches += 1
    seen += re.findall(r"Valve \d\d", page)
    assert stretches >= 3
    assert sorted(set(seen)) == said
