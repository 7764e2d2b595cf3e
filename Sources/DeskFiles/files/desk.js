"use strict";
// The forms of the desk: what is typed is kept, tried and saved. See docs/desk.md.
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const key = document.querySelector("meta[name=handbook-key]").content;
  const state = document.getElementById("state");

  /** Sends a form to an action of the desk; gives the answer's status and its JSON. */
  async function send(action, pairs) {
    const answer = await fetch("/desk/do/" + action, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded", "Handbook-Key": key,
      },
      body: new URLSearchParams(pairs).toString(),
    });
    const type = answer.headers.get("Content-Type") ?? "";
    const json = type.startsWith("application/json") ? await answer.json() : null;
    return { status: answer.status, json };
  }

  function make(name, text, properties = {}) {
    const element = document.createElement(name);
    if (text !== null) element.textContent = text;
    return Object.assign(element, properties);
  }

  function say(text) {
    state.textContent = text;
  }

  // MARK: What a form says

  /** The name of a control, with the numbers of the rows that it stands in as they are now. */
  function pathOf(control) {
    let path = control.name;
    const row = control.closest(".row");
    if (row === null) return path;
    const rows = row.closest(".rows").dataset.name;
    const number = [...row.parentElement.children].indexOf(row);
    return rows + "[" + number + "]" + path.slice(path.indexOf("]", rows.length) + 1);
  }

  /** The pairs of each field of the entry, by the field's name. */
  function fieldsOf(form) {
    const fields = new Map();
    for (const field of form.querySelectorAll(":scope .field[data-field]")) {
      const has = field.querySelector("input, textarea, select, .rows");
      if (has !== null && !fields.has(field.dataset.field)) fields.set(field.dataset.field, []);
    }
    const counts = new Map();
    for (const control of form.querySelectorAll("input[name], textarea[name], select[name]")) {
      if (control.closest(".field") === null) continue;
      if (["checkbox", "radio"].includes(control.type) && !control.checked) continue;
      let path = pathOf(control);
      const list = control.closest("[data-list]");
      if (list !== null && list.dataset.list === "yes") {
        const number = counts.get(path) ?? 0;
        counts.set(path, number + 1);
        path += "[" + number + "]";
      }
      fields.get(control.closest(".field").dataset.field)?.push([path, control.value]);
    }
    return fields;
  }

  const marks = (fields) => new Map([...fields].map(([name, pairs]) => [name, JSON.stringify(pairs)]));

  // MARK: An entry

  class EntryForm {
    constructor(form) {
      this.form = form;
      this.trouble = form.querySelector(".trouble");
      this.action = form.dataset.action ?? "save";
      this.always = (form.dataset.always ?? "").split(" ");
      this.saved = marks(fieldsOf(form));
      for (const name of (form.dataset.kept ?? "").split(" ")) this.saved.delete(name);
      this.frame = document.getElementById("preview");
      form.noValidate = true;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.save();
      });
      form.addEventListener("input", () => this.changed());
      form.addEventListener("click", (event) => {
        const fix = event.target.closest("[data-fix]");
        if (fix !== null) this.save("fix", [["fix", fix.dataset.fix]]);
        const line = event.target.closest("[data-line]");
        if (line !== null) this.goToLine(event, Number(line.dataset.line));
      });
      addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
          event.preventDefault();
          this.save();
        }
      });
      addEventListener("pagehide", () => this.keepNow());
      if (this.isChanged) this.changed();
    }

    get changes() {
      const fields = fieldsOf(this.form);
      return [...fields].filter(([name, pairs]) => this.saved.get(name) !== JSON.stringify(pairs));
    }

    get isChanged() {
      return this.changes.length > 0;
    }

    /** The pairs that say what has changed since the form was opened or saved. */
    get pairs() {
      const pairs = [
        ["path", this.form.elements.path.value], ["opened", this.form.elements.opened.value],
      ];
      const sheet = this.form.elements.sheet;
      if (sheet !== undefined) pairs.push(["sheet", sheet.value]);
      for (const [name, own] of fieldsOf(this.form)) {
        if (!this.always.includes(name) && this.saved.get(name) === JSON.stringify(own)) continue;
        if (name === "text") {
          pairs.push(...own);
        } else {
          pairs.push(["changed", name], ...own);
        }
      }
      return pairs;
    }

    changed() {
      document.getElementById("saved").textContent = this.isChanged ? words.not_saved : "";
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.tryNow(), 150);
      clearTimeout(this.keeping);
      this.keeping = setTimeout(() => this.keepNow(), 600);
    }

    /** Keeps what is typed, so that a crash or a closed window loses nothing. */
    keepNow() {
      if (!this.isChanged || this.isSaving || this.action !== "save") return;
      fetch("/desk/do/keep", {
        method: "POST", keepalive: true,
        headers: {
          "Content-Type": "application/x-www-form-urlencoded", "Handbook-Key": key,
        },
        body: new URLSearchParams(this.pairs).toString(),
      }).catch(() => {});
    }

    async tryNow() {
      this.trial = (this.trial ?? 0) + 1;
      const trial = this.trial;
      try {
        const { status, json } = await send("try", this.pairs);
        if (trial !== this.trial || json === null) return;
        if (status === 200) {
          this.show(json);
          this.tell(null);
        } else {
          this.tell(json);
        }
      } catch {
        this.tell({ message: words.unreachable });
      }
    }

    async save(action = this.action, more = []) {
      if (this.isSaving) return;
      this.isSaving = true;
      clearTimeout(this.keeping);
      const sent = marks(fieldsOf(this.form));
      try {
        const { status, json } = await send(action, [...this.pairs, ...more]);
        if (status === 200) {
          if (action === "fix") {
            location.reload();
            return;
          }
          this.saved = sent;
          this.form.elements.opened.value = json.opened;
          this.show(json);
          this.tell(null);
          document.getElementById("saved").textContent = this.isChanged ? words.not_saved : words.saved;
          state.replaceChildren(make("a", words.saved_here, { href: "/desk/publish" }));
        } else if (status === 409 && json.now !== undefined) {
          this.showConflict(json);
        } else {
          this.tell(json ?? { message: words.unreachable });
        }
      } catch {
        this.tell({ message: words.unreachable });
      } finally {
        this.isSaving = false;
        this.keepNow();
      }
    }

    tell(trouble) {
      this.trouble.hidden = trouble === null;
      this.trouble.replaceChildren();
      if (trouble === null) return;
      this.trouble.append(trouble.message);
      if (trouble.hint) this.trouble.append(make("br", null), trouble.hint);
    }

    /** Shows the file as it is now beside what was typed; whoever sits here chooses. */
    showConflict(json) {
      const place = this.form.querySelector(".conflict");
      const mine = make("button", words.keep_mine, { type: "button", className: "button" });
      const theirs = make("button", words.take_theirs, { type: "button", className: "plain" });
      mine.addEventListener("click", () => {
        this.form.elements.opened.value = json.opened;
        place.hidden = true;
        this.save();
      });
      theirs.addEventListener("click", () => location.assign(location.pathname));
      const actions = make("p", null);
      actions.append(mine, " ", theirs);
      place.replaceChildren(
        make("p", words.conflict), make("h3", words.there_now), make("pre", json.now),
        make("p", words.conflict_choice), actions);
      place.hidden = false;
      place.scrollIntoView({ block: "nearest" });
      mine.focus();
    }

    show(json) {
      if (json.page !== null && this.frame !== null) this.frame.src = json.page;
      for (const list of this.form.querySelectorAll(".findings:not(#findings)")) list.remove();
      const main = document.getElementById("findings");
      main.replaceChildren();
      for (const finding of json.findings) this.listFor(finding, main).append(this.item(finding));
    }

    /** Beside the field that it is about, else above the form. */
    listFor(finding, main) {
      if (!finding.field) return main;
      const name = CSS.escape(finding.field);
      const field = this.form.querySelector(`.field[data-field="${name}"]`);
      if (field === null) return main;
      const there = field.querySelector(":scope > .findings");
      if (there !== null) return there;
      const list = make("ul", null, { className: "findings" });
      field.append(list);
      const folded = field.closest("details.rest");
      if (folded !== null) folded.open = true;
      return list;
    }

    item(finding) {
      const item = make("li", null, { className: "finding " + finding.severity });
      if (finding.red) item.classList.add("red");
      item.append(make("strong", finding.weight), " ");
      if (finding.line) {
        const line = make("a", words.line + " " + finding.line, { href: "#text", className: "line" });
        line.dataset.line = finding.line;
        item.append(line, " ");
      }
      item.append(make("span", finding.summary, { lang: "en" }), " ");
      if (finding.explanation) {
        item.append(make("span", finding.explanation, { className: "note", lang: "en" }));
      }
      if (finding.hints.length > 0) {
        const hints = make("ul", null, { className: "hints", lang: "en" });
        for (const hint of finding.hints) hints.append(make("li", hint));
        item.append(hints);
      }
      if (finding.fix) {
        const fix = make("button", words.fix, { type: "button", className: "plain" });
        fix.dataset.fix = finding.fix;
        item.append(" ", fix);
      }
      return item;
    }

    goToLine(event, line) {
      event.preventDefault();
      const text = this.form.elements.text;
      const lines = text.value.split("\n");
      const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      text.focus();
      text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    }
  }

  // MARK: Pickers (WAI-ARIA, combobox with a list)

  let pickerCount = 0;

  class Picker {
    constructor(root) {
      this.root = root;
      this.input = root.querySelector(".pick");
      this.picks = root.querySelector(".picks");
      this.isList = root.dataset.list === "yes";
      this.kind = root.dataset.kind;
      this.canMake = root.dataset.make === "yes";
      this.list = make("ul", null, { className: "offers", id: "offers-" + ++pickerCount, hidden: true });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", words.offers);
      this.input.after(this.list);
      for (const [name, value] of [
        ["role", "combobox"], ["aria-expanded", "false"], ["aria-autocomplete", "list"],
        ["aria-controls", this.list.id],
      ]) this.input.setAttribute(name, value);
      this.input.addEventListener("input", (event) => {
        event.stopPropagation();
        this.offer();
      });
      this.input.addEventListener("keydown", (event) => this.press(event));
      this.input.addEventListener("blur", () => setTimeout(() => this.leave(), 150));
      this.picks.addEventListener("click", (event) => {
        const drop = event.target.closest(".drop");
        if (drop === null) return;
        drop.closest("li").remove();
        this.input.focus();
        this.changed();
      });
    }

    changed() {
      this.root.dispatchEvent(new Event("input", { bubbles: true }));
    }

    async offer() {
      const typed = this.input.value.trim();
      if (typed === "") return this.close();
      let offers = [];
      if (this.kind !== "") {
        const query = new URLSearchParams({ for: "script", kind: this.kind, q: typed });
        try {
          offers = await (await fetch("/desk/find?" + query)).json();
        } catch {
          offers = [];
        }
        if (this.input.value.trim() !== typed) return;
      }
      const isThere = offers.some((offer) => offer.label === typed || offer.value === typed);
      this.offers = offers;
      if (this.canMake && !isThere) {
        this.offers = [...offers, { label: words.add_new.replace("{words}", typed), make: typed }];
      }
      this.list.replaceChildren(...this.offers.map((offer, number) => this.option(offer, number)));
      this.list.hidden = this.offers.length === 0;
      this.input.setAttribute("aria-expanded", String(!this.list.hidden));
      this.choose(this.offers.length > 0 ? 0 : -1);
    }

    option(offer, number) {
      const item = make("li", offer.label, { id: this.list.id + "-" + number });
      item.setAttribute("role", "option");
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => this.take(offer));
      return item;
    }

    choose(number) {
      this.chosen = number;
      [...this.list.children].forEach((item, position) => {
        item.setAttribute("aria-selected", String(position === number));
      });
      if (number >= 0) {
        this.input.setAttribute("aria-activedescendant", this.list.id + "-" + number);
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    press(event) {
      const count = this.list.hidden ? 0 : this.list.children.length;
      if (event.key === "ArrowDown" && count > 0) {
        this.choose((this.chosen + 1) % count);
      } else if (event.key === "ArrowUp" && count > 0) {
        this.choose((this.chosen + count - 1) % count);
      } else if (event.key === "Enter" && this.input.value.trim() !== "") {
        if (count > 0) {
          this.take(this.offers[this.chosen]);
        } else if (this.canMake) {
          this.take({ make: this.input.value.trim() });
        }
      } else if (event.key === "Escape" && count > 0) {
        this.close();
      } else {
        return;
      }
      event.preventDefault();
    }

    async take(offer) {
      this.close();
      this.input.value = "";
      if (offer.make === undefined) return this.add(offer.value, offer.label);
      const isWord = ["", "tags", "roles", "all"].includes(this.kind);
      if (isWord) return this.add(offer.make, offer.make);
      const { status, json } = await send("create", [
        ["of", this.kind], ["title", offer.make], ["name", offer.make],
      ]);
      if (status === 200) {
        this.add(json.value, json.label);
      } else {
        say(json?.message ?? words.unreachable);
      }
    }

    add(value, label) {
      if (!this.isList) this.picks.replaceChildren();
      const item = make("li", null);
      const drop = make("button", words.remove, { type: "button", className: "drop" });
      drop.append(make("span", " " + label, { className: "hidden" }));
      item.append(
        make("input", null, { type: "hidden", name: this.root.dataset.name, value }),
        make("span", label), " ", drop);
      this.picks.append(item);
      this.changed();
    }

    close() {
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.choose(-1);
    }

    /** Words that were typed and not added are added: nothing typed is lost. */
    leave() {
      this.close();
      const typed = this.input.value.trim();
      if (typed !== "" && ["", "tags"].includes(this.kind)) this.take({ make: typed });
    }
  }

  function begin(root) {
    for (const picker of root.querySelectorAll(".picker")) new Picker(picker);
  }

  // MARK: Rows

  document.addEventListener("click", (event) => {
    const add = event.target.closest(".add-row");
    const drop = event.target.closest(".drop-row");
    if (add !== null) {
      const rows = add.closest(".rows");
      const row = rows.querySelector("template").content.cloneNode(true);
      const number = Date.now().toString(36);
      for (const each of row.querySelectorAll("[id], [for], [aria-describedby]")) {
        for (const name of ["id", "for", "aria-describedby"]) {
          if (each.hasAttribute(name)) each.setAttribute(name, each.getAttribute(name).replace("[#]", "[" + number + "]"));
        }
      }
      begin(row);
      rows.querySelector("ol").append(row);
      rows.querySelector("ol > :last-child").querySelector("input, select, textarea")?.focus();
      rows.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (drop !== null) {
      const rows = drop.closest(".rows");
      drop.closest(".row").remove();
      rows.querySelector(".add-row").focus();
      rows.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  // MARK: A new entry, and what was kept

  for (const form of document.querySelectorAll("form[data-form=create]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const pairs = [...fieldsOf(form).values()].flat();
      pairs.push(["of", form.elements.of.value]);
      const trouble = form.querySelector(".trouble");
      try {
        const { status, json } = await send("create", pairs);
        if (status === 200) {
          location.assign(json.address + (form.dataset.then ?? ""));
          return;
        }
        trouble.textContent = json?.message ?? words.unreachable;
      } catch {
        trouble.textContent = words.unreachable;
      }
      trouble.hidden = false;
    });
  }

  for (const button of document.querySelectorAll("[data-restore]")) {
    button.addEventListener("click", async () => {
      const trouble = document.querySelector(".trouble");
      const pairs = [["path", button.dataset.path], ["commit", button.dataset.restore]];
      const { status, json } = await send("restore", pairs).catch(() => ({ status: 0, json: null }));
      if (status === 200) {
        location.assign(json.address);
        return;
      }
      trouble.textContent = json?.message ?? words.unreachable;
      trouble.hidden = false;
    });
  }

  for (const button of document.querySelectorAll("[data-discard]")) {
    button.addEventListener("click", async () => {
      await send("discard", [["path", button.dataset.discard]]);
      button.closest(".kept").remove();
    });
  }

  begin(document);
  const entry = document.querySelector("form[data-form=entry]");
  if (entry !== null) window.handbookForm = new EntryForm(entry);
  window.handbookDesk = { send, say, make, words };
})();
