"""In which language the pages speak: as the reader chose, else as their browser asks."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from kith.ledger import models as m
from kith.ledger.rights.writers import choose_language
from kith.ledger.whole.writers import set_up
from kith.surfaces.web.templatetags.kith import ago, day
from kith.terms.errors import BadInput
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
GERMAN = {"HTTP_ACCEPT_LANGUAGE": "de-AT,de;q=0.9,en;q=0.5"}


def lang(page: bytes) -> str:
    return page.decode().partition('<html lang="')[2].partition('"')[0]


def test_a_browser_that_asks_for_german_gets_it(cast: Cast, seen_by: Seen) -> None:
    response = seen_by(cast.ada).get("/", headers={"accept-language": "de-AT,de;q=0.9,en;q=0.5"})
    assert lang(response.content) == "de"
    assert response["Content-Language"] == "de"
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize("asked", ["en-GB", "nl,fr;q=0.5", "", "x;;q=", "*"])
def test_any_other_browser_gets_english(asked: str, cast: Cast, seen_by: Seen) -> None:
    response = seen_by(cast.ada).get("/", headers={"accept-language": asked})
    assert lang(response.content) == "en"


def test_who_is_not_signed_in_is_asked_in_the_language_of_their_browser(db: None) -> None:
    response = Client().get("/sign-in/login/", headers={"accept-language": "de"})
    assert lang(response.content) == "de"
    assert "Anmelden" in response.content.decode()
    assert "Accept-Language" in response["Vary"]


def test_a_choice_goes_before_the_browser_and_stays(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    moved = client.post("/language/", {"language": "de", "next": "/accounts/?sort=name"})
    assert moved["Location"] == "/accounts/?sort=name"
    response = client.get("/accounts/", headers={"accept-language": "en"})
    assert (lang(response.content), response["Content-Language"]) == ("de", "de")
    assert lang(seen_by(cast.ben).get("/").content) == "en"
    audit = m.Audit.objects.get(verb="choose_language")
    assert (audit.old, audit.new, audit.actor) == ({"language": ""}, {"language": "de"}, cast.ada)


def test_a_choice_can_be_given_back_to_the_browser(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post("/language/", {"language": "de"})
    client.post("/language/", {"language": ""})
    assert lang(client.get("/").content) == "en"


def test_who_looks_through_other_eyes_in_the_demo_keeps_their_language(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    client.post("/language/", {"language": "de"})
    client.post(f"/demo/as/{cast.ben.pk}/")
    assert lang(client.get("/").content) == "de"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_choice_leads_to_no_page_but_ours(elsewhere: str, cast: Cast, seen_by: Seen) -> None:
    moved = seen_by(cast.ada).post("/language/", {"language": "de", "next": elsewhere})
    assert moved["Location"] == "/"


def test_a_language_that_is_not_spoken_is_no_choice(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post("/language/", {"language": "tlh"})
    assert lang(client.get("/").content) == "en"
    with pytest.raises(BadInput):
        choose_language(cast.ada, "tlh", actor=cast.ada)


def test_the_first_user_is_set_up_with_a_language_or_with_the_browsers(db: None) -> None:
    told = {"actor": None, "company": "Firm", "domains": ["firm.example"], "name": "Ann"}
    more = {"password": None, "currency": "EUR", "zone": "UTC", "email": "ann@firm.example"}
    user = set_up(**told, **more, language="de")  # type: ignore[arg-type]
    assert user.language == "de"


def test_one_answer_leaves_no_language_behind_for_the_next(cast: Cast, seen_by: Seen) -> None:
    choose = seen_by(cast.ada)
    choose.post("/language/", {"language": "de"})
    choose.get("/")
    assert lang(Client().get("/sign-in/login/").content) == "en"


@pytest.mark.parametrize(
    ("code", "written", "long"),
    [
        ("en", "12 May · 12 May 2025 · never · 3 days ago", "Tuesday, 12 May 2026, 14:05"),
        ("de", "12. Mai · 12. Mai 2025 · nie · vor 3 Tagen", "Dienstag, 12. Mai 2026, 14:05 Uhr"),
    ],
)
def test_days_are_written_as_the_language_writes_them(code: str, written: str, long: str) -> None:
    today = date(2026, 5, 15)
    with override(code):
        days = [day(date(2026, 5, 12), today), day(date(2025, 5, 12), today), day(None, today)]
        said = " · ".join([*days, ago(date(2026, 5, 12), today)])
        assert said.replace("\N{NO-BREAK SPACE}", " ") == written
        moment = Context({"moment": datetime(2026, 5, 12, 14, 5)})  # noqa: DTZ001
        said = Template('{{ moment|date:"MOMENT_LONG" }}').render(moment)
        assert said.replace("\N{NO-BREAK SPACE}", " ") == long
