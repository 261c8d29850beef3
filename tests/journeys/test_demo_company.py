"""Journey 1 on the demo company: `kith demo`, the printed address, Today, the proof, the mail."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browser import Watched, window
from tests.journeys.demo import demo

pytestmark = pytest.mark.browser
MOST_WORDS, MOST_SENTENCES = 30, 5
MOST_BYTES = 100_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    home = tmp_path_factory.mktemp("home")
    with demo(home) as place:
        yield place


@pytest.fixture(params=[("wide", "light"), ("phone", "dark")], ids=lambda param: "-".join(param))
def newcomer(
    request: pytest.FixtureRequest, browser: Browser, served: tuple[str, str]
) -> Iterator[Watched]:
    width, theme = request.param
    address, entry = served
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry)
        yield seen
        assert (seen.complaints, seen.strangers) == ([], [])


def test_the_first_thing_seen_is_an_account_in_red_that_says_why(newcomer: Watched) -> None:
    page = newcomer.page
    expect(page.locator(".demo__as summary")).to_contain_text("Jana Brodersen")
    first = page.locator(".entry").first
    expect(first).to_contain_text("Cannot wait")
    expect(first.locator(".entry__says")).to_contain_text("it has been")
    red = first.locator(".entry__about a").evaluate("one => getComputedStyle(one).color")
    other = page.locator(".entry__about a").last.evaluate("one => getComputedStyle(one).color")
    assert red != other


def test_every_page_of_the_bar_is_light(newcomer: Watched) -> None:
    """From a cold start, as it comes over the wire: HTML, style and script."""
    page = newcomer.page
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    came: list[int] = []
    devtools.on("Network.loadingFinished", lambda told: came.append(int(told["encodedDataLength"])))
    bar = page.locator(".bar a, .menu__sheet a").evaluate_all("all => all.map(a => a.pathname)")
    paths = [*bar, "/imports/new/", page.locator(".entry__about a").first.get_attribute("href")]
    for path in sorted({str(one) for one in paths}):
        devtools.send("Network.clearBrowserCache")
        came.clear()
        newcomer.open(path)
        assert 10_000 < sum(came) < MOST_BYTES, path


def test_each_representative_gets_a_few_full_thoughts(newcomer: Watched) -> None:
    page = newcomer.page
    for name in ("Femke Dijkstra", "Jana Brodersen", "Tobias Renk"):
        page.locator(".demo__as summary").click()
        page.get_by_role("button", name=name).click()
        expect(page.locator("h1")).to_be_visible()
        said = page.locator(".entry__says").all_inner_texts()
        assert 2 <= len(said) <= MOST_SENTENCES
        assert all(len(sentence.split()) <= MOST_WORDS for sentence in said)
        assert newcomer.sideways() == 0


def test_the_proof_is_one_click_away_and_the_mail_one_more(newcomer: Watched) -> None:
    page = newcomer.page
    quiet = page.locator(".entry", has_text="it has been").first
    contact = quiet.locator(".entry__says").inner_text().partition(" (")[0]
    quiet.locator("[data-proof]").click()
    quiet.locator(".proof .act a", has_text="Re:").first.click()
    expect(page.locator("main")).to_contain_text(contact)
    expect(page.locator(".words").first).not_to_be_empty()
    assert newcomer.sideways() == 0


def test_an_answer_can_be_taken_back(newcomer: Watched) -> None:
    page = newcomer.page
    before = page.locator("[data-done]").count()
    page.locator("[data-done]").first.click()
    expect(page.locator("[data-done]")).to_have_count(before - 1)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("[data-done]")).to_have_count(before)


def test_the_account_shows_both_sides(newcomer: Watched) -> None:
    page = newcomer.page
    page.locator(".entry__about a").first.click()
    stand = page.get_by_role("complementary", name="Where we stand")
    expect(stand.locator("span.theirs")).to_have_text("From them")
    expect(stand.locator("span.ours")).to_have_text("From us")
    page.get_by_text("How strong is it, and why?").click()
    expect(stand.get_by_role("rowheader", name="From them")).to_be_visible()
    assert newcomer.sideways() == 0


def test_the_second_thing_seen_is_that_the_closest_customer_costs_us_money(
    newcomer: Watched,
) -> None:
    page = newcomer.page
    friend = page.locator(".entry", has_text="among our closest customers")
    friend.locator("[data-proof]").click()
    expect(friend.locator(".act--paper").first).to_contain_text("€")
    friend.locator(".entry__about a").click()
    page.get_by_role("navigation", name="This account").get_by_role("link", name="Trade").click()
    expect(page.locator("main")).to_contain_text("Obstacle: close, and it costs")
    expect(page.locator("main")).to_contain_text("waived")
    assert newcomer.sideways() == 0

    page.locator(".fig__link", has_text="Discount on the invoice").click()
    expect(page.locator(".lines [data-row]").first).to_be_visible()
    assert newcomer.sideways() == 0
