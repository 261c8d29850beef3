"""Nothing changes the ledger past its writers, however it tries."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.utils import timezone

from kith.ledger.guard import is_writing, writer
from kith.ledger.rights.models import Team
from tests.allow import setting_up
from tests.write_guard import WrittenPastTheWriters

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return Team.objects.create(name="North")


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def change(sql: str) -> Callable[[Team], None]:
    return lambda _: run(sql)


PAST_THE_WRITERS: dict[str, Callable[[Team], object]] = {
    "create": lambda _: Team.objects.create(name="South"),
    "bulk_create": lambda _: Team.objects.bulk_create([Team(name="South")]),
    "ignoring conflicts": lambda _: Team.objects.bulk_create([Team()], ignore_conflicts=True),
    "update": lambda _: Team.objects.update(name="South"),
    "save": lambda team: team.save(),
    "delete": lambda team: team.delete(),
    "delete many": lambda _: Team.objects.all().delete(),
    "raw insert": change("INSERT INTO ledger_team (name) VALUES ('South')"),
    "raw update": change("update ledger_team set name = 'South'"),
    "raw delete": change('DELETE\n FROM "ledger_team"'),
    "raw delete after a with": change(
        "WITH old AS (SELECT 1) DELETE FROM ledger_team WHERE id IN (SELECT * FROM old)"
    ),
    "the search index": change("INSERT INTO ledger_search (subject) VALUES ('South')"),
}


@pytest.mark.parametrize("way", PAST_THE_WRITERS)
def test_a_write_past_the_writers_fails(way: str, team: Team) -> None:
    with pytest.raises(WrittenPastTheWriters), transaction.atomic():
        PAST_THE_WRITERS[way](team)
    assert list(Team.objects.values_list("name", flat=True)) == ["North"]


def test_many_rows_past_the_writers_fail() -> None:
    with (
        pytest.raises(WrittenPastTheWriters),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.executemany("INSERT INTO ledger_team (name) VALUES (%s)", [("South",), ("East",)])


def test_reading_is_free(team: Team) -> None:
    assert list(Team.objects.values_list("name", flat=True)) == ["North"]


def test_setting_up_may_write() -> None:
    with setting_up():
        Team.objects.create(name="South")
    assert Team.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_another_thread_is_watched_too() -> None:
    caught: list[BaseException] = []

    def write() -> None:
        try:
            Team.objects.create(name="South")
        except WrittenPastTheWriters as error:
            caught.append(error)
        finally:
            connection.close()

    with setting_up():  # this thread's permission is not the other's
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert caught


def test_a_writer_may_write_and_only_while_it_runs() -> None:
    @writer
    def make(name: str, *, actor: int) -> bool:
        Team.objects.create(name=name)
        return is_writing()

    assert make("South", actor=1)
    assert not is_writing()
    assert Team.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_writer_that_fails_leaves_nothing() -> None:
    @writer
    def make(*, actor: int) -> None:
        Team.objects.create(name="South")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # the writer's own, as raised
        make(actor=1)
    assert not Team.objects.exists()
    assert not is_writing()


def test_a_writer_names_who_answers_for_it() -> None:
    def no_actor(name: str) -> None: ...
    def positional(actor: int) -> None: ...

    for function in (no_actor, positional):
        with pytest.raises(TypeError, match="keyword-only actor"):
            writer(function)


def test_a_writer_cannot_pause_half_way() -> None:
    def rows(*, actor: int):  # type: ignore[no-untyped-def]
        yield actor

    with pytest.raises(TypeError, match="pause half-way"):
        writer(rows)


def test_signing_in_is_djangos_own_doing(django_user_model, client) -> None:  # type: ignore[no-untyped-def]
    with setting_up():
        user = django_user_model.objects.create(
            email="anna@example.com", name="Anna", invited_at=timezone.now()
        )
    client.force_login(user)
    user.refresh_from_db()
    assert user.last_login is not None
