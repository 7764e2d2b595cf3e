"use strict";
// Publishing, and what goes on for a while: begin, tell each step, say how it ended.
(() => {
  const { send, make, words } = window.handbookDesk;
  const going = document.getElementById("going");
  const buttons = [...document.querySelectorAll("form[data-begin] button, #undo")];
  const disabled = buttons.map((button) => button.disabled);

  function busy(isBusy) {
    buttons.forEach((button, number) => { button.disabled = isBusy || disabled[number]; });
  }

  function show(json) {
    going.replaceChildren(make("p", json.message));
    going.className = "going " + (json.state ?? "bad");
    if (json.hint) going.append(make("p", json.hint, { lang: "en" }));
    if (json.address) {
      const line = make("p", null);
      line.append(make("a", json.address, { href: json.address, target: "_blank", rel: "noopener" }));
      going.append(line);
    }
    if (json.state === "good") {
      const line = make("p", null);
      line.append(make("a", words.look_again, { href: "/desk/publish", className: "button" }));
      going.append(line);
    }
  }

  async function follow() {
    for (;;) {
      let json;
      try {
        json = await (await fetch("/desk/publish?for=script")).json();
      } catch {
        json = { state: "bad", message: words.unreachable };
      }
      show(json);
      if (json.state !== "going") break;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    going.focus();
    if (going.classList.contains("bad")) busy(false);
  }

  async function begin(action, pairs) {
    busy(true);
    try {
      const { status, json } = await send(action, pairs);
      show(json ?? { message: words.unreachable });
      if (status === 200 && json.state === "going") return await follow();
    } catch {
      show({ message: words.unreachable });
    }
    going.focus();
    if (going.classList.contains("bad")) busy(false);
  }

  for (const form of document.querySelectorAll("form[data-begin]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      begin(form.dataset.begin, [...new FormData(form)]);
    });
  }
  document.getElementById("undo")?.addEventListener("click", () => begin("undo", []));
})();
