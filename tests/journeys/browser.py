"""A real browser on the pages, and everything it complained about."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright, Request, sync_playwright

CHROMIUM = os.environ.get("KITH_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
STEP, QUIET = 20, 80  # milliseconds
PATIENCE = 30.0  # seconds
WIDTHS = {"wide": (1280, 860), "phone": (360, 740)}


@dataclass
class Watched:
    """A page, what its console said, and which other hosts it asked."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    under_way: set[Request] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._met)
        self.page.on("requestfinished", lambda request: self.under_way.discard(request))
        self.page.on("requestfailed", lambda request: self.under_way.discard(request))

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)

    def _met(self, request: Request) -> None:
        if request.url.startswith("data:"):
            return
        self.under_way.add(request)
        if not request.url.startswith(self.address):
            self.strangers.append(request.url)

    def open(self, path: str) -> None:
        """Opens the page and waits for what it fetches by itself as it opens."""
        self.page.goto(self.address + path, wait_until="load")
        self.rests()

    def rests(self) -> None:
        """Waits until nothing has been under way for a moment."""
        quiet, end = 0, time.monotonic() + PATIENCE
        while quiet < QUIET:  # Playwright's own "networkidle" lasts half a second
            assert time.monotonic() < end, [request.url for request in self.under_way]
            self.page.wait_for_timeout(STEP)
            quiet = 0 if self.under_way else quiet + STEP

    def sideways(self) -> int:
        """Pixels by which the page is wider than the window, once it stands."""
        self.page.wait_for_load_state("load")
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def widest(self) -> list[str]:
        """What sticks out of the window, as `element.class: pixels`."""
        return list(
            self.page.evaluate(
                """[...document.querySelectorAll('body *')].map(e => {
                    const over = e.getBoundingClientRect().right - innerWidth
                    return over > 1 ? `${e.tagName}.${e.className}: ${Math.round(over)}` : ''
                }).filter(Boolean)"""
            )
        )


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as needed. Starting one starts an event loop in this thread."""
    playwright: Playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(
    browser: Browser,
    address: str,
    *,
    width: str = "wide",
    theme: str = "light",
    script: bool = True,
) -> Iterator[Watched]:
    """A fresh window: `width` of WIDTHS, `theme` light or dark, with or without JavaScript."""
    x, y = WIDTHS[width]
    context = browser.new_context(
        viewport={"width": x, "height": y},
        color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=1.5,
        reduced_motion="reduce",
        java_script_enabled=script,
    )
    try:
        yield Watched(context.new_page(), address)
    finally:
        context.close()
