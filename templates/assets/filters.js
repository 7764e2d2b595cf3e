// Narrows a list by several facets at once, and keeps the choices in the address. Without scripts
// each choice is a page of its own, and those links are what the filters are made from.
(() => {
  "use strict";
  const nav = document.querySelector(".facets");
  const list = document.querySelector(".listing");
  if (!nav || !list) return;
  const { kind, all, shown, none, more, any, clear, paged } = nav.dataset;
  const given = new URLSearchParams(location.search);
  const pages = new Map();

  function made(name, parent, properties = {}) {
    const element = Object.assign(document.createElement(name), properties);
    parent.append(element);
    return element;
  }

  const form = document.createElement("form");
  form.className = "facets filters";
  form.setAttribute("aria-label", nav.getAttribute("aria-label"));
  for (const facet of nav.querySelectorAll("[data-facet]")) {
    const name = facet.dataset.facet;
    const label = made("label", form, { textContent: `${facet.querySelector("dt").textContent} ` });
    const select = made("select", label, { name });
    made("option", select, { value: "", textContent: any });
    for (const link of facet.querySelectorAll("a")) {
      const value = link.dataset.choice;
      const count = link.nextElementSibling?.textContent ?? "";
      const textContent = `${link.textContent} (${count})`;
      const defaultSelected = link.hasAttribute("aria-current");
      made("option", select, { value, textContent, defaultSelected });
      pages.set(`${name}:${value}`, link.href);
    }
    if (given.has(name)) select.value = given.get(name);
    if (select.selectedIndex < 0) select.value = "";
  }
  const reset = made("button", form, { type: "button", textContent: clear });
  const status = made("p", form, { className: "note" });
  status.setAttribute("role", "status");
  nav.replaceWith(form);
  const summary = form.parentElement.querySelector("summary");
  summary.append(" ");
  const number = made("span", summary, { className: "count" });

  const chosen = () => [...new FormData(form)].filter(([, value]) => value);
  const marks = () => chosen().map((choice) => choice.join(":"));

  function tell() {
    const count = chosen().length;
    reset.hidden = !count;
    number.textContent = count || "";
  }

  function showHere() {
    const wanted = marks();
    let count = 0;
    for (const group of list.querySelectorAll(".group")) {
      const cards = [...group.querySelectorAll(".card")];
      for (const card of cards) {
        const has = (card.dataset.facets ?? "").split(" ");
        card.hidden = !wanted.every((mark) => has.includes(mark));
      }
      const left = cards.filter((card) => !card.hidden).length;
      const number = group.querySelector(".count");
      if (number) number.textContent = left;
      group.hidden = !left;
      count += left;
    }
    return count;
  }

  // A list of several pages is not all here: the search knows the rest.
  let show = null;
  async function showFound() {
    const found = document.getElementById("found");
    const isNarrowed = marks().length > 0;
    for (const part of document.querySelectorAll(".listing, .pagination")) part.hidden = isNarrowed;
    found.hidden = !isNarrowed;
    if (!isNarrowed) return 0;
    const engine = await window.handbookSearchLoaded();
    show ??= engine.lister(found.querySelector("ol"), found.querySelector("button"));
    const result = await engine.search("", { kind, facets: marks() });
    await show(result);
    return result.entries.length;
  }

  if (paged) {
    const found = made("section", form, { id: "found", hidden: true });
    list.before(found);
    found.setAttribute("aria-label", nav.getAttribute("aria-label"));
    made("ol", found, { className: "rows" });
    made("button", made("p", found, { className: "more" }), {
      type: "button", className: "button button-quiet", textContent: more,
    });
  }

  async function run() {
    const wanted = marks();
    try {
      const count = paged ? await showFound() : showHere();
      if (wanted.join() !== marks().join()) return;
      tell();
      document.querySelector(".jumps")?.toggleAttribute("hidden", wanted.length > 0);
      status.textContent = wanted.length ? (count ? shown.replace("#", count) : none) : "";
    } catch {
      location.href = pages.get(wanted[0]);
    }
  }

  function choose() {
    const address = new URL(all || location.href, location.href);
    address.search = new URLSearchParams(chosen());
    if (all) location.href = address;
    // From disk some browsers refuse; the filters work without.
    else try { history.replaceState(null, "", address); } catch { /* nothing is lost */ }
    run();
  }

  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const select of form.querySelectorAll("select")) select.value = "";
    choose();
    form.querySelector("select").focus();
  });
  // On the way back to a list of one choice a browser may show it as it was left.
  addEventListener("pageshow", (event) => event.persisted && all && form.reset());
  tell();
  if (!all && chosen().length) run();
})();
