// The reader's choice of colours: kept on their own device, and in force before anything is drawn.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = "handbook-colours";
  // A page from disk, or a browser that keeps nothing, forgets the choice with the page.
  const kept = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (colours) => { try { localStorage.setItem(key, colours); } catch { /* it is forgotten */ } };
  const apply = (colours) => {
    if (colours === "light" || colours === "dark") root.dataset.colours = colours;
    else delete root.dataset.colours;
  };
  apply(kept());
  // Where a question stands in the address, the search page leaves room for the answers.
  if (/[?&]q=[^&]/.test(location.search)) root.dataset.asked = "";
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".colours");
    if (!form) return;
    const select = form.querySelector("select");
    select.value = root.dataset.colours ?? "";
    select.addEventListener("change", () => {
      apply(select.value);
      keep(select.value);
    });
    form.hidden = false;
  });
})();
