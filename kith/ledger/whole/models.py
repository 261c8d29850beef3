"""Work that crosses the ledger's subjects and may be cut off: where it stands."""

from django.db import models

from kith.ledger.rights.models import User


class Erasure(models.Model):
    """One person being erased, or erased: how far it is, and what went.

    - `state`: the step that is next (`MAILS` to `DISK`), or done. One found under way was cut off,
      or waits for the worker: it goes on.
    - `whom`: addresses, names and row ids, as long as there is work to do; empty from `DISK` on.
    - `cursor`: the last activity looked through for mentions.
    - `counts`: rows by what became of them; each is added with the rows it counts.
    """

    MAILS, MENTIONS, ROWS, DISK, DONE = "mails", "mentions", "rows", "disk", "done"

    state = models.CharField(max_length=16, default=MAILS)
    whom = models.JSONField(default=dict)
    cursor = models.BigIntegerField(default=0)
    counts = models.JSONField(default=dict)
    asked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
