// What both composers share: a text field that grows, a message being answered or edited, menus that open and close.

import { byId } from "/static/dom.js";

export class Composer {
  constructor(form, field, note, send) {
    this.field = byId(field);
    this.note = byId(note);
    this.send = send;
    this.about = null;
    byId(form).addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.grow());
    this.note.querySelector("button").addEventListener("click", () => this.drop());
  }

  // `what` is "reply" or "edit"; `quote` are the words of the message that are answered.
  take(what, look, quote) {
    this.about = { what, id: look.id, quote };
    const words = quote ? `“${quote.slice(0, 60)}”` : look.text.slice(0, 60);
    this.note.querySelector("span").textContent = `${what === "edit" ? "Edit" : `Reply to ${look.from.name}`}: ${words}`;
    this.note.hidden = false;
    if (what === "edit") this.field.value = look.text;
    this.field.focus();
    this.grow();
  }

  drop() {
    this.about = null;
    this.note.hidden = true;
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
    if (event.key === "Escape") this.drop();
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const about = this.about;
    this.field.value = "";
    this.drop();
    this.grow();
    await this.send(text, about);
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
  }
}

export function menuButton(button, menu, opened = () => {}) {
  const set = (open) => { menu.hidden = !open; button.setAttribute("aria-expanded", String(open)); };
  button.addEventListener("click", () => { set(menu.hidden); if (!menu.hidden) { opened(); menu.querySelector("button")?.focus(); } });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target) && !button.contains(event.target) && event.target.dataset.keeps !== menu.id) set(false); });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { set(false); button.focus(); } });
  return set;
}
