"""Batches, what each brought, what each refused; and the stamps by which facts are rebuilt."""

from django.db import models

from kith.ledger.rights.models import Mailbox, User


class Batch(models.Model):
    """One import. `cursor` is the position of the last item dealt with: a killed one goes on there.

    `state`: running, stopped, done, undone (kinds live here, not in the database's checks).
    """

    RUNNING, STOPPED, DONE, UNDONE = "running", "stopped", "done", "undone"

    kind = models.CharField(max_length=32)
    path = models.TextField()
    mailbox = models.ForeignKey(Mailbox, null=True, on_delete=models.PROTECT)
    state = models.CharField(max_length=16, default=RUNNING)
    started_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    started_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    cursor = models.TextField(blank=True)
    read = models.BigIntegerField(default=0)
    kept = models.BigIntegerField(default=0)
    seen = models.BigIntegerField(default=0)
    refused = models.BigIntegerField(default=0)
    bytes_done = models.BigIntegerField(default=0)
    bytes_total = models.BigIntegerField(default=0)


class Arrival(models.Model):
    """A batch held this row: created it, saw it again, or changed one field from old to new.

    Also says which mailboxes hold a mail, and thereby whose it is to read.
    """

    CREATED, SEEN, CHANGED = 1, 2, 3
    ACTIVITY, ADDRESS, CONTACT, COLLEAGUE, ACCOUNT, EMPLOYMENT, USER = 1, 2, 3, 4, 5, 6, 7

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE)
    mailbox_id = models.BigIntegerField(null=True)
    kind = models.SmallIntegerField()
    object_id = models.BigIntegerField()
    how = models.SmallIntegerField()
    field = models.CharField(max_length=32, blank=True)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "object_id", "mailbox_id"], name="arrival_of"),
        ]


class RefusedItem(models.Model):
    """An item a batch could not use: where it lies in the source, and why."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE)
    position = models.TextField()
    reason = models.TextField()


class Stamp(models.Model):
    """The version of one part of one fact table; writers raise it when they change its rows.

    `year` is 0 for tables that are not cut by year.
    """

    shape = models.CharField(max_length=32)
    year = models.SmallIntegerField(default=0)
    version = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shape", "year"], name="stamp_once")]
