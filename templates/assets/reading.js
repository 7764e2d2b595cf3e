// What helps to read: the contents say where one is, code can be copied, a menu closes itself, and
// Ctrl-K leads to the search.
(() => {
  "use strict";
  const links = [...document.querySelectorAll(".outline a[href^='#']")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

  // What is read is below the last heading that has reached the upper fifth of the window. The
  // observer calls when a heading crosses that line.
  function mark() {
    const line = innerHeight / 5;
    const now = places.findLastIndex((place) => place?.getBoundingClientRect().top <= line);
    links.forEach((link, index) => {
      if (index === now) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -80%" });
  for (const place of places) if (place) observer.observe(place);

  // Where a line of code is wider than the page, those who use the keyboard read on with the arrow keys.
  for (const code of document.querySelectorAll("pre")) code.tabIndex = 0;

  for (const code of navigator.clipboard ? document.querySelectorAll("[data-copy] pre") : []) {
    const { copy, copied } = code.closest("[data-copy]").dataset;
    const frame = document.createElement("div");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: copy });
    frame.className = "code";
    button.setAttribute("aria-live", "polite");
    code.replaceWith(frame);
    frame.append(code, button);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
  }

  const menus = document.querySelectorAll(".site-head details");
  document.addEventListener("click", ({ target }) => {
    for (const menu of menus) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const field = document.querySelector("[role=search] input");
    if (event.key === "k" && (event.ctrlKey || event.metaKey) && field?.checkVisibility()) {
      event.preventDefault();
      field.focus();
      field.select();
    }
    if (event.key !== "Escape") return;
    for (const menu of menus) {
      if (menu.open && menu.contains(document.activeElement)) menu.firstElementChild.focus();
      menu.open = false;
    }
  });
})();
