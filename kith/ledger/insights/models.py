"""Runs, the gauges and findings they left, and what people answered.

A series is "live" (today's) or one past day. Gauges are versions: a run adds changed rows and marks
the old ones as superseded, and readers look through the newest finished run, so that a run that is
under way, or was killed, is never seen.
"""

from django.db import models

from kith.ledger.people.models import Account, Colleague, Contact
from kith.ledger.rights.models import User

LIVE = "live"
SERIES = 10


class Run(models.Model):
    """One refresh: facts, signals, findings, as of a day."""

    RUNNING, DONE, FAILED = "running", "done", "failed"

    series = models.CharField(max_length=SERIES)
    as_of = models.DateField()
    state = models.CharField(max_length=16, default=RUNNING)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["series", "state", "id"], name="run_newest")]


class Gauge(models.Model):
    """One value of one signal for one subject (0 where the subject has no such part).

    `item_id`: a product, a family of products, or a price rise, as the signal's name says.
    `value` null: the signal abstains; `n` and `parts` (its inputs) stay.
    """

    series = models.CharField(max_length=SERIES)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+")
    until_run_id = models.BigIntegerField(null=True)
    name = models.CharField(max_length=32)
    account_id = models.BigIntegerField()
    contact_id = models.BigIntegerField(default=0)
    colleague_id = models.BigIntegerField(default=0)
    item_id = models.BigIntegerField(default=0, db_default=0)
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    n = models.BigIntegerField()
    parts = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(
                fields=["account_id", "series", "name", "contact_id"], name="gauge_of_account"
            ),
            # Lists of accounts, by value. Most gauges are of single ties and never listed so.
            models.Index(
                fields=["series", "name", "value"],
                name="gauge_sorted",
                condition=models.Q(contact_id=0),
            ),
            models.Index(
                fields=["colleague_id", "series", "name"],
                name="gauge_of_colleague",
                condition=models.Q(colleague_id__gt=0),
            ),
            # How a price rise went, account by account.
            models.Index(
                fields=["item_id", "series", "value"],
                name="gauge_of_rise",
                condition=models.Q(name="rise"),
            ),
            # What nobody will read again, among millions that stand.
            models.Index(
                fields=["until_run_id"],
                name="gauge_ended",
                condition=models.Q(until_run_id__isnull=False),
            ),
        ]


class Finding(models.Model):
    """A finding of a series, kept under one id as long as its cause lasts (`key`).

    `run` saw it last: it holds while that is the newest finished run of its series. `since` is the
    day on which the state began, `found_on` the day of the run that saw it first. `evidence`: ids
    of activities; `papers`: ids of lines, giveaways, waivers, rises by those words.
    """

    series = models.CharField(max_length=SERIES)
    key = models.CharField(max_length=128)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=32)
    claim = models.CharField(max_length=16)
    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.CASCADE)
    colleague = models.ForeignKey(Colleague, null=True, on_delete=models.CASCADE)
    as_of = models.DateField()
    since = models.DateField()
    found_on = models.DateField()
    stake = models.FloatField()
    urgency = models.FloatField()
    rank = models.FloatField()
    numbers = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    papers = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "key"], name="finding_once")]
        indexes = [models.Index(fields=["user", "series", "-rank"], name="finding_today")]


class Verdict(models.Model):
    """What a person answered to a finding: done, snooze (until a day) or wrong, and why.

    Attached to the finding's key, so that it outlives the run. Taking it back sets `undone_at`.
    """

    DONE, SNOOZE, WRONG = "done", "snooze", "wrong"

    key = models.CharField(max_length=128, db_index=True)
    kind = models.CharField(max_length=32)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    verb = models.CharField(max_length=16)
    why = models.CharField(max_length=500, blank=True)
    given_on = models.DateField()
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)


class Opened(models.Model):
    """When a user last opened an account's page: on `day`, and on the last day `before` that.

    One row a user and account, changed at most once a day; nobody else sees it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    account_id = models.BigIntegerField()
    day = models.DateField()
    before = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "account_id"], name="opened_once"),
        ]


class Backtest(models.Model):
    """The last look back at how often something proved right: `name` says what.

    'silence' is that signal's trial, 'kinds' the record of the kinds of findings. `result`: counts
    and shares of the whole firm, nobody's name.
    """

    name = models.CharField(max_length=32, unique=True)
    as_of = models.DateField()
    made_at = models.DateTimeField()
    result = models.JSONField(default=dict)
