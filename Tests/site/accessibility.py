"""What axe finds on a page that would keep somebody out."""

import axe_playwright_python.sync_playwright as axe


def violations(window):
    """What axe finds in a window as it is now, each with the first of its places."""
    for violation in axe.Axe().run(window).response["violations"]:
        # In print the footnotes of each entry follow it, all under the one name.
        if not ("print.html" in window.url and violation["id"] == "landmark-unique"):
            yield f"{violation['id']}: {[node['html'][:160] for node in violation['nodes'][:3]]}"
