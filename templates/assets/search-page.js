// The search page: shows what is found as one types, and keeps the question in the address.
(() => {
  "use strict";
  const form = document.querySelector(".search-form");
  const field = form.elements.q;
  const status = document.getElementById("search-status");
  const section = document.getElementById("search-results");
  const list = section.querySelector("ol");
  let show = null;
  let question = 0;
  let timer = 0;

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
      const engine = await window.handbookSearchLoaded();
      show ??= engine.lister(list, section.querySelector("button"));
      const result = await engine.search(q, filters);
      if (current !== question) return;
      if (!result.words.length && !Object.values(filters).some(Boolean)) result.told = "";
      await show(result);
      if (current !== question) return;
      section.hidden = !result.entries.length;
      status.textContent = result.told;
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
  document.addEventListener("keydown", walk);
  run();
})();
