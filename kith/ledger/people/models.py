"""Accounts, contacts, colleagues, and the addresses by which evidence finds them.

Participants point at addresses, addresses at persons, persons at accounts through employments.
A merge re-points addresses and remembers what it moved, so that it can be taken back exactly.
"""

from django.db import models

from kith.ledger.rights.models import User

NAME = 300


class Account(models.Model):
    """An outside organisation. `guessed_name`: made from its domain, until a person says better.

    `country`, `segment`: as the books say them; accounts are compared with others of theirs.
    """

    name = models.CharField(max_length=NAME)
    sort_key = models.CharField(max_length=NAME)
    guessed_name = models.BooleanField(default=True)
    owner = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    country = models.CharField(max_length=64, blank=True, db_default="")
    segment = models.CharField(max_length=64, blank=True, db_default="")

    class Meta:
        indexes = [models.Index(fields=["sort_key", "id"], name="account_sorted")]


class AccountDomain(models.Model):
    """A registrable domain whose senders belong to the account."""

    domain = models.CharField(max_length=253, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)


class AccountRelation(models.Model):
    """What somebody said an account is (terms.words.Relation); the newest that stands is in force.

    `why`: sitting, typed, invoice. `said_by` null: the machine's operator, or an import.
    `settled_until`: after an account became private or noise, or did so no more, the last of its
    activities that follows already; null: all do.
    """

    SITTING, TYPED, INVOICE = "sitting", "typed", "invoice"

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    relation = models.CharField(max_length=16)
    why = models.CharField(max_length=16)
    said_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, db_index=False)
    said_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    settled_until = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            # What somebody said last, to be taken back.
            models.Index(fields=["said_by", "said_at"], name="relation_act"),
            models.Index(
                fields=["settled_until"],
                name="relation_unsettled",
                condition=models.Q(settled_until__isnull=False),
            ),
        ]


class Contact(models.Model):
    """An outside person. `is_shared`: no person but an account's common address (info@).

    `match_key`: of people.names, by which other forms of the name are found.
    """

    is_shared = models.BooleanField(default=False, db_default=False)
    name = models.CharField(max_length=NAME)
    sort_key = models.CharField(max_length=NAME)
    match_key = models.CharField(max_length=NAME, db_index=True)


class Employment(models.Model):
    """A contact works at an account. `until` null: today. `why`: what it was concluded from."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    why = models.CharField(max_length=64)


class Colleague(models.Model):
    """A person of the firm, with a sign-in or only seen in mail."""

    name = models.CharField(max_length=NAME)
    sort_key = models.CharField(max_length=NAME)
    match_key = models.CharField(max_length=NAME, db_index=True)
    user = models.OneToOneField(User, null=True, on_delete=models.SET_NULL)


class Address(models.Model):
    """One mail address, lower-cased, and the person it reaches: a contact or a colleague.

    `name` is the fullest name seen beside it.
    """

    address = models.CharField(max_length=320, unique=True)
    domain = models.CharField(max_length=253)
    name = models.CharField(max_length=NAME, blank=True)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT)
    colleague = models.ForeignKey(Colleague, null=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contact__isnull=True) | models.Q(colleague__isnull=True),
                name="address_reaches_one",
            ),
        ]


class NameSeen(models.Model):
    """A name that a batch saw beside an address. The fullest one seen is the address' name, so an
    undone batch takes its names with it.
    """

    address = models.ForeignKey(Address, on_delete=models.CASCADE)
    batch_id = models.BigIntegerField()
    name = models.CharField(max_length=NAME)

    class Meta:
        constraints = [
            # The batch first: an undone one finds its own; the address has an index already.
            models.UniqueConstraint(fields=["batch_id", "address", "name"], name="name_seen_once"),
        ]


class Erased(models.Model):
    """An erased person's address as a keyed hash, so that no import brings them back."""

    key = models.BinaryField(max_length=32, unique=True)
    erased_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    erased_at = models.DateTimeField()


class Merge(models.Model):
    """Two rows found to be one: what was kept, what was absorbed, and what moved, for unmerging."""

    kind = models.CharField(max_length=16)
    kept_id = models.BigIntegerField()
    absorbed_id = models.BigIntegerField()
    moved = models.JSONField(default=dict)
    merged_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
