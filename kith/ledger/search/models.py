"""What stands in the full-text index, which itself keeps no text: enough to forget it exactly."""

from django.db import models


class SearchEntry(models.Model):
    """An activity's place in the index (`search/places.py`), and the tokens it stands there with.

    `sees_body`: of those who find it by subject and text; `sees_subject`: of those who find it by
    its subject alone. Either may be empty: there is no such row then. The words are those of the
    activity's subject and text, which change only after they have left the index.
    """

    activity_id = models.BigIntegerField(primary_key=True)
    place = models.BigIntegerField(unique=True)
    sees_subject = models.TextField(blank=True)
    sees_body = models.TextField(blank=True)
