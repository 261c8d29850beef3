"""What an undo says, refuses and remembers; and what people did stays."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kith.ledger.imports.keys import address_key
from kith.ledger.imports.models import Arrival, Batch, LeftOut, LeftOutAddress
from kith.ledger.people.merge_writers import merge
from kith.ledger.people.models import Account, Address, Contact
from kith.ledger.people.writers import rename_account
from kith.ledger.rights.models import User
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.ingest import import_mail
from kith.pipeline.turn import of_import, turn
from kith.pipeline.undo import undo
from kith.surfaces.cli.root import root
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db(transaction=True)
CLEO, DORA = "cleo@client.example", "Dora <dora@dealer.example>"


def kith(*args: str) -> Result:
    return CliRunner().invoke(root, ["imports", "undo", *args])


def test_what_stays_is_told_with_its_reason(firm: User, bring_in: BringIn) -> None:
    one = bring_in(Letter("a"), Letter("b", text="More", to=(ANN, BEN)), Letter("c", DORA))
    two = bring_in(Letter("b", text="More", to=(ANN, BEN)), mailbox=BEN)
    rename_account(Account.objects.get(name="Dealer").pk, "Dealer & Sons", actor=firm)
    done = kith(str(one.pk))
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[-7:] == [
        f"Import {one.pk} is undone.",
        f"  stays: 1 mail: import {two.pk} into {BEN} brought them too",
        "  stays: account Dealer & Sons: a person named it",
        "  stays: 3 addresses: mail that stays names them",
        "  stays: 1 contact: mail that stays names them",
        "  stays: 2 colleagues: mail that stays names them",
        "  stays: 1 account: mail that stays names them",
    ]
    again = json.loads(kith(str(one.pk), "--json").output)
    assert (again["id"], again["state"], again["was_undone"]) == (one.pk, "undone", True)
    assert {"kind": "account", "name": "Dealer & Sons", "why": "a person named it"} in again["left"]
    assert f"Import {one.pk} was undone already." in kith(str(one.pk)).output


def test_merged_people_stay_and_part_as_they_were(firm: User, bring_in: BringIn) -> None:
    one = bring_in(Letter("a"), Letter("c", "Cleo Crane <c.crane@client.example>", text="C"))
    kept, absorbed = Contact.objects.order_by("id")
    merge(kept, absorbed, actor=firm)
    left = undo(one.pk).left
    # Called by their addresses: the names were the import's.
    merged = [
        {"kind": "contact", "why": "a person merged them", "name": n}
        for n in ("C Crane", "cleo@client.example")
    ]
    assert [row for row in left if row["kind"] == "contact"] == merged
    assert Address.objects.filter(contact=kept).count() == 2


def test_the_mails_are_remembered_as_undone_until_they_come_again(
    firm: User, bring_in: BringIn
) -> None:
    letters = [Letter("a"), Letter("b", cc=("x@dealer.example",), text="B"), Letter("")]
    one = bring_in(*letters)
    before = content_hash()
    undo(one.pk)
    gone = LeftOut.objects.filter(batch=one, code=LeftOut.UNDONE)
    assert sorted(bool(row.message_key) for row in gone) == [True, True]  # the third is the first
    assert {str(row.day) for row in gone} == {"2025-03-04"}
    counted = LeftOutAddress.objects.filter(batch=one, code=LeftOut.UNDONE)
    sums: dict[int, int] = {}
    for row in counted:
        sums[row.key] = sums.get(row.key, 0) + row.count
    assert sums == {
        address_key(ANN): 2, address_key(CLEO): 2, address_key("x@dealer.example"): 1,
    }  # fmt: skip
    again = import_mail(Path(one.path), mailbox=ANN)
    assert again.pk != one.pk
    assert again.kept == one.kept
    assert content_hash() == before


def test_an_address_that_became_the_owners_is_given_back(firm: User, bring_in: BringIn) -> None:
    boss = "boss@web.de"
    bring_in(Letter("a", f"Bert Boss <{boss}>"))
    before = content_hash()
    first = bring_in(Letter("b", to=(boss,), text="B"), mailbox=boss)
    second = bring_in(Letter("c", to=(boss,), text="C"), mailbox=boss)
    assert Address.objects.get(address=boss).colleague is not None
    undo(first.pk)
    assert Address.objects.get(address=boss).colleague is not None
    undo(second.pk)
    assert Address.objects.get(address=boss).contact is not None
    assert content_hash() == before
    assert not Arrival.objects.filter(how=Arrival.CHANGED).exists()


def test_one_under_way_is_refused_and_so_is_one_that_is_not(firm: User, bring_in: BringIn) -> None:
    one = bring_in(Letter("a"))
    with turn(of_import(one.path), wait=False):
        done = kith(str(one.pk))
    assert done.exit_code == 1
    assert f"Import {one.pk} is under way. Wait for its end." in done.output
    with turn("undo", wait=False):
        assert "Another import is being undone." in kith(str(one.pk)).output
    assert Batch.objects.get().state == Batch.DONE
    done = kith("4711")
    assert done.exit_code == 1
    assert "There is no import 4711. Look it up with: kith imports" in done.output
