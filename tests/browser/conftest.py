"""A browser, and the market as processes of its own over this test's database."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Browser, sync_playwright

from tests.browser import market as processes
from tests.browser.walking import PHONE, Walker

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SCREENS = settings.BASE_DIR / "var" / "screens"


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """Debian's Chromium; it closes before the test database goes."""
    if not Path(CHROMIUM).exists():
        pytest.fail("There is no Chromium. On Debian: apt-get install --yes chromium")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def served(
    transactional_db: None,
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[processes.Market]:
    """The pages of a market that serves the test's database."""
    # Playwright's loop runs in this thread; Django would refuse the database beside it.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    call_command("build_design", verbosity=0)
    with processes.pages(tmp_path) as there:
        monkeypatch.setattr(settings, "PUBLIC_URL", there.address)
        monkeypatch.setattr(settings, "TRACE_URL", there.address)
        # The log is called as the market's own processes call it, or its entries would differ.
        name = f"{urlsplit(there.address).netloc}/log"
        monkeypatch.setattr(settings, "TRACE_LOG_NAME", name)
        yield there


@pytest.fixture
def market(served: processes.Market) -> str:
    """The address of the market's pages."""
    return served.address


@pytest.fixture
def whole_market(served: processes.Market) -> Iterator[str]:
    """The same with all that works behind the pages, and a practice bank to pay at."""
    with processes.behind(served):
        yield served.address


@pytest.fixture
def walker(
    browser: Browser, market: str, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Walker]]:
    """Hands out browsers by name; at the end none of their pages may have had a trouble."""
    folder = SCREENS / request.node.name
    shutil.rmtree(folder, ignore_errors=True)
    out: list[Walker] = []

    def hand_out(name: str, *, scripts: bool = True, width: int = PHONE) -> Walker:
        """A browser of its own, its pictures in a folder of this name."""
        out.append(Walker(browser, market, folder / name, scripts=scripts, width=width))
        return out[-1]

    yield hand_out
    troubles = [trouble for one in out for trouble in one.close()]
    assert not troubles, "\n".join(troubles)
