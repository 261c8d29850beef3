"""Every page keeps to WCAG 2.2 AA as far as a machine can tell, with all that opens opened."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from kith.surfaces.web.demo import entry_path
from tests.journeys.browser import window
from tests.surfaces.cast import Cast
from tests.surfaces.test_permissions import EXPECTED, OK, PEOPLE, paths

pytestmark = pytest.mark.browser
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# A word for machines, files, and what is offered while one types.
NO_PAGES = {"alive", "import_refused_table", "bundle", "giveaway_accounts"}
OUTSIDE = ("/sign-in/password/change/", "/sign-in/2fa/", "/nowhere/")


def pages(cast: Cast, who: str) -> list[str]:
    """Every address that shows this person a page."""
    place = PEOPLE.index(who)
    shown = [n for n, (how, seen) in EXPECTED.items() if how == "GET" and seen[place] == OK]
    found = paths(cast)
    return [found[name] for name in shown if name not in NO_PAGES] + list(OUTSIDE)


@pytest.mark.parametrize(
    ("who", "width", "theme"), [("owner", "wide", "light"), ("manager", "phone", "dark")]
)
def test_no_page_shuts_anybody_out(
    browser: Browser, address: str, cast: Cast, who: str, width: str, theme: str
) -> None:
    breaches = []
    with window(browser, address, width=width, theme=theme) as seen:
        seen.open(entry_path(cast.ada if who == "owner" else cast.mia))
        for path in pages(cast, who):
            seen.open(path)
            seen.page.evaluate(
                "document.querySelectorAll('main details').forEach(d => d.open = true)"
            )
            breaches += [
                f"{path}: {one}" for one in broken(Axe().run(seen.page, options=RULES).response)
            ]
    assert not breaches, "\n".join(breaches)


def broken(answer: dict[str, list[dict[str, object]]]) -> list[str]:
    """Each breach with the elements that commit it."""
    return [
        f"{one['id']} ({one['help']}) at {[node['target'] for node in one['nodes']][:3]}"  # type: ignore[attr-defined]
        for one in answer["violations"]
    ]
