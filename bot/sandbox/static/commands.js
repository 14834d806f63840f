// The commands of a chat: in a menu of their own, or offered while somebody types the first word.

import { menuButton } from "/static/composer.js";
import { byId, h } from "/static/dom.js";

export class Commands {
  // Without a `button` the menu only opens while one types.
  constructor(menu, field, send, button = null) {
    this.menu = byId(menu);
    this.field = byId(field);
    this.send = send;
    this.all = [];
    this.field.dataset.keeps = menu;
    this.field.addEventListener("input", () => this.offer());
    this.show = button ? menuButton(byId(button), this.menu, () => this.list("")) : this.alone();
  }

  alone() {
    const show = (open) => { this.menu.hidden = !open; };
    document.addEventListener("click", (event) => { if (!this.menu.contains(event.target) && event.target !== this.field) show(false); });
    return show;
  }

  offer() {
    const typed = this.field.value;
    const fits = typed.startsWith("/") && !typed.includes(" ");
    if (fits) this.list(typed.slice(1));
    this.show(fits && this.menu.childElementCount > 0);
  }

  list(begun) {
    const fitting = this.all.filter((one) => one.command.startsWith(begun));
    this.menu.replaceChildren(...fitting.map((one) => h("button", {
      type: "button", onclick: () => { this.field.value = ""; this.send(`/${one.command}`); },
    }, h("b", {}, `/${one.command}`), h("span", {}, one.description))));
  }
}
