"""Taking mails out of their threads leaves what would be there had they never come."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.ledger.activities.models import Activity, ActivityText
from kith.ledger.imports.models import Stamp
from kith.ledger.rights.models import User
from kith.ledger.threads.models import MailKey, Thread, ThreadLink, ThreadReference
from kith.ledger.threads.writers import forget
from kith.pipeline.ingest import import_mail
from tests.allow import setting_up
from tests.ledger.content import content, threads
from tests.ledger.letters import NOON, Letter, folder
from tests.pipeline.conftest import ANN, BringIn, several

pytestmark = pytest.mark.django_db

SUBJECTS = ("Seals", "Re: Seals", "Pumps", "A third thing")


def letter(n: int, day: int, **other: object) -> Letter:
    return Letter(f"m{n}", sent=NOON + timedelta(days=day), text=f"Word {n}", **other)  # type: ignore[arg-type]


def words(n: int) -> str:
    """What mail n says: enough to be known by where it is quoted."""
    return " ".join(f"word{n}x{place}" for place in range(30))


def drawn(random: Random, count: int) -> list[Letter]:
    """Mails that refer to one another, to some that never come, and quote others, at random."""
    letters = []
    for n in range(count):
        quoted = random.randrange(count + 9)
        letters.append(
            Letter(
                f"m{n}",
                sent=NOON + timedelta(days=random.randrange(120)),
                subject=random.choice((*SUBJECTS, f"Of its own {n}", f"Of its own {n}")),
                refers=tuple(
                    f"m{random.randrange(count + 4)}" for _ in range(random.choice((0, 0, 0, 1, 2)))
                ),
                text=words(n)
                + (f"\n\nOn Monday Cleo wrote:\n> {words(quoted)}" if quoted < count else ""),
            )
        )
    return letters


def of(letters: list[Letter]) -> list[int]:
    """The activities of these letters: each has a text of its own."""
    texts = {one.text for one in letters}
    return [row.activity_id for row in ActivityText.objects.all() if row.text.strip() in texts]


def drop(activities: list[int]) -> None:
    with transaction.atomic():
        forget(activities, actor=None)
        with setting_up():
            Activity.objects.filter(id__in=activities).delete()


def shape() -> dict[str, object]:
    found = content()
    refers = ThreadReference.objects.values_list("activity_id", "keys")
    return {
        **{name: found[name] for name in ("threads", "message_ids", "links")},
        "refers": sorted(bytes(keys).hex() for _, keys in refers),
        "threads in all": Thread.objects.count(),
        "keys astray": [
            key
            for key, held, there in MailKey.objects.exclude(activity_id=None).values_list(
                "key", "thread_id", "activity_id"
            )
            if there and Activity.objects.get(id=there).thread_id != held
        ],
    }


@pytest.mark.parametrize("seed", range(25))
def test_to_forget_is_never_to_have_had(seed: int, firm: User, tmp_path: Path) -> None:
    random = Random(seed)
    letters = drawn(random, 14)
    gone = random.sample(letters, random.randrange(1, len(letters)))
    kept = [one for one in letters if one not in gone]
    with transaction.atomic():
        import_mail(folder(tmp_path / "kept", kept), mailbox=ANN)
        alone = shape()
        transaction.set_rollback(True)
    random.shuffle(letters)
    for number, piece in enumerate(several(letters, random.randint(1, 4))):
        import_mail(folder(tmp_path / str(number), piece), mailbox=ANN)
    for piece in several(gone, random.randint(1, 3)):
        drop(of(piece))
    assert shape() == alone


def test_what_comes_after_joins_as_if_nothing_had_been(firm: User, bring_in: BringIn) -> None:
    one, bridge, other = letter(1, 0), letter(2, 25, refers=("m1", "m3")), letter(3, 50)
    bring_in(one, bridge, other)
    drop(of([bridge]))
    assert len(threads()) == 2
    bring_in(bridge)
    assert len(threads()) == 1


def test_a_mail_that_others_refer_to_leaves_its_message_id(firm: User, bring_in: BringIn) -> None:
    first, answer = letter(1, 0), letter(2, 60, subject="Other", refers=("m1",))
    bring_in(first, answer)
    drop(of([first]))
    assert list(MailKey.objects.order_by("activity_id").values_list("activity_id", flat=True)) in (
        [None, *of([answer])],
        [*of([answer]), None],
    )
    bring_in(first)
    assert len(threads()) == 1


def test_all_forgotten_leaves_nothing(firm: User, bring_in: BringIn) -> None:
    letters = drawn(Random(1), 12)
    bring_in(*letters)
    drop(of(letters))
    for model in (Thread, MailKey, ThreadLink, ThreadReference):
        assert not model.objects.exists(), model


def test_the_years_of_mails_that_change_their_thread_are_stamped(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(
        letter(1, 0),
        letter(2, -80, subject="Old", refers=("m1",)),
        letter(3, 5, subject="New", refers=("m2",)),
    )
    before = dict(Stamp.objects.values_list("year", "version"))
    drop(of([letter(2, -80)]))
    assert {y for y, v in Stamp.objects.values_list("year", "version") if v > before[y]} >= {
        2024,
        2025,
    }


def test_the_number_of_statements_does_not_grow_with_the_mails(
    firm: User, bring_in: BringIn
) -> None:
    counts = []
    for size, first in ((6, 0), (60, 1000)):
        letters = [
            letter(first + n, n % 90, subject=f"{n % 5} things", refers=(f"m{first + n // 2}",))
            for n in range(size)
        ]
        bring_in(*letters)
        gone = of(letters[: size // 2])
        with (
            CaptureQueriesContext(
                connection,
            ) as queries,
            transaction.atomic(),
        ):
            forget(gone, actor=None)
        # Executemany is one statement here, though captured once; stamps are a statement a year.
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 2
