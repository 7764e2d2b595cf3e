// The box in the head of every page: proposes entries as one types (WAI-ARIA, combobox with a list).
(() => {
  "use strict";
  const form = document.querySelector(".site-search");
  const field = form.querySelector("input");
  const list = document.createElement("ul");
  const status = document.createElement("span");
  let question = 0;

  list.id = "search-options";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.getAttribute("aria-label"));
  status.className = "hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  function open(isOpen) {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
    choose(null);
  }

  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function option({ title, address, detail }, index) {
    const item = document.createElement("li");
    const more = document.createElement("span");
    item.id = `search-option-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.address = address;
    item.textContent = title;
    more.className = "note";
    more.textContent = detail;
    item.append(" ", more);
    return item;
  }

  async function propose() {
    const current = ++question;
    if (!field.value.trim()) return open(false);
    try {
      const { search, record } = await window.handbookSearchLoaded();
      const { entries, told } = await search(field.value);
      const records = await Promise.all(entries.slice(0, 6).map(record));
      if (current !== question || document.activeElement !== field) return;
      list.replaceChildren(...records.map(option));
      status.textContent = told;
      open(records.length > 0);
    } catch {
      // The form still leads to the search page.
    }
  }

  field.addEventListener("input", propose);
  field.addEventListener("blur", () => open(false));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) location.href = item.dataset.address;
  });
  field.addEventListener("keydown", (event) => {
    const items = [...list.children];
    const at = items.indexOf(chosen());
    if (event.key === "Escape" && !list.hidden) open(false);
    else if (event.key === "Enter" && chosen()) location.href = chosen().dataset.address;
    else if (event.key === "ArrowDown" && !list.hidden) choose(items[(at + 1) % items.length]);
    else if (event.key === "ArrowUp" && !list.hidden) choose(items[at < 0 ? items.length - 1 : at - 1]);
    else return;
    event.preventDefault();
  });
  propose();
})();
