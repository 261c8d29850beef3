"""The firm, its day, and who may sign in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from kith.ledger.rights.models import Audit, Firm, Mailbox, OwnDomain, User
from kith.terms.errors import NotReady, NotVisible


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


def the_demo() -> Firm:
    """The firm of a demo. Raises NotVisible on a real ledger, and on an empty one."""
    found = firm()
    if found is None or not found.is_demo:
        raise NotVisible("There is no demo here.")
    return found


def unfounded() -> None:
    """Raises NotVisible where the ledger belongs to a firm, real or invented."""
    if firm() is not None:
        raise NotVisible("This ledger belongs to a firm already.")


def mailboxes_of(user: User) -> QuerySet[Mailbox, int]:
    """Ids of the user's mailboxes, to stand inside another query: what they hold is theirs."""
    return Mailbox.objects.filter(owner=user).values_list("id", flat=True)


def founded() -> Firm:
    """The firm. Raises NotReady, with the command to run, where there is none yet."""
    found = firm()
    if found is None:
        raise NotReady(
            "This ledger belongs to no firm yet.",
            cure="Run: kith init --company NAME --domain example.com --email you@example.com",
        )
    return found


def own_domains() -> list[str]:
    """The firm's own mail domains: whoever writes from them is a colleague."""
    return list(OwnDomain.objects.order_by("domain").values_list("domain", flat=True))


def own_addresses() -> list[str]:
    """Addresses of the firm's mailboxes and users, wherever they lie."""
    boxes = Mailbox.objects.values_list("address", flat=True)
    return sorted({*boxes, *User.objects.values_list("email", flat=True)})


def mailbox_owner(address: str) -> User | None:
    """Whose mailbox that is: its owner's, else the user's who signs in with the address."""
    folded = address.strip().casefold()
    box = Mailbox.objects.filter(address=folded).select_related("owner").first()
    return box.owner if box else User.objects.filter(email=folded).first()


def mailbox_zones() -> list[tuple[str, str]]:
    """Addresses of users, and of their mailboxes, who live in a time zone of their own."""
    users = User.objects.exclude(zone="").values_list("email", "zone")
    boxes = Mailbox.objects.exclude(owner__zone="").values_list("address", "owner__zone")
    return [*users, *boxes]


def user_by_email(email: str | None) -> User:
    """The user of that address; the firm's first user where None. Raises NotReady for nobody."""
    users = User.objects.order_by("id")
    found = users.filter(email=email.strip().casefold()).first() if email else users.first()
    if found is None:
        raise NotReady(
            f"There is no user {email}." if email else "There is no user yet.",
            cure="Run kith init first, or name a user's mail address.",
        )
    return found


def own_mailboxes(user: User) -> list[Mailbox]:
    """The user's mailboxes, in the order in which they were opened."""
    return list(Mailbox.objects.filter(owner=user).order_by("id"))


def own_mailbox(user: User, mailbox_id: int) -> Mailbox:
    """One of them. Raises NotVisible for any other."""
    found = Mailbox.objects.filter(owner=user, pk=mailbox_id).first()
    if found is None:
        raise NotVisible("There is no such mailbox here.")
    return found


def unsettled_mailboxes() -> list[Mailbox]:
    """Those whose stored mails do not all follow their levels yet."""
    return list(Mailbox.objects.filter(settled_until__isnull=False).order_by("id"))


def levels_were_changed() -> bool:
    """Whether anybody ever changed the levels of a mailbox that was open already."""
    return Audit.objects.filter(subject="mailbox", verb="set_levels").exists()
