// The counsellors' desk: its threads and the messages of one of them.

import { ask, get, post } from "/static/api.js";
import { attachMenu } from "/static/attach.js";
import { Commands } from "/static/commands.js";
import { Composer, menuButton } from "/static/composer.js";
import { askLine, byId, h, icon, ICONS, toast } from "/static/dom.js";
import { draw, touchable } from "/static/messages.js";

const ANONYMOUS = 1087968824; // whom Telegram names as author of what is written in the name of the group
const START = /^https:\/\/t\.me\/(\w+)\?start=([\w-]{1,64})$/;
const GENERAL = { id: 0, name: "General", closed: false, icon_color: 0x8e99a6, last: "" };

export class Desk {
  constructor() {
    this.thread = 0;
    this.desk = null;
    this.seen = {};
    this.composer = new Composer("desk-form", "desk-composer", "desk-reply", (text, about) => this.write(text, about));
    menuButton(byId("desk-attach"), byId("desk-attach-menu"));
    attachMenu(byId("desk-attach-menu"), (said) => this.say(said), () => ({}));
    byId("back").addEventListener("click", () => byId("desk").classList.remove("open"));
    byId("close-thread").addEventListener("click", () => this.turn(this.chosen().closed ? "reopen" : "close"));
    byId("delete-thread").addEventListener("click", () => this.turn("delete"));
    byId("open-thread").addEventListener("click", () => this.open());
    byId("counsellor").addEventListener("change", () => this.messages());
    byId("which-desk").addEventListener("change", (event) => this.move(Number(event.target.value)));
    this.commands = new Commands("desk-commands", "desk-composer", (text) => this.say({ text }));
    document.querySelectorAll("[data-bot]").forEach((button) => button.addEventListener("click", () => this.setBot(button.dataset.bot)));
    touchable(byId("desk-messages"), (command) => this.say({ text: command }));
  }

  async show(state) {
    this.bot = state.bot.username;
    this.desk = state.desks.find((one) => one.id === this.desk?.id) ?? state.desks[0];
    this.commands.all = this.desk.commands;
    byId("desk-title").textContent = this.desk.title;
    byId("desk-status").textContent = `bot: ${this.desk.bot_status}`;
    this.desks(state.desks);
    this.people(state.counsellors);
    if (this.thread && !this.threads().some((one) => one.id === this.thread)) this.thread = 0;
    this.list();
    this.around();
    await this.messages();
    byId("desk-composer").disabled = false;
  }

  threads() { return [GENERAL, ...[...this.desk.threads].reverse()]; }

  chosen() { return this.threads().find((one) => one.id === this.thread) ?? GENERAL; }

  desks(all) {
    const select = byId("which-desk");
    select.hidden = all.length < 2;
    byId("desk-title").hidden = all.length > 1;
    const drawn = all.map((one) => h("option", { value: one.id }, one.title));
    if (drawn.map((one) => one.outerHTML).join("") !== select.innerHTML) select.replaceChildren(...drawn);
    select.value = this.desk.id;
  }

  people(counsellors) {
    const select = byId("counsellor");
    const all = [...counsellors, { id: ANONYMOUS, name: "Anonymous" }];
    if (select.options.length === all.length) return;
    const { value } = select;
    select.replaceChildren(...all.map((one) => h("option", { value: one.id }, one.name)));
    if (value) select.value = value;
  }

