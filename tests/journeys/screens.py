"""Pictures of the pages: `python -m pytest tests/journeys/screens.py`, into docs/screenshots/."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kith.ledger import models as m
from kith.surfaces.web.demo.entry import entry_path
from tests.journeys.browser import window
from tests.surfaces.cast import Cast

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", ["wide", "phone"])
def test_every_page_has_its_picture(
    browser: Browser, address: str, cast: Cast, width: str, theme: str
) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    private = m.Activity.objects.get(pk=cast.private.pk)
    with window(browser, address, width=width, theme=theme) as seen:

        def shoot(name: str) -> None:
            seen.page.mouse.move(0, 0)
            seen.page.screenshot(path=FOLDER / f"{name}-{width}-{theme}.png", full_page=True)

        seen.open("/sign-in/login/")
        shoot("sign-in")
        seen.open(entry_path(cast.ada))
        shoot("today")
        seen.page.locator("[data-proof]").first.click()
        seen.page.locator("[data-row] .pick summary").first.click()
        shoot("today-evidence")
        seen.open(f"/accounts/{cast.account.pk}/")
        shoot("account")
        seen.page.locator(".tie summary").first.click()
        seen.page.locator(".stand .why summary").click()
        shoot("account-why")
        seen.open("/accounts/")
        shoot("accounts")
        seen.open(f"/activities/{cast.mail.pk}/")
        shoot("mail")
        seen.open(f"/activities/{private.pk}/")
        shoot("mail-private")
        seen.open("/nowhere/")
        shoot("404")
