"""From the demo to one's own ledger: one click, one confirmation, a firm, and the page for mail."""

import pytest
from playwright.sync_api import Browser, expect

from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "theme"), [("wide", "light"), ("phone", "dark")])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_demo_gives_way_to_ones_own_ledger(
    browser: Browser, address: str, cast: Cast, width: str, theme: str, script: bool
) -> None:
    with window(browser, address, width=width, theme=theme, script=script) as seen:
        page = seen.page
        seen.open(entry_path(cast.ada))
        bar = page.locator(".demo")
        assert bar.bounding_box()["height"] <= (48 if width == "wide" else 90)  # type: ignore[index]
        page.locator(".demo__as summary").click()
        page.get_by_role("button", name="Mia Lindqvist").click()
        expect(page.locator(".demo__as summary")).to_contain_text("Mia Lindqvist, manager")
        assert seen.sideways() == 0

        page.get_by_role("link", name="Clear the demo data").click()
        assert seen.sideways() == 0
        page.get_by_role("button", name="Clear it and begin").click()
        expect(page.get_by_role("heading", name="Your own ledger")).to_be_visible()
        assert seen.sideways() == 0
        for label, value in (
            ("Your firm’s mail domain", "orr.example"),
            ("Your firm", "Orr & Sons"),
            ("Your name", "Mara Orr"),
            ("Your mail address", "mara@orr.example"),
            ("A password", "correct horse battery"),
        ):
            page.get_by_label(label, exact=True).fill(value)
        page.get_by_role("button", name="Begin").click()
        expect(page.get_by_role("heading", name="Bring mail in")).to_be_visible()
        expect(page.locator(".demo")).to_have_count(0)
        assert (seen.complaints, seen.strangers) == ([], [])
