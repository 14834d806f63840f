// The client's phone.

import { ask, get, post } from "/static/api.js";
import { askPlace, attachMenu } from "/static/attach.js";
import { Commands } from "/static/commands.js";
import { Composer, menuButton } from "/static/composer.js";
import { askLine, byId, dialog, h, toast } from "/static/dom.js";
import { draw, touchable } from "/static/messages.js";

const NAMES = ["Arta", "Blerim", "Drita", "Ilir", "Lule", "Agim", "Teuta", "Gent", "Vesa", "Luan"];
const ACTIONS = { typing: "typing…", upload_photo: "sending a photo…", upload_document: "sending a file…", find_location: "looking for a place…", record_voice: "recording…" };

export class Phone {
  constructor() {
    this.client = null;
    this.clients = [];
    this.seen = null;
    this.composer = new Composer("composer-form", "composer", "phone-reply", (text, about) => this.write(text, about));
    byId("add-client").addEventListener("click", () => this.add());
    byId("language").addEventListener("change", (event) => this.change({ language_code: event.target.value }));
    byId("start").addEventListener("click", () => this.say({ text: "/start" }));
    byId("block").addEventListener("click", () => this.block(!this.client.blocked));
    byId("unblock").addEventListener("click", () => this.block(false));
    byId("rename").addEventListener("click", () => this.rename());
    menuButton(byId("attach"), byId("attach-menu"));
    attachMenu(byId("attach-menu"), (said) => this.say(said), () => ({ name: this.client.name, phone_number: "+355691234567", user_id: this.client.id }));
    document.addEventListener("private", (event) => { this.client = { id: event.detail }; });
    this.commands = new Commands("commands", "composer", (text) => this.say({ text }), "command-menu");
    touchable(byId("phone-messages"), (command) => this.say({ text: command }));
  }

  async show(state) {
    if (!state.clients.length) { await this.add(); return; }
    this.clients = state.clients;
    this.client = state.clients.find((one) => one.id === this.client?.id) ?? state.clients[0];
    this.tabs();
    this.around(state);
    const looks = await get(`chats/${this.client.id}/messages?limit=200`);
    draw(byId("phone-messages"), looks, this.room(this.client.id));
    byId("description").textContent = state.bot.description || "Press START to begin.";
    byId("begin").hidden = this.client.started || this.client.blocked;
    byId("phone-messages").classList.toggle("quiet", !this.client.started);
    byId("composer").disabled = false; // before this nobody would know whose words they are
  }

  tabs() {
    this.seen ??= Object.fromEntries(this.clients.map((one) => [one.id, one.last]));
    this.seen[this.client.id] = this.client.last;
    const tabs = this.clients.slice(0, 40).map((one) => h("button", {
      type: "button", role: "tab", class: (this.seen[one.id] ?? "") === one.last ? "" : "unread", "data-testid": `client-tab-${one.id}`,
      "aria-selected": String(one.id === this.client.id), onclick: () => this.choose(one.id),
    }, one.name));
    const same = tabs.map((tab) => tab.outerHTML).join("") === byId("tabs").innerHTML;
    if (!same) byId("tabs").replaceChildren(...tabs);
  }

  around(state) {
    const { client } = this;
    byId("bot-name").textContent = state.bot.first_name;
    byId("bot-avatar").textContent = state.bot.first_name.slice(0, 1);
    byId("bot-status").textContent = client.action ? ACTIONS[client.action] ?? "busy…" : "bot";
    byId("bot-status").classList.toggle("busy", Boolean(client.action));
    byId("language").value = client.language_code ?? "en";
    byId("block").textContent = client.blocked ? "Unblock the bot" : "Block the bot";
    byId("unblock").hidden = !client.blocked;
    byId("composer-form").hidden = client.blocked;
    this.commands.all = client.commands;
    byId("command-menu").hidden = !client.commands.length;
    this.keyboard(client.keyboard);
  }

  keyboard(markup) {
    const box = byId("keyboard");
    const drawn = JSON.stringify(markup);
    if (box.drawn === drawn) return;
    box.drawn = drawn;
    box.hidden = !markup;
    box.replaceChildren(...(markup?.keyboard ?? []).map((row) => h("div", { class: "row" }, ...row.map((one) => h("button", { type: "button", onclick: () => this.pressKey(one) }, one.text)))));
  }

  room(id) {
    return { key: `phone-${id}`, me: id, names: false, press: (look, one) => this.press(look, one), reply: (look, quote) => this.composer.take("reply", look, quote), edit: (look) => this.composer.take("edit", look) };
  }

  async press(look, one) {
    if (one.url) { window.open(one.url, "_blank", "noopener"); return; }
    if (one.copy) { await navigator.clipboard.writeText(one.copy); toast("toast", "Copied"); return; }
    const { answer } = await this.tried(post(`clients/${this.client.id}/press`, { message_id: look.id, data: one.data })) ?? {};
    if (answer?.text && answer.alert) await dialog(answer.text, (form, finish) => form.append(h("div", { class: "choices" }, h("button", { class: "primary", onclick: () => finish(null) }, "OK"))));
    else if (answer?.text) toast("toast", answer.text);
  }

  async pressKey(one) {
    const point = one.request_location ? await askPlace() : {};
    if (!point) return;
    delete point.kind;
    await this.tried(post(`clients/${this.client.id}/press`, { label: one.text, ...point }));
  }

  async write(text, about) {
    if (about?.what === "edit") await this.tried(ask("PATCH", `clients/${this.client.id}/messages/${about.id}`, { text }));
    else await this.say({ text, reply_to: about?.id, quote: about?.quote });
  }

  async say(said) {
    byId("phone-messages").scrollTop = byId("phone-messages").scrollHeight;
    this.commands.show(false);
    await this.tried(post(`clients/${this.client.id}/messages`, said));
  }

  async add() {
    const id = Math.max(1000, ...this.clients.map((one) => one.id)) + 1;
    await this.tried(post(`clients/${id}`, { name: NAMES[(id - 1001) % NAMES.length], language_code: "sq" }));
    this.client = { id };
  }

  async rename() {
    byId("phone-more").open = false;
    const name = await askLine("Name of this client", this.client.name);
    if (name) await this.change({ name });
  }

  async choose(id) {
    this.client = this.clients.find((one) => one.id === id);
    this.composer.drop();
    await this.show(await get("state"));
  }

  change(about) { return this.tried(post(`clients/${this.client.id}`, about)); }

  async block(blocked) {
    byId("phone-more").open = false;
    await this.tried(post(`clients/${this.client.id}/block`, { blocked }));
  }

  async tried(doing) {
    try { return await doing; } catch (fault) { toast("toast", fault.message); return null; }
  }
}
