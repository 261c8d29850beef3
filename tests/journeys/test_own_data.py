"""Journey 2, as far as mail goes: choose what colleagues see, drop the file, see it come in, read
whom one knows, and take it all back."""

import re
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.browser import Watched, window
from tests.journeys.served import EMAIL, PASSWORD, Served, served
from tests.ledger.letters import Letter, mbox

pytestmark = pytest.mark.browser
SOON = 60_000  # milliseconds
KNOWN = (
    "You know 6 people in 3 firms; 6 are two-way; 1 has gone quiet; 1 mail could not be read: here."
)


def letters(count: int) -> Iterator[Letter]:
    """A year of mail to and fro with six people of three firms, of whom the last one has not
    written for some 70 days, which is no old news yet; and one mail from a friend."""
    start = datetime.now(UTC) - timedelta(days=360)
    for number in range(count):
        who = f"Person {number % 6} <person{number % 6}@client{number % 3}.example>"
        sent = start + timedelta(days=360 * number / count)
        if number % 6 == 5 and number > count * 300 / 360:
            continue
        ways = ((who, (EMAIL,)), (EMAIL, (who,)))
        sender, to = ways[number // 6 % 2]
        yield Letter(f"j{number}", sender, to, sent=sent, subject=f"Seals {number}", text="Well?")
    yield Letter("jo", "Jo <jo@gmail.com>", (EMAIL,), sent=start, subject="Saturday", text="Eight?")


def made(path: Path, count: int) -> bytes:
    """An mbox that begins with the friend's mail and ends in one that cannot be read."""
    *firms, friend = letters(count)
    file = mbox(path, [friend, *firms])
    return file.read_bytes() + b"From - Tue Mar  4 12:00:00 2025\nX-Nothing: here\n\n"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "home") as running:
        yield running


@pytest.fixture(params=[("wide", "light"), ("phone", "dark")], ids="-".join)
def ada(request: pytest.FixtureRequest, browser: Browser, own: Served) -> Iterator[Watched]:
    """Ada's window, on a desk or on a phone, signed in on her empty ledger."""
    width, theme = request.param
    with window(browser, own.address, width=width, theme=theme) as seen:
        sign_in(seen)
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def sign_in(seen: Watched) -> None:
    seen.open("/sign-in/login/")
    seen.page.fill("input[name=login]", EMAIL)
    seen.page.fill("input[name=password]", PASSWORD)
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_role("link", name="Bring mail in")).to_be_visible()


def drop(page: Page, *paths: Path, at: tuple[int, int] = (40, 300)) -> None:
    """Files and folders as a file manager lets them go over the window, real ones of the disk."""
    browser = page.context.new_cdp_session(page)
    carried = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        if kind == "drop":
            expect(page.locator("#dropping")).to_be_visible()
        browser.send(
            "Input.dispatchDragEvent", {"type": kind, "x": at[0], "y": at[1], "data": carried}
        )
    expect(page.locator("#dropping")).to_be_hidden()


def colleagues_see(page: Page, which: str) -> list[bool]:
    """Per mail of the preview: whether a colleague sees the subject (`which`) or the line."""
    shown: Locator = page.locator(f".seen--others .seen__{which}")
    return [shown.nth(place).is_visible() for place in range(shown.count())]


def test_from_an_empty_ledger_to_whom_one_knows_and_back(ada: Watched, tmp_path: Path) -> None:
    page = ada.page
    page.get_by_role("link", name="Bring mail in").first.click()
    assert ada.sideways() == 0
    assert colleagues_see(page, "subject") == [False, False]  # the third mail is nobody's but hers
    page.get_by_role("radio", name="And the subject").check()
    assert colleagues_see(page, "subject") == [True, True]
    assert colleagues_see(page, "line") == [False, False]
    page.get_by_role("radio", name="Neither subject nor text").check()
    assert colleagues_see(page, "subject") == [False, False]
    assert not page.locator(".seen--own .seen__subject").first.is_visible()
    page.get_by_role("radio", name="Subject and text").check()

    file = tmp_path / "Alle Mail.mbox"
    file.write_bytes(made(file, 246))
    drop(page, file)
    expect(page.locator("[data-names]")).to_contain_text("Alle Mail.mbox")
    page.get_by_role("button", name="Upload it").click()

    expect(page.get_by_role("heading", name="This is what is in it")).to_be_visible()
    assert ada.sideways() == 0
    expect(page.locator(".seen--others").first).to_contain_text("it is yours alone")
    assert colleagues_see(page, "subject") == [True, True]
    page.get_by_role("button", name="Start the import").click()

    stage = page.locator(".stage")
    expect(stage).to_contain_text(KNOWN, timeout=SOON)
    assert ada.sideways() == 0
    for number, (link, rows) in enumerate(
        (("6 people", 6), ("3 firms", 3), ("6", 6), ("1", 1))  # as the sentence names them
    ):
        stage.get_by_role("link").nth(number).click()
        expect(page.locator(".known__row")).to_have_count(rows)
        assert ada.sideways() == 0, link
        page.go_back()
    stage.get_by_role("link", name="here").click()
    expect(page.locator(".refused tbody tr")).to_have_count(1)
    expect(page.locator(".refused")).to_contain_text("Alle Mail.mbox@")
    assert ada.sideways() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a table").click()
    page.go_back()
    table = Path(download.value.path()).read_text()
    assert re.search(r"\nAlle Mail\.mbox@\d+,.not a mail", table)

    page.get_by_role("link", name="Take it back").click()
    expect(page.get_by_role("heading", name="What will stay")).to_be_visible()
    assert ada.sideways() == 0
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".stage")).to_contain_text("It was taken back.", timeout=SOON)
    ada.open("/accounts/?sort=name")
    expect(page.locator("main")).not_to_contain_text("client0")
    assert ada.page.locator("tbody tr").count() == 0


