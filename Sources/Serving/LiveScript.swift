/// What the server adds to the pages that it shows: a script that follows its news.
enum LiveScript {
  static let folder = ".handbook/"
  static let news = folder + "news"
  static let script = folder + "live.js"
  static let styleSheet = folder + "live.css"

  /// Puts the script into a page: at the end of its head, or at its very end.
  ///
  /// All content is escaped or balanced, so that the first `</head>` is the page's own.
  static func added(to page: [UInt8], mark: String) -> [UInt8] {
    let tag = Array("<script src=\"/\(script)?page=\(mark)\" defer></script>\n".utf8)
    let place = page.firstRange(of: Array("</head>".utf8))?.lowerBound ?? page.endIndex
    return page[..<place] + tag + page[place...]
  }

  /// Reloads a page when it has changed, at the place that was being read, and lays what is wrong
  /// over it until it is mended.
  static let scriptText = """
    "use strict";
    (() => {
      const shown = new URL(document.currentScript.src).searchParams.get("page");
      const place = "handbook-place:" + location.pathname;

      const kept = sessionStorage.getItem(place);
      if (kept !== null) {
        sessionStorage.removeItem(place);
        addEventListener("load", () => scrollTo(0, Number(kept)));
      }

      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = "/.handbook/live.css";
      document.head.append(sheet);

      let overlay = null;
      function show(problems) {
        overlay?.remove();
        overlay = null;
        if (problems === "") return;
        overlay = document.createElement("section");
        overlay.className = "handbook-problems";
        overlay.setAttribute("role", "alert");
        const heading = document.createElement("h2");
        heading.textContent = "Not shown yet: something has to be mended first";
        const text = document.createElement("pre");
        text.tabIndex = 0;
        text.textContent = problems;
        const hide = document.createElement("button");
        hide.type = "button";
        hide.textContent = "Hide";
        hide.addEventListener("click", () => overlay.remove());
        overlay.append(heading, hide, text);
        document.body.append(overlay);
      }

      async function reload() {
        const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
        if (answer.headers.get("ETag") === '"' + shown + '"') return;
        sessionStorage.setItem(place, String(scrollY));
        location.reload();
      }

      const news = new EventSource("/.handbook/news");
      news.addEventListener("edition", () => reload().catch(() => {}));
      news.addEventListener("problems", (event) => show(event.data));
      addEventListener("pagehide", () => news.close());
      addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    })();

    """

  static let styleSheetText = """
    .handbook-problems {
      position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 60vh; overflow: auto;
      padding: 1rem; background: #2b0d0d; color: #fff; border-top: 4px solid #ff6b6b;
      font: 1rem/1.4 system-ui, sans-serif;
    }
    .handbook-problems h2 { margin: 0 4rem 0.5rem 0; font-size: 1.1rem; color: inherit; }
    .handbook-problems pre {
      margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; background: none; color: inherit;
      font: 0.9rem/1.4 ui-monospace, monospace;
    }
    .handbook-problems button { position: absolute; inset-block-start: 1rem; inset-inline-end: 1rem; }

    """
}
