// Makes elements; texts go in as text, never as HTML.

export const byId = (id) => document.getElementById(id);

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  pin: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M9 9h.01",
  voice: "M12 4a2.5 2.5 0 0 0-2.5 2.5v5a2.5 2.5 0 0 0 5 0v-5A2.5 2.5 0 0 0 12 4zM6 11a6 6 0 0 0 12 0M12 17v3",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20a7 7 0 0 1 14 0",
  paper: "M7 3h7l4 4v14H7zM14 3v4h4",
  film: "M4 6h11v12H4zM15 10l5-3v10l-5-3z",
  play: "M8 5.5v13l11-6.5z",
  reply: "M9 7 4 12l5 5M4 12h9a6 6 0 0 1 6 6",
  edit: "M5 19h3l10-10-3-3L5 16zM13 8l3 3",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  folder: "M4 6h6l2 2h8v11H4z",
  link: "M9 7h8v8M17 7 7 17",
  silent: "M6 17V11a6 6 0 0 1 1.2-3.6M10 5.3A6 6 0 0 1 18 11v3M4 17h11M10 20.5h4M4 4l16 16",
};

export const clock = (date) => new Date(date * 1000).toTimeString().slice(0, 5);

// The quietest way to ask for a line of text, a choice, or to show an alert.
export function dialog(title, build) {
  const box = byId("dialog");
  return new Promise((done) => {
    const finish = (value) => { box.close(); done(value); };
    const form = h("form", { method: "dialog", onsubmit: (event) => event.preventDefault() }, h("h2", {}, title));
    build(form, finish);
    box.replaceChildren(form);
    box.oncancel = () => done(null);
    box.showModal();
  });
}

export function askLine(title, value = "") {
  return dialog(title, (form, finish) => {
    const input = h("input", { value, "aria-label": title, autocomplete: "off" });
    form.addEventListener("submit", () => finish(input.value.trim() || null));
    form.append(input, buttons(finish, "OK"));
  });
}

export function buttons(finish, yes) {
  const no = h("button", { type: "button", class: "plain", onclick: () => finish(null) }, "Cancel");
  return h("div", { class: "choices" }, no, h("button", { class: "primary", "data-testid": "dialog-ok" }, yes));
}

export function toast(id, words) {
  const box = byId(id);
  box.textContent = words;
  box.hidden = false;
  clearTimeout(box.timer);
  box.timer = setTimeout(() => { box.hidden = true; }, 3000);
}
