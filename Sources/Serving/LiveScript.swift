import Text

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

  /// Reloads a page when it has changed, at the place that was being read, and counts in a corner
  /// what stands against the site; the count opens into a list.
  static let scriptText = """
    "use strict";
    (() => {
      const shown = new URL(document.currentScript.src).searchParams.get("page");
      const place = "handbook-place:" + location.pathname;
      const opened = "handbook-problems-open";

      const kept = sessionStorage.getItem(place);
      if (kept !== null) {
        sessionStorage.removeItem(place);
        addEventListener("load", () => scrollTo(0, Number(kept)));
      }

      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = "/.handbook/live.css";
      document.head.append(sheet);

      function add(parent, name, text) {
        const element = document.createElement(name);
        if (text !== undefined) element.textContent = text;
        parent.append(element);
        return element;
      }

      function counted(count, one, many) {
        return count === 0 ? [] : [count === 1 ? "1 " + one : count + " " + many];
      }

      function addProblem(list, problem) {
        const item = add(list, "li");
        item.className = problem.severity;
        const line = problem.line === null ? "" : ":" + problem.line;
        if (problem.path !== null) add(item, "code", problem.path + line);
        add(item, "p", problem.summary + " [" + problem.id + "]");
        for (const hint of problem.hints) add(item, "p", hint).className = "hint";
      }

      let mark = null;
      function show(problems) {
        mark?.remove();
        mark = null;
        if (problems.length === 0) return;
        const warnings = problems.filter((problem) => problem.severity === "warning").length;
        const blocking = problems.length - warnings;
        mark = document.createElement("section");
        mark.className = "handbook-problems";
        mark.lang = "en";
        mark.dir = "ltr";
        mark.setAttribute("role", blocking > 0 ? "alert" : "status");
        const details = add(mark, "details");
        details.open = shown === "none" || sessionStorage.getItem(opened) === "yes";
        details.addEventListener("toggle", () => {
          sessionStorage.setItem(opened, details.open ? "yes" : "no");
        });
        const count = counted(blocking, "error", "errors")
          .concat(counted(warnings, "warning", "warnings")).join(", ");
        add(details, "summary", count);
        if (blocking > 0) add(details, "p", "Not shown yet: something has to be fixed first.");
        const list = add(details, "ol");
        for (const problem of problems.slice(0, 200)) addProblem(list, problem);
        if (problems.length > 200) add(details, "p", "and " + (problems.length - 200) + " more");
        document.body.append(mark);
      }

      async function reload() {
        const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
        if (answer.headers.get("ETag") === '"' + shown + '"') return;
        sessionStorage.setItem(place, String(scrollY));
        location.reload();
      }

      const news = new EventSource("/.handbook/news");
      news.addEventListener("edition", () => reload().catch(() => {}));
      news.addEventListener("problems", (event) => {
        show(event.data === "" ? [] : JSON.parse(event.data));
      });
      addEventListener("pagehide", () => news.close());
      addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    })();

    """

  static let styleSheetText = """
    .handbook-problems {
      position: fixed; inset: auto 1rem 1rem auto; z-index: 1000; max-width: min(40rem, 100vw - 2rem);
      box-sizing: border-box; padding: 0.3rem 0.7rem; color-scheme: light dark; background: Canvas;
      color: CanvasText; border: 1px solid GrayText; border-radius: 0.3rem;
      font: 0.9rem/1.4 system-ui, sans-serif;
    }
    .handbook-problems[role=alert] { border-color: #c33; border-width: 2px; }
    .handbook-problems summary { cursor: pointer; font-weight: 600; }
    .handbook-problems ol { max-height: 50vh; margin: 0.5rem 0 0; padding: 0 0 0 1.5rem; overflow: auto; }
    .handbook-problems li { margin: 0 0 0.7rem; }
    .handbook-problems p { margin: 0.1rem 0; overflow-wrap: anywhere; }
    .handbook-problems code, .handbook-problems .hint {
      font: 0.85rem/1.4 ui-monospace, monospace; background: none; color: inherit;
    }
    .handbook-problems .hint { white-space: pre-wrap; }
    @media print { .handbook-problems { display: none; } }

    """
}
