"""The sitting by keyboard: fifty accounts, one key each."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from kith.terms.words import Relation
from tests.journeys.browser import Watched, window
from tests.journeys.test_accessible import RULES, broken
from tests.surfaces.cast import Cast
from tests.surfaces.sitting import ask_about, guess, sitting_of

pytestmark = pytest.mark.browser
FIFTY = 50
KEYS = {"c": "customer", "p": "prospect", "r": "partner", "s": "supplier"}


@pytest.fixture
def asked(cast: Cast) -> Cast:
    """Fifty accounts put to Ada; four more that only machines write from."""
    sitting_of(cast.ledger, cast.ada, FIFTY)
    robots = [cast.ledger.account(f"Robot {number}") for number in range(4)]
    for row in robots:
        guess(row, Relation.NOISE, "robot_only")
    ask_about(robots, None, only_machines=True)
    return cast


@pytest.fixture(params=[("wide", "light"), ("phone", "dark")], ids=lambda param: "-".join(param))
def sitting(
    request: pytest.FixtureRequest, browser: Browser, address: str, asked: Cast
) -> Iterator[Watched]:
    width, theme = request.param
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry_path(asked.ada))
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def test_fifty_are_told_with_one_key_each(sitting: Watched, asked: Cast) -> None:
    page, far = sitting.page, sitting.page.locator(".sitting__far label")
    expect(page.locator(".offer")).to_contain_text("50 organisations")
    assert sitting.sideways() == 0
    page.locator(".offer a").click()
    card = page.locator(".who")
    expect(card).to_be_focused()
    page.locator(".many summary").click()
    assert broken(Axe().run(page, options=RULES).response) == []
    page.locator(".many summary").click()
    card.focus()
    assert sitting.sideways() == 0
    order = [*KEYS, "Enter", "x"]
    for number in range(FIFTY):
        key = order[number % len(order)]
        if key == "Enter" and not page.locator("[data-press~=Enter]").count():
            key = "c"
        page.keyboard.press(key)
        expect(far).to_have_text(f"{number + 1} of 50")
    expect(page.locator(".rest h2")).to_have_text("Nothing is left to say.")
    assert m.AccountRelation.objects.filter(undone_at=None, said_by=asked.ada).count() == FIFTY
    sitting.open("/")
    expect(page.locator(".offer")).to_have_count(0)


def test_a_key_takes_the_last_word_back_and_others_skip(sitting: Watched) -> None:
    page = sitting.page
    sitting.open("/who-is-who/")
    name, last = page.locator("#who-name"), page.locator("#sitting-last")
    expect(name).to_have_text("Firm 00")
    page.keyboard.press("s")
    expect(last).to_have_text("Firm 00: supplier.")
    expect(name).to_have_text("Firm 01")
    page.keyboard.press("u")
    expect(name).to_have_text("Firm 00")
    expect(last).to_have_count(0)
    page.keyboard.press("j")
    expect(name).to_have_text("Firm 01")
    page.keyboard.press("c")
    expect(name).to_have_text("Firm 02")
    page.keyboard.press("k")
    expect(name).to_have_text("Firm 00")
    page.locator(".many summary").click()
    page.get_by_role("button", name="All 4 are noise").click()
    expect(last).to_have_text("4 accounts: noise.")
    page.keyboard.press("u")
    expect(page.get_by_text("From 4 organisations")).to_be_attached()
    assert sitting.sideways() == 0


def test_an_account_says_what_it_is_and_lets_it_be_said(sitting: Watched, asked: Cast) -> None:
    page = sitting.page
    row = m.Account.objects.get(name="Firm 03")
    sitting.open(f"/accounts/{row.pk}/")
    expect(page.locator(".telling .told")).to_have_text("we think a supplier")
    page.locator(".telling summary").click()
    page.get_by_role("button", name="Partner").click()
    expect(page.locator(".telling .told")).to_have_text("partner")
    sitting.open("/accounts/")
    assert sitting.sideways() == 0


def test_without_javascript_buttons_do_the_same(
    browser: Browser, address: str, asked: Cast
) -> None:
    with window(browser, address, script=False) as seen:
        seen.open(entry_path(asked.ada))
        seen.open("/who-is-who/")
        page, name = seen.page, seen.page.locator("#who-name")
        page.get_by_role("button", name="Supplier").click()
        expect(name).to_have_text("Firm 01")
        page.get_by_role("link", name="Skip", exact=True).click()
        expect(name).to_have_text("Firm 02")
        page.get_by_role("button", name="Undo").click()
        expect(name).to_have_text("Firm 00")
