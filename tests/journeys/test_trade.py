"""Journey 7: asset or obstacle, from the picture to the rows behind it; and what a phone shows."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser


@pytest.fixture(params=["wide", "phone"])
def manager(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    """A window of the manager's, on Today."""
    with window(browser, address, width=request.param) as seen:
        seen.open(entry_path(cast.mia))
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def test_the_friend_who_costs_money_is_seen_and_opened_to_the_line(manager: Watched) -> None:
    page = manager.page
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Trade").click()
    expect(page.get_by_role("heading", name="Asset or obstacle")).to_be_visible()
    friend = page.locator(".fig__link", has=page.locator(".fig__alarm"))
    expect(friend).to_have_count(1)
    assert manager.sideways() == 0

    friend.locator("circle").click()
    expect(page.get_by_role("heading", name="Aster Dairy")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Obstacle: close, and it costs")
    expect(page.locator("main")).to_contain_text("The last 3 in a row were without return.")
    expect(page.locator("main")).to_contain_text("waived")
    assert manager.sideways() == 0

    page.locator(".fig__link", has_text="Rebates").click()
    expect(page.get_by_role("heading", name="Rebates")).to_be_visible()
    expect(page.locator(".lines [data-row]")).to_have_count(32)
    assert manager.sideways() == 0


def test_the_keyboard_walks_through_the_points_and_opens_one(
    browser: Browser, address: str, cast: Cast
) -> None:
    with window(browser, address) as seen:
        seen.open(entry_path(cast.mia))
        for key in "go":
            seen.page.keyboard.press(key)
        expect(seen.page.get_by_role("heading", name="Asset or obstacle")).to_be_visible()
        point = seen.page.locator(".fig__link", has_text="Corvid Paper Mill")
        point.focus()
        expect(point.locator("text")).to_have_css("opacity", "1")
        seen.page.keyboard.press("Enter")
        expect(seen.page.get_by_role("heading", name="Corvid Paper Mill")).to_be_visible()


def test_a_representative_goes_from_the_account_to_its_trade_and_back(
    browser: Browser, address: str, cast: Cast
) -> None:
    with window(browser, address, script=False) as seen:
        seen.open(entry_path(cast.ada))
        seen.open(f"/accounts/{cast.account.pk}/")
        tabs = seen.page.get_by_role("navigation", name="This account")
        tabs.get_by_role("link", name="Trade").click()
        expect(seen.page.locator("main")).to_contain_text("Leakage")
        expect(tabs.get_by_role("link", name="Trade")).to_have_attribute("aria-current", "page")
        seen.page.locator("summary", has_text="The numbers").first.click()
        expect(seen.page.get_by_role("cell", name="−25.0%").first).to_be_visible()
        tabs.get_by_role("link", name="Contact").click()
        expect(seen.page.get_by_role("heading", name="People, from both sides")).to_be_visible()


def test_the_sheets_for_the_board_hold_the_picture_and_its_rows(
    browser: Browser, address: str, cast: Cast
) -> None:
    with window(browser, address) as seen:
        seen.open(entry_path(cast.mia))
        for path in ("/standing/", f"/accounts/{cast.account.pk}/trade/"):
            seen.open(path)
            sheets = seen.page.pdf(format="A4", print_background=True)
            assert len(re.findall(rb"/Type\s*/Page\b(?!s)", sheets)) == 1, path
