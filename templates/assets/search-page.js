// The search page: shows what is found as one types, and keeps the question in the address.
(() => {
  "use strict";
  const form = document.querySelector(".search-form");
  const field = form.elements.q;
  const status = document.getElementById("search-status");
  const section = document.getElementById("search-results");
  const list = section.querySelector("ol");
  const exact = document.querySelector(".search-exact");
  const kinds = document.querySelector(".search-kinds");
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
    try {
      if (isEmpty) {
        section.hidden = true;
        offer({});
        status.textContent = "";
        return;
      }
      const engine = await window.handbookSearchLoaded();
      show ??= engine.lister(list, section.querySelector("button"));
      const result = await engine.search(q, filters);
      if (current !== question) return;
      if (!result.words.length && !Object.values(filters).some(Boolean)) result.told = "";
      await show(result);
      if (current !== question) return;
      section.hidden = !result.entries.length;
      say(result);
      offer(result);
    } catch {
      status.textContent = status.dataset.failed;
    } finally {
      // The room that was left for the answers (colours.js).
      if (current === question) delete document.documentElement.dataset.asked;
    }
  }

  // What was found; the words that were searched for in place of others stand out.
  function say({ told, better }) {
    const [before, after] = better ? told.split(better) : [told];
    status.replaceChildren(before);
    if (!better) return;
    const words = document.createElement("em");
    words.textContent = better;
    status.append(words, after);
  }

  // Buttons: one that searches for what was typed and nothing else, and one for each kind of entry.
  function offer({ better, exactly, kinds: counts = [] }) {
    if (exact) {
      exact.hidden = !better;
      exact.firstElementChild.textContent = exactly?.replace("{words}", field.value.trim());
    }
    if (!kinds) return;
    const chosen = form.elements.kind.value;
    kinds.hidden = counts.length < 3 && !chosen;
    const buttons = counts.map(([kind, title, count]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-quiet";
      button.value = kind;
      button.textContent = `${title} (${count})`;
      button.setAttribute("aria-pressed", String(kind === chosen));
      return button;
    });
    const focused = kinds.contains(document.activeElement) ? chosen : null;
    kinds.replaceChildren(...buttons);
    if (focused !== null) buttons.find((button) => button.value === focused)?.focus();
  }

  exact?.addEventListener("click", () => {
    field.value = `"${field.value.trim()}"`;
    field.focus();
    run();
  });
  kinds?.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    form.elements.kind.value = button.value;
    run();
  });

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
  filters.disabled = false;
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
