"""Somebody at a phone: walks through pages, and leaves a picture of each at two widths."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response

PHONE, DESK, NARROWEST = 360, 1280, 320
HEIGHTS = {PHONE: 740, DESK: 900, NARROWEST: 640}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The levels of WCAG 2.2 that the market promises.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is pressed with a thumb; a link within a sentence is as high as its line.
PRESSED = (
    "button, summary, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), "
    "label.pick, label.tick, a.btn, a.b, a.chip, a.task, .tabbar a"
)
A_THUMB = 44  # px


class Walker:
    """One browser with its own cookies; what goes wrong on a page is kept in ``troubles``."""

    def __init__(
        self,
        browser: Browser,
        market: str,
        screens: Path,
        *,
        scripts: bool = True,
        width: int = PHONE,
    ) -> None:
        """Open a window of this width. Without ``scripts`` no page may run any."""
        self.scripts = scripts
        self.width = width
        self.screens = screens
        self.taken = 0
        self.troubles: list[str] = []
        self._context = browser.new_context(
            base_url=market,
            viewport={"width": width, "height": HEIGHTS[width]},
            java_script_enabled=scripts,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
        )
        self._context.set_default_timeout(30_000)
        self.page: Page = self._context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("response", self._see)

    def go(self, address: str) -> None:
        """Type an address."""
        self.page.goto(address)

    def fill(self, **typed: str) -> None:
        """Type into the fields with these names; choose, where they are lists."""
        for name, words in typed.items():
            field = self.page.locator(f'main [name="{name}"]:not([type=hidden])').first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(words)
            else:
                field.fill(words)

    def pick(self, name: str, value: str) -> None:
        """Tick a box or choose one of several."""
        self.page.locator(f'main input[name="{name}"][value="{value}"]').check()

    def press(self, selector: str) -> None:
        """Press what the selector finds first, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def words(self) -> str:
        """What the page says."""
        return " ".join(self.page.inner_text("body").split())

    def look(self, name: str, *, language: str = "vi") -> None:
        """Take a picture at both widths; no width may need scrolling sideways."""
        self.taken += 1
        self.screens.mkdir(parents=True, exist_ok=True)
        address = self.page.url
        if self.page.locator("html").get_attribute("lang") != language:
            self.troubles.append(f"{address}: not in {language}")
        for width in (DESK, NARROWEST, PHONE):
            self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            over = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if over > 0:
                self.troubles.append(f"{address}: {over} px too wide at {width}")
            if width != NARROWEST:
                # As tall as the page: nothing lies under what sticks to the edge of the window.
                height = self.page.evaluate("document.documentElement.scrollHeight")
                self.page.set_viewport_size({"width": width, "height": height})
                file = self.screens / f"{self.taken:02d}-{name}-{width}.png"
                self.page.screenshot(path=file)
                if self.scripts:
                    self.troubles += self.barriers()
        self.page.set_viewport_size({"width": self.width, "height": HEIGHTS[self.width]})

    def barriers(self) -> list[str]:
        """What axe finds on the page as it stands."""
        self.page.evaluate(AXE)
        found: dict[str, Any] = self.page.evaluate(
            # Frames belong to others: a card company's fields, a picture of slides.
            "levels => axe.run(document, "
            "{runOnly: levels, resultTypes: ['violations'], iframes: false})",
            LEVELS,
        )
        return [
            f"{self.page.url} at {self.page.viewport_size}: {one['id']}: "
            f"{node['target']} {node['html'][:160]} {node['failureSummary'][:300]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def too_small(self) -> list[str]:
        """What is pressed and too low for a thumb, on the page as it stands."""
        found: list[str] = self.page.evaluate(
            """([pressed, least]) => [...document.querySelectorAll(pressed)]
              .filter((one) => one.checkVisibility({ visibilityProperty: true }))
              .filter((one) => !one.closest(".vh, .h, [hidden]"))
              .map((one) => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)])
              .filter(([height]) => height > 0 && Math.round(height) < least)
              .map(([height, what]) => `${Math.round(height)} px: ${what}`)""",
            [PRESSED, A_THUMB],
        )
        return [f"{self.page.url}: too low for a thumb, {one}" for one in found]

    def forgive(self, words: str) -> None:
        """Forget troubles with these words: they were asked for, such as an answer 404."""
        self.troubles = [trouble for trouble in self.troubles if words not in trouble]

    def close(self) -> list[str]:
        """Leave; answers what went wrong on the way."""
        self._context.close()
        return self.troubles

    def _hear(self, message: Any) -> None:
        # "Preloaded but not used within a few seconds" is Chromium's stopwatch, which tells of
        # pages somebody stays on after one that had loaded the same font. Tests are not timed.
        if message.type in ("error", "warning") and "was preloaded using" not in message.text:
            self.troubles.append(f"{self.page.url}: {message.text}")

    def _see(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{self.page.url}: {response.status} {response.url}")
