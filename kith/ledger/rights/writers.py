"""Verbs on the firm, its users and mailboxes."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.rights.models import Audit, Firm, Mailbox, OwnDomain, User
from kith.terms.errors import BadInput, Refused
from kith.terms.words import Level, Role


@writer
def note(
    verb: str,
    subject: str,
    subject_id: int,
    *,
    actor: User | None,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    why: str = "",
) -> None:
    """Adds the audit row of a verb. Every writer calls it within its own transaction."""
    Audit.objects.create(
        recorded_at=timezone.now(),
        actor=actor,
        verb=verb,
        subject=subject,
        subject_id=subject_id,
        old=dict(old or {}),
        new=dict(new or {}),
        why=why,
    )


@writer
def found_firm(
    *, actor: User | None, name: str, domains: Iterable[str], zone: str, currency: str,
    language: str, is_demo: bool = False, clock: date | None = None,
) -> Firm:  # fmt: skip
    """Sets up the one firm. Raises Refused where there is one already."""
    if Firm.objects.exists():
        raise Refused(
            "This ledger already belongs to a firm.", cure="Name another folder in KITH_HOME."
        )
    firm = Firm.objects.create(
        name=name,
        zone=zone,
        currency=currency,
        language=language,
        is_demo=is_demo,
        clock=clock,
        created_at=timezone.now(),
    )
    OwnDomain.objects.bulk_create(
        OwnDomain(domain=d) for d in sorted({d.casefold() for d in domains})
    )
    note("found_firm", "firm", firm.pk, actor=actor, new={"name": name, "is_demo": is_demo})
    return firm


@writer
def invite(email: str, name: str, role: Role, *, actor: User | None) -> User:
    """A user without a password yet. The same address again gives the same user.

    One who is given no name is shown under the address.
    """
    address = email.strip().casefold()
    user, created = User.objects.get_or_create(
        email=address,
        defaults={
            "name": name.strip() or address,
            "role": role,
            "password": make_password(None),
            "invited_at": timezone.now(),
        },
    )
    if created:
        note("invite", "user", user.pk, actor=actor, new={"email": user.email, "role": role})
    return user


@writer
def set_password(user: User, password: str, *, actor: User | None) -> None:
    """Lets the user sign in. The password itself is audited nowhere."""
    user.set_password(password)
    user.save(update_fields=["password"])
    note("set_password", "user", user.pk, actor=actor)


@writer
def choose_language(user: User, language: str, *, actor: User | None) -> None:
    """The language of the pages for this user; '' is whatever their browser asks for.

    Raises BadInput for one that the pages do not speak.
    """
    if language and language not in dict(settings.LANGUAGES):
        spoken = ", ".join(code for code, _ in settings.LANGUAGES)
        raise BadInput(f"Kith does not speak {language[:20]!r}.", cure=f"Choose one of: {spoken}.")
    old, new = {"language": user.language}, {"language": language}
    if old == new:
        return
    user.language = language
    user.save(update_fields=["language"])
    note("choose_language", "user", user.pk, actor=actor, old=old, new=new)


@writer
def open_mailbox(
    owner: User, address: str, *, actor: User | None, keep: Level | None, share: Level | None
) -> Mailbox:
    """The owner's mailbox of that address, made if new. None keeps the levels it has.

    A new one keeps everything and shows colleagues who and when. Raises Refused where `share`
    would be more than `keep`, or where a level is to change after mail has come in under another.
    """
    wanted_keep = Level.FULL if keep is None else keep
    wanted_share = min(Level.METADATA, wanted_keep) if share is None else share
    if wanted_share > wanted_keep:
        raise Refused(
            f"Colleagues cannot be shown more ({wanted_share.name.lower()}) than is kept"
            f" ({wanted_keep.name.lower()}).",
            cure="Raise --level or lower --share.",
        )
    box, created = Mailbox.objects.get_or_create(
        address=address.strip().casefold(),
        defaults={"owner": owner, "keep": wanted_keep, "share": wanted_share},
    )
    if created:
        levels = {"keep": int(box.keep), "share": int(box.share)}
        note("open_mailbox", "mailbox", box.pk, actor=actor, new={"address": box.address, **levels})
        return box
    asked = (box.keep if keep is None else keep, box.share if share is None else share)
    if asked != (box.keep, box.share):
        raise Refused(
            f"{box.address} was imported keeping {Level(box.keep).name.lower()} and sharing"
            f" {Level(box.share).name.lower()}.",
            cure="Leave out --level and --share to go on with these.",
        )
    return box
