"""Pictures of the pages, to be looked at: `python -m pytest tests/journeys/screens.py`.

The front page's few go to docs/screenshots/; every page, in full length, to KITH_SCREENS if named.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import Watched, window
from tests.journeys.demo import demo
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser
FRONT = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
EVERY = os.environ.get("KITH_SCREENS")


@pytest.fixture(params=["wide-light", "wide-dark", "phone-light", "phone-dark"])
def look(
    request: pytest.FixtureRequest, browser: Browser, address: str, cast: Cast
) -> Iterator[tuple[Watched, str]]:
    """A window in which Ada is signed in, and what to call its pictures."""
    width, theme = request.param.split("-")
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry_path(cast.ada))
        yield seen, request.param


def shoot(seen: Watched, folder: Path, name: str, *, whole: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    seen.page.mouse.move(0, 0)
    seen.page.screenshot(path=folder / f"{name}.png", full_page=whole)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    with demo(tmp_path_factory.mktemp("home")) as place:
        yield place


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", ["wide", "phone"])
def test_the_front_page_has_its_pictures(
    browser: Browser, company: tuple[str, str], width: str, theme: str
) -> None:
    address, entry = company
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry)
        shoot(seen, FRONT, f"today-{width}-{theme}", whole=False)
        seen.page.locator(".entry__about a").first.click()
        seen.page.wait_for_load_state("networkidle")
        shoot(seen, FRONT, f"account-{width}-{theme}", whole=False)
        seen.open("/standing/")
        seen.page.locator("main table a").first.click()
        seen.page.wait_for_load_state("networkidle")
        shoot(seen, FRONT, f"trade-{width}-{theme}", whole=False)
        assert seen.complaints == []


@pytest.mark.skipif(not EVERY, reason="KITH_SCREENS names no folder")
def test_every_page_has_its_picture(look: tuple[Watched, str], cast: Cast) -> None:
    seen, how = look
    folder = Path(EVERY or "")
    for name, path in (
        ("today", "/"),
        ("account", f"/accounts/{cast.account.pk}/"),
        ("accounts", "/accounts/"),
        ("contact", f"/contacts/{cast.finding.contact_id}/"),
        ("thread", f"/activities/{cast.mail.pk}/thread/"),
        ("mail", f"/activities/{cast.mail.pk}/"),
        ("mail-private", f"/activities/{cast.private.pk}/"),
        ("password", "/sign-in/password/change/"),
        ("second-factor", "/sign-in/2fa/"),
        ("nowhere", "/nowhere/"),
        ("imports", "/imports/"),
        ("import-new", "/imports/new/"),
        ("known", "/imports/known/people/"),
        ("giveaways", "/giveaways/"),
        ("giveaway-new", f"/giveaways/new/?account={cast.account.pk}"),
        ("rises", "/rises/"),
        ("rise", f"/rises/{m.PriceRise.objects.latest('id').pk}/"),
        ("settings", "/settings/"),
        ("demo-clear", "/demo/clear/"),
    ):
        seen.open(path)
        shoot(seen, folder, f"{name}-{how}", whole=True)
        for summary in seen.page.locator("main summary").all():
            summary.click()
            seen.page.keyboard.press("Escape")
        shoot(seen, folder, f"{name}-open-{how}", whole=True)
    seen.page.context.clear_cookies()
    seen.open("/sign-in/login/")
    shoot(seen, folder, f"sign-in-{how}", whole=True)
