"""Mail that was written to do harm is shown, and does none: in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.allow import setting_up
from tests.journeys.browser import Watched, window
from tests.surfaces.cast import Cast

pytestmark = pytest.mark.browser
SCRIPT = (
    "<script>window.harmed = 1</script><img src=//evil.example/x.png onerror='window.harmed=2'>"
)
TURNED = "\u202egpj.eciovni\u202c \u2067שלום\u2069 مرحبا"
HUGE = "W" * 900
MARKS = "Z\u0351\u0352\u0353" * 40
TEXT = f"""{SCRIPT}
<style>body {{ display: none }}</style><meta http-equiv=refresh content='0;url=//evil.example'>
<iframe src="https://evil.example/"></iframe> <a href="https://evil.example">https://bank.example</a>
https://evil.example/{HUGE}
{TURNED}
{MARKS}
"""


@pytest.fixture
def nasty(cast: Cast) -> Cast:
    """Ada's mail from Ines is now all of that, and so are the names around it."""
    with setting_up():
        m.Activity.objects.filter(pk=cast.mail.pk).update(subject=f"{SCRIPT} {TURNED} {HUGE}"[:998])
        m.ActivityText.objects.filter(activity=cast.mail).update(text=TEXT, new_until=len(TEXT))
        m.Contact.objects.filter(finding=cast.finding).update(name=f"{SCRIPT}{TURNED}"[:300])
        m.Contact.objects.filter(name="Tomas Reed").update(name="T" * 300)
        m.Account.objects.filter(pk=cast.account.pk).update(name=f"{SCRIPT} {HUGE}"[:300])
        m.Address.objects.filter(contact__finding=cast.finding).update(
            address=f'{"a" * 200}"><script>window.harmed=3</script>@aster-dairy.example'
        )
    return cast


@pytest.fixture(params=[("wide", "light"), ("phone", "dark")], ids="-".join)
def seen(
    request: pytest.FixtureRequest, browser: Browser, address: str, nasty: Cast
) -> Iterator[Watched]:
    width, theme = request.param
    with window(browser, address, width=width, theme=theme) as found:
        found.open(entry_path(nasty.ada))
        yield found


def test_nothing_runs_nothing_is_fetched_and_the_page_holds(seen: Watched, nasty: Cast) -> None:
    for path in (
        "/",
        "/accounts/",
        f"/accounts/{nasty.account.pk}/",
        f"/activities/{nasty.mail.pk}/",
        "/search/?q=gpj",
        f"/people/{nasty.finding.contact_id}/erase/",
    ):
        seen.open(path)
        for summary in seen.page.locator("main summary").all():
            if summary.is_visible():
                summary.click()
                assert seen.sideways() == 0, (path, seen.widest()[:12])
                seen.page.keyboard.press("Escape")  # a sheet lies over what comes next
        assert seen.sideways() == 0, (path, seen.widest()[:12])
        assert seen.page.evaluate("window.harmed") is None, path
        assert "\u202e" not in seen.page.content(), path
        assert seen.page.url.startswith(seen.address), path
        assert seen.page.locator("iframe, main img, main script, main style").count() == 0, path
    assert seen.strangers == []
    assert [said for said in seen.complaints if "404" not in said] == []


def test_a_link_in_a_mail_is_words(seen: Watched, nasty: Cast) -> None:
    seen.open(f"/activities/{nasty.mail.pk}/")
    words = seen.page.locator(".words").first
    assert "https://evil.example/" in words.inner_text()
    assert words.locator("a").count() == 0
    assert seen.page.locator('a[href*="evil"]').count() == 0
