"""Something given is written down in seconds, from anywhere, with one key; and taken back."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser
SECONDS = 10


@pytest.fixture(params=[("wide", "light"), ("phone", "dark")], ids="-".join)
def ada(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    width, theme = request.param
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry_path(cast.ada))
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def test_one_key_on_an_account_and_it_is_noted_within_ten_seconds(ada: Watched, cast: Cast) -> None:
    page, keys = ada.page, ada.page.keyboard
    ada.open(f"/accounts/{cast.account.pk}/")
    began = time.monotonic()
    keys.press("w")
    expect(page.locator("#give-what")).to_be_focused()
    assert ada.sideways() == 0
    keys.type("Two hours of commissioning", delay=60)  # as fast as people type
    keys.press("Tab")
    keys.press("Tab")
    keys.type("240", delay=60)
    keys.press("Enter")
    expect(page.locator("#give")).to_contain_text("Two hours of commissioning, for Aster Dairy.")
    assert time.monotonic() - began < SECONDS
    row = m.Giveaway.objects.latest("id")
    assert (row.account, row.value_list, row.kind) == (cast.account, 2_400_000, "work")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#give")).to_contain_text("Taken back")
    keys.press("Enter")
    expect(page.locator("#give")).not_to_be_visible()
    row.refresh_from_db()
    assert row.withdrawn_at is not None


def test_where_no_account_is_at_hand_its_first_letters_are_enough(ada: Watched, cast: Cast) -> None:
    page, keys = ada.page, ada.page.keyboard
    ada.open("/accounts/")
    keys.press("w")
    expect(page.locator("#give-account")).to_be_focused()
    keys.type("brook", delay=60)
    expect(page.locator("#give-accounts option")).to_have_count(1)
    keys.press("Tab")
    keys.type("A cap")
    keys.press("Enter")
    expect(page.locator("#give")).to_contain_text("A cap, for Brook & Vane.")
    keys.press("Escape")
    expect(page.locator("#give")).not_to_be_visible()


def test_closing_the_dialog_writes_nothing_down(ada: Watched, cast: Cast) -> None:
    page, before = ada.page, m.Giveaway.objects.count()
    ada.open(f"/accounts/{cast.account.pk}/")
    page.keyboard.press("w")
    page.locator("#give-what").fill("Nothing yet")
    page.get_by_role("button", name="Close").first.click()
    expect(page.locator("#give")).not_to_be_visible()
    assert m.Giveaway.objects.count() == before


def test_on_a_finding_the_same_key_says_that_it_is_wrong(ada: Watched) -> None:
    ada.open("/")
    ada.page.keyboard.press("j")
    ada.page.keyboard.press("w")
    expect(ada.page.locator("details:has([data-wrong])").first).to_have_attribute("open", "")
    expect(ada.page.locator("#give")).not_to_be_visible()


def test_one_key_notes_what_came_back_and_one_takes_that_back(ada: Watched) -> None:
    page, keys = ada.page, ada.page.keyboard
    ada.open("/giveaways/")
    assert ada.sideways() == 0
    keys.press("j")
    keys.press("b")
    keys.type("An order for 40 seals")
    keys.press("Enter")
    line = page.locator("[data-row]").first
    expect(line).to_contain_text("Came back An order for 40 seals")
    expect(line).to_be_focused()
    keys.press("u")
    expect(line).not_to_contain_text("An order for 40 seals")


def test_without_javascript_pages_do_the_same(browser: Browser, address: str, cast: Cast) -> None:
    with window(browser, address, width="phone", script=False) as seen:
        page = seen.page
        seen.open(entry_path(cast.ada))
        seen.open(f"/accounts/{cast.account.pk}/")
        page.locator(".bar .menu summary").click()
        page.get_by_role("link", name="Log something given").click()
        expect(page.get_by_role("heading", name="Given to Aster Dairy")).to_be_visible()
        page.fill("#give-what", "A seal for the test bench")
        page.get_by_role("button", name="Note it").click()
        expect(page.get_by_role("heading", name="A seal for the test bench")).to_be_visible()
        page.locator(".given__pick summary").click()
        page.fill(".given__pick input[name=what]", "An order")
        page.locator(".given__pick button").click()
        expect(page.locator(".given")).to_contain_text("Came back An order")
        page.get_by_role("button", name="Withdraw it").click()
        expect(page.locator(".given")).to_contain_text("withdrawn")
        page.locator(".given").get_by_role("button", name="Undo").click()
        expect(page.locator(".given")).not_to_contain_text("withdrawn")
