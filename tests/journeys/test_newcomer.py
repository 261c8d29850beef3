"""Journey 1, as far as mail carries it: the way in, Today, the proof, the mail itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from kith.ledger.activities.folded_readers import A_STRETCH
from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser
MOST_WORDS = 30


@pytest.fixture(
    params=[("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")],
    ids=lambda param: "-".join(param),
)
def newcomer(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[Watched]:
    """A window that has just opened the printed address."""
    width, theme = request.param
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry_path(cast.ada))
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


@pytest.fixture
def at_desk(browser: Browser, address: str, cast: Cast) -> Iterator[Watched]:
    """The same on a desk, by day."""
    with window(browser, address) as seen:
        seen.open(entry_path(cast.ada))
        yield seen
        assert seen.complaints == []


def test_one_click_shows_the_proof_and_one_more_the_mail(newcomer: Watched) -> None:
    page = newcomer.page
    sentences = page.locator(".entry__says").all_inner_texts()
    assert 1 <= len(sentences) <= 5
    assert all(len(sentence.split()) <= MOST_WORDS for sentence in sentences)
    assert newcomer.sideways() == 0

    page.locator("[data-proof]").first.click()
    mail = page.locator(".proof .act a").first
    expect(mail).to_be_visible()
    assert newcomer.sideways() == 0

    mail.click()
    expect(page.locator(".words").first).to_contain_text("line 4 will need 40")
    assert newcomer.sideways() == 0


def test_every_page_on_the_way_fits_the_window(newcomer: Watched, cast: Cast) -> None:
    for path in ("/accounts/", f"/accounts/{cast.account.pk}/", "/sign-in/password/change/"):
        newcomer.open(path)
        summaries, seen = newcomer.page.locator("summary"), 0
        while seen < summaries.count():  # what is fetched when one opens may hold more
            summaries.nth(seen).click()
            newcomer.rests()
            seen += 1
            assert newcomer.sideways() == 0, path
            newcomer.page.keyboard.press("Escape")  # closes a sheet, leaves a proof open
        expect(newcomer.page.locator(".pick[open], .menu[open]")).to_have_count(0)


def test_the_keyboard_alone_gets_there(at_desk: Watched) -> None:
    keyboard = at_desk.page.keyboard
    keyboard.press("j")
    expect(at_desk.page.locator(".entry").first).to_be_focused()
    keyboard.press("j")
    expect(at_desk.page.locator(".entry").nth(1)).to_be_focused()
    keyboard.press("k")
    keyboard.press("e")
    expect(at_desk.page.locator(".proof .acts").first).to_be_visible()
    for _ in range(4):  # the account, the proof's own switch, the first mail
        keyboard.press("Tab")
        if at_desk.page.evaluate("document.activeElement.matches('.proof .act a')"):
            break
    keyboard.press("Enter")
    expect(at_desk.page.locator(".words").first).to_contain_text("line 4 will need 40")


def test_the_keys_explain_themselves(at_desk: Watched) -> None:
    at_desk.page.keyboard.press("?")
    expect(at_desk.page.locator("#keys")).to_be_visible()
    at_desk.page.keyboard.press("Escape")
    at_desk.page.keyboard.press("/")
    expect(at_desk.page.locator("#bar-search")).to_be_focused()
    at_desk.page.keyboard.type("j?as")
    expect(at_desk.page.locator("#bar-search")).to_have_value("j?as")


def test_done_by_key_leaves_a_way_back_under_the_finger(at_desk: Watched) -> None:
    page = at_desk.page
    page.keyboard.press("j")
    page.keyboard.press("d")
    line = page.locator(".entry--answered")
    expect(line.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(line).to_have_count(0)
    expect(page.locator(".entry").first).to_be_focused()


def test_the_list_ends_and_says_so(at_desk: Watched) -> None:
    page = at_desk.page
    over = page.get_by_role("heading", name="That is all for today.")
    while page.locator("[data-done]").count():
        expect(over).to_have_count(0)
        before = page.locator("[data-done]").count()
        page.locator("[data-done]").first.click()
        expect(page.locator("[data-done]")).to_have_count(before - 1)
    expect(over).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(over).to_have_count(0)


def test_an_answer_on_an_accounts_page_stays_there(at_desk: Watched, cast: Cast) -> None:
    at_desk.open(f"/accounts/{cast.account.pk}/")
    at_desk.page.locator("[data-done]").first.click()
    expect(at_desk.page.get_by_role("button", name="Undo")).to_be_focused()
    expect(at_desk.page.locator("#rest")).to_have_count(0)


def test_the_timeline_goes_on_in_place(at_desk: Watched, cast: Cast) -> None:
    at_desk.open(f"/accounts/{cast.account.pk}/")
    rows = at_desk.page.locator(".timeline .act[data-row]")
    before = rows.count()
    while at_desk.page.get_by_role("link", name="Show earlier").count():
        at_desk.page.get_by_role("link", name="Show earlier").click()
        expect(rows.nth(before)).to_be_visible()
        before = rows.count()
    assert before > A_STRETCH
    links = at_desk.page.locator(".timeline .act[data-row] a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert len(links) == len(set(links))


def test_everything_works_without_a_script(browser: Browser, address: str, cast: Cast) -> None:
    with window(browser, address, script=False) as seen:
        seen.open(entry_path(cast.ada))
        seen.page.locator("[data-proof]").first.click()
        expect(seen.page.locator(".proof .act a").first).to_be_visible()
        seen.page.get_by_role("button", name="Done").first.click()
        expect(seen.page.locator(".entry--answered")).to_have_count(1)
        seen.page.get_by_role("button", name="Undo").click()
        expect(seen.page.locator(".entry--answered")).to_have_count(0)
