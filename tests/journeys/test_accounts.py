"""From the list of accounts to a person and back: sorted, narrowed, folded, without a mouse."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.allow import setting_up
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser


@pytest.fixture
def talk(cast: Cast) -> list[m.Activity]:
    """Three mails of Ines Falk's that are one thread."""
    thread = m.Thread.objects.create()
    mails = m.Activity.objects.filter(participant__address=cast.ledger.addresses["Ines Falk"])
    rows = list(mails.distinct().order_by("-happened_at")[:3])
    for row in rows:
        row.thread = thread
        row.save()
    return rows


@pytest.fixture(params=["wide", "phone"])
def desk(
    request: pytest.FixtureRequest,
    browser: Browser,
    address: str,
    cast: Cast,
    talk: list[m.Activity],
) -> Iterator[Watched]:
    with window(browser, address, width=request.param) as seen:
        seen.open(entry_path(cast.ada))
        yield seen
        assert seen.complaints == []


def test_the_list_sorts_narrows_and_opens_by_keys_and_back_is_where_one_was(desk: Watched) -> None:
    page = desk.page
    desk.open("/accounts/")
    assert desk.sideways() == 0
    page.get_by_role("link", name="Last both ways").click()
    expect(page.locator("[aria-sort=descending]")).to_have_text("Last both ways")
    page.get_by_role("link", name="Held by me").click()
    expect(page.locator("tr[data-row]")).to_have_count(3)
    first = page.locator("tr[data-row] [data-open]").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(first)
    assert desk.sideways() == 0
    page.go_back()
    expect(page.locator("tr[data-row]")).to_have_count(3)
    expect(page.locator("[aria-sort=descending]")).to_have_text("Last both ways")


def test_a_thread_unfolds_in_place_and_the_page_notes_that_one_was_there(
    desk: Watched, cast: Cast, talk: list[m.Activity]
) -> None:
    page = desk.page
    desk.open(f"/accounts/{cast.account.pk}/")
    assert m.Opened.objects.get().user == cast.ada
    folded = page.locator(".fold summary")
    expect(folded).to_have_count(1)
    expect(folded).to_contain_text("3 mails since")
    folded.click()
    expect(page.locator(".fold__mails .act")).to_have_count(3)
    assert desk.sideways() == 0
    page.locator(".fold__mails .act__what").first.click()
    expect(page.locator("h1")).to_have_text(talk[-1].subject)


def test_a_person_unfolds_in_place(desk: Watched, cast: Cast) -> None:
    page = desk.page
    desk.open(f"/accounts/{cast.account.pk}/")
    page.locator(".person summary").first.click()
    first = page.locator(".person").first
    expect(first.locator(".fig__svg--band")).to_be_visible()
    expect(first.get_by_role("heading", name="Who of us")).to_be_visible()
    assert desk.sideways() == 0


def test_a_persons_page_is_one_step_away_and_brackets_go_to_the_next_one(
    desk: Watched, cast: Cast
) -> None:
    page = desk.page
    desk.open(f"/accounts/{cast.account.pk}/")
    page.locator(".tie__who a").first.click()
    expect(page.locator("h1")).to_have_text("Ines Falk")
    assert desk.sideways() == 0
    expect(page.locator(".fig__svg--band")).to_be_visible()
    page.keyboard.press("]")
    expect(page.locator("h1")).to_have_text("Tomas Reed")
    page.locator(".crumb a").last.click()
    expect(page.locator("h1")).to_have_text("Aster Dairy")


def test_without_script_what_is_folded_is_a_link_away(
    browser: Browser, address: str, cast: Cast, talk: list[m.Activity]
) -> None:
    with window(browser, address, script=False) as seen:
        seen.open(entry_path(cast.ada))
        seen.open(f"/accounts/{cast.account.pk}/")
        seen.page.locator(".fold summary").click()
        seen.page.get_by_role("link", name="The mails of this thread").click()
        expect(seen.page.locator(".act")).to_have_count(3)
        seen.open(f"/accounts/{cast.account.pk}/")
        seen.page.locator(".person summary").first.click()
        seen.page.get_by_role("link", name="How they write, and who of us they know").click()
        expect(seen.page.locator("h1")).to_have_text("Ines Falk")
        with setting_up():
            assert not m.Opened.objects.exists()
