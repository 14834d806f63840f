"use strict";

// Search and filters. Everything is on the page already: this only hides what is not asked for.
const NAMES = { topic: "topics", service: "services", signal: "danger signals", reply: "replies", guide: "guides", menu: "menu entries", phrase: "phrases" };
const LATE = ["due", "withheld"];
const DOUBTFUL = ["hidden", "unconfirmed"];
const PATIENCE = 120; // ms between the last letter and the search
const MOST_MARKED = 5000; // places that are marked; more only cost time
const form = document.querySelector(".tools");
const field = Object.fromEntries([...form.querySelectorAll("[id]")].map((each) => [each.id, each]));
const nothing = document.getElementById("nothing");

// Every letter stays one letter, so that a place in the folded text is the same place in the text.
const fold = (text) =>
  text
    .replace(/[^\x00-\x7f]/g, (letter) => letter.normalize("NFD")[0])
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .toLowerCase();

const split = (text) => (text || "").split(" ").filter(Boolean);

// What of an element is content: not the names of its parts.
function textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && !node.parentElement.closest("th, .name")) texts.push({ node, folded: fold(node.data) });
  }
  return texts;
}

function itemOf(element) {
  const texts = textsOf(element);
  const { item, pack, country, section, kinds } = element.dataset;
  return {
    element,
    texts,
    text: texts.map((each) => each.folded).join(" ").replace(/\s+/g, " "),
    kind: item,
    pack: split(pack),
    country: split(country),
    section: split(section),
    kinds: split(kinds),
    folds: [...element.querySelectorAll("details")].map((fold) => ({ fold, texts: texts.filter((each) => fold.contains(each.node)) })),
  };
}

const items = [...document.querySelectorAll("[data-item]")].map(itemOf);
const groups = [...document.querySelectorAll("[data-group]")];
const links = [...document.querySelectorAll("nav li")].map((entry) => ({
  entry,
  target: document.getElementById(entry.querySelector("a").hash.slice(1)),
}));

const wanted = (terms) => (item) =>
  terms.every((term) => item.text.includes(term)) &&
  ["pack", "country", "section"].every((name) => !field[name].value || item[name].includes(field[name].value)) &&
  (!field.late.checked || LATE.some((kind) => item.kinds.includes(kind))) &&
  (!field.doubtful.checked || (item.kind === "service" && DOUBTFUL.some((kind) => item.kinds.includes(kind))));

function tellCount(found, filtered) {
  const there = Object.entries(NAMES).filter(([kind]) => items.some((item) => item.kind === kind));
  const told = there.map(([kind, name]) => {
    const all = items.filter((item) => item.kind === kind).length;
    return filtered ? `${found.filter((item) => item.kind === kind).length} of ${all} ${name}` : `${all} ${name}`;
  });
  field.count.textContent = told.join(" \u00b7 ");
}

function rangesOf(texts, terms) {
  const ranges = [];
  for (const { node, folded } of texts) {
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0 && ranges.length < MOST_MARKED; at = folded.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

// A word that was found is marked, and what is folded away opens where it has one.
function show(found, kept, terms) {
  const long = terms.filter((term) => term.length > 1);
  for (const item of items) {
    for (const { fold, texts } of item.folds) {
      fold.open = field.unfold.checked || (kept.has(item) && long.some((term) => texts.some((each) => each.folded.includes(term))));
    }
  }
  if (!globalThis.Highlight) return;
  CSS.highlights.set("found", new Highlight(...rangesOf(found.flatMap((item) => item.texts), long)));
}

function update() {
  const terms = split(fold(field.words.value).replace(/\s+/g, " "));
  const found = items.filter(wanted(terms));
  const kept = new Set(found);
  for (const item of items) item.element.hidden = !kept.has(item);
  for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
  for (const { entry, target } of links) entry.hidden = target.hidden;
  for (const block of document.querySelectorAll("[data-links]")) block.hidden = !block.querySelector("li:not([hidden])");
  nothing.hidden = found.length > 0;
  tellCount(found, found.length < items.length || terms.length > 0);
  show(found, kept, terms);
}

// A link may lead to what a search has hidden.
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.closest("[hidden]")) return;
  form.reset();
  update();
  target.scrollIntoView();
}

let waiting = 0;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(update, PATIENCE);
});
form.addEventListener("reset", () => setTimeout(update));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", follow);
form.hidden = false;
update();
