"""The verb that empties a demo's ledger, so that a firm of flesh and blood can begin in it."""

from django.apps import apps
from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.rights.models import Firm, User
from kith.ledger.rights.writers import note
from kith.ledger.search.tidy_writers import INDEXES
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop

KEPT = {"contenttypes", "auth"}  # what a migration filled, not a person


@writer
def empty_demo(*, actor: User | None) -> None:
    """Every row goes: firm, people, mails, sign-ins, and the index. What stays is one line of the
    audit that says so, by nobody, as its actor was invented too.

    All of it or nothing: killed before its end it was never begun. Raises Refused where the firm is
    no demo, or there is none.
    """
    bulk.take_turn()
    found = Firm.objects.filter(is_demo=True).first()
    if found is None or Firm.objects.exclude(pk=found.pk).exists():
        raise Refused(
            gettext_noop("Only a demo's data is cleared so."),
            cure=gettext_noop("Take imports back one by one."),
        )
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.app_label not in KEPT:
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608 - our own names
        if connection.vendor == "sqlite":
            for index in INDEXES:
                cursor.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")  # noqa: S608
        else:
            cursor.execute("DELETE FROM ledger_search")
    note("empty_demo", "firm", found.pk, actor=None, old={"name": found.name})
