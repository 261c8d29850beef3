"""The fact table of notices: what it holds, and that its stamp rises whenever its rows change."""

from datetime import date, timedelta
from typing import Any

import pytest

from kith.ledger.imports.readers import stamps
from kith.ledger.people.merge_writers import merge, unmerge
from kith.ledger.people.models import Address, Contact
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.whole.level_writers import change_levels
from kith.pipeline.erase import erase
from kith.pipeline.levels import settle_levels
from kith.pipeline.undo import undo
from kith.terms.words import Level
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BEN, BringIn
from tests.pipeline.facts import mirrored, table
from tests.pipeline.test_notices import AWAY, CLEO, LEFT, TO_CLEO, bounce

pytestmark = pytest.mark.django_db(transaction=True)

DORA = "dora@client.example"
PART = ("notices", None)


def told() -> list[dict[str, Any]]:
    """The rows of the mirror that the stamps keep, which must be those of the view itself."""
    from django.conf import settings

    mirrored()
    kept = table("notices").to_pylist()
    settings.KITH_FACTS, own = settings.HOME / "anew", settings.KITH_FACTS
    mirrored()
    anew = table("notices").to_pylist()
    settings.KITH_FACTS = own
    by_id = lambda row: row["notice_id"]  # noqa: E731
    assert sorted(kept, key=by_id) == sorted(anew, key=by_id)
    return sorted(kept, key=by_id)


def contact(address: str) -> int:
    found = Address.objects.get(address=address).contact_id
    assert found is not None
    return found


def test_a_notice_names_its_contact_its_day_and_the_successor(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce(), AWAY, LEFT)
    cleo, dora = contact(CLEO), contact(DORA)
    rows = {row["kind"]: row for row in told()}
    assert set(rows) == {"bounced", "away", "left"}
    assert {row["contact_id"] for row in rows.values()} == {cleo}
    assert {row["known_day"] for row in rows.values()} == {NOON.date()}
    assert {row["addresses"] for row in rows.values()} == {1}
    assert rows["away"]["until_day"] == date(2025, 3, 20)
    assert (rows["away"]["successor_id"], rows["left"]["successor_id"]) == (dora, dora)
    assert (rows["bounced"]["successor_id"], rows["left"]["until_day"]) == (None, None)


def test_mail_without_notices_leaves_the_stamp(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce())
    told()
    before = stamps()[PART]
    bring_in(Letter("plain", sender=DORA), bounce())
    assert stamps()[PART] == before


def test_an_address_that_was_awaited_enters_when_it_is_met(firm: User, bring_in: BringIn) -> None:
    bring_in(bounce(DORA), LEFT)
    assert [(row["kind"], row["successor_id"]) for row in told()] == [("left", None)]
    bring_in(TO_CLEO, sent=True)
    dora = contact(DORA)
    assert {(row["kind"], row["contact_id"], row["successor_id"]) for row in told()} == {
        ("left", contact(CLEO), dora), ("bounced", dora, None),
    }  # fmt: skip


def test_an_import_taken_back_takes_its_notices(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    batch = bring_in(bounce(), AWAY)
    assert len(told()) == 2
    undo(batch.pk)
    assert told() == []


def test_the_mail_that_met_the_address_taken_back_the_notice_waits_again(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(bounce())
    batch = bring_in(TO_CLEO, sent=True)
    assert len(told()) == 1
    undo(batch.pk)
    assert told() == []


def test_what_was_read_in_a_text_goes_with_the_text(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce(), AWAY, LEFT)
    told()
    box = Mailbox.objects.get()
    change_levels(box, keep=Level.METADATA, share=Level.METADATA, actor=firm)
    settle_levels()
    assert [row["kind"] for row in told()] == ["bounced"]


def test_a_merge_moves_notices_to_who_was_kept_and_back(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce(), AWAY)
    told()
    cleo, dora = Contact.objects.get(pk=contact(CLEO)), Contact.objects.get(pk=contact(DORA))
    row = merge(dora, cleo, actor=firm)
    assert {(r["contact_id"], r["addresses"], r["successor_id"]) for r in told()} == {
        (dora.pk, 2, None)
    }
    unmerge(row, actor=firm)
    assert {(r["contact_id"], r["addresses"]) for r in told()} == {(cleo.pk, 1)}


def test_who_is_erased_is_in_no_notice(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce(), LEFT)
    told()
    erase(DORA, actor=firm)
    assert {row["successor_id"] for row in told()} == {None}
    erase(CLEO, actor=firm)
    assert told() == []


def test_an_address_that_proves_a_colleagues_is_no_contacts(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", to=(BEN.replace("firm", "client"),)))
    box = BEN.replace("firm", "client")
    bring_in(bounce(box))
    assert len(told()) == 1
    batch = bring_in(Letter("b", sent=NOON + timedelta(days=1)), mailbox=box)
    assert told() == []
    undo(batch.pk)
    assert len(told()) == 1
