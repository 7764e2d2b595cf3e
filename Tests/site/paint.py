"""A phone on a slow network, and what is noted there of how a page is painted."""

# The window of a common phone.
PHONE = {
    "width": 360, "height": 740, "device_scale_factor": 2, "is_mobile": True, "has_touch": True,
}

# What Lighthouse calls slow 4G: bytes a second each way, and milliseconds to the server and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 96_000}

# Adds up how far what is seen moves, by the measure of browsers (layout instability, WICG). What moves
# within half a second of an input is left out there; but nobody touches anything here, and to open the
# window of a phone counts as an input.
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });
"""

# Notes when the largest thing in the window was painted, in milliseconds, and what it is.
LARGEST = """
window.largest = [0, ""];
new PerformanceObserver((list) => {
  for (const { startTime, element } of list.getEntries())
    window.largest = [startTime, element ? element.tagName.toLowerCase() : "gone"];
}).observe({ type: "largest-contentful-paint", buffered: true });
"""


def slowed(window, processor=1):
    """Slows the network of a window to that of a phone, and the processor so many times."""
    session = window.context.new_cdp_session(window)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": processor})
