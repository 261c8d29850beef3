"""Journeys 2 and 12, as far as the firm's books go: drop a sheet, see what it is taken for, try it,
bring it in, look at what was refused, and take it all back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.journeys.browser import Watched, window
from tests.journeys.served import Served, served
from tests.journeys.test_accessible import RULES, broken
from tests.journeys.test_own_data import SOON, drop, sign_in

pytestmark = pytest.mark.browser
HEAD = "Rechnung;Pos;Datum;Kundennr;Kunde;Artikelnr;Artikel;Menge;Listenpreis;Netto;EK;Währung"
ROWS = 40


def sheet(path: Path) -> Path:
    """Invoices of four customers as a German program writes them; one with a day that is none."""
    lines = [HEAD]
    for number in range(ROWS):
        day = "31.02.2026" if number == 7 else f"{number % 27 + 1:02d}.0{number % 4 + 1}.2026"
        who = number % 4
        said = f"R{number};1;{day};10{who};Kunde Nr. {who} GmbH"
        lines.append(f"{said};P-1;Pumpe;2;1.240,00;2.108,00;700,00;EUR")
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "home") as running:
        yield running


@pytest.fixture(
    params=[("wide", "light", True), ("phone", "dark", True), ("phone", "light", False)],
    ids=["wide", "phone", "without-javascript"],
)
def ada(request: pytest.FixtureRequest, browser: Browser, own: Served) -> Iterator[Watched]:
    """Ada's window, signed in on her empty ledger, which she manages."""
    width, theme, script = request.param
    with window(browser, own.address, width=width, theme=theme, script=script) as seen:
        sign_in(seen)
        yield seen
        assert seen.complaints == []
        assert seen.strangers == []


def test_invoices_come_in_and_go_again(ada: Watched, tmp_path: Path) -> None:
    page, file = ada.page, sheet(tmp_path / "Rechnungen 2026.csv")
    page.get_by_role("link", name="Bring mail in").first.click()
    if _has_script(ada):
        drop(page, file)
    else:
        page.set_input_files("#file", file)
    page.get_by_role("button", name="Upload it").click()

    expect(page.get_by_role("heading", name="Rechnungen 2026.csv")).to_be_visible(timeout=SOON)
    expect(page.get_by_label("A list of")).to_have_value("orders")
    expect(page.get_by_label("Letters as")).to_have_value("cp1252")
    expect(page.get_by_label("Numbers like")).to_have_value(",")
    expect(page.get_by_label("EK 700,00")).to_have_value("cost")
    assert ada.sideways() == 0
    shuts_nobody_out(ada)
    page.get_by_role("button", name="Try it").click()
    tried = page.locator("#tried")
    expect(tried).to_contain_text("Its 40 rows: 39 new, 0 changed, 0 the same, 1 refused.")
    expect(tried).to_contain_text("“31.02.2026” in Datum is no day here.")
    expect(tried).to_contain_text("4 new customers.")
    assert ada.sideways() == 0
    shuts_nobody_out(ada)
    page.get_by_role("button", name="Bring it in").click()

    _until(ada, "It is in: 39 new of 40 rows.")
    assert ada.sideways() == 0
    shuts_nobody_out(ada)
    page.get_by_role("link", name="which, and why").click()
    expect(page.locator("table.refused")).to_contain_text("R7 · 1 · 31.02.2026")
    assert ada.sideways() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the refused rows").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == HEAD.replace(";", ",") + ",Row,Reason"
    ada.open("/accounts/?sort=name")
    expect(page.locator("main")).to_contain_text("Kunde Nr. 3 GmbH")

    ada.open("/imports/")
    page.get_by_role("link", name="Rechnungen 2026.csv").click()
    page.get_by_role("link", name="Take it back").click()
    page.get_by_role("button", name="Take it back").click()
    _until(ada, "It was taken back.")
    ada.open("/accounts/?sort=name")
    expect(page.locator("main")).not_to_contain_text("Kunde Nr. 3 GmbH")


def shuts_nobody_out(seen: Watched) -> None:
    """WCAG 2.2 AA as far as a machine can tell, with all that opens opened."""
    if _has_script(seen):
        seen.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        assert broken(Axe().run(seen.page, options=RULES).response) == []


def _until(seen: Watched, said: str) -> None:
    """The page says so by itself; without JavaScript when it is looked at again."""
    if _has_script(seen):
        expect(seen.page.locator(".stage")).to_contain_text(said, timeout=SOON)
        return
    for _ in range(SOON // 500):
        if said in " ".join(seen.page.locator(".stage").inner_text().split()):
            return
        seen.page.wait_for_timeout(500)
        seen.page.reload()
    raise AssertionError(said)


def _has_script(seen: Watched) -> bool:
    """A page's own scripts have run: htmx was there."""
    return bool(seen.page.evaluate("'htmx' in window"))
