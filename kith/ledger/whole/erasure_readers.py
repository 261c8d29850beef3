"""Who is to be erased, and what speaks of them. For the pipeline: nothing here looks at rights."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from kith.ledger import bulk
from kith.ledger.activities.models import Participant
from kith.ledger.people.models import Address, Colleague, Contact, Employment, Merge, NameSeen
from kith.ledger.people.names import match_key
from kith.ledger.rights.models import Mailbox, OwnDomain, User
from kith.ledger.whole.models import Erasure
from kith.terms.errors import BadInput, NotVisible, Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Part, Role


@dataclass(frozen=True, slots=True)
class Whom:
    """A person as the ledger knows them.

    - `addresses`: (id, address), the one asked for first; id 0 where the ledger never met it.
    - `names`: as they were seen; `common`: those that somebody else bears as well; `also`: what the
      asker says they go by.
    - `contacts`: ids, merged ones included; `accounts`: where they ever worked.
    """

    addresses: tuple[tuple[int, str], ...]
    names: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    contacts: tuple[int, ...] = ()
    accounts: tuple[int, ...] = ()

    @property
    def address_ids(self) -> list[int]:
        return [pk for pk, _ in self.addresses if pk]

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Whom":
        rows = {name: tuple(values) for name, values in kept.items()}
        return cls(**{**rows, "addresses": tuple((pk, text) for pk, text in kept["addresses"])})


class Words(NamedTuple):
    """An activity's subject and text (None: none is kept) with the spans that lie in it.

    `quoted_within`: pairs of places, as JSON.
    """

    activity_id: int
    subject: str
    text: str | None
    new_from: int | None
    new_until: int | None
    quoted_within: str | None
    asks_from: int | None
    asks_until: int | None


def whom(address: str, *, also: Collection[str] = ()) -> Whom:
    """The person whom an outside address reaches; `also` are further names that they go by.

    Raises BadInput for what is no address, Refused for one of ours.
    """
    folded = address.strip().casefold()
    local, _, domain = folded.rpartition("@")
    if not local or not domain or any(c.isspace() for c in folded):
        raise BadInput(
            gettext_noop("{address} is no mail address."),
            cure=gettext_noop("Name it as name@example.com."),
            address=address,
        )
    row = Address.objects.filter(address=folded).first()
    if (row and row.colleague_id) or _is_ours(folded, domain):
        raise Refused(
            gettext_noop("{address} is one of ours: colleagues are not erased by this."),
            cure=gettext_noop(
                "Undo the imports of their mailbox (kith imports undo) to let go of their mail."
            ),
            address=folded,
        )
    extra = tuple(name.strip() for name in also if name.strip())
    if row is None or row.contact_id is None:
        return Whom(((row.pk if row else 0, folded),), also=extra)
    return _known(row, row.contact_id, extra)


def _is_ours(address: str, domain: str) -> bool:
    return (
        OwnDomain.objects.filter(domain=domain).exists()
        or Mailbox.objects.filter(address=address).exists()
        or User.objects.filter(email=address).exists()
    )


def _known(row: Address, contact_id: int, extra: tuple[str, ...]) -> Whom:
    contacts = _with_merged(contact_id)
    addresses = list(Address.objects.filter(contact_id__in=contacts).order_by("id"))
    addresses.sort(key=lambda found: found.pk != row.pk)
    ids = [found.pk for found in addresses]
    seen = {
        *Contact.objects.filter(pk__in=contacts, is_shared=False).values_list("name", flat=True),
        *NameSeen.objects.filter(address__in=ids).values_list("name", flat=True),
        *(found.name for found in addresses),
    }
    names = (
        {name for name in seen if name and "@" not in name} if not _is_office(contacts) else set()
    )
    common = _borne_by_others(names, contacts)
    return Whom(
        addresses=tuple((found.pk, found.address) for found in addresses),
        names=tuple(sorted(names - common)),
        common=tuple(sorted(common)),
        also=extra,
        contacts=tuple(sorted(contacts)),
        accounts=tuple(sorted(_accounts(contacts, ids))),
    )


def _is_office(contacts: Collection[int]) -> bool:
    """A shared address has a label and no name: "Info" stands in every second mail."""
    return not Contact.objects.filter(pk__in=contacts, is_shared=False).exists()


def _with_merged(contact_id: int) -> set[int]:
    """The contact, whom it absorbed, and whom those had absorbed."""
    met, new = set[int](), {contact_id}
    while new:
        met |= new
        rows = Merge.objects.filter(kind="contact", undone_at__isnull=True)
        pairs = rows.filter(Q(kept_id__in=new) | Q(absorbed_id__in=new))
        new = {pk for pair in pairs.values_list("kept_id", "absorbed_id") for pk in pair} - met
    return met


def _borne_by_others(names: Iterable[str], contacts: Collection[int]) -> set[str]:
    """Names that another contact, or a colleague, is called by: not this person's alone."""
    keys = {name: match_key(name) for name in names}
    others = set(
        Contact.objects.filter(match_key__in=[*keys.values()])
        .exclude(pk__in=contacts)
        .values_list("match_key", flat=True)
    )
    others |= {match_key(name) for name in Colleague.objects.values_list("name", flat=True)}
    return {name for name, key in keys.items() if key in others}


