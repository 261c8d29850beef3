"""Questions put into the cast's ledger by hand."""

from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.questions.pairs import pair_key
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import Ledger


def ask_of(
    ledger: Ledger,
    one: str,
    other: str,
    *,
    kind: str = "same_person",
    put_to: m.User | None = None,
    answer: str = "",
) -> m.Question:
    """A question whether two people, by their names, are one; the same again gives the same."""
    sides = ledger.addresses[one], ledger.addresses[other]
    with setting_up():
        row, _ = m.Question.objects.get_or_create(
            key=pair_key(*(side.address for side in sides)),
            defaults={
                "kind": kind,
                "proposal": {"one": sides[0].pk, "other": sides[1].pk},
                "put_to": put_to,
                "asked_at": timezone.now(),
                "answer": answer,
                "answered_by": put_to if answer else None,
                "answered_at": timezone.now() if answer else None,
            },
        )
    return row


def gift_of(cast: Cast, answer: str) -> m.Question:
    """The question put to Ada whether a mail gave something, waiting or answered by her."""
    now = timezone.now()
    said = {"answer": answer, "answered_by": cast.ada, "answered_at": now} if answer else {}
    proposal = {
        "activity": cast.mail.pk, "account": cast.account.pk, "contact": None, "colleague": 0,
        "kind": "work", "says": [0, 1], "sentence": [0, 1], "day": str(cast.finding.as_of),
    }  # fmt: skip
    known = {"kind": "giveaway", "put_to": cast.ada, "asked_at": now, "proposal": proposal, **said}
    with setting_up():
        key = f"gift {answer}".encode().ljust(16)
        return m.Question.objects.get_or_create(key=key, defaults=known)[0]
