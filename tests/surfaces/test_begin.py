"""The end of the demo, and the beginning of a firm's own ledger: who may, and what is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from kith.ledger import models as m
from kith.ledger.search.tidy_writers import INDEXES
from kith.pipeline.empty import BESIDE, sweep
from kith.pipeline.turn import turn
from kith.surfaces.web.begin.views import key_path
from kith.surfaces.web.demo import entry_path
from tests.allow import setting_up
from tests.surfaces.cast import Cast, build

pytestmark = pytest.mark.django_db(transaction=True)
Seen = Callable[[m.User | None], Client]
TOLD = {
    "company": "Orr & Sons", "name": "Mara Orr", "email": "Mara@orr.example",
    "domain": "orr.example", "password": "correct horse battery", "language": "en",
    "zone": "Europe/Dublin", "currency": "eur",
}  # fmt: skip


@pytest.fixture
def demo(transactional_db: None, home: Path, settings: pytest.FixtureRequest) -> Cast:
    """The cast's ledger, and the files that lie beside a demo."""
    settings.KITH_FACTS = home / "facts"  # type: ignore[attr-defined]
    for name in (*BESIDE, "uploads"):
        (home / name).mkdir()
        (home / name / "file").write_text("invented")
    return build()


@pytest.fixture
def empty(transactional_db: None, home: Path) -> None:
    """A ledger without a firm."""


def rows() -> dict[str, int]:
    found = {model._meta.db_table: model.objects.count() for model in apps.get_models()}  # type: ignore[attr-defined]
    tables = {"ledger_search"}
    if connection.vendor == "sqlite":  # its index keeps words alone, which another table shows
        tables = {"ledger_search_word", *INDEXES} - tables
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")
            found[table] = cursor.fetchone()[0]
    return found


def test_one_look_and_one_click_leave_an_empty_ledger(
    demo: Cast, home: Path, seen_by: Seen
) -> None:
    client = seen_by(demo.ben)
    before = rows()
    assert "Clear the demo data?" in client.get("/demo/clear/").content.decode()
    assert rows() == before
    assert client.post("/demo/clear/").headers["Location"] == "/begin/"
    left = {table: count for table, count in rows().items() if count}
    kept = {"ledger_audit": 1, "django_session": 1}
    ours = {t: n for t, n in left.items() if not t.startswith(("auth_", "django_content"))}
    assert ours == kept
    assert m.Audit.objects.get().verb == "empty_demo"
    assert not [name for name in (*BESIDE, "uploads") if (home / name).exists()]


def test_nobody_comes_in_by_the_demos_doors_any_more(demo: Cast, seen_by: Seen) -> None:
    other, entry = seen_by(demo.ada), entry_path(demo.ada)
    seen_by(demo.ben).post("/demo/clear/")
    assert other.get("/").headers["Location"].startswith("/sign-in/")
    assert Client().get(entry).status_code == 404


def test_while_a_refresh_is_under_way_nothing_is_cleared(demo: Cast, seen_by: Seen) -> None:
    with turn("refresh", wait=False):
        response = seen_by(demo.ben).post("/demo/clear/")
    assert response.status_code == 409
    assert "Wait for it to end" in response.content.decode()
    assert m.Activity.objects.exists()


def test_cut_off_among_the_rows_it_was_never_begun(
    demo: Cast, home: Path, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows()

    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kith.ledger.whole.empty_writers.note", broken)
    with pytest.raises(KeyboardInterrupt):
        seen_by(demo.ben).post("/demo/clear/")
    after = rows()
    assert {**after, "django_session": 0} == {**before, "django_session": 0}
    assert (home / "facts").exists()


def test_cut_off_among_the_files_the_next_start_ends_it(
    demo: Cast, home: Path, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("kith.pipeline.empty.scrub", broken)
        with pytest.raises(KeyboardInterrupt):
            seen_by(demo.ben).post("/demo/clear/")
    assert not m.Firm.objects.exists()
    assert (home / "facts").exists()
    sweep()
    assert not [name for name in BESIDE if (home / name).exists()]


def test_a_firms_own_columns_are_never_swept(demo: Cast, home: Path) -> None:
    with setting_up():
        m.Firm.objects.update(is_demo=False)
    sweep()
    assert (home / "facts" / "file").exists()


def opened() -> Client:
    client = Client()
    assert client.get(key_path()).headers["Location"] == "/begin/"
    return client


@pytest.mark.usefixtures("empty")
def test_an_empty_ledger_opens_to_its_key_alone() -> None:
    stranger = Client()
    assert stranger.get("/begin/").headers["Location"] == "/sign-in/login/"
    assert stranger.post("/begin/", TOLD).headers["Location"] == "/sign-in/login/"
    assert stranger.get("/begin/none/").status_code == 404
    assert not m.Firm.objects.exists()
    assert "belongs to no firm yet" in stranger.get("/sign-in/login/").content.decode()
    assert 'href="/begin/"' in opened().get("/sign-in/login/").content.decode()


@pytest.mark.usefixtures("empty")
def test_who_begins_is_signed_in_and_asked_for_mail() -> None:
    client = opened()
    assert "Whose" not in client.get("/begin/").content.decode()
    response = client.post("/begin/", TOLD, follow=True)
    assert response.redirect_chain == [("/imports/new/", 302)]
    assert "Bring mail in" in response.content.decode()
    firm = m.Firm.objects.get()
    assert (firm.name, firm.zone, firm.currency) == ("Orr & Sons", "Europe/Dublin", "EUR")
    assert m.OwnDomain.objects.get().domain == "orr.example"
    user = m.User.objects.get()
    assert (user.email, user.role) == ("mara@orr.example", "manager")
    assert user.check_password(TOLD["password"])
    assert client.get("/begin/").status_code == client.post("/begin/", TOLD).status_code == 404


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("password", "short", "too short"),
        ("zone", "Europe/Nowhere", "no such time zone"),
        ("currency", "euros", "three letters"),
        ("domain", "gmail.com", "Anybody can write from there"),
        ("domain", "nothing", "is no domain"),
        ("email", "mara", "valid email"),
        ("company", "", "required"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(field: str, value: str, said: str) -> None:
    page = opened().post("/begin/", {**TOLD, field: value})
    assert page.status_code == 400
    assert said in page.content.decode()
    assert TOLD["password"] not in page.content.decode()
    assert not m.Firm.objects.exists()


@pytest.mark.usefixtures("empty")
def test_a_firm_of_one_may_write_from_free_mail() -> None:
    opened().post("/begin/", {**TOLD, "domain": "", "email": "mara@gmail.com"})
    assert not m.OwnDomain.objects.exists()
    assert m.User.objects.get().email == "mara@gmail.com"
