// Finds entries by their words. What the files of search/ hold is said in Sources/Site/Search.
(() => {
  "use strict";
  const base = new URL("../search/", document.currentScript.src);
  const arrived = new Map();
  const asked = new Map();
  let start = null;

  window.handbookSearchData = (name, value) => arrived.set(name, value);

  // A file by its name. Scripts are what a page that was opened from disk may load.
  function load(name, version = "") {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(`${name}.js${version}`, base);
        script.onload = () => resolve(arrived.get(name));
        script.onerror = () => {
          asked.delete(name);
          reject(new Error(`${name} is missing`));
        };
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  const part = (name) => load(name, `?${start.version}`);

  async function begin() {
    if (start) return;
    const loaded = await load("start");
    loaded.shards = loaded.words ? loaded.words.split(" ") : [];
    start = loaded;
  }

  // Words, folded as WordScanner.swift folds them.
  const letters = { ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ŋ: "n",
    ß: "ss", æ: "ae", œ: "oe", þ: "th" };
  const spaceless = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\ua4cf\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const runs = new RegExp(`[${spaceless}]+|[^${spaceless}]+`, "gu");
  const isSpaceless = (word) => new RegExp(`[${spaceless}]`, "u").test(word);

  function fold(text) {
    let folded = "";
    for (const letter of text) {
      if (/\p{Mn}/u.test(letter)) continue;
      const isLatin = /[\u00c0-\u024f\u1e00-\u1eff]/.test(letter);
      const base = isLatin ? letter.normalize("NFD")[0].toLowerCase() : "";
      folded += letters[base] ?? (/[a-z]/.test(base) ? base : letter.toLowerCase());
    }
    return folded;
  }

  function* places(text) {
    for (const match of text.matchAll(/[\p{Alphabetic}\p{N}\p{Mn}]+/gu)) yield match;
  }

  function words(text) {
    const found = [];
    for (const [place] of places(text)) {
      for (const [run] of fold(place).matchAll(runs)) {
        const signs = [...run];
        if (signs.length > 1 && isSpaceless(run)) {
          signs.slice(1).forEach((sign, index) => found.push(signs[index] + sign));
        } else if (!/^[a-z]$/.test(run)) {
          found.push(run);
        }
      }
    }
    return [...new Set(found)];
  }

  // Lists of entries, as Posting.swift writes them.
  const digits = new Map();
  for (let code = 0x23, value = 0; code < 0x7f; code++) {
    if (code !== 0x3c && code !== 0x5c) digits.set(code, value++);
  }

  function each(list, take) {
    let level = 0, entry = -1, number = 0, factor = 1;
    for (let index = 0; index < list.length; index++) {
      const digit = digits.get(list.charCodeAt(index));
      if (digit >= 82) {
        level = digit - 81;
        entry = -1;
      } else {
        number += digit * factor;
        factor *= 18;
        if (digit < 64) {
          entry += number + 1;
          take(entry, level);
          number = 0;
          factor = 1;
        }
      }
    }
  }

  // The file that has a word, if any has.
  function shardOf(word) {
    let low = 0, high = start.shards.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start.shards[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  async function shards(first, last) {
    const names = [];
    for (let shard = first; shard <= last && shard < start.shards.length; shard++) names.push(`w${shard}`);
    const found = new Map();
    for (const text of await Promise.all(names.map(part))) {
      const parts = text.split(" ");
      for (let index = 0; index < parts.length; index += 2) found.set(parts[index], parts[index + 1]);
    }
    return found;
  }

  // The lists of a word and of those that begin with it, each with how near it is. Where they are
  // too many, one list has the best of them, and then entries without the word stay in.
  async function listsOf(word) {
    const near = await shards(shardOf(word), shardOf(`${word}*`));
    const lists = near.has(word) ? [[near.get(word), 1]] : [];
    const summary = near.get(`${word}*`);
    if (summary) return { lists: [...lists, [summary, 0.5]], isWhole: lists.length > 0 };
    for (const [other, list] of await shards(shardOf(word), shardOf(`${word}\uffff`))) {
      const isLonger = other !== word && other.startsWith(word) && !other.endsWith("*");
      if (isLonger) lists.push([list, 0.3 + 0.5 * word.length / other.length]);
    }
    return { lists, isWhole: true };
  }

  // What was typed is as rare as all that it may mean: a rare longer word is no better than itself.
  function scored(lists) {
    const scores = new Float32Array(start.count);
    let length = 0;
    for (const [list] of lists) each(list, () => length++);
    const rarity = Math.log(1 + start.count / Math.max(length, 1));
    for (const [list, nearness] of lists) {
      each(list, (entry, level) => {
        scores[entry] = Math.max(scores[entry], level * rarity * nearness);
      });
    }
    return scores;
  }

  // What the filters let through: 1 for each entry; nothing where there is no filter.
  async function allowed({ kind, year, tag, goal, facets = [] }) {
    const masks = [];
    if (kind || year) {
      const mask = new Uint8Array(start.count);
      for (const [ofKind, ofYear, first, end] of start.groups) {
        if ((!kind || kind === ofKind) && (!year || Number(year) === ofYear)) mask.fill(1, first, end);
      }
      masks.push(mask);
    }
    const keys = [tag && `#t:${tag}`, goal && `#g:${goal}`, ...facets.map((mark) => `#f:${mark}`)];
    for (const key of keys.filter(Boolean)) {
      const mask = new Uint8Array(start.count);
      each((await shards(shardOf(key), shardOf(key))).get(key) ?? "", (entry) => { mask[entry] = 1; });
      masks.push(mask);
    }
    return masks.length ? masks.reduce((left, right) => left.map((is, entry) => is & right[entry])) : null;
  }

  // Entries by number, the best first: those with all words, or where there are none, with some.
  async function search(text, filters = {}) {
    await begin();
    const wanted = words(text);
    const [mask, ...found] = await Promise.all([allowed(filters), ...wanted.map(listsOf)]);
    const scores = new Float32Array(start.count);
    const missing = new Uint8Array(start.count);
    for (const { lists, isWhole } of found) {
      scored(lists).forEach((score, entry) => {
        scores[entry] += score;
        if (isWhole && !score) missing[entry]++;
      });
    }
    const isOpen = (entry) => (mask ? mask[entry] : wanted.length > 0);
    const some = [...scores.keys()].filter((entry) => isOpen(entry) && (!wanted.length || scores[entry]));
    const all = some.filter((entry) => !missing[entry]);
    const entries = (all.length ? all : some)
      .sort((left, right) => scores[right] - scores[left] || left - right);
    return { entries, words: wanted, told: told(entries.length, all.length > 0 || !some.length) };
  }

  function told(count, isAll) {
    if (!count) return start.none;
    const form = new Intl.PluralRules(start.language).select(count);
    const counted = (start.results[form] ?? start.results.other).replace("{count}", count);
    return isAll ? counted : `${start.some} ${counted}`;
  }

  async function record(entry) {
    const number = Math.floor(entry / start.perFile);
    const [title, address, detail, text, language] = (await part(`r${number}`))[entry % start.perFile];
    return { title, address: new URL(`../${address}`, base).href, detail, text, language };
  }

  // A text in pieces, [words, whether they were searched for].
  function marked(text, wanted) {
    const pieces = [];
    let end = 0;
    for (const [first, last] of found(text, wanted)) {
      pieces.push([text.slice(end, first), false], [text.slice(first, last), true]);
      end = last;
    }
    return [...pieces, [text.slice(end), false]].filter(([words]) => words);
  }

  function found(text, wanted) {
    const hits = [];
    for (const match of places(text)) {
      const folded = fold(match[0]);
      for (const word of wanted) {
        if (!isSpaceless(word)) {
          if (folded.startsWith(word)) hits.push([match.index, match.index + match[0].length, word]);
        } else if (folded.length === match[0].length) {
          let at = folded.indexOf(word);
          for (; at >= 0; at = folded.indexOf(word, at + 1)) {
            hits.push([match.index + at, match.index + at + word.length, word]);
          }
        }
      }
    }
    const ordered = hits.sort(([left], [right]) => left - right);
    return ordered.filter(([first], index) => !index || first >= ordered[index - 1][1]);
  }

  // The part of a text that has most of the words, marked.
  function excerpt(text, wanted, length = 200) {
    const hits = found(text, wanted);
    let best = 0, most = 0;
    hits.forEach(([first], index) => {
      const near = hits.slice(index).filter(([, last]) => last <= first + length - 60);
      const count = new Set(near.map(([, , word]) => word)).size;
      if (count > most) [best, most] = [first, count];
    });
    let first = best > 60 ? text.indexOf(" ", best - 60) + 1 : 0;
    if (first > best) first = best;
    const cut = text.length - first > length ? text.lastIndexOf(" ", first + length) : text.length;
    const last = cut > best ? cut : Math.min(text.length, first + length);
    const pieces = marked(text.slice(first, last), wanted);
    return [...(first ? [["… ", false]] : []), ...pieces, ...(last < text.length ? [[" …", false]] : [])];
  }

  // An element with a text in pieces, those that were searched for marked.
  function made(name, className, pieces) {
    const element = document.createElement(name);
    if (className) element.className = className;
    for (const [words, isMarked] of pieces) {
      const part = isMarked ? document.createElement("mark") : document.createTextNode("");
      part.textContent = words;
      element.append(part);
    }
    return element;
  }

  function item({ title, address, detail, text, language }, wanted) {
    const item = made("li", "card", []);
    const heading = made("h2", "", []);
    const link = made("a", "", marked(title, wanted));
    link.href = address;
    heading.append(link);
    const summary = made("p", "summary", excerpt(text, wanted));
    if (language) {
      for (const element of [link, summary]) element.lang = language;
      for (const element of [link, summary]) element.dir = "auto";
    }
    item.append(heading, summary, made("p", "meta", [[detail, false]]));
    return item;
  }

  // Fills a list with what a search found, and grows it when somebody asks for more.
  function lister(list, more) {
    let found = null;
    async function grow(count) {
      const asked = found;
      const next = asked.entries.slice(count, count + 10);
      const records = await Promise.all(next.map(record));
      if (asked !== found) return;
      if (!count) list.replaceChildren();
      list.append(...records.map((entry) => item(entry, asked.words)));
      more.parentElement.hidden = list.children.length >= asked.entries.length;
    }
    more.addEventListener("click", async () => {
      const count = list.children.length;
      await grow(count);
      list.children[count]?.querySelector("a").focus();
    });
    return (result) => {
      found = result;
      return grow(0);
    };
  }

  window.handbookSearch = { search, record, lister, words };
})();
