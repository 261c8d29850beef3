"""In German the same pages hold together: one click in the menu, both widths, without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import WIDTHS, Watched, window
from tests.journeys.test_accessible import pages
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser


@pytest.fixture(params=sorted(WIDTHS))
def desk(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    with window(browser, address, width=request.param, script=False) as seen:
        seen.open(entry_path(cast.mia))
        yield seen


def to_german(desk: Watched) -> None:
    desk.page.locator(".bar .menu summary").click()
    desk.page.get_by_role("button", name="Deutsch").click()


def test_one_click_in_the_menu_changes_the_language_and_stays_on_the_page(desk: Watched) -> None:
    desk.open("/accounts/?sort=name")
    to_german(desk)
    expect(desk.page.locator("h1")).to_have_text("Firmen")
    assert desk.page.url.endswith("/accounts/?sort=name")
    assert desk.page.evaluate("document.documentElement.lang") == "de"
    desk.page.locator(".bar .menu summary").click()
    desk.page.get_by_role("button", name="English").click()
    expect(desk.page.locator("h1")).to_have_text("Accounts")


def test_no_page_is_wider_than_the_window_in_german(desk: Watched, cast: Cast) -> None:
    to_german(desk)
    for path in pages(cast, "manager"):
        desk.open(path)
        assert desk.page.evaluate("document.documentElement.lang") == "de", path
        assert desk.sideways() == 0, (path, desk.widest())
