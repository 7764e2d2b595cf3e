"use strict";
// The bar above a text, and the names that are offered while one types.
(() => {
  const area = document.getElementById("text");
  if (area === null) return;
  const { words, make } = window.handbookDesk;
  const bar = document.getElementById("text-bar");
  bar.hidden = false;

  /** Puts words in place of what is chosen, so that the browser can undo it. */
  function put(text, from = area.selectionStart, to = area.selectionEnd) {
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, to, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  const chosen = () => area.value.slice(area.selectionStart, area.selectionEnd);

  /** Around what is chosen, or around words to write over. */
  function around(before, after, words) {
    const text = chosen() || words;
    const start = area.selectionStart;
    put(before + text + after);
    area.setSelectionRange(start + before.length, start + before.length + text.length);
  }

  /** Before each line that is chosen. */
  function lines(mark, words) {
    const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const found = area.value.indexOf("\n", Math.max(area.selectionEnd - 1, start));
    const end = found < 0 ? area.value.length : found;
    const old = area.value.slice(start, end) || words;
    put(old.split("\n").map((line) => mark + line).join("\n"), start, end);
  }

  /** What parts a block from the words before the cursor. */
  function lead() {
    const before = area.value.slice(0, area.selectionStart);
    return before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  }

  /** As a block of its own, with a blank line on either side. */
  function block(text) {
    put(lead() + text + "\n\n", area.selectionEnd, area.selectionEnd);
  }

  /** Words stay in their line; what is more begins one. */
  function putPasted(text) {
    const isBlock = /\n|^(?:#{1,6} |- |\d+\. |> |\||```)/.test(text);
    put(isBlock ? lead() + text + "\n" : text);
  }

  const actions = {
    heading: () => lines("## ", words.bar_heading),
    bold: () => around("**", "**", words.bar_words),
    link: () => around("[", "](https://)", words.bar_words),
    list: () => lines("- ", words.bar_words),
    task: () => lines("- [ ] ", words.bar_words),
    quote: () => lines("> ", words.bar_words),
    table: () => block(
      `| ${words.bar_column} 1 | ${words.bar_column} 2 |\n| --- | --- |\n|  |  |`),
    picture: () => document.getElementById("text-picture").click(),
  };

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bar]");
    if (button !== null) actions[button.dataset.bar]();
  });

  const shortcuts = { b: "bold", k: "link" };
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const action = shortcuts[event.key.toLowerCase()];
    if (action === undefined) return;
    event.preventDefault();
    actions[action]();
  });

  // MARK: Names, behind @ and [[

  const offers = make("ul", null, { className: "offers names", id: "text-offers", hidden: true });
  offers.setAttribute("role", "listbox");
  offers.setAttribute("aria-label", words.offers);
  const told = make("p", null, { className: "hidden" });
  told.setAttribute("role", "status");
  area.after(offers, told);
  area.setAttribute("aria-controls", offers.id);

  let found = [];
  let position = 0;
  let asked = 0;

  /** What stands before the cursor that a name may follow. */
  function beginning() {
    const before = area.value.slice(Math.max(0, area.selectionStart - 60), area.selectionStart);
    const mention = /(?:^|[\s(])@([\p{L}\p{N}-]*)$/u.exec(before);
    if (mention !== null) return { kind: "members", typed: mention[1], mark: "@" };
    const link = /\[\[([^\]\n[|#]*)$/.exec(before);
    if (link !== null) return { kind: "all", typed: link[1], mark: "[[" };
    return null;
  }

  function close() {
    offers.hidden = true;
    found = [];
    area.removeAttribute("aria-activedescendant");
  }

  async function offer() {
    const name = beginning();
    if (name === null || name.typed.length < 1) return close();
    const number = ++asked;
    const query = new URLSearchParams({ for: "script", kind: name.kind, q: name.typed });
    let answer = [];
    try {
      answer = await (await fetch("/desk/find?" + query)).json();
    } catch {
      return close();
    }
    if (number !== asked) return;
    found = answer.slice(0, 8);
    offers.replaceChildren(...found.map((each, place) => {
      const item = make("li", each.label, { id: "text-offer-" + place });
      item.setAttribute("role", "option");
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => take(each));
      return item;
    }));
    offers.hidden = found.length === 0;
    told.textContent = found.length === 0 ? "" : words.offers_told.replace("{count}", found.length);
    if (found.length > 0) choose(0);
  }

  function choose(number) {
    position = number;
    [...offers.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === number));
    });
    area.setAttribute("aria-activedescendant", "text-offer-" + number);
  }

  function take(each) {
    const name = beginning();
    close();
    if (name === null) return;
    const end = area.selectionStart;
    const words = name.mark === "@" ? each.value + " " : each.value.split("/").pop() + "]]";
    put(words, end - name.typed.length, end);
  }

  area.addEventListener("input", () => offer());
  area.addEventListener("blur", () => setTimeout(close, 150));
  area.addEventListener("keydown", (event) => {
    if (offers.hidden) return;
    if (event.key === "ArrowDown") {
      choose((position + 1) % found.length);
    } else if (event.key === "ArrowUp") {
      choose((position + found.length - 1) % found.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      take(found[position]);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });

  // MARK: What is pasted, and pictures

  /** Sends a file as it is, and gives the answer. */
  async function upload(file) {
    const entry = document.querySelector("form[data-form=entry]").elements.path.value;
    const query = new URLSearchParams({ path: entry, name: file.name || "picture" });
    const answer = await fetch("/desk/do/upload?" + query, {
      method: "POST", body: file,
      headers: {
        "Handbook-Key": document.querySelector("meta[name=handbook-key]").content,
        "Content-Type": "application/octet-stream",
      },
    });
    const isJSON = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
    return { status: answer.status, json: isJSON ? await answer.json() : null };
  }

  const ask = document.getElementById("text-alternative");

  /** Asks what a picture shows, then puts it into the text. */
  async function add(file) {
    let answer;
    try {
      answer = await upload(file);
    } catch {
      answer = { status: 0, json: null };
    }
    if (answer.status !== 200) {
      told.textContent = answer.json?.message ?? words.unreachable;
      window.handbookForm?.tell(answer.json ?? { message: words.unreachable });
      return;
    }
    window.handbookForm?.tell(null);
    const alternative = await new Promise((resolve) => {
      const words = ask.querySelector("input");
      words.value = "";
      ask.returnValue = "";
      ask.addEventListener("close", () => resolve(words.value.trim()), { once: true });
      ask.showModal();
    });
    const label = alternative.replace(/[[\]\\]/g, "\\$&").replace(/\s+/g, " ");
    block(answer.json.isPicture ? `![${label}](${answer.json.link})`
      : `[${label || answer.json.name}](${answer.json.link})`);
  }

  document.getElementById("text-picture").addEventListener("change", (event) => {
    const file = event.target.files[0];
    event.target.value = "";
    if (file !== undefined) add(file);
  });

  area.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  area.addEventListener("drop", (event) => {
    const file = event.dataTransfer.files[0];
    if (file === undefined || file.name.endsWith(".handbook-sheet.json")) return;
    event.preventDefault();
    add(file);
  });

  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    const file = event.clipboardData.files[0];
    if (html === "" && file !== undefined) {
      event.preventDefault();
      add(file);
    } else if ((html !== "" && html.length < 400000) || (html === "" && /\t.*\n.*\t/.test(plain))) {
      event.preventDefault();
      const { status, json } = await window.handbookDesk.send("paste", [
        ["html", html], ["plain", plain],
      ]).catch(() => ({ status: 0, json: null }));
      if (status === 200) {
        putPasted(json.text);
      } else {
        put(plain);
      }
    }
  });
})();
