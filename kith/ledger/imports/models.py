"""Batches, what each brought, what each refused; and the stamps by which facts are rebuilt."""

from django.db import models

from kith.ledger.rights.models import Mailbox, User


class Batch(models.Model):
    """One import. `cursor` is the position of the last item dealt with: a killed one goes on there.

    `left_out`: how many items did not enter, by the codes of `LeftOut`; `refused` is one of them.
    `state`: uploaded (waits for its owner's word), waiting (for the job worker), running, stopped,
    done, recalled (to be undone by the job worker), undoing, undone (kinds live here, not in the
    database's checks). One found as undoing was cut off: its undo goes on. `trouble`: why it
    stopped, for a person.
    `names`: the uploaded files as their owner calls them, a line each. They lie under `path`, in
    folders 1, 2, ... of that order; '' where the path itself was named.
    `how`: of a sheet, the choices it is read by (`kith.pipeline.sheets.choices`); `remarked`: to
    how many of its rows a rule was applied, by the codes of `Remark`.
    """

    UPLOADED, WAITING, RECALLED = "uploaded", "waiting", "recalled"
    DRY = "?"  # the path of what is only tried
    RUNNING, STOPPED, DONE, UNDOING, UNDONE = "running", "stopped", "done", "undoing", "undone"

    kind = models.CharField(max_length=32)
    path = models.TextField()
    names = models.TextField(blank=True)
    trouble = models.TextField(blank=True)
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
    left_out = models.JSONField(default=dict)
    how = models.JSONField(default=dict)
    remarked = models.JSONField(default=dict)
    bytes_done = models.BigIntegerField(default=0)
    bytes_total = models.BigIntegerField(default=0)


class Arrival(models.Model):
    """A batch held this row: created it, saw it again, or changed one field from old to new.

    Also says which mailboxes hold a mail, and thereby whose it is to read. Of what sheets tell,
    `new` of a row created or seen says which of its columns they told (`imports.told`).
    """

    CREATED, SEEN, CHANGED = 1, 2, 3
    ACTIVITY, ADDRESS, CONTACT, COLLEAGUE, ACCOUNT, EMPLOYMENT, USER = 1, 2, 3, 4, 5, 6, 7
    DOMAIN, FAMILY, PRODUCT, CUSTOMER, INVOICE, LINE = 8, 9, 10, 11, 12, 13
    PRICE_LIST, LIST_PRICE, RATE, CONDITION = 14, 15, 16, 17

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


class LeftOut(models.Model):
    """An item of a source that is not in the ledger: where it lies, and why.

    `code`: refused (unreadable), blocked, deleted (by its owner, in their mail program), erased
    (somebody in it was), undone (its import was).
    `message_key`: the digest of its Message-ID, where it has one; `day`: its day in UTC.
    `cells`: what stood in a sheet's row, as a JSON list, to be put right and handed in again.
    """

    REFUSED, BLOCKED, DELETED = "refused", "blocked", "deleted"
    ERASED, UNDONE = "erased", "undone"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE)
    code = models.CharField(max_length=16, default=REFUSED)
    position = models.TextField()
    reason = models.TextField()
    message_key = models.BinaryField(max_length=16, null=True)
    day = models.DateField(null=True)
    cells = models.TextField(blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["message_key"],
                name="leftout_message",
                condition=models.Q(message_key__isnull=False),
            ),
            models.Index(fields=["day"], name="leftout_day"),
        ]


class Remark(models.Model):
    """A rule that was applied to rows of a sheet that are in the ledger, or were none to keep: to
    which one first. `code` is stable for programs; `reason`: as `terms.errors.KithError.written`.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE)
    code = models.CharField(max_length=32)
    row = models.BigIntegerField()
    reason = models.TextField()


class LeftOutAddress(models.Model):
    """How many mails with an address a batch left out, by reason. `key`: 63 bits, keyed."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE)
    code = models.CharField(max_length=16)
    key = models.BigIntegerField(db_index=True)
    count = models.IntegerField()


class Stamp(models.Model):
    """The version of one part of one fact table; writers raise it when they change its rows.

    `year` is 0 for tables that are not cut by year.
    """

    shape = models.CharField(max_length=32)
    year = models.SmallIntegerField(default=0)
    version = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shape", "year"], name="stamp_once")]
