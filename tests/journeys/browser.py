"""A real browser on the pages, and everything it complained about."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

CHROMIUM = os.environ.get("KITH_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = {"wide": (1280, 860), "phone": (360, 740)}


@dataclass
class Watched:
    """A page, what its console said, and which other hosts it asked."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._met(request.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)

    def _met(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.strangers.append(url)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path, wait_until="networkidle")

    def sideways(self) -> int:
        """Pixels by which the page is wider than the window, once it stands."""
        self.page.wait_for_function("document.readyState === 'complete'")
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
