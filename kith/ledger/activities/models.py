"""Mails, meetings, calls, visits, notes: what happened, between whom, in which thread.

Three times: `happened_at`; `known_at`, when the firm could have known; `recorded_at`, when this
database got it (for the audit: nothing filters by it).
"""

from django.db import models

from kith.ledger.activities.incoming import AWAY, BOUNCED, LEFT
from kith.ledger.people.models import Account, Address
from kith.ledger.threads.models import KEY, Thread
from kith.terms.words import Sort


class Activity(models.Model):
    """One thing that happened, however many mailboxes hold it.

    - `open_level`: what every colleague may see of it (terms.words.Level): the widest share of the
      mailboxes that hold it; NOTHING where no outside person has an account.
    - `happened_at` null: no believable date; `undated_because` says why. Counted by no signal.
    - `dated_by`: 'date', its own header; 'received', a server's note, as its own is not believed.
    - `sort`: terms.words.Sort, what sort of mail it is.
    - `says`: a sum of terms.words.Says, what its new words are about.
    - `subject` is stored when a mailbox that holds it keeps subjects; the text stands apart.
    """

    kind = models.CharField(max_length=16)
    direction = models.CharField(max_length=8)
    happened_at = models.DateTimeField(null=True)
    offset_minutes = models.SmallIntegerField(null=True)
    known_day = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    undated_because = models.CharField(max_length=64, blank=True)
    dated_by = models.CharField(max_length=8, blank=True)
    subject = models.CharField(max_length=998, blank=True)
    open_level = models.SmallIntegerField()
    recipients = models.IntegerField()
    sort = models.CharField(max_length=16, default=Sort.PERSON, db_default=Sort.PERSON)
    is_mass = models.BooleanField()
    is_automatic = models.BooleanField()
    asks = models.BooleanField(default=False)
    says = models.SmallIntegerField(default=0, db_default=0)
    thread = models.ForeignKey(Thread, null=True, on_delete=models.SET_NULL)
    content_key = models.BinaryField(max_length=KEY)

    class Meta:
        indexes = [
            models.Index(fields=["content_key"], name="activity_content"),
            models.Index(fields=["known_day"], name="activity_day"),  # what came on a day
        ]


class ActivityText(models.Model):
    """The text as it was written, quotes included; its owners' alone by default.

    `new_from` and `new_until` bound what is new in it: quotes and signature lie outside, but for
    those of `quoted_within`, pairs of places, which are answered line by line.
    `asks_from` and `asks_until` bound the sentence that asks; null where none does.
    """

    activity = models.OneToOneField(Activity, primary_key=True, on_delete=models.CASCADE)
    text = models.TextField()
    new_from = models.IntegerField(default=0)
    new_until = models.IntegerField(default=0)
    quoted_within = models.JSONField(default=list)
    asks_from = models.IntegerField(null=True)
    asks_until = models.IntegerField(null=True)


class Notice(models.Model):
    """What a machine's mail says about an address: mail to it bounced, its person is away or left.

    `until`: the day of return, where it was said; `successor`: whom to write to instead.
    An address that nothing but the notice names is not made: it is awaited, by its key
    (`kith.ledger.imports.keys`), and tied to the notice when a mail names it.
    """

    BOUNCED, AWAY, LEFT = BOUNCED, AWAY, LEFT

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE)
    address = models.ForeignKey(Address, null=True, on_delete=models.CASCADE)
    awaits = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=16)
    until = models.DateField(null=True)
    successor = models.ForeignKey(
        Address, null=True, on_delete=models.SET_NULL, related_name="stands_in"
    )
    awaits_successor = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=[name],
                name=f"notice_{name}",
                condition=models.Q(**{f"{name}__isnull": False}),
            )
            for name in ("awaits", "awaits_successor")
        ]


class Participant(models.Model):
    """An address in an activity, and what it counts for.

    - `part`: terms.words.Part. `side`: terms.words.Side.
    - `account`: where the person worked on that day; never moved by later merges or job changes.
    - `day`: the activity's date in this person's zone, else the firm's; null if undated.

    The database does not check `address`: to delete one address it would read this whole table,
    the largest there is. Addresses are deleted in one place, which looks first
    (kith.ledger.whole.orphan_writers).
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, db_index=False)
    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, db_index=False, db_constraint=False
    )
    part = models.SmallIntegerField()
    side = models.SmallIntegerField()
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, db_index=False)
    day = models.DateField(null=True)

    class Meta:
        indexes = [
            # Covers the join that makes touches, and an activity's own list of people.
            models.Index(
                fields=["activity", "side", "address", "account", "part"], name="participant_of"
            ),
            # A person's activities, newest first. Copies of internal mail, ten to one of the rest,
            # are left out.
            models.Index(
                fields=["address", "day", "activity"],
                name="participant_address",
                condition=models.Q(side__gt=0) | models.Q(account__isnull=False),
            ),
            # An account's timeline, newest first, without touching the table.
            models.Index(
                fields=["account", "day", "activity"],
                name="participant_timeline",
                condition=models.Q(account__isnull=False),
            ),
            # One year of touches, for extraction.
            models.Index(
                fields=["day", "activity", "address"],
                name="participant_ours_by_day",
                condition=models.Q(side=1),
            ),
            # One year of copies, for extraction: outside people who read along, few beside ours.
            models.Index(
                fields=["day", "activity", "address"],
                name="participant_copies_by_day",
                condition=models.Q(side=0, account__isnull=False),
            ),
        ]
