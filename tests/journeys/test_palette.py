"""From anywhere to anywhere without a mouse: the palette, g and a letter, through a list."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser


@pytest.fixture(params=["wide", "phone"])
def desk(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    with window(browser, address, width=request.param) as seen:
        seen.open(entry_path(cast.ada))
        yield seen
        assert seen.complaints == []


def test_a_few_letters_and_enter_open_an_account(desk: Watched, cast: Cast) -> None:
    page = desk.page
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-asked")).to_be_focused()
    expect(page.locator("#palette-offered [role=option]").first).to_be_visible()
    page.keyboard.type("aster")
    expect(page.locator("#palette-offered [aria-selected=true]")).to_contain_text("Aster Dairy")
    assert desk.sideways() == 0
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Aster Dairy")


def test_arrows_choose_and_escape_leaves(desk: Watched) -> None:
    page = desk.page
    page.keyboard.press("Control+k")
    chosen = page.locator("#palette-offered [aria-selected=true]")
    expect(chosen).to_contain_text("Today")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("Accounts")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#palette-offered [role=option]").last).to_have_attribute(
        "aria-selected", "true"
    )
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()


def test_g_and_a_letter_go_and_brackets_walk_through_the_list(desk: Watched) -> None:
    page = desk.page
    page.keyboard.press("g")
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Accounts")
    page.keyboard.press("g")
    page.keyboard.press("s")
    expect(page.locator("h1")).to_have_text("Settings")
    page.keyboard.press("a")  # a letter alone goes nowhere, however soon after the page came in
    expect(page.locator("h1")).to_have_text("Settings")
    page.keyboard.press("g")
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Accounts")
    names = page.locator("[data-row] [data-open]").all_inner_texts()
    page.locator("[data-row] [data-open]").first.click()
    expect(page.locator("h1")).to_have_text(names[0])
    page.keyboard.press("]")
    expect(page.locator("h1")).to_have_text(names[1])
    page.keyboard.press("[")
    expect(page.locator("h1")).to_have_text(names[0])
