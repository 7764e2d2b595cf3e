"use strict";
// A take-away sheet: keeps what is typed on this device, and saves it as a small file.
(() => {
  const form = document.getElementById("sheet");
  const kept = document.getElementById("kept");
  const told = document.getElementById("told");
  const rows = document.getElementById("rows");
  const largest = 256 * 1024;
  const place = "handbook-sheet/" + [form.dataset.site, form.dataset.kind, form.dataset.entry].join("/");

  /** The browser's store, where pages from a disk have one. */
  const store = (() => {
    try {
      localStorage.setItem(place + "?", "1");
      localStorage.removeItem(place + "?");
      return localStorage;
    } catch {
      return null;
    }
  })();
  kept.textContent = store === null ? kept.dataset.lost : kept.dataset.kept;

  function addRow(values = {}) {
    if (rows === null || rows.children.length >= 100) return null;
    rows.append(document.getElementById("row").content.cloneNode(true));
    const row = rows.lastElementChild;
    for (const input of row.querySelectorAll("[data-part]")) input.value = values[input.dataset.part] ?? "";
    return row;
  }

  /** What is filled in, as the file tells it. */
  function fields() {
    const fields = {};
    for (const each of form.elements) {
      if (each.name && (each.type !== "radio" || each.checked)) fields[each.name] = each.value;
    }
    const carried = [...form.querySelectorAll("[data-carried]")];
    if (carried.length > 0) {
      fields.carried = carried.map((each) => ({ text: each.dataset.carried, done: each.checked }));
    }
    if (rows !== null) {
      fields.actions = [...rows.children].map((row) => Object.fromEntries(
        [...row.querySelectorAll("[data-part]")].map((each) => [each.dataset.part, each.value])))
        .filter((action) => action.what.trim() !== "");
    }
    return fields;
  }

  function fill(fields) {
    for (const each of form.elements) {
      const value = fields[each.name];
      if (!each.name || typeof value !== "string") continue;
      if (each.type === "radio") each.checked = each.value === value;
      else each.value = value;
    }
    const done = new Set((fields.carried ?? []).filter((each) => each.done).map((each) => each.text));
    for (const each of form.querySelectorAll("[data-carried]")) each.checked = done.has(each.dataset.carried);
    for (const action of fields.actions ?? []) addRow(action);
  }

  if (store !== null) {
    try {
      fill(JSON.parse(store.getItem(place) ?? "{}"));
    } catch {
      store.removeItem(place);
    }
  }
  if (rows !== null && rows.children.length === 0) addRow();

  form.addEventListener("input", () => {
    told.textContent = "";
    try {
      store?.setItem(place, JSON.stringify(fields()));
    } catch {
      kept.textContent = kept.dataset.lost;
    }
  });

  document.getElementById("more")?.addEventListener("click", () => {
    addRow()?.querySelector("input").focus();
  });

  document.getElementById("clear").addEventListener("click", (event) => {
    if (!confirm(event.target.dataset.ask)) return;
    store?.removeItem(place);
    form.reset();
    if (rows !== null) {
      rows.replaceChildren();
      addRow();
    }
    told.textContent = "";
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { kind, entry, site } = form.dataset;
    const sheet = { "handbook-sheet": 1, kind, site, fields: fields() };
    if (entry !== "") sheet.entry = entry;
    const file = new Blob([JSON.stringify(sheet, null, 1) + "\n"], { type: "application/json" });
    if (file.size > largest) {
      told.textContent = told.dataset.large;
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = [kind, entry].filter((each) => each !== "").join("-") + ".handbook-sheet.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    told.textContent = told.dataset.saved.replace("{file}", link.download);
  });
})();