  list() {
    this.seen[this.place(this.thread)] = this.chosen().last;
    const rows = this.threads().map((one) => h("li", {}, this.row(one)));
    if (rows.map((row) => row.outerHTML).join("") === byId("thread-list").innerHTML) return;
    const focused = document.activeElement?.dataset?.testid;
    byId("thread-list").replaceChildren(...rows);
    rows.forEach((row, place) => row.querySelector(".avatar").style.setProperty("--colour", `#${this.threads()[place].icon_color.toString(16).padStart(6, "0")}`));
    if (focused?.startsWith("thread-")) document.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  row(one) {
    const unread = one.id && this.seen[this.place(one.id)] !== one.last ? " unread" : "";
    const state = one.closed ? h("span", { class: "tag" }, icon(ICONS.lock), "closed") : null;
    return h("button", {
      type: "button", class: `thread${one.closed ? " closed" : ""}${unread}`, "data-testid": `thread-${one.id}`,
      "aria-current": one.id === this.thread ? "true" : null, onclick: () => this.choose(one.id),
    }, h("span", { class: "avatar", "aria-hidden": "true" }, one.id ? one.name.slice(0, 1) : "#"), h("span", { class: "lines" }, h("b", {}, one.name), h("span", {}, one.action ? `${one.action}…` : one.last || " ")), state);
  }

  around() {
    const one = this.chosen();
    byId("room-name").textContent = one.name;
    byId("room-status").textContent = one.closed ? "closed" : one.action ? `bot is ${one.action}…` : "";
    byId("close-thread").hidden = byId("delete-thread").hidden = !one.id;
    byId("close-thread").textContent = one.closed ? "Reopen" : "Close";
  }

  async messages() {
    const looks = await get(`chats/${this.desk.id}/messages?thread=${this.thread}&limit=200`);
    draw(byId("desk-messages"), looks, {
      key: `desk-${this.place(this.thread)}`, me: this.me(), names: true, press: (look, one) => this.press(look, one),
      reply: (look, quote) => this.composer.take("reply", look, quote), edit: (look) => this.composer.take("edit", look),
    });
  }

  me() { return Number(byId("counsellor").value); }

  // Who acts at which desk, as the people's API names it.
  who() {
    const anonymous = this.me() === ANONYMOUS;
    return { desk: this.desk.id, anonymous, counsellor: anonymous ? undefined : this.me() };
  }

  place(thread) { return `${this.desk.id}/${thread}`; }

  async move(id) {
    this.desk = { id };
    this.thread = 0;
    this.composer.drop();
    await this.show(await get("state"));
  }

  async choose(id) {
    this.thread = id;
    byId("desk").classList.add("open");
    this.composer.drop();
    this.list();
    this.around();
    await this.messages();
  }

  async press(look, one) {
    const start = START.exec(one.url ?? "");
    if (start?.[1] === this.bot) { await this.start(start[2]); return; }
    if (one.url) { window.open(one.url, "_blank", "noopener"); return; }
    const { answer } = await this.tried(post("desk/press", { message_id: look.id, data: one.data, ...this.who() })) ?? {};
    if (answer?.text) toast("desk-toast", answer.text);
  }

  // A link to the bot itself opens one's own chat with it, as Telegram does.
  async start(code) {
    if (this.me() === ANONYMOUS) return;
    await this.tried(post(`clients/${this.me()}`, {}));
    document.dispatchEvent(new CustomEvent("private", { detail: this.me() }));
    await this.tried(post(`clients/${this.me()}/messages`, { text: `/start ${code}` }));
  }

  async write(text, about) {
    if (about?.what === "edit") await this.tried(ask("PATCH", `desk/messages/${about.id}`, { text, ...this.who() }));
    else await this.say({ text, reply_to: about?.id, quote: about?.quote });
  }

  async say(said) {
    byId("desk-messages").scrollTop = byId("desk-messages").scrollHeight;
    this.commands.show(false);
    await this.tried(post("desk/messages", { ...said, thread: this.thread || null, ...this.who() }));
  }

  async turn(what) { await this.tried(post(`desk/threads/${this.thread}/${what}`, this.who())); }

  async open() {
    byId("desk-more").open = false;
    const name = await askLine("Name of the thread");
    if (name) await this.tried(post("desk/threads", { name, ...this.who() }));
  }

  async setBot(status) {
    byId("desk-more").open = false;
    await this.tried(post("desk/bot", { status, desk: this.desk.id }));
  }

  async tried(doing) {
    try { return await doing; } catch (fault) { toast("desk-toast", fault.message); return null; }
  }
}
