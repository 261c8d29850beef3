"""The queue by keyboard, and by buttons where there is no JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast
from tests.surfaces.questions import ask_of

pytestmark = pytest.mark.browser


@pytest.fixture
def asked(cast: Cast) -> Cast:
    """Three questions, of one kind each."""
    ask_of(cast.ledger, "Jonas Weir", "Lena Marsh", kind="new_employer")
    ask_of(cast.ledger, "Ines Falk", "Tomas Reed")
    ask_of(cast.ledger, "Petra Volk", "Otto Lund")
    return cast


@pytest.fixture(
    params=[("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")],
    ids=lambda param: "-".join(param),
)
def queue(
    request: pytest.FixtureRequest, browser: Browser, address: str, asked: Cast
) -> Iterator[Watched]:
    width, theme = request.param
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry_path(asked.ada))
        seen.open("/questions/")
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def test_one_key_answers_and_the_next_question_has_the_focus(queue: Watched) -> None:
    page, waiting = queue.page, queue.page.locator("[data-ask]")
    expect(waiting).to_have_count(3)
    assert queue.sideways() == 0
    page.keyboard.press("y")
    expect(waiting).to_have_count(2)
    expect(waiting.first).to_be_focused()
    expect(page.locator("#bar-questions")).to_have_text("2")
    page.keyboard.press("n")
    expect(waiting).to_have_count(1)
    expect(waiting.first).to_be_focused()
    page.keyboard.press("u")
    expect(waiting).to_have_count(2)
    expect(page.locator("#questions-left")).to_have_text("2 wait for you.")
    assert queue.sideways() == 0


def test_without_javascript_buttons_do_the_same(
    browser: Browser, address: str, asked: Cast
) -> None:
    with window(browser, address, script=False) as seen:
        seen.open(entry_path(asked.ada))
        seen.open("/questions/")
        seen.page.locator("[data-yes]").first.click()
        expect(seen.page.locator("[data-ask]")).to_have_count(2)
        seen.page.locator("[data-undo]").first.click()
        expect(seen.page.locator("[data-ask]")).to_have_count(3)