def test_the_keyboard_alone_brings_mail_in(browser: Browser, own: Served, tmp_path: Path) -> None:
    file = tmp_path / "Inbox.mbox"
    file.write_bytes(made(file, 24))
    with window(browser, own.address) as seen:
        sign_in(seen)
        page, keys = seen.page, seen.page.keyboard
        reach(page, "a.button--main")
        keys.press("Enter")
        expect(page.get_by_role("heading", name="Bring mail in")).to_be_visible()
        reach(page, "input[name=share]")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        expect(page.locator("input[name=share][value='3']")).to_be_checked()
        assert colleagues_see(page, "line") == [True, True]
        # Listened for well before: a chooser that opens while this begins is met by nobody.
        with page.expect_file_chooser() as chooser:
            reach(page, "input[type=file]")
            keys.press("Enter")
        chooser.value.set_files(file)
        reach(page, "form#upload button[type=submit]")
        keys.press("Enter")
        expect(page.get_by_role("heading", name="This is what is in it")).to_be_visible()
        reach(page, "form.levels button[type=submit]")
        keys.press("Enter")
        expect(page.locator(".stage")).to_contain_text("You know", timeout=SOON)
        assert seen.complaints == []


def reach(page: Page, selector: str) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"Tab never comes to {selector}")


@pytest.mark.parametrize("how", ["dropped", "chosen"])
def test_a_folder_comes_in_as_it_is(
    browser: Browser, own: Served, tmp_path: Path, how: str
) -> None:
    """A mail program's: an inbox, sent mail that only its folder tells apart, a zip within."""
    profile = tmp_path / "Mail von früher"
    sent = profile / "Local Folders.sbd"
    sent.mkdir(parents=True)
    theirs = [one for one in letters(24) if one.sender != EMAIL]
    ours = [one for one in letters(24) if one.sender == EMAIL]
    mbox(profile / "Inbox", theirs[:6])
    mbox(sent / "Sent", ours)
    (profile / ".DS_Store").write_bytes(b"\0\1")
    mbox(tmp_path / "rest.mbox", theirs[6:])
    with zipfile.ZipFile(profile / "rest.zip", "w") as packed:
        packed.write(tmp_path / "rest.mbox", "rest.mbox")
    with window(browser, own.address) as seen:
        sign_in(seen)
        seen.open("/imports/new/")
        page = seen.page
        if how == "dropped":
            drop(page, profile)
        else:
            page.set_input_files("#folder", profile)
        expect(page.locator("[data-names] li")).to_have_count(2)
        expect(page.locator("[data-names]")).to_contain_text("Mail von früher.zip")
        expect(page.get_by_role("button", name="Upload it")).to_be_focused()
        page.get_by_role("button", name="Upload it").click()
        page.get_by_role("button", name="Start the import").click()
        expect(page.locator(".stage")).to_contain_text("You know 6 people", timeout=SOON)
        counts = [int(text.split()[0]) for text in page.locator(".facts dd").all_inner_texts()]
        assert counts == [len(theirs) + len(ours), len(theirs) + len(ours), 0, 0]
        assert seen.complaints == []


def test_a_server_killed_half_way_goes_on_by_itself(
    browser: Browser, own: Served, tmp_path: Path
) -> None:
    file = tmp_path / "Inbox.mbox"
    file.write_bytes(made(file, 30_000))
    mails = len(list(letters(30_000)))
    with window(browser, own.address) as seen:
        sign_in(seen)
        seen.open("/imports/new/")
        seen.page.set_input_files("#file", file)
        seen.page.get_by_role("button", name="Upload it").click()
        seen.page.get_by_role("button", name="Start the import").click()
        read = seen.page.locator(".facts dd").first
        expect(read).not_to_have_text("0", timeout=SOON)
        began = time.monotonic()
        seen.page.request.get(f"{own.address}/accounts/")
        assert time.monotonic() - began < 2  # a page, while mail comes in
        own.kill()
        own.start()
        seen.page.reload()
        expect(seen.page.locator(".stage")).to_contain_text("You know", timeout=2 * SOON)
        said = seen.page.locator(".facts dd").all_inner_texts()
        counts = [int(text.split()[0].replace(",", "")) for text in said]
        assert counts == [mails + 1, mails, 0, 1]


def test_everything_works_without_a_script(browser: Browser, own: Served, tmp_path: Path) -> None:
    file = tmp_path / "Inbox.mbox"
    file.write_bytes(made(file, 24))
    with window(browser, own.address, script=False) as seen:
        sign_in(seen)
        seen.open("/imports/new/")
        seen.page.set_input_files("#file", file)
        seen.page.get_by_role("button", name="Upload it").click()
        seen.page.get_by_role("button", name="Start the import").click()
        stage = seen.page.locator(".stage")
        end = time.monotonic() + SOON / 1000
        while "You know" not in stage.inner_text() and time.monotonic() < end:
            seen.page.get_by_role("link", name="Look again").click()
            seen.page.wait_for_load_state()
            time.sleep(0.5)
        expect(stage).to_contain_text("You know")
