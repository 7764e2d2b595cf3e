"use strict";
// Minutes while people talk: each edit goes to the desk, which answers with the new text of the form.
(() => {
  const form = document.querySelector("form[data-minutes]");
  if (form === null) return;
  const { send, make, words } = window.handbookDesk;
  const entry = window.handbookForm;
  const byID = (id) => document.getElementById(id);
  const text = form.elements.text;
  const agenda = byID("agenda");
  const adding = byID("adding");
  const line = byID("minutes-line");
  const heading = byID("minutes-heading");
  const day = byID("minutes-day");
  const owners = adding.querySelector(".picks");
  const added = byID("added");
  const trouble = byID("not-added");
  let kind = "note";
  let isHeadingChosen = false;

  // What is typed here is no part of the entry until it is added.
  for (const part of [adding, agenda]) {
    for (const name of ["input", "change"]) {
      part.addEventListener(name, (event) => event.stopPropagation());
    }
  }

  // MARK: Edits, one after the other

  let queue = Promise.resolve();

  /** Edits the text; gives whether it was edited. */
  function edit(pairs) {
    const done = queue.then(() => editNow(pairs));
    queue = done;
    return done;
  }

  async function editNow(pairs) {
    try {
      for (;;) {
        const sent = text.value;
        const { status, json } = await send("minutes", [
          ["path", form.elements.path.value], ["text", sent], ...pairs,
        ]);
        if (status !== 200) return tell(json?.message ?? words.unreachable);
        // Somebody typed into the text meanwhile: the edit is made to what stands there now.
        if (text.value !== sent) continue;
        show(json);
        return true;
      }
    } catch {
      return tell(words.unreachable);
    }
  }

  function tell(message) {
    trouble.textContent = message;
    trouble.hidden = false;
    return false;
  }

  function show(json) {
    trouble.hidden = true;
    if (json.text !== text.value) {
      text.value = json.text;
      entry.changed();
    }
    if (json.told !== null) added.textContent = json.told;
    const focused = document.activeElement;
    const place = agenda.contains(focused)
      ? ["action", "heading", "earlier", "carry"].map((name) => [name, focused.dataset[name]])
        .find(([, value]) => value !== undefined)
      : undefined;
    agenda.innerHTML = json.agenda;
    listHeadings();
    if (place !== undefined) {
      (agenda.querySelector(`[data-${place[0]}="${place[1]}"]`) ?? agenda).focus();
    }
  }

  // MARK: The headings

  function listHeadings() {
    const earlier = heading.selectedOptions[0];
    const kept = [earlier?.value, earlier?.textContent];
    heading.replaceChildren(...[...agenda.querySelectorAll(".part")].map((part) => {
      const option = make("option", part.dataset.title, { value: part.dataset.number });
      option.dataset.gathers = part.dataset.gathers;
      return option;
    }));
    const same = [...heading.options].find(
      (option) => option.value === kept[0] && option.textContent === kept[1]);
    if (same !== undefined) {
      heading.value = same.value;
    } else {
      isHeadingChosen = false;
      suggestHeading();
    }
    markHeading();
  }

  /** The heading that gathers such lines; for a note the first that gathers nothing. */
  function suggestHeading() {
    if (isHeadingChosen) return;
    const options = [...heading.options];
    const gathers = (option) => option.dataset.gathers.split(" ").filter((name) => name !== "");
    const fitting = kind === "note"
      ? options.find((option) => gathers(option).length === 0)
      : options.find((option) => gathers(option)[0] === kind && gathers(option).length === 1)
        ?? options.find((option) => gathers(option).includes(kind));
    const best = fitting ?? options.at(-1);
    if (best !== undefined) heading.value = best.value;
    markHeading();
  }

  function markHeading() {
    for (const part of agenda.querySelectorAll(".part")) {
      part.classList.toggle("chosen", part.dataset.number === heading.value);
    }
  }

  heading.addEventListener("change", () => {
    isHeadingChosen = true;
    markHeading();
  });

  agenda.addEventListener("click", (event) => {
    const here = event.target.closest("[data-heading]");
    if (here === null) return;
    heading.value = here.dataset.heading;
    isHeadingChosen = true;
    markHeading();
    line.focus();
  });

  // What earlier meetings left open: a line of these notes goes on with it.
  function takeUp(name, how) {
    return edit([["edit", how], ["action", name], ["number", heading.value]]);
  }

  agenda.addEventListener("click", (event) => {
    const carry = event.target.closest("[data-carry]");
    if (carry !== null) takeUp(carry.dataset.carry, "carry");
  });

  agenda.addEventListener("change", async (event) => {
    const earlier = event.target.closest("[data-earlier]");
    if (earlier !== null && !(await takeUp(earlier.dataset.earlier, "close"))) earlier.checked = false;
  });

  agenda.addEventListener("change", async (event) => {
    const box = event.target.closest("[data-action]");
    if (box === null) return;
    const isDone = box.checked;
    const number = box.dataset.action;
    if (await edit([["edit", isDone ? "tick" : "untick"], ["number", number]])) return;
    const now = agenda.querySelector(`[data-action="${number}"]`);
    if (now !== null) now.checked = !isDone;
  });

  // MARK: A line

  function choose(name) {
    kind = name;
    for (const button of adding.querySelectorAll("button[data-kind]")) {
      button.setAttribute("aria-pressed", String(button.dataset.kind === name));
    }
    byID("minutes-line-label").textContent = words["minutes_" + name];
    byID("for-action").hidden = name !== "action";
    suggestHeading();
    line.focus();
  }

  const kinds = { KeyD: "decision", KeyA: "action", KeyN: "note" };

  addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const name = kinds[event.code];
    if (name === undefined) return;
    event.preventDefault();
    choose(name);
  });

  adding.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-kind]");
    if (button !== null) choose(button.dataset.kind);
  });

  adding.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return;
    if (event.target.tagName !== "INPUT") return;
    event.preventDefault();
    add();
  });
  byID("add-line").addEventListener("click", () => add());

  /** Adds the line; what was typed comes back where it could not be added. */
  async function add() {
    const typed = {
      kind, words: line.value, day: day.value, picks: [...owners.children],
      number: heading.value,
    };
    if (typed.words.trim() === "") {
      line.focus();
      return true;
    }
    const pairs = [["edit", typed.kind], ["number", typed.number], ["words", typed.words]];
    if (typed.kind === "action") {
      for (const owner of owners.querySelectorAll("input")) pairs.push(["owner", owner.value]);
      pairs.push(["day", typed.day]);
    }
    clear();
    line.focus();
    if (await edit(pairs)) return true;
    if (line.value === "") {
      line.value = typed.words;
      if (typed.kind === "action") {
        day.value = typed.day;
        owners.replaceChildren(...typed.picks);
        tellDay();
      }
    } else {
      trouble.textContent += " " + typed.words;
    }
    return false;
  }

  function clear() {
    line.value = "";
    if (kind !== "action") return;
    day.value = "";
    owners.replaceChildren();
    showDay({ told: "", days: [] });
  }

  // MARK: The day

  let telling = 0;

  day.addEventListener("input", () => {
    clearTimeout(telling);
    telling = setTimeout(tellDay, 200);
  });

  /** Says which day is meant, before it is written. */
  async function tellDay() {
    const typed = day.value;
    if (typed.trim() === "") return showDay({ told: "", days: [] });
    try {
      const { status, json } = await send("minutes", [
        ["path", form.elements.path.value], ["text", ""], ["edit", "day"], ["day", typed],
      ]);
      if (status === 200 && day.value === typed) showDay(json);
    } catch {
      tell(words.unreachable);
    }
  }

  function showDay(json) {
    byID("day-told").textContent = json.told;
    byID("day-choices").replaceChildren(...json.days.map((choice) => {
      const button = make("button", choice.label, { type: "button", className: "plain" });
      button.addEventListener("click", () => {
        day.value = choice.value;
        tellDay();
        line.focus();
      });
      return button;
    }));
  }

  // MARK: Who is here

  const members = form.querySelector(".members");
  const find = byID("find-member");
  const fold = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function tellConsent() {
    const here = [...members.querySelectorAll("input:checked")];
    const names = (boxes) => boxes.map((box) => box.nextElementSibling.textContent).join(", ");
    const listed = here.filter((box) => box.dataset.listed !== undefined);
    const counted = here.filter((box) => box.dataset.listed === undefined);
    const told = [];
    if (listed.length > 0) told.push(words.minutes_listed.replace("{names}", () => names(listed)));
    if (counted.length > 0) told.push(words.minutes_counted.replace("{names}", () => names(counted)));
    byID("consent-told").textContent = told.join(" ");
    byID("here-count").textContent = here.length > 0 ? String(here.length) : "";
  }

  function matching() {
    const wanted = fold(find.value).split(/\s+/).filter((part) => part !== "");
    const labels = [...members.children];
    for (const label of labels) {
      const parts = fold(label.textContent).split(/[^\p{L}\p{N}]+/u);
      label.hidden = !wanted.every((part) => parts.some((name) => name.startsWith(part)));
    }
    return labels.filter((label) => !label.hidden);
  }

  find.addEventListener("input", (event) => {
    event.stopPropagation();
    matching();
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const found = find.value.trim() === "" ? [] : matching();
    if (found.length === 0) return;
    found[0].querySelector("input").click();
    find.value = "";
    matching();
  });
  members.addEventListener("change", tellConsent);

  // MARK: The text, and saving

  let reading = 0;
  text.addEventListener("input", () => {
    clearTimeout(reading);
    reading = setTimeout(() => edit([["edit", "read"]]), 400);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-line]") !== null) text.closest("details").open = true;
  }, true);

  // A line that was typed and not added is added first: nothing typed is lost.
  const save = entry.save.bind(entry);
  entry.save = async (...given) => {
    if (line.value.trim() !== "" && !(await add())) return;
    await queue;
    await save(...given);
  };

  listHeadings();
  suggestHeading();
  tellConsent();
})();
