"""The ledger's content as plain values: what happened and to whom.

Left out is what depends on how it came in: ids, batches, arrivals, audit, stamps, recorded_at.
Two ledgers that were told the same, in whatever order and pieces, have equal content.
"""

from collections.abc import Sequence

import django


def content() -> dict[str, Sequence[object]]:
    """Every content table, rows named by their own content, sorted."""
    from kith.ledger.activities.models import Activity
    from kith.ledger.people.models import Account, Address, Contact, Employment
    from kith.ledger.rights.models import Firm, Mailbox, OwnDomain, User
    from kith.ledger.threads.models import MailKey, ThreadLink

    mails = {row.pk: bytes(row.content_key).hex() for row in Activity.objects.all()}
    return {
        "firm": sorted(Firm.objects.values_list("name", "zone", "currency", "language")),
        "domains": sorted(OwnDomain.objects.values_list("domain", flat=True)),
        "users": sorted(User.objects.values_list("email", "name", "role", "zone")),
        "mailboxes": sorted(
            Mailbox.objects.values_list("owner__email", "address", "keep", "share")
        ),
        "accounts": sorted(
            (row.name, row.sort_key, row.guessed_name, _domains(row.pk))
            for row in Account.objects.all()
        ),
        "contacts": sorted(Contact.objects.values_list("name", "sort_key", "match_key")),
        "addresses": sorted(
            map(
                str,
                Address.objects.values_list(
                    "address", "domain", "name", "contact__name", "colleague__name",
                    "colleague__user__email",
                ),
            )
        ),
        "employments": sorted(
            map(
                str,
                Employment.objects.values_list(
                    "contact__address__address", "account__name", "since", "until", "why"
                ),
            )
        ),
        "activities": _activities(),
        "participants": participants(),
        "threads": threads(),
        "message_ids": sorted(
            (bytes(key).hex(), mails.get(pk or 0, ""))
            for key, pk in MailKey.objects.values_list("key", "activity_id")
        ),
        "links": sorted(
            (kind, key, str(day), mails[pk], refers)
            for kind, key, day, pk, refers in ThreadLink.objects.values_list(
                "kind", "key", "day", "activity_id", "refers"
            )
        ),
    }  # fmt: skip


def _domains(account_id: int) -> str:
    from kith.ledger.people.models import AccountDomain

    rows = AccountDomain.objects.filter(account_id=account_id).order_by("domain")
    return " ".join(rows.values_list("domain", flat=True))


def _activities() -> Sequence[object]:
    from kith.ledger.activities.models import Activity, ActivityText

    texts = {
        t.pk: (t.text, t.new_from, t.new_until, t.quoted_within, t.asks_from, t.asks_until)
        for t in ActivityText.objects.all()
    }
    return sorted(
        (
            bytes(a.content_key).hex(), a.kind, a.direction, str(a.happened_at),
            str(a.offset_minutes), str(a.known_day), a.undated_because, a.subject, a.open_level,
            a.recipients, a.is_mass, a.is_automatic, a.asks, a.says, str(texts.get(a.pk)),
        )
        for a in Activity.objects.all()
    )  # fmt: skip


def participants() -> list[tuple[str, str, int, int, str, str]]:
    """Every participant: the mail, and who counts for what in it."""
    from kith.ledger.activities.models import Participant

    rows = Participant.objects.select_related("activity", "address", "account")
    return sorted(
        (
            bytes(p.activity.content_key).hex(), p.address.address, p.part, p.side,
            p.account.name if p.account else "", str(p.day),
        )
        for p in rows
    )  # fmt: skip


def threads() -> list[str]:
    """The mails of each thread, by what they say."""
    from kith.ledger.activities.models import Activity

    found: dict[int | None, list[str]] = {}
    for row in Activity.objects.all():
        found.setdefault(row.thread_id, []).append(bytes(row.content_key).hex())
    return sorted(" ".join(sorted(mails)) for mails in found.values())


if __name__ == "__main__":
    import json
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    django.setup()
    print(json.dumps(content()))  # noqa: T201
