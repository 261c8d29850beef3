"""An import raises the stamps of the fact parts whose rows it changed, and of no others."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from kith.ledger.imports.readers import stamps
from kith.ledger.rights.models import User
from kith.terms.words import Level, Says
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.facts import mirrored, table

pytestmark = pytest.mark.django_db(transaction=True)


def letter(id: str, year: int, **other: Any) -> Letter:
    return Letter(id, sent=datetime(year, 6, 1, 12, tzinfo=UTC), text=f"Word {id}", **other)


def raised(before: dict[tuple[str, int | None], int]) -> set[tuple[str, int | None]]:
    return {part for part, version in stamps().items() if before.get(part) != version}


def mirror_is_right() -> bool:
    """Whether the mirror kept up to date by stamps equals one made anew from the views."""
    from django.conf import settings

    mirrored()
    kept = rows()
    usual = settings.KITH_FACTS
    settings.KITH_FACTS = Path(mkdtemp(dir=settings.HOME))
    mirrored()
    anew = rows()
    settings.KITH_FACTS = usual
    return kept == anew


def rows() -> list[tuple[object, ...]]:
    found = [row for name in ("touches", "copies") for row in table(name).to_pylist()]
    return sorted(tuple(str(value) for value in row.values()) for row in found)


def test_an_import_raises_only_the_years_it_touched(firm: User, bring_in: BringIn) -> None:
    bring_in(letter("a", 2023), letter("b", 2025))
    before = stamps()
    assert set(before) == {
        ("touches", 2023), ("touches", 2025), ("contacts", None), ("colleagues", None),
        ("accounts", None), ("rates", None),
    }  # fmt: skip
    bring_in(letter("c", 2025), letter("d", 2021))
    assert raised(before) == {("touches", 2025), ("touches", 2021)}


def test_an_import_of_known_mail_raises_none(firm: User, bring_in: BringIn) -> None:
    mails = [letter("a", 2023), letter("b", 2025)]
    bring_in(*mails)
    before = stamps()
    bring_in(*mails)
    assert raised(before) == set()


def test_mail_among_colleagues_raises_no_touches(firm: User, bring_in: BringIn) -> None:
    bring_in(letter("a", 2023, sender="Ben <ben@firm.example>"))
    assert ("touches", 2023) not in stamps()


def test_an_owners_claim_on_a_known_mail_raises_its_year(firm: User, bring_in: BringIn) -> None:
    mail = letter("a", 2023, to=("office@client.example",))
    bring_in(mail)
    mirrored()
    before = stamps()
    bring_in(mail, mailbox=BEN)
    assert ("touches", 2023) in raised(before)
    assert mirror_is_right()


@pytest.fixture
def ben(firm: User) -> User:
    """Lives in Tokyo, where the new year begins before it does in Berlin."""
    return User.objects.create(
        email=BEN, name="Ben Berg", zone="Asia/Tokyo", invited_at=datetime.now(UTC)
    )


def test_a_claim_in_another_year_where_its_owner_lives_raises_that_year(
    ben: User, bring_in: BringIn
) -> None:
    bring_in(
        Letter("a", to=("office@client.example",), sent=datetime(2024, 12, 31, 20, tzinfo=UTC)),
        mailbox=BEN,
    )
    mirrored()
    assert [str(day) for day in table("touches").column("day").to_pylist()] == ["2025-01-01"]


def test_threads_that_join_raise_the_years_of_all_their_mails(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter("a", 2021, subject="First"))
    bring_in(letter("b", 2022, subject="Second"))
    mirrored()
    before = stamps()
    bring_in(letter("c", 2023, subject="Third", refers=("a", "b")))
    assert raised(before) == {("touches", 2022), ("touches", 2023)}
    assert mirror_is_right()


def test_threads_that_join_raise_the_years_of_their_colleagues_days(
    ben: User, bring_in: BringIn
) -> None:
    new_year = datetime(2021, 12, 31, 20, tzinfo=UTC)
    bring_in(letter("a", 2020, subject="First"))
    bring_in(Letter("b", sent=new_year, to=(BEN,), subject="Second", text="Other"))
    mirrored()
    before = stamps()
    bring_in(letter("c", 2023, subject="Third", refers=("a", "b")))
    # New Year's Eve for the mailbox's owner, who holds it, and New Year for the one it is to.
    assert raised(before) == {("touches", 2021), ("touches", 2022), ("touches", 2023)}
    assert mirror_is_right()


def test_what_a_mail_asks_is_known_to_the_facts_once_a_mailbox_keeps_its_text(
    firm: User, bring_in: BringIn
) -> None:
    mail = Letter("a", to=(ANN, BEN), text="Could you send the seal price?")
    bring_in(mail, keep=Level.METADATA)
    mirrored()
    bring_in(mail, mailbox=BEN)
    mirrored()
    assert table("touches").column("asks").to_pylist() == [True, True]
    assert table("touches").column("says").to_pylist() == [Says.INQUIRY, Says.INQUIRY]


def test_so_is_what_it_says_of_trade_though_it_asks_nothing(firm: User, bring_in: BringIn) -> None:
    mail = Letter("a", to=(ANN, BEN), text="Please find our purchase order attached.")
    bring_in(mail, keep=Level.METADATA)
    mirrored()
    assert table("touches").column("says").to_pylist() == [0, 0]
    before = stamps()
    bring_in(mail, mailbox=BEN)
    assert ("touches", 2025) in raised(before)
    assert mirror_is_right()
    assert table("touches").column("says").to_pylist() == [Says.ORDER, Says.ORDER]
