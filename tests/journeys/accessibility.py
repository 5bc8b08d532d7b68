"""What a page must hold to for everybody who reads it: axe-core, width, size of targets."""

import os
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from tests.journeys.browsers import LAPTOP, PHONE

NARROW = {"width": 320, "height": 640}
# What follows from the look alone, and so may differ between light and dark, narrow and wide.
OF_THE_LOOK = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
RUN_AXE = """rules => {
    const options = rules ? {runOnly: rules} : {rules: {"target-size": {enabled: true}}};
    const told = (one, node) => `${one.id} (${one.impact}): ${node.target} ${node.html.slice(0, 120)}`;
    return axe.run({...options, resultTypes: ["violations"]})
        .then(found => found.violations.flatMap(one => one.nodes.map(node => told(one, node))));
}"""
# A link in a sentence is as high as the sentence; everything else has to be hit by a thumb.
SMALL_TARGETS = """least => {
    const hidden = one => one.type === "hidden" || !one.checkVisibility() || one.matches(".skip, .vh, .vh *");
    const target = one => one.matches("label input") ? one.closest("label") : one;
    const told = (one, box) => `${one.outerHTML.slice(0, 90)}: ${box.width} × ${box.height}`;
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter(one => !hidden(one) && getComputedStyle(one).display !== "inline")
        .map(one => [one, target(one).getBoundingClientRect()])
        .filter(([one, box]) => box.width < least || box.height < least)
        .map(([one, box]) => told(one, box));
}"""
# A window, a colour scheme, and what axe is asked: None for all its rules.
Way = tuple[ViewportSize, Literal["light", "dark"], list[str] | None]
WAYS: list[Way] = [(PHONE, "light", None), (LAPTOP, "dark", OF_THE_LOOK)]
MORE_WAYS: list[Way] = [(LAPTOP, "light", OF_THE_LOOK), (PHONE, "dark", OF_THE_LOOK)]
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def bring_axe(page: Page) -> None:
    """Have axe-core on every page that opens from now on."""
    page.add_init_script(AXE_SCRIPT)


def problems_here(page: Page, *, language: str) -> list[str]:
    """Everything wrong with the page that is open: on a phone and on a laptop, light and dark.

    Light and dark, narrow and wide share their rules, and both languages their structure: so a
    page is looked at in the ways that differ most. With LMS_TEST_THOROUGH set, in all of them.
    """
    found = []
    for window, scheme, rules in ways_of_looking(language):
        page.set_viewport_size(window)
        page.emulate_media(color_scheme=scheme)
        problems = axe(page, rules) + small_targets(page) + _too_wide(page)
        found += _named(f"{window['width']} px, {scheme}", problems)
    page.emulate_media(color_scheme="light")
    return found + problems_of_narrow_and_large(page)


def ways_of_looking(language: str) -> list[Way]:
    if os.environ.get("LMS_TEST_THOROUGH"):
        return WAYS + MORE_WAYS
    return WAYS if language == "mn" else WAYS[:1]


def problems_of_narrow_and_large(page: Page) -> list[str]:
    """Sideways scrolling on the narrowest phone, and with text twice as large."""
    page.set_viewport_size(NARROW)
    found = _named("320 px", _too_wide(page))
    page.set_viewport_size(PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += _named("360 px, text at 200 %", _too_wide(page))
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def axe(page: Page, rules: list[str] | None) -> list[str]:
    """What axe-core finds, one line for each place; by all its rules when none are named.

    The page was opened after `bring_axe`.
    """
    lines: list[str] = page.evaluate(RUN_AXE, rules)
    return lines


def small_targets(page: Page) -> list[str]:
    lines: list[str] = page.evaluate(SMALL_TARGETS, 24)
    return lines


def sideways_scroll(page: Page) -> int:
    """By how many pixels the page is wider than the window; 0 on a good page."""
    wide: int = page.evaluate(TOO_WIDE)
    return wide


def _too_wide(page: Page) -> list[str]:
    wide = sideways_scroll(page)
    return [f"{wide} px too wide"] if wide else []


def _named(where: str, problems: list[str]) -> list[str]:
    return [f"{where}: {problem}" for problem in problems]
