"""What a page weighs on the wire, with everything it loads: `python -m bench.weights`.

Needs what the tests need: the system's Chromium and requirements/dev.txt.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.factories import make_account, make_certificate
from tests.journeys.browsers import PHONE, Site, chromium, flags, serve

KILOBYTE = 1000
# Pictures further down come when the reader gets there; here they come at once.
LOAD_PICTURES = """Promise.all([...document.images].map(one => new Promise(done => {
    one.loading = "eager";
    if (one.complete) done(); else one.onload = one.onerror = done;
})))"""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes on the wire, headers included, and how many requests brought them."""

    size: int
    requests: int

    @property
    def kilobytes(self) -> float:
        return round(self.size / KILOBYTE, 1)


class Scales:
    """Listens to what comes over a page's wire; what the browser had already weighs nothing."""

    def __init__(self, page: Page) -> None:
        self.sizes: list[int] = []
        self.waiting: set[str] = set()
        self.wire: CDPSession = page.context.new_cdp_session(page)
        self.wire.on("Network.requestWillBeSent", self._asked)
        self.wire.on("Network.loadingFinished", self._came)
        self.wire.on("Network.loadingFailed", lambda event: self.waiting.discard(event["requestId"]))
        self.wire.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        self.waiting.add(event["requestId"])
        self.sizes.append(int(event.get("redirectResponse", {}).get("encodedDataLength", 0)))

    def _came(self, event: dict[str, Any]) -> None:
        self.waiting.discard(event["requestId"])
        self.sizes.append(int(event["encodedDataLength"]))


def new_visitor(browser: Browser, site: Site) -> Page:
    """A browser that has never been here."""
    return browser.new_context(base_url=site.address, viewport=PHONE, locale="mn-MN").new_page()


def weigh(page: Page, address: str) -> Weight:
    """Open a page, pictures and all, and say what came over the wire."""
    scales = Scales(page)
    page.goto(address)
    page.evaluate(LOAD_PICTURES)
    while scales.waiting:
        page.wait_for_timeout(10)
    scales.wire.detach()
    came = [size for size in scales.sizes if size]
    return Weight(sum(came), len(came))


def first_and_next(browser: Browser, site: Site, address: str, following: str) -> tuple[Weight, Weight]:
    """A first visit to one page, then another page in the same browser."""
    page = new_visitor(browser, site)
    try:
        return weigh(page, address), weigh(page, following)
    finally:
        page.context.close()


def pages(site: Site) -> dict[str, tuple[str, str]]:
    """Name of a page: its address, and the address that is opened after it."""
    first, second, *_ = (lesson.id for lesson in site.course.lessons)
    with site.record_book():
        certificates = [make_certificate(make_account().person) for _ in range(2)]
        tokens = [certificate.token for certificate in certificates]
    return {
        "landing, then first lesson": ("/", f"/lessons/{first}"),
        "lesson, then next lesson": (f"/lessons/{first}", f"/lessons/{second}"),
        "check, then next check": (f"/lessons/{first}/check", f"/lessons/{second}/check"),
        "progress, then first lesson": ("/progress", f"/lessons/{first}"),
        "verification, then another": (f"/v/{tokens[0]}", f"/v/{tokens[1]}"),
    }


def main() -> None:
    """Print the table, in kilobytes of 1000 bytes."""
    with TemporaryDirectory() as folder, serve(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        print(f"{'page':30}{'first visit':>14}{'requests':>10}{'then':>10}{'requests':>10}")
        for name, addresses in pages(site).items():
            first, following = first_and_next(browser, site, *addresses)
            row = f"{first.kilobytes:>11} KB{first.requests:>10}"
            print(f"{name:30}{row}{following.kilobytes:>7} KB{following.requests:>10}")
        browser.close()


if __name__ == "__main__":
    main()
