"""What stands in the full-text index, which itself keeps no text: enough to forget it exactly."""

from django.db import models


class SearchEntry(models.Model):
    """An activity's row in the index: its row id there, and the audience tokens it stands with.

    `sees_body` empty: its text is not in the index. The words are those of the activity's subject
    and text, which change only after the row has left the index.
    """

    activity_id = models.BigIntegerField(primary_key=True)
    place = models.BigIntegerField()
    sees_subject = models.TextField()
    sees_body = models.TextField(blank=True)
