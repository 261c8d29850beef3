"""What both readers of a mail's bytes give: headers and texts, decoded, not yet understood."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kith.sources.mail.reports import Reports

Mailboxes = Iterable[tuple[str | None, str]]


@dataclass(slots=True)
class Reading:
    """`headers`: lower-cased name to all its values, in order. `plain`, `html`: bodies, in order.

    `writers`, `to`, `cc`, `bcc`: names and addresses, doubles and nonsense still among them.
    `reports`: the parts that are written for machines (`kith.sources.mail.reports`).
    """

    headers: Mapping[str, list[str]]
    writers: Mailboxes
    to: Mailboxes
    cc: Mailboxes
    bcc: Mailboxes
    plain: list[str]
    html: list[str]
    reports: Reports = ()
