"""Customers of the books are the accounts that are known; what is doubtful is asked once."""

from pathlib import Path

import pytest

from kith.ledger.imports.models import Batch
from kith.ledger.people.models import Account, AccountDomain, AccountRelation
from kith.ledger.people.relation_writers import say
from kith.ledger.people.writers import rename_account
from kith.ledger.questions.models import Question
from kith.ledger.questions.readers import queue, waiting_count
from kith.ledger.questions.writers import answer, take_back
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Condition, Customer
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.undo import undo
from kith.terms.sheets import SheetKind
from kith.terms.words import Relation
from tests.allow import setting_up
from tests.ledger.letters import Letter
from tests.pipeline.conftest import BringIn
from tests.pipeline.sheets.desk import ORDERS, ask, bring, line, write

pytestmark = pytest.mark.django_db(transaction=True)
ACCOUNTS = ("Customer No", "Name", "Website", "Country", "Segment", "Account Manager")


def accounts(folder: Path, *rows: tuple[object, ...]) -> Path:
    return write(folder, ACCOUNTS, rows)


def test_a_customer_is_the_account_of_its_name_whatever_its_legal_form(
    firm: User, tmp_path: Path, bring_in: BringIn
) -> None:
    bring_in(Letter("a", sender="Cleo <cleo@lindner-brewery.example>"))
    bring(write(tmp_path, ORDERS, [line("R1", 1, name="LINDNER Brewery GmbH & Co. KG")]))
    account = Account.objects.get()
    assert (account.name, account.guessed_name) == ("LINDNER Brewery GmbH & Co. KG", False)
    assert Customer.objects.get().account == account


def test_a_customer_is_the_account_of_its_domain(
    firm: User, tmp_path: Path, bring_in: BringIn
) -> None:
    bring_in(Letter("a", sender="Cleo <cleo@client.example>"))
    path = accounts(tmp_path, ("7", "Mara AG", "www.client.example", "CH", "Food", ""))
    bring(path, SheetKind.ACCOUNTS)
    account = Account.objects.get()
    assert (account.name, account.country, account.segment) == ("Mara AG", "CH", "Food")


def test_free_mail_and_unknown_owners_say_nothing(firm: User, tmp_path: Path) -> None:
    rows = [("7", "Mara AG", "mara@gmail.com", "", "", "nobody@firm.example"),
            ("8", "Voss AG", "voss.example", "", "", "Ann Ahlers")]  # fmt: skip
    bring(accounts(tmp_path, *rows), SheetKind.ACCOUNTS)
    assert [d.domain for d in AccountDomain.objects.all()] == ["voss.example"]
    assert {a.name: a.owner for a in Account.objects.all()} == {"Mara AG": None, "Voss AG": firm}


def test_an_owner_whom_a_person_named_stays(firm: User, tmp_path: Path) -> None:
    bring(accounts(tmp_path, ("7", "Mara AG", "", "", "", "")), SheetKind.ACCOUNTS)
    with setting_up():
        ben = User.objects.create(email="ben@firm.example", name="Ben", invited_at=firm.invited_at)
        Account.objects.update(owner=ben)
    bring(accounts(tmp_path, ("7", "Mara AG", "", "", "", "Ann Ahlers")), SheetKind.ACCOUNTS)
    assert Account.objects.get().owner == ben


def test_a_name_that_a_person_gave_stays(firm: User, tmp_path: Path) -> None:
    first = bring(write(tmp_path, ORDERS, [line("R1", 1)]))
    rename_account(Account.objects.get().pk, "The brewery", actor=firm)
    bring(write(tmp_path, ORDERS, [line("R2", 1, name="Lindner Brauerei AG")]))
    assert Account.objects.get().name == "The brewery"
    undo(first.pk)
    assert Account.objects.get().name == "The brewery"


def doubtful(folder: Path) -> None:
    """Two customers whose names are so like that they may be one."""
    other = line("R2", 1, customer="101", name="Lindner Brewery Hamburg")
    bring(write(folder, ORDERS, [line("R1", 1), other]))


def test_a_doubtful_customer_is_an_account_of_its_own_and_asked_about_once(
    firm: User, tmp_path: Path
) -> None:
    doubtful(tmp_path)
    assert Account.objects.count() == 2
    (card,) = queue(firm, limit=5)
    assert (card.one.name, card.one.address, card.other.name) == (
        "Lindner Brewery Hamburg", "101", "Lindner Brewery GmbH",
    )  # fmt: skip
    doubtful(tmp_path)
    assert waiting_count(firm) == 1 == Question.objects.count()