def _accounts(contacts: Collection[int], addresses: Collection[int]) -> set[int]:
    worked = Employment.objects.filter(contact_id__in=contacts)
    there = Participant.objects.filter(address_id__in=addresses, account_id__isnull=False)
    rows = {*worked.values_list("account_id", flat=True)}
    return rows | {pk for pk in there.values_list("account_id", flat=True).distinct() if pk}


def namesakes(person: Whom) -> list[str]:
    """Addresses of other contacts who bear one of the person's names: perhaps the person too."""
    keys = [match_key(name) for name in (*person.names, *person.common)]
    others = Contact.objects.filter(match_key__in=keys).exclude(pk__in=person.contacts)
    rows = Address.objects.filter(contact__in=others).order_by("address")
    return list(rows.values_list("address", flat=True)[:50])


def mails_of(address_ids: Collection[int]) -> tuple[list[int], list[int]]:
    """The activities that go with them, and those that lose them.

    Gone with them is what they wrote, and what they are the only outside person of.
    """
    if not address_ids:
        return [], []
    rows = Participant.objects.filter(address_id__in=address_ids).values_list("activity_id", "part")
    parts: dict[int, set[int]] = {}
    for pk, part in rows.iterator():
        parts.setdefault(pk, set()).add(part)
    theirs = set(address_ids)
    shared = {
        pk
        for pk, address in bulk.select_in(
            "SELECT p.activity_id, p.address_id FROM ledger_participant p"
            " JOIN ledger_address a ON a.id = p.address_id"
            " WHERE a.contact_id IS NOT NULL AND p.activity_id IN ({values})",
            parts,
        )
        if address not in theirs
    }
    gone = {pk for pk, played in parts.items() if Part.FROM in played or pk not in shared}
    return sorted(gone), sorted(parts.keys() - gone)


_WORDS = (
    "SELECT a.id, a.subject, t.text, t.new_from, t.new_until, t.quoted_within,"
    " t.asks_from, t.asks_until FROM ledger_activity a"
    " LEFT JOIN ledger_activitytext t ON t.activity_id = a.id"
)


def words_of(activity_ids: Iterable[int]) -> list[Words]:
    """Subjects and texts of these activities."""
    statement = f"{_WORDS} WHERE a.id IN ({{values}})"
    return [Words(*row) for row in bulk.select_in(statement, activity_ids)]


def words_after(activity_id: int, limit: int) -> list[Words]:
    """The next activities by id, for a walk through all of them."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_WORDS} WHERE a.id > %s ORDER BY a.id LIMIT %s", [activity_id, limit])
        return [Words(*row) for row in cursor.fetchall()]


def names_of_others(
    activity_ids: Iterable[int], address_ids: Collection[int]
) -> dict[int, set[str]]:
    """By activity, the names of everybody else who is in it."""
    found: dict[int, set[str]] = {}
    for pk, address, *names in bulk.select_in(
        "SELECT p.activity_id, p.address_id, a.name, t.name, c.name FROM ledger_participant p"
        " JOIN ledger_address a ON a.id = p.address_id"
        " LEFT JOIN ledger_contact t ON t.id = a.contact_id"
        " LEFT JOIN ledger_colleague c ON c.id = a.colleague_id"
        " WHERE p.activity_id IN ({values})",
        activity_ids,
    ):
        if address not in address_ids:
            found.setdefault(pk, set()).update(name for name in names if name)
    return found


def pending() -> list[Erasure]:
    """Erasures that wait or were cut off, oldest first."""
    return list(
        Erasure.objects.exclude(state=Erasure.DONE).select_related("asked_by").order_by("id")
    )


def visible_erasure(user: User, erasure_id: int) -> Erasure:
    """An erasure, for managers. Raises NotVisible for others, or where there is none."""
    row = Erasure.objects.filter(pk=erasure_id).first()
    if user.role != Role.MANAGER or row is None:
        raise NotVisible("There is no such erasure here.")
    return row


def rows_after(
    table: str, columns: Collection[str], after: int, limit: int
) -> list[tuple[Any, ...]]:
    """The next rows of a table by id, (id, columns ...), that hold any text, for a walk through it.

    Names of tables and columns are our own.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    any_text = " OR ".join(f"CAST(\"{name}\" AS text) <> ''" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT id, {names} FROM "{table}" WHERE id > %s AND ({any_text})'  # noqa: S608
            " ORDER BY id LIMIT %s",
            [after, limit],
        )
        return list(cursor.fetchall())
