"use strict";
// A sheet's file that is dropped anywhere on the desk becomes an entry to look at.
(() => {
  const ending = ".handbook-sheet.json";
  const largest = 256 * 1024;

  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });

  document.addEventListener("drop", async (event) => {
    const file = event.dataTransfer.files[0];
    if (event.defaultPrevented || file === undefined) return;
    event.preventDefault();
    if (!file.name.endsWith(ending) || file.size > largest) return;
    const { send, words } = window.handbookDesk;
    try {
      const { status, json } = await send("inbox", [["file", await file.text()]]);
      if (status === 200 && json.address !== undefined && json.message === undefined) {
        location.assign(json.address);
      } else {
        tell(json ?? { message: words.unreachable });
      }
    } catch {
      tell({ message: words.unreachable });
    }
  });

  /** Says what became of it, above the page, for eyes and ears. */
  function tell({ message, hint, address }) {
    const { make } = window.handbookDesk;
    document.getElementById("inbox")?.remove();
    const note = make("div", null, { id: "inbox", className: "trouble" });
    note.setAttribute("role", "alert");
    note.append(make("p", message));
    if (hint) note.append(make("p", hint, { className: "note" }));
    if (address) note.append(make("a", address, { href: address }));
    document.getElementById("main").prepend(note);
  }
})();
