// The search page: shows what is found as one types, and keeps the question in the address.
(() => {
  "use strict";
  const form = document.querySelector(".search-form");
  const field = form.elements.q;
  const status = document.getElementById("search-status");
  const section = document.getElementById("search-results");
  const list = section.querySelector("ol");
  const more = section.querySelector("button");
  const step = 10;
  let engine = null;
  let found = null;
  let question = 0;
  let timer = 0;

  function filled(element, pieces) {
    for (const [words, isMarked] of pieces) {
      const part = isMarked ? document.createElement("mark") : document.createTextNode("");
      part.textContent = words;
      element.append(part);
    }
    return element;
  }

  function made(name, className, pieces) {
    const element = filled(document.createElement(name), pieces);
    if (className) element.className = className;
    return element;
  }

  function item({ title, address, detail, text, language }) {
    const item = made("li", "card", []);
    const heading = made("h2", "", []);
    const link = made("a", "", engine.marked(title, found.words));
    link.href = address;
    heading.append(link);
    const summary = made("p", "summary", engine.excerpt(text, found.words));
    if (language) {
      for (const element of [link, summary]) element.lang = language;
      for (const element of [link, summary]) element.dir = "auto";
    }
    item.append(heading, summary, made("p", "meta", [[detail, false]]));
    return item;
  }

  async function show(current) {
    const next = found.entries.slice(list.children.length, list.children.length + step);
    const records = await Promise.all(next.map(engine.record));
    if (current !== question) return;
    list.append(...records.map(item));
    more.parentElement.hidden = list.children.length >= found.entries.length;
  }

  function remember(data) {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...data].filter(([, value]) => value)).toString();
    // From disk some browsers refuse; the search works without.
    try { history.replaceState(null, "", address); } catch { /* nothing is lost */ }
  }

  async function run() {
    const current = ++question;
    const data = new FormData(form);
    remember(data);
    const { q, ...filters } = Object.fromEntries(data);
    const isEmpty = !q.trim() && !Object.values(filters).some(Boolean);
    if (isEmpty) {
      section.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      engine = await window.handbookSearchLoaded();
      const result = await engine.search(q, filters);
      if (current !== question) return;
      if (!result.words.length && !Object.values(filters).some(Boolean)) result.told = "";
      found = result;
      list.replaceChildren();
      await show(current);
      if (current !== question) return;
      section.hidden = !found.entries.length;
      status.textContent = found.told;
    } catch {
      status.textContent = status.dataset.failed;
    }
  }

  function links() { return [field, ...list.querySelectorAll("a")]; }

  // Arrows walk from the field through what was found; Escape leads back to the field.
  function walk(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    if (steps[event.key]) {
      const next = all[at + steps[event.key]];
      if (!next) return;
      event.preventDefault();
      next.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (at === 0) field.value = "";
      field.focus();
      run();
    }
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const element = form.elements.namedItem(name);
    if (element) element.value = value;
  }
  const filters = form.querySelector("fieldset");
  filters.hidden = filters.disabled = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 100);
  });
  filters.addEventListener("change", run);
  more.addEventListener("click", async () => {
    const count = list.children.length;
    await show(question);
    list.children[count]?.querySelector("a").focus();
  });
  document.addEventListener("keydown", walk);
  run();
})();
