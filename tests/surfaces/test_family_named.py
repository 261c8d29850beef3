"""A finding that speaks of a family of products names it."""

from kith.ledger import models as m
from kith.surfaces.words import sentences_for
from tests.allow import setting_up
from tests.surfaces.cast import Cast


def test_a_discount_that_spread_names_the_family(cast: Cast) -> None:
    with setting_up():
        family = m.Family.objects.create(name="Mechanical seals", key="mechanical seals of ours")
        cast.finding.kind = "discount_spread"
        cast.finding.numbers = {
            "percent": 20, "others": 6, "customers": 11, "family_id": family.pk,
        }  # fmt: skip
    account = cast.finding.account.name
    assert sentences_for(cast.mia, [cast.finding]) == [
        f"{account} alone had 20 per cent off in Mechanical seals; now 6 of 11 other customers"
        " there have it too."
    ]
    cast.finding.numbers["family_id"] = 0
    assert "one family of products" in sentences_for(cast.mia, [cast.finding])[0]
