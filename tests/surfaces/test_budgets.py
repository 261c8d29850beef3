"""What a page may weigh: bytes as they are sent, with the one style sheet and the one script.

Those two are packed; the page itself is not: it holds what is private beside what was typed into
an address, and the length of a packed page would tell about it.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger import models as m
from kith.surfaces.web.frame.bundle import bundle
from tests.journeys.test_accessible import pages
from tests.surfaces.cast import ADA, Cast

Seen = Callable[[m.User | None], Client]
PAGE, SCRIPT = 100_000, 60_000
MANY = 300  # people and mails of one account


def test_the_script_is_small_and_so_is_all_that_every_page_loads() -> None:
    assert len(bundle("js").packed) <= SCRIPT
    assert len(bundle("js").plain) <= SCRIPT + 15_000  # a phone reads it unpacked
    assert len(bundle("js").packed) + len(bundle("css").packed) <= PAGE / 2


@pytest.fixture
def large(cast: Cast) -> m.Account:
    """One account with as many people and mails as pages show, and more."""
    account = cast.ledger.account(
        "A firm with a name that is as long as they come GmbH & Co. KG", cast.ada
    )
    for number in range(MANY):
        name = f"Somebody with a long name {number}"
        cast.ledger.contact(name, account)
        cast.ledger.mail(
            number % 90, name, [ADA], f"A subject of some length {number}", "Text", held_by=cast.ada
        )
        cast.ledger.account(f"One more firm with a long name {number}", cast.ada)
    cast.ledger.measure()
    return account


@pytest.mark.parametrize("who", ["owner", "manager"])
def test_every_page_is_light(cast: Cast, seen_by: Seen, large: m.Account, who: str) -> None:
    client = seen_by(cast.ada if who == "owner" else cast.mia)
    around = len(bundle("js").packed) + len(bundle("css").packed)
    paths = [*pages(cast, who), f"/accounts/{large.pk}/", f"/accounts/{large.pk}/timeline/",
             "/accounts/?sort=name", "/search/?q=subject", "/imports/known/people/"]  # fmt: skip
    heavy = {}
    for path in paths:
        size = len(client.get(path, follow=True).content) + around
        if size > PAGE:
            heavy[path] = size
    assert not heavy
