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
    const loaded = await load("start");
    if (start) return start;
    for (const kind of ["words", "beginnings", "ends"]) loaded[kind] = split(loaded[kind]);
    loaded.languages = loaded.languages.map(language);
    start = loaded;
    return start;
  }

  const split = (text, at = " ") => (text ?? "").split(at).filter(Boolean);

  // Words, cut out and folded as WordScanner.swift does.
  const letters = { ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ŋ: "n",
    ß: "ss", æ: "ae", œ: "oe", þ: "th", أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ئ: "ي", ؤ: "و", ة: "ه", ـ: "" };
  const spaceless = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\ua4cf\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const runs = new RegExp(`[${spaceless}]+|[^${spaceless}]+`, "gu");
  const isSpaceless = (word) => new RegExp(`[${spaceless}]`, "u").test(word);
  const unseen = "\\u00ad\\u061c\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
  const invisible = new RegExp(`[${unseen}\\p{Mn}]`, "u");
  const signs = "\\p{Alphabetic}\\p{N}\\p{Mn}";
  const separators = "[,.'’\\u00a0\\u202f\\u2009]";
  const number = `\\d{1,3}(?:${separators}\\d{3})+(?!\\d)`;
  const run = `(?:${number}[${signs}${unseen}]*|[${signs}][${signs}${unseen}]*)`;
  const signed = `[A-Za-z](?:\\+\\+|#)(?![${signs}])`;
  const token = new RegExp(`${signed}|${run}(?:[-\\u2010\\u2011]${run})*`, "gu");

  function fold(text) {
    let folded = "";
    for (const letter of text) {
      if (invisible.test(letter)) continue;
      const isLatin = /[\u00c0-\u024f\u1e00-\u1eff]/.test(letter);
      const base = isLatin ? letter.normalize("NFD")[0].toLowerCase() : letter;
      if (/[\u0660-\u0669\u06f0-\u06f9]/.test(letter)) folded += letter.charCodeAt(0) & 15;
      else if (/[\ufb00-\ufb06]/.test(letter)) folded += letter.normalize("NFKC");
      else folded += letters[base] ?? (/[a-z]/.test(base) ? base : letter.toLowerCase());
    }
    return folded;
  }

  // Each word of a text with its place: its parts, and what they are without hyphens.
  function* places(text) {
    for (const { 0: whole, index } of text.matchAll(token)) {
      const parts = /[+#]$/.test(whole) ? [whole.toLowerCase()]
        : whole.split(/[-\u2010\u2011]/).map((part) => fold(part.replace(new RegExp(separators, "g"), "")));
      const joined = parts.join("");
      const isJoined = parts.length > 1 && !/\d/.test(joined) && !isSpaceless(joined);
      yield { index, end: index + whole.length, parts, joined: isJoined ? joined : "" };
    }
  }

  function partWords(part) {
    const found = [];
    for (const [run] of part.matchAll(runs)) {
      const each = [...run];
      if (each.length > 1 && isSpaceless(run)) {
        each.slice(1).forEach((sign, index) => found.push(each[index] + sign));
      } else if (!/^[a-z]$/.test(run)) {
        found.push(run);
      }
    }
    return found;
  }

  function words(text) {
    const found = [...places(text)].flatMap(({ parts, joined }) => [...parts.flatMap(partWords), joined]);
    return [...new Set(found.filter(Boolean))];
  }

  // The rules of a language, as StemmingRules.swift writes them.
  function language({ mark, vowels = "", prefixes, irregular, initials, steps, stopWords }) {
    const pairs = (text) => split(text).map((pair) => pair.split(">"));
    return {
      mark,
      vowels: new RegExp(vowels && `[${vowels}]`),
      prefixes: split(prefixes),
      irregular: new Map(pairs(irregular)),
      initials: pairs(initials),
      steps: split(steps, "|").map((step) => pairs(step).map(([ending, replacement]) => (
        /^\d/.test(ending) ? [+ending[0], ending.slice(1), replacement] : [3, ending, replacement]
      ))),
      stopWords: split(stopWords),
    };
  }

  function withoutPrefix(word, { prefixes }) {
    const prefix = prefixes.find((each) => word.startsWith(each) && word.length > each.length + 2);
    return word.slice(prefix?.length ?? 0);
  }

  function stem(word, language) {
    if (/[\0-\x60{-\x7f]/.test(word)) return word;
    let stem = withoutPrefix(word, language);
    if (language.irregular.has(stem)) return language.irregular.get(stem);
    for (const step of language.steps) {
      for (const [least, ending, replacement] of step) {
        const rest = stem.length - ending.length;
        const changed = stem.slice(0, rest) + replacement;
        if (rest < least || !stem.endsWith(ending) || !language.vowels.test(changed)) continue;
        stem = changed;
        break;
      }
    }
    return stem;
  }

  const keysOf = (word) => start.languages.map((each) => stem(word, each) + each.mark);

  // The keys of what a word is if its beginning is changed, from one side of each pair to the other.
  const changedKeys = (word, from, to, among = start.languages) => among.flatMap((each) => each.initials
    .filter((pair) => pair[from] && word.startsWith(pair[from]) && word.length > pair[from].length + 1)
    .map((pair) => stem(pair[to] + word.slice(pair[from].length), each) + each.mark));

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
    let low = 0, high = start.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start.words[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  async function shards(first, last) {
    const names = [];
    for (let shard = first; shard <= last && shard < start.words.length; shard++) names.push(`w${shard}`);
    const found = new Map();
    for (const text of await Promise.all(names.map(part))) {
      const parts = text.split(" ");
      for (let index = 0; index < parts.length; index += 2) found.set(parts[index], parts[index + 1]);
    }
    return found;
  }

  // What stands under keys: lists, and where words are cut that are also written with hyphens.
  async function under(keys) {
    const lists = [], cuts = [];
    const unique = [...new Set(keys)];
    const near = await Promise.all(unique.map((key) => shards(shardOf(key), shardOf(`${key}=`))));
    unique.forEach((key, index) => {
      for (const [other, list] of near[index]) {
        if (other === key) lists.push([list, 1]);
        if (other.startsWith(`${key}=`)) cuts.push(other.split(".")[0].split("=").slice(1).map(Number));
      }
    });
    return { lists, cuts, keys };
  }

  // The lists of a word in all its forms; where there are none, its beginning may be a changed one.
  async function listsOfWord(word) {
    const found = await under(keysOf(word));
    return found.lists.length ? found : under([...found.keys, ...changedKeys(word, 0, 1)]);
  }

  // The lists of longer words, each with how near it is. Where they are too many, one list has the
  // best of them, and then entries without the word stay in.
  async function listsOfLonger(word, keys) {
    const near = await shards(shardOf(word), shardOf(`${word}*`));
    const summary = near.get(`${word}*`);
    if (summary) return { lists: [[summary, 0.5]], isWhole: false };
    const longer = [...await shards(shardOf(word), shardOf(`${word}\uffff`))].filter(([other]) => (
      other.startsWith(word) && !keys.includes(other) && !/[*=]/.test(other)
    ));
    return { lists: longer.map(([other, list]) => [list, 0.3 + 0.5 * word.length / other.length]), isWhole: true };
  }

  // The words of the site that share two letters, at their beginning or end, with how common they are.
  async function spellings(kind, shared) {
    const file = start[kind].findLastIndex((first) => first <= shared);
    const group = file < 0 ? "" : (await part(kind[0] + file))[shared];
    return split(group).map((text) => {
      const rest = text.slice(0, -1);
      return [kind === "ends" ? rest + shared : shared + rest, +text.at(-1)];
    });
  }

  // Whether one letter is added, missing or changed, or two are exchanged.
  function isSlip(typed, meant) {
    let at = 0;
    while (at < typed.length && typed[at] === meant[at]) at++;
    const [left, right] = [typed.slice(at), meant.slice(at)];
    const [one, other] = [left.slice(1), right.slice(1)];
    return typed !== meant && (one === other || one === right || left === other
      || left[0] + left[1] === right[1] + right[0] && left.slice(2) === right.slice(2));
  }

  // The word of the site that somebody meant who typed one that it does not have: the rest of one that
  // is not yet typed, or one without the slip.
  async function meant(typed) {
    if (typed.length < 3 || /[\d+#]/.test(typed) || isSpaceless(typed)) return null;
    const word = start.languages.reduce(withoutPrefix, typed);
    const near = await spellings("beginnings", word.slice(0, 2));
    const score = ([other, common]) => common + (other[0] === word[0]) + (other.length === word.length);
    const best = (found, is) => found.filter(([other]) => is(other))
      .sort((left, right) => score(right) - score(left))[0]?.[0];
    const longer = best(near, (other) => other.startsWith(word));
    if (longer || word.length < 5) return longer && { word: longer };
    const isNear = (other) => isSlip(word, other);
    const isOfNearStem = (other) => start.languages.some((each) => {
      const own = stem(word, each);
      return own.length > 3 && isSlip(own, stem(other, each));
    });
    const slip = best(near, isNear) ?? best(await spellings("ends", word.slice(-2)), isNear)
      ?? best(near, isOfNearStem);
    return slip && { word: slip, isSlip: true };
  }

  // A word of a title counts half as much again. What was typed is as rare as all that it may mean: a
  // rare longer word is no better than itself.
  function scored(lists) {
    const scores = new Float32Array(start.count);
    let length = 0;
    for (const [list] of lists) each(list, () => length++);
    const rarity = Math.log(1 + start.count / Math.max(length, 1));
    for (const [list, nearness] of lists) {
      each(list, (entry, level) => {
        scores[entry] = Math.max(scores[entry], (level > 7 ? 12 : level) * rarity * nearness);
      });
    }
    return scores;
  }

  // Of several words, what has all of them.
  function inAll(parts) {
    return parts.reduce((left, right) => left.map((score, entry) => (
      score && right[entry] ? (score + right[entry]) / 2 : 0
    )));
  }

  const larger = (left, right) => left.map((score, entry) => Math.max(score, right[entry]));

  const quotes = /["“”„«»]/;

  // What was asked for, word by word; in quotation marks, nothing but that.
  function termsOf(text) {
    const terms = new Map();
    text.split(quotes).forEach((piece, index) => {
      const isExact = index % 2 > 0;
      for (const { parts, joined } of places(piece)) {
        const words = parts.flatMap(partWords);
        if (joined) terms.set(joined, { words, joined, isExact });
        else for (const word of words) terms.set(word, { words: [word], isExact });
      }
    });
    const all = [...terms.values()];
    const telling = all.filter(({ words, joined, isExact }) => joined || isExact
      || !start.languages.some(({ stopWords }) => stopWords.includes(words[0])));
    return telling.length ? telling : all;
  }

  // The scores of entries for a term, and by what its words are known in a text.
  async function answer({ words, joined, isExact }, next) {
    const known = new Set(), beginnings = [];
    const know = (keys) => keys.forEach((key) => known.add(key));
    async function whole(word) {
      const found = await listsOfWord(word);
      know(found.keys);
      return found;
    }
    const scoresOf = async (word) => scored((await whole(word)).lists);
    const apart = async (parts) => inAll(await Promise.all(parts.map(scoresOf)));
    const result = { keys: known, beginnings, isWhole: true };
    if (joined) {
      result.scores = await scoresOf(joined);
      // E-mail is not whatever has mail.
      if (words.join("") === joined) result.scores = larger(result.scores, await apart(words));
      return result;
    }
    const [word] = words;
    const { lists, cuts, keys } = await whole(word);
    if (!isExact) {
      beginnings.push(word);
      const longer = await listsOfLonger(word, keys);
      result.isWhole = longer.isWhole || lists.length > 0;
      lists.push(...longer.lists);
      if (!lists.length) {
        const changed = await under(changedKeys(word, 1, 0));
        know(changed.keys);
        lists.push(...changed.lists);
      }
      const better = lists.length ? null : await meant(word);
      if (better) lists.push(...(await whole(better.word)).lists);
      if (better?.isSlip) result.fixed = better.word;
    }
    result.scores = scored(lists);
    for (const cut of cuts) {
      const parts = [...cut, word.length].map((end, index) => word.slice(cut[index - 1] ?? 0, end));
      result.scores = larger(result.scores, await apart(parts));
    }
    // Well being may be written as one word.
    if (next) {
      const both = await under(keysOf(word + next));
      know(both.keys);
      result.together = scored(both.lists);
    }
    return result;
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
  async function search(text, { kind, ...filters } = {}) {
    await begin();
    const terms = termsOf(text);
    const isPlain = (term) => term && !term.joined && !term.isExact;
    const next = (index) => index < 3 && isPlain(terms[index]) && isPlain(terms[index + 1]) && terms[index + 1].words[0];
    const [mask, ofKind, ...found] = await Promise.all([
      allowed(filters), allowed({ kind }), ...terms.map((term, index) => answer(term, next(index))),
    ]);
    found.forEach(({ together }, index) => {
      if (together) for (const one of found.slice(index, index + 2)) one.scores = larger(one.scores, together);
    });
    const scores = new Float32Array(start.count);
    const missing = new Uint8Array(start.count);
    for (const { scores: own, isWhole } of found) {
      own.forEach((score, entry) => {
        scores[entry] += score;
        if (isWhole && !score) missing[entry]++;
      });
    }
    // A page is there to answer; what else has a word may mention it.
    for (const [of, , first, end] of start.groups) {
      if (of === "page") for (let entry = first; entry < end; entry++) scores[entry] *= 1.3;
    }
    const isOpen = (entry) => (mask ? mask[entry] : terms.length > 0 || ofKind);
    const some = [...scores.keys()].filter((entry) => isOpen(entry) && (!terms.length || scores[entry]));
    const all = some.filter((entry) => !missing[entry]);
    const ofAllKinds = all.length ? all : some;
    const entries = ofAllKinds.filter((entry) => !ofKind || ofKind[entry])
      .sort((left, right) => scores[right] - scores[left] || left - right);
    await sortPhrases(entries, text);
    const better = found.some(({ fixed }) => fixed)
      && terms.map(({ words }, index) => found[index].fixed ?? words.join("-")).join(" ");
    const told = (better ? `${start.fixed.replace("{words}", better)} ` : "")
      + (all.length || !some.length ? "" : `${start.some} `) + counted(entries.length);
    return { entries, words: terms, known: found, kinds: kindsOf(ofAllKinds), told, better, exactly: start.exactly };
  }

  // How many of each kind there are, with the kind's title.
  function kindsOf(entries) {
    const counts = new Map();
    for (const entry of entries) {
      const [kind] = start.groups.find(([, , , end]) => entry < end);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return [["", start.all, entries.length], ...[...counts].map(([kind, count]) => [kind, start.kinds[kind], count])];
  }

  function counted(count) {
    const form = new Intl.PluralRules(start.language).select(count);
    return count ? (start.results[form] ?? start.results.other).replace("{count}", count) : start.none;
  }

  // The words of a text in their order; where there are no spaces between words, its signs.
  const inOrder = (text) => [...places(text)].flatMap(({ parts }) => (
    parts.flatMap((part) => (isSpaceless(part) ? [...part] : part))
  ));

  // Puts those first that have what stands in quotation marks word after word. To look costs records
  // and whole texts, so it ends with as much as a word may cost; the others stay, as a name or a tag
  // stands in no text.
  async function sortPhrases(entries, asked) {
    const phrases = asked.split(quotes).filter((_, index) => index % 2).map(inOrder)
      .filter((phrase) => phrase.length > 1);
    const first = new Set();
    let left = phrases.length && 40000;
    for (let at = 0; left > 0 && at < entries.length; at += 3) {
      await Promise.all(entries.slice(at, at + 3).map(async (entry) => {
        left -= 800;
        const { title, address, text, language } = await record(entry);
        const own = knownIn(language, [{}])[0].language;
        const stems = (words) => ` ${words.map((word) => stem(word, own)).join(" ")} `;
        const has = (text) => phrases.every((phrase) => stems(inOrder(text)).includes(stems(phrase)));
        const isCut = text.endsWith("…");
        if (has(title) || has(text) || isCut && has(await whole(entry, address, (size) => { left -= size; }))) {
          first.add(entry);
        }
      }));
    }
    entries.sort((left, right) => first.has(right) - first.has(left));
  }

  async function record(entry) {
    const number = Math.floor(entry / start.perFile);
    const [title, address, detail, text, language] = (await part(`r${number}`))[entry % start.perFile];
    return { entry, title, address: new URL(`../${address}`, base).href, detail, text, language };
  }

  // A text in pieces, [words, whether they were searched for].
  function marked(text, known) {
    const pieces = [];
    let end = 0;
    for (const [first, last] of found(text, known)) {
      pieces.push([text.slice(end, first), false], [text.slice(first, last), true]);
      end = last;
    }
    return [...pieces, [text.slice(end), false]].filter(([words]) => words);
  }

  function isKnown(word, { keys, beginnings, language }) {
    return beginnings.some((beginning) => word.startsWith(beginning))
      || [stem(word, language) + language.mark, ...changedKeys(word, 0, 1, [language])].some((key) => keys.has(key));
  }

  // What was searched for, as it is known in a text of a language.
  function knownIn(code, known) {
    const own = start.languages.find(({ mark }) => code && mark === `.${code.split("-")[0]}`);
    return known.map((each) => ({ ...each, language: own ?? start.languages[0] }));
  }

  // The places in a text of what was searched for: where each begins and ends, and of which term it is.
  function found(text, known) {
    const hits = [];
    for (const { index, end, parts, joined } of places(text)) {
      known.forEach((each, term) => {
        if (isSpaceless(parts[0])) {
          const whole = text.slice(index, end).toLowerCase();
          for (const word of each.beginnings) {
            for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
              hits.push([index + at, index + at + word.length, term]);
            }
          }
        } else if ([joined, ...parts].some((word) => word && isKnown(word, each))) {
          hits.push([index, end, term]);
        }
      });
    }
    const ordered = hits.sort(([left], [right]) => left - right);
    return ordered.filter(([first], index) => !index || first >= ordered[index - 1][1]);
  }

  // The part of a text that has most of the words, marked.
  function excerpt(text, known, length = 200) {
    const hits = found(text, known);
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
    const pieces = marked(text.slice(first, last), known);
    return [...(first ? [["… ", false]] : []), ...pieces, ...(last < text.length ? [[" …", false]] : [])];
  }

  function fill(element, pieces) {
    element.replaceChildren(...pieces.map(([words, isMarked]) => {
      const part = isMarked ? document.createElement("mark") : document.createTextNode("");
      part.textContent = words;
      return part;
    }));
  }

  // An element with a text in pieces, those that were searched for marked.
  function made(name, className, pieces) {
    const element = document.createElement(name);
    if (className) element.className = className;
    fill(element, pieces);
    return element;
  }

  function item({ title, address, detail, text, language }, asked) {
    const known = knownIn(language, asked);
    const item = made("li", "card", []);
    const heading = made("h2", "", []);
    const link = made("a", "", marked(title, known));
    link.href = address;
    heading.append(link);
    const summary = made("p", "summary", excerpt(text, known));
    if (language) {
      for (const element of [link, summary]) element.lang = language;
      for (const element of [link, summary]) element.dir = "auto";
    }
    item.append(heading, summary, made("p", "meta", [[detail, false]]));
    return item;
  }

  // The whole text of an entry, empty where it cannot be had. A large site has no files of texts; its
  // pages are fetched, which a browser refuses to a page from disk.
  async function whole(entry, address, spend) {
    try {
      if (!start.textsPerFile) return await textOfPage(address, spend);
      const name = `t${Math.floor(entry / start.textsPerFile)}`;
      const isNew = !asked.has(name);
      const texts = await part(name);
      if (isNew) spend(texts.join().length);
      return texts[entry % start.textsPerFile];
    } catch {
      return "";
    }
  }

  async function textOfPage(address, spend) {
    const source = await (await fetch(address)).text();
    spend(source.length);
    const page = new DOMParser().parseFromString(source, "text/html");
    const body = page.querySelector(".prose");
    for (const block of body.querySelectorAll("p, li, h2, h3, h4, h5, h6, td, th, pre, br")) block.append(" ");
    return body.textContent.replace(/\s+/g, " ").trim();
  }

  // Shows the words of results that stand further on in their texts, as the results come into view.
  // Before anybody scrolls, no more is fetched than a word may cost.
  function deepener() {
    let waiting = [], left = 0, isBusy = false;
    const wanted = new WeakMap();
    const watch = new IntersectionObserver((seen) => {
      waiting.push(...seen.filter((each) => each.isIntersecting).map(({ target }) => target));
      work();
    });
    async function work() {
      if (isBusy) return;
      isBusy = true;
      while (left > 0 && waiting.length) {
        const target = waiting.shift();
        const [entry, known] = wanted.get(target);
        const link = target.querySelector("a");
        watch.unobserve(target);
        const text = await whole(entry, link.href, (size) => { left -= size; });
        if (target.isConnected && found(text, known).length) fill(target.querySelector(".summary"), excerpt(text, known));
      }
      isBusy = false;
    }
    addEventListener("scroll", () => {
      left = Infinity;
      work();
    });
    return {
      begin() {
        watch.disconnect();
        [waiting, left] = [[], 10000];
      },
      add(target, { entry, title, text, language }, asked) {
        const known = knownIn(language, asked);
        const shown = new Set(found(`${title} ${text}`, known).map(([, , term]) => term));
        if (!text.endsWith("…") || shown.size === known.length) return;
        wanted.set(target, [entry, known]);
        watch.observe(target);
      },
    };
  }

  // Fills a list with what a search found, and grows it when somebody asks for more.
  function lister(list, more) {
    let result = null;
    const texts = deepener();
    async function grow(count) {
      const asked = result;
      const next = asked.entries.slice(count, count + 10);
      const records = await Promise.all(next.map(record));
      if (asked !== result) return;
      if (!count) {
        list.replaceChildren();
        texts.begin();
      }
      for (const entry of records) {
        const shown = item(entry, asked.known);
        list.append(shown);
        texts.add(shown, entry, asked.known);
      }
      more.parentElement.hidden = list.children.length >= asked.entries.length;
    }
    more.addEventListener("click", async () => {
      const count = list.children.length;
      await grow(count);
      list.children[count]?.querySelector("a").focus();
    });
    return (found) => {
      result = found;
      return grow(0);
    };
  }

  window.handbookSearch = { search, record, lister, words, begin, fold, stem };
})();