def test_yes_makes_it_the_other_account_and_taking_it_back_is_exact(
    firm: User, tmp_path: Path
) -> None:
    doubtful(tmp_path)
    header = ("Customer No", "Type", "Percent", "Valid from")
    bring(write(tmp_path, header, [("101", "Bonus", "3 %", "2026-01-01")]), SheetKind.REBATES)
    before, stamps = content_hash(), dict(ask("SELECT shape, version FROM ledger_stamp"))
    (card,) = queue(firm, limit=5)
    row = answer(card.question, "yes", actor=firm)
    known = Account.objects.get(name="Lindner Brewery GmbH")
    assert ask("SELECT DISTINCT account_id FROM fact_lines") == [(known.pk,)]
    assert Condition.objects.get().account == known
    assert waiting_count(firm) == 0
    after = dict(ask("SELECT shape, version FROM ledger_stamp"))
    assert {s for s in after if after[s] != stamps[s]} == {"lines", "accounts", "conditions"}
    take_back(row, actor=firm)
    assert content_hash() == before
    assert waiting_count(firm) == 1


def test_no_is_never_asked_again_even_after_an_undo(firm: User, tmp_path: Path) -> None:
    doubtful(tmp_path)
    (card,) = queue(firm, limit=5)
    answer(card.question, "no", actor=firm)
    undo(Batch.objects.get().pk)
    doubtful(tmp_path)
    assert waiting_count(firm) == 0


def test_yes_holds_when_the_sheet_comes_again_after_an_undo(firm: User, tmp_path: Path) -> None:
    doubtful(tmp_path)
    (card,) = queue(firm, limit=5)
    answer(card.question, "yes", actor=firm)
    undo(Batch.objects.get().pk)
    doubtful(tmp_path)
    known = Account.objects.get(name="Lindner Brewery GmbH")
    assert ask("SELECT DISTINCT account_id FROM fact_lines") == [(known.pk,)]
    assert waiting_count(firm) == 0
    take_back(Question.objects.get(), actor=firm)
    assert len(ask("SELECT DISTINCT account_id FROM fact_lines")) == 2


def test_what_a_person_said_an_account_is_stays_but_for_a_prospect(
    firm: User, tmp_path: Path
) -> None:
    bare = ("", "", "", "")
    rows = [("100", "Lindner Brewery GmbH", *bare), ("7", "Mara AG", *bare)]
    bring(accounts(tmp_path, *rows), SheetKind.ACCOUNTS)
    ids = {a.name: a.pk for a in Account.objects.all()}
    say([ids["Lindner Brewery GmbH"]], Relation.PROSPECT, why=AccountRelation.TYPED, actor=firm)
    say([ids["Mara AG"]], Relation.SUPPLIER, why=AccountRelation.TYPED, actor=firm)
    sold = [line("R1", 1), line("R2", 1, customer="7", name="Mara AG")]
    batch = bring(write(tmp_path, ORDERS, sold))
    said = dict(ask("SELECT account_id, relation FROM fact_accounts"))
    assert said == {ids["Lindner Brewery GmbH"]: "customer", ids["Mara AG"]: "supplier"}
    undo(batch.pk)
    assert dict(ask("SELECT account_id, relation FROM fact_accounts")) == {
        ids["Lindner Brewery GmbH"]: "prospect", ids["Mara AG"]: "supplier",
    }  # fmt: skip


def test_an_account_that_is_called_private_takes_its_lines_along(
    firm: User, tmp_path: Path
) -> None:
    bring(write(tmp_path, ORDERS, [line("R1", 1)]))
    (version,) = ask("SELECT version FROM ledger_stamp WHERE shape = 'lines' AND year = 2026")
    say([Account.objects.get().pk], Relation.PRIVATE, why=AccountRelation.TYPED, actor=firm)
    assert ask("SELECT * FROM fact_lines") == []
    assert ask("SELECT version FROM ledger_stamp WHERE shape = 'lines' AND year = 2026") > [version]


def test_customers_may_be_told_apart_by_name(firm: User, tmp_path: Path) -> None:
    rows = [line("R1", 1), line("R2", 1, customer="999")]
    bring(write(tmp_path, ORDERS, rows), match="name")
    assert Customer.objects.count() == 1
