"""Feeds the demo's files through the real importers; what people type through the writers."""

from collections.abc import Callable
from datetime import timedelta

from kith.demo.build import DemoCompany
from kith.demo.load_books import bring_books
from kith.demo.load_trade import type_trade
from kith.ledger.insights.opened_writers import note_opened
from kith.ledger.people.readers import account_by_domain
from kith.ledger.people.relation_writers import say
from kith.ledger.people.writers import rename_account
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import user_by_email
from kith.ledger.rights.writers import invite
from kith.ledger.whole.writers import set_up
from kith.pipeline.ingest import Progress, import_mail
from kith.pipeline.refresh import refresh
from kith.terms.words import Level, Relation, Role

LOOKED = timedelta(days=9)  # ago: so long have their accounts' pages not been opened
UNTOLD = 3  # of each representative's customers nobody has said what they are; invoices may


def load(
    demo: DemoCompany, *, password: str, progress: Callable[[Progress], None] | None = None
) -> User:
    """Sets up an empty ledger as the demo company; gives the manager, its first user.

    The order matters: users first, so that mailboxes find their owners; names after mail, because
    accounts exist only once it has shown their domains; books after that, so that their customers
    are those accounts; last what is typed of them. NotReady and Refused as the writers say.
    """
    manager = set_up(
        actor=None,
        company=demo.name,
        domains=[demo.domain],
        email=demo.manager.address,
        name=demo.manager.name,
        password=password,
        currency=demo.currency,
        zone=demo.zone,
        language=demo.language,
        is_demo=True,
        clock=demo.clock,
    )
    for person in demo.representatives:
        invite(person.address, person.name, Role.REPRESENTATIVE, actor=manager)
    for person in demo.technicians:
        invite(person.address, person.name, Role.TECHNICIAN, actor=manager)
    for source in demo.sources:
        import_mail(
            source.path,
            mailbox=source.mailbox,
            keep=Level.FULL,
            share=Level.METADATA,
            actor=manager,
            report=progress,
        )
    _name_accounts(demo, manager)
    _tell_customers(demo)
    _opened_before(demo)
    bring_books(demo.books, actor=manager, progress=progress)
    type_trade(demo.clock, manager=manager)
    refresh(as_of=demo.clock)
    return manager


def _name_accounts(demo: DemoCompany, actor: User) -> None:
    for one in demo.accounts:
        found = account_by_domain(one.domain)
        if found is not None:
            rename_account(found.pk, one.name, actor=actor)


def _tell_customers(demo: DemoCompany) -> None:
    """Each representative has said of nearly all their customers that they are customers."""
    for person in demo.representatives:
        theirs = [one.domain for one in demo.accounts if one.owner == person.address]
        met = map(account_by_domain, theirs[:-UNTOLD])
        known = [account.pk for account in met if account is not None]
        say(known, Relation.CUSTOMER, why="sitting", actor=user_by_email(person.address))


def _opened_before(demo: DemoCompany) -> None:
    """Each representative has opened their customers' pages a while ago: there is news since."""
    for person in demo.representatives:
        user = user_by_email(person.address)
        for one in demo.accounts:
            found = account_by_domain(one.domain) if one.owner == person.address else None
            if found is not None:
                note_opened(found.pk, demo.clock - LOOKED, actor=user)
