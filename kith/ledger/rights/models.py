"""The firm, its people with a sign-in, their mailboxes, and who did what when."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.terms.words import Level, Role


class Firm(models.Model):
    """The one firm whose ledger this is. `clock` stands still in a demo and is null elsewhere."""

    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    language = models.CharField(max_length=16)
    is_demo = models.BooleanField(default=False)
    clock = models.DateField(null=True)
    created_at = models.DateTimeField()


class OwnDomain(models.Model):
    """A mail domain of the firm: whoever writes from it is a colleague."""

    domain = models.CharField(max_length=253, unique=True)


class UserManager(BaseUserManager["User"]):
    """Looks users up by mail address; creating one is a verb of `writers.py`."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").casefold())


class User(AbstractBaseUser):
    """A colleague with a sign-in, or one invited to have it (no password yet)."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=32, default=Role.REPRESENTATIVE)
    zone = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=16, blank=True)
    is_active = models.BooleanField(default=True)
    invited_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []


class Team(models.Model):
    """Colleagues who are led together."""

    name = models.CharField(max_length=200)


class Membership(models.Model):
    """A user's place in a team. `leads` opens the team's manager pages to them."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    leads = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "user"], name="membership_once"),
        ]


class Mailbox(models.Model):
    """Whose mail it is, how much of it is kept, and how much colleagues see (never more).

    `settled_until`: after a change of levels, the last activity that follows them already; null:
    all do.
    """

    owner = models.ForeignKey(User, on_delete=models.PROTECT)
    address = models.CharField(max_length=320, unique=True)
    keep = models.SmallIntegerField(default=Level.FULL)
    share = models.SmallIntegerField(default=Level.METADATA)
    settled_until = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(share__lte=models.F("keep")), name="share_within_keep"
            ),
        ]


class Block(models.Model):
    """Mail that never enters the ledger: of a domain, or under a label; in one mailbox, or in all.

    `kind`: domain, label. `value`: folded. `mailbox` null: the whole firm's.
    """

    DOMAIN, LABEL = "domain", "label"

    kind = models.CharField(max_length=16)
    value = models.CharField(max_length=253)
    mailbox = models.ForeignKey(Mailbox, null=True, on_delete=models.CASCADE)
    blocked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    blocked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "value", "mailbox"], name="block_once_here"),
            models.UniqueConstraint(
                fields=["kind", "value"],
                condition=models.Q(mailbox__isnull=True),
                name="block_once_everywhere",
            ),
        ]


class Audit(models.Model):
    """One verb done to the ledger. `actor` is null where the machine's operator did it."""

    recorded_at = models.DateTimeField()
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    verb = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    subject_id = models.BigIntegerField()
    old = models.JSONField(default=dict)
    new = models.JSONField(default=dict)
    why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_id"], name="audit_subject")]
