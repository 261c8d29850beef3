"""Journey 3, as far as mail carries it: Today by keyboard to its end; and the manager's Review."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Locator, expect

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.allow import setting_up
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

pytestmark = pytest.mark.browser
LOOKS = [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]


@pytest.fixture(params=LOOKS, ids=lambda param: "-".join(param))
def seen(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Watched]:
    """A window in every size and light; nothing may complain in it."""
    width, theme = request.param
    with window(browser, address, width=width, theme=theme) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


def answered(row: Locator) -> None:
    """Its answer has come and the focus rests: htmx sets it once more a moment after the swap."""
    expect(row.get_by_role("button", name="Undo")).to_be_focused()
    expect(row.page.locator(".htmx-added, .htmx-settling, .htmx-swapping")).to_have_count(0)


def test_a_day_is_gone_through_by_keys_and_ends(seen: Watched, cast: Cast) -> None:
    seen.open(entry_path(cast.ada))
    page, keys = seen.page, seen.page.keyboard
    rows = page.locator(".entry")
    expect(rows.first).to_contain_text("takes a call of ten minutes")

    keys.press("j")
    keys.press("s")
    expect(page.get_by_role("button", name="Until tomorrow")).to_be_focused()
    assert seen.sideways() == 0
    keys.press("Enter")
    expect(rows.first).to_contain_text("Until 19 May")
    answered(rows.first)

    keys.press("j")
    keys.press("w")
    expect(page.get_by_role("button", name="We spoke on the phone")).to_be_focused()
    assert seen.sideways() == 0
    keys.press("Tab")
    keys.press("Enter")
    expect(rows.nth(1)).to_contain_text("Wrong: Already settled")
    answered(rows.nth(1))

    over = page.get_by_role("heading", name="That is all for today.")
    expect(over).to_have_count(0)
    keys.press("j")
    keys.press("d")
    expect(over).to_be_visible()
    expect(page.locator(".rest__tally")).to_have_text(
        "One doneOne snoozed, back on its dayOne wrong"
    )
    assert seen.sideways() == 0
    answered(rows.nth(2))
    keys.press("Enter")  # on Undo
    expect(over).to_have_count(0)
    expect(rows.nth(2)).to_be_focused()


def test_a_reason_in_ones_own_words(seen: Watched, cast: Cast) -> None:
    seen.open(entry_path(cast.ada))
    seen.page.keyboard.press("j")
    seen.page.keyboard.press("w")
    own = seen.page.get_by_label("In your own words").first
    own.fill("She is on leave")
    own.press("Enter")
    expect(seen.page.locator(".entry").first).to_contain_text("Wrong: She is on leave")


def test_the_keys_are_told(seen: Watched, cast: Cast) -> None:
    seen.open(entry_path(cast.ada))
    seen.page.keyboard.press("?")
    expect(seen.page.locator("#keys")).to_contain_text("snooze: tomorrow, a week, a month")
    expect(seen.page.locator("#keys")).to_contain_text("wrong, and why")


def test_the_managers_monday_is_one_page(seen: Watched, cast: Cast) -> None:
    with setting_up():
        m.Run.objects.create(
            pk=0, series="live", as_of=DAY - timedelta(days=30), state=m.Run.DONE,
            started_at=cast.finding.run.started_at,
        )  # fmt: skip
    seen.open(entry_path(cast.mia))
    page = seen.page
    page.get_by_role("link", name="Review").click()
    expect(page.get_by_role("link", name="Review")).to_have_attribute("aria-current", "page")
    heads = page.locator(".review h2")
    expect(heads).to_have_count(3)
    assert seen.sideways() == 0, seen.widest()
    if page.viewport_size and page.viewport_size["width"] > 1000:
        below = page.locator(".review").bounding_box()
        assert below
        assert below["y"] + below["height"] <= page.viewport_size["height"]

    page.keyboard.press("j")
    expect(page.locator(".review__row").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Aster Dairy")
    page.go_back()
    page.get_by_role("link", name="The mail of").first.click()
    expect(page.locator("main")).to_contain_text("Ines Falk")


def test_review_without_a_script(browser: Browser, address: str, cast: Cast) -> None:
    with window(browser, address, script=False) as seen:
        seen.open(entry_path(cast.mia))
        seen.open("/review/")
        expect(seen.page.locator(".review__row")).to_have_count(5)
