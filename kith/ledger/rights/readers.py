"""The firm, its day, and who may sign in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from kith.ledger.rights.models import Firm, Mailbox, User
from kith.terms.errors import NotVisible


def firm() -> Firm | None:
    """The one firm of this ledger; None before `kith init`."""
    return Firm.objects.order_by("id").first()


def today_at(firm: Firm | None, now: datetime) -> date:
    """The firm's day: its standing clock in a demo, else `now` (aware) in the firm's zone."""
    if firm is None:
        return now.date()
    return firm.clock or now.astimezone(ZoneInfo(firm.zone)).date()


def people_of_demo() -> list[User]:
    """Everybody who may be looked through in a demo, by name; nobody on a real ledger."""
    if not Firm.objects.filter(is_demo=True).exists():
        return []
    return list(User.objects.filter(is_active=True).order_by("name", "id"))


def person_of_demo(user_id: int) -> User:
    """One of them. Raises NotVisible on a real ledger, or where there is no such person."""
    found = User.objects.filter(id=user_id, is_active=True).first()
    if found is None or not Firm.objects.filter(is_demo=True).exists():
        raise NotVisible("There is no such person in a demo here.")
    return found


def mailboxes_of(user: User) -> QuerySet[Mailbox, int]:
    """Ids of the user's mailboxes, to stand inside another query: what they hold is theirs."""
    return Mailbox.objects.filter(owner=user).values_list("id", flat=True)
