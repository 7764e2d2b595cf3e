// The search: "/" leads to it from every page. What finds entries is fetched when somebody looks.
(() => {
  "use strict";
  const field = document.querySelector("[role=search] input");
  if (!field) return;
  const own = document.currentScript.src;

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  function fetched(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(name, own);
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  let engine = null;
  window.handbookSearchLoaded = () => {
    engine ??= fetched("search-index.js").then(() => window.handbookSearch);
    return engine;
  };
  if (!field.closest(".site-search")) return;
  const begin = () => fetched("search-box.js").catch(() => { /* the form still leads to the search */ });
  if (document.activeElement === field) begin();
  else field.addEventListener("focus", begin, { once: true });
})();
