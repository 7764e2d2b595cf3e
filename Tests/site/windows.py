"""Windows of a real browser, and what goes wrong in them."""

import contextlib
import os
import shutil

import playwright.sync_api

# Notes each thing that the page's own policy refuses, before anything else runs.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


@contextlib.contextmanager
def started():
    """A browser, until it is no longer needed."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with playwright.sync_api.sync_playwright() as driver:
        # Chromium's own sandbox does not run for root, as in most containers.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = driver.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@contextlib.contextmanager
def opened(browser, width=1280, scheme="light", height=900, **options):
    """A window of its own."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce",
        **options,
    )
    context.add_init_script(LISTEN)
    try:
        yield context.new_page()
    finally:
        context.close()


def watched(window, address):
    """A list that fills with what goes wrong, and with what is asked of other places."""
    found = []
    window.on("console", lambda said: found.append(f"console: {said.text} {said.location['url']}"))
    window.on("pageerror", lambda error: found.append(f"error: {error}"))
    # The next page is opened without waiting for this one's icon.
    window.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED"
        or found.append(f"failed: {request.url} {request.failure}"),
    )
    window.on(
        "request",
        lambda request: request.url.startswith(address) or found.append(f"asked: {request.url}"),
    )
    return found
