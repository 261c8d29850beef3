"""Pages stay where they are: the focus moves once, Back shows what is, nothing jumps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.surfaces.web.demo import entry_path
from tests.allow import setting_up
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast
from tests.surfaces.sitting import sitting_of

pytestmark = pytest.mark.browser
MOST_SHIFT = 0.02
WATCH = """
    window.focused = [];
    document.addEventListener("focusin", (event) => window.focused.push(event.target), true);
    // Set once more where it is already, it scrolls and is read out again, and no event tells.
    const focus = HTMLElement.prototype.focus;
    HTMLElement.prototype.focus = function (...how) {
        if (document.activeElement === this) window.focused.push(this);
        return focus.apply(this, how);
    };
    window.shifted = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
    }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(params=["wide", "phone"])
def ada(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    with window(browser, address, width=request.param) as seen:
        seen.page.add_init_script(WATCH)
        seen.open(entry_path(cast.ada))
        yield seen
        assert seen.complaints == []


def focused(page: Page, act: str, selector: str) -> int:
    """How often the focus came to `selector` by the act; to nothing else but what was pressed."""
    page.evaluate("window.focused = []")
    if act == "click":
        page.locator("[data-done]").first.click()
    else:
        page.keyboard.press(act)
    expect(page.locator(selector).first).to_be_focused()
    page.wait_for_timeout(300)  # a second call comes a little later
    return int(page.evaluate(f"window.focused.filter(one => one.matches({selector!r})).length"))


def test_an_answer_moves_the_focus_once_by_mouse_and_by_key(ada: Watched) -> None:
    page = ada.page
    before = page.evaluate("scrollY")
    assert focused(page, "click", ".entry--answered button") == 1
    assert page.evaluate("scrollY") == before
    assert focused(page, "Enter", ".entry:not(.entry--answered)") == 1
    assert focused(page, "d", ".entry--answered button") == 1


def test_the_sitting_moves_the_focus_once(ada: Watched, cast: Cast) -> None:
    with setting_up():
        sitting_of(cast.ledger, cast.ada, 3)
    ada.open("/who-is-who/")
    page = ada.page
    expect(page.locator(".who")).to_be_focused()
    for act in ("c", "u"):
        name = page.locator("#who-name").inner_text()
        page.evaluate("window.focused = []")
        page.keyboard.press(act)
        expect(page.locator("#who-name")).not_to_have_text(name)
        page.wait_for_timeout(300)
        assert page.evaluate("window.focused.map(one => one.className)") == ["who"]


def test_back_shows_what_was_answered(ada: Watched) -> None:
    page = ada.page
    page.locator("[data-done]").first.click()
    expect(page.locator(".entry--answered")).to_have_count(1)
    page.locator(".entry__about a").first.click()
    expect(page.get_by_role("complementary", name="Where we stand")).to_be_visible()
    page.go_back()
    expect(page.locator(".entry--answered")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".entry--answered")).to_have_count(0)
    page.go_forward()
    expect(page.get_by_role("complementary", name="Where we stand")).to_be_visible()


def test_nothing_jumps_while_a_page_comes_in_or_a_piece_is_swapped(
    ada: Watched, cast: Cast
) -> None:
    page = ada.page
    for path in ("/accounts/", f"/accounts/{cast.account.pk}/", "/imports/new/", "/"):
        ada.open(path)
        page.wait_for_timeout(100)
        assert page.evaluate("window.shifted") < MOST_SHIFT, path
    page.locator("[data-done]").first.click()
    expect(page.locator(".entry--answered")).to_have_count(1)
    page.wait_for_timeout(100)
    assert page.evaluate("window.shifted") < MOST_SHIFT
