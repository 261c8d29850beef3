"""Mail threads, and what joins mails to them. Knows activities by their ids only."""

from django.db import models

KEY = 16  # bytes of a blake2b digest


class Thread(models.Model):
    """A mail thread: an identity that its mails and Message-IDs share, nothing more."""


class MailKey(models.Model):
    """A Message-ID (its digest), known or only referred to, and the thread it belongs to.

    `activity_id` is null until the mail itself arrives: threads join in any order of arrival.
    """

    key = models.BinaryField(max_length=KEY, unique=True)
    activity_id = models.BigIntegerField(null=True, db_index=True)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE)


class ThreadLink(models.Model):
    """What a mail shares with others of its thread, x outside person, on its day.

    - `kind`: SUBJECT, its folded subject; SAID, the first words it says itself; QUOTES, those of
      the mail it quotes.
    - `key`: 63 bits of a digest. `refers`: the mail has references of its own.
    """

    SUBJECT, SAID, QUOTES = 1, 2, 3

    kind = models.SmallIntegerField()
    key = models.BigIntegerField()
    day = models.DateField()
    activity_id = models.BigIntegerField(db_index=True)
    refers = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["key", "day"], name="threadlink_key")]


class ThreadReference(models.Model):
    """The Message-IDs a mail refers to, digests of `KEY` bytes one after the other.

    By them a thread falls apart again, exactly, when a mail that held it together is undone.
    """

    activity_id = models.BigIntegerField(primary_key=True)
    keys = models.BinaryField()
