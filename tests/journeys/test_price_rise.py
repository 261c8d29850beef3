"""Journey 8: announcing a price rise, whom it meets, and what arrived of one three months later."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser


@pytest.fixture(
    params=[("wide", "light", True), ("phone", "dark", True), ("phone", "light", False)],
    ids=["wide", "phone", "without-javascript"],
)
def mia(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    gauge = m.Gauge.objects.get(name="rise")
    gauge.parts = {**gauge.parts, "worth": 40_000_000}
    gauge.save()
    width, theme, script = request.param
    with window(browser, address, width=width, theme=theme, script=script) as seen:
        seen.open(entry_path(cast.mia))
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def test_a_rise_is_looked_at_announced_and_followed(mia: Watched) -> None:
    page = mia.page
    mia.open("/rises/")
    page.get_by_role("link", name="Announce one").click()
    page.fill("#rise-name", "Prices 2027")
    page.fill("#rise-share", "4.2")
    page.select_option("#rise-of", label="Seals")
    page.fill("#rise-from", "2027-01-01")
    page.get_by_role("button", name="See whom it meets").click()
    meets = page.locator("table.meets")
    expect(page.locator(".stage")).to_contain_text("It meets 3 accounts.")
    expect(meets.locator("tbody tr")).to_have_count(3)
    friend = meets.locator("tr", has_text="Aster Dairy")
    expect(friend).to_contain_text("waived, by Ada Hart")
    expect(friend).to_contain_text("Spring list")
    expect(friend.locator("svg.sides")).to_be_visible()
    assert mia.sideways() == 0
    page.get_by_role("button", name="Announce it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prices 2027, +4.2%")
    assert m.PriceRise.objects.get(name="Prices 2027").family is not None
    assert mia.sideways() == 0

    mia.open("/rises/")
    page.get_by_role("link", name="Spring list").click()
    expect(page.locator(".stage")).to_contain_text("of it arrived")
    friend = page.locator("[data-row]", has_text="Aster Dairy")
    expect(friend).to_contain_text("waived, by Ada Hart “They asked”")
    assert mia.sideways() == 0
    friend.get_by_role("button", name="Undo").click()
    expect(friend).not_to_contain_text("waived, by")
    friend.get_by_role("link", name="Let them off").click()
    friend.get_by_label("Softened: they pay").fill("50")
    friend.get_by_label("How").select_option("softened")
    friend.get_by_role("button", name="Let them off").click()
    expect(friend).to_contain_text("pays 50% of it, by")
