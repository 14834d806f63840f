// Draws messages as Telegram does; `room` says how to press, reply and edit, and whose messages stand on the right.

import { clock, h, icon, ICONS } from "/static/dom.js";

const SERVICE = {
  forum_topic_created: (look) => `${look.from.name} opened the thread “${look.about.name}”`,
  forum_topic_edited: (look) => `${look.from.name} changed the thread${look.about.name ? ` to “${look.about.name}”` : ""}`,
  forum_topic_closed: (look) => `${look.from.name} closed the thread`,
  forum_topic_reopened: (look) => `${look.from.name} reopened the thread`,
  pinned_message: (look) => `${look.from.name} pinned a message`,
  migrate_to_chat_id: () => "The group got another number",
  migrate_from_chat_id: () => "The group got another number",
};

// Draws only what changed since the last time, so that focus and scrolling stay where they are.
export function draw(box, looks, room) {
  if (box.room !== room.key) {
    box.replaceChildren();
    box.room = room.key;
  }
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 90 || !box.childElementCount;
  const old = new Map([...box.children].map((node) => [node.dataset.id, node]));
  let changed = false;
  together(looks).forEach((parts, place) => {
    const id = String(parts[0].id);
    const version = `${parts.map((look) => look.version)}/${room.me}`;
    const before = old.get(id);
    old.delete(id);
    if (before?.dataset.version === version) return;
    const node = parts.length > 1 ? album(parts, room) : message(parts[0], room);
    Object.assign(node.dataset, { id, version });
    if (before) before.replaceWith(node);
    else box.insertBefore(node, box.children[place] ?? null);
    changed = true;
  });
  old.forEach((node) => node.remove());
  if (changed && atEnd) stayAtEnd(box);
}

// Pictures may need more room once they are there.
function stayAtEnd(box) {
  const down = () => { box.scrollTop = box.scrollHeight; };
  box.querySelectorAll("img").forEach((image) => { if (!image.complete) image.addEventListener("load", down, { once: true }); });
  down();
}

// The parts of an album are messages of their own that stand together.
function together(looks) {
  const found = [];
  for (const look of looks) {
    const last = found.at(-1);
    if (look.media_group_id && last?.[0].media_group_id === look.media_group_id) last.push(look);
    else found.push([look]);
  }
  return found;
}

function album(looks, room) {
  const mine = looks[0].from.id === room.me;
  const side = mine ? " mine" : "";
  const parts = looks.map((look) => h("article", { class: `part${side}`, "data-testid": `message-${look.id}` }, ...held(look), tools(look, room, mine)));
  const told = looks.find((look) => look.text) ?? looks.at(-1);
  const whole = { ...told, edited: looks.some((look) => look.edited), reactions: looks.flatMap((look) => look.reactions) };
  const shape = looks.every((look) => look.photo) ? "parts grid" : "parts";
  const bubble = h("div", { class: "bubble" }, ...head(looks[0], room, mine), h("div", { class: shape }, ...parts), words(whole));
  return h("div", { class: `message album${side}` }, bubble);
}

function message(look, room) {
  const mine = look.from.id === room.me;
  const marks = { "data-testid": `message-${look.id}` };
  if (look.service) {
    return h("div", { class: "service", ...marks }, h("span", {}, SERVICE[look.service](look)));
  }
  const bubble = h("div", { class: "bubble" }, ...head(look, room, mine), ...held(look), words(look));
  if (look.sticker) bubble.classList.add("bare");
  const box = h("article", { class: mine ? "message mine" : "message", ...marks }, bubble, tools(look, room, mine));
  if (look.buttons.length) box.append(keyboard(look, room));
  return box;
}

function head(look, room, mine) {
  const parts = [];
  if (room.names && !mine) parts.push(h("p", { class: `name c${look.from.id % 6}` }, look.from.name, look.from.is_bot ? h("span", { class: "tag" }, "bot") : null));
  if (look.forward_origin) parts.push(h("p", { class: "from" }, `Forwarded from ${look.forward_origin.sender_user.first_name}`));
  if (look.reply_to) parts.push(h("p", { class: "quoted" }, h("b", {}, look.reply_to.name), h("span", { class: look.reply_to.quote ? "picked" : "" }, look.reply_to.quote ?? look.reply_to.text)));
  return parts;
}

function held(look) {
  if (look.venue) return [place(look.venue.location, look.venue.title, look.venue.address)];
  if (look.location) return [place(look.location, "Location", `${look.location.latitude.toFixed(4)}, ${look.location.longitude.toFixed(4)}`)];
  if (look.photo) return [h("img", { class: "photo", src: look.photo.link, alt: "Photo", width: look.photo.width, height: look.photo.height })];
  if (look.voice) return [h("p", { class: "voice", "aria-label": `Voice message, ${look.voice.duration} seconds` }, h("span", { class: "play" }, icon(ICONS.play)), h("span", { class: "wave", "aria-hidden": "true" }), h("span", {}, length(look.voice.duration)))];
  if (look.sticker) return [h("p", { class: "sticker", role: "img", "aria-label": `Sticker ${look.sticker.emoji ?? ""}` }, icon(ICONS.smile))];
  if (look.video) return [card(ICONS.film, "Video", length(look.video.duration), look.video.link)];
  if (look.document) return [card(ICONS.paper, look.document.file_name ?? "Document", `${look.document.file_size} bytes`, look.document.link)];
  if (look.contact) return [card(ICONS.person, look.contact.first_name, look.contact.phone_number, `tel:${look.contact.phone_number}`)];
  if (look.poll) return [h("div", { class: "poll" }, h("b", {}, look.poll.question), ...look.poll.options.map((one) => h("p", {}, one.text)))];
  return [];
}

function place(point, title, address) {
  const href = `geo:${point.latitude},${point.longitude}`;
  return h("a", { class: "place", href }, h("span", { class: "map", "aria-hidden": "true" }, icon(ICONS.pin)), h("span", { class: "lines" }, h("b", {}, title), h("span", {}, address)));
}

function card(path, title, line, href) {
  return h("a", { class: "card", href, target: "_blank", rel: "noreferrer" }, h("span", { class: "round" }, icon(path)), h("span", { class: "lines" }, h("b", {}, title), h("span", {}, line)));
}

// The one place where HTML goes in: the server made it from text and entities and escaped every character.
function words(look) {
  const box = h("div", { class: look.text ? "words" : "words none", dir: "auto" });
  box.innerHTML = look.html;
  box.append(foot(look));
  return box;
}

function foot(look) {
  const reactions = look.reactions.length ? h("span", { class: "reactions" }, look.reactions.join(" ")) : null;
  const silent = look.silent ? h("span", { class: "silent", role: "img", "aria-label": "Sent without a sound", title: "Sent without a sound" }, icon(ICONS.silent)) : null;
  return h("span", { class: "foot" }, reactions, silent, look.edited ? "edited " : "", clock(look.date));
}

function tools(look, room, mine) {
  // Pressing must not take the selection away: the words that are marked are quoted.
  const reply = h("button", { type: "button", "aria-label": "Reply", title: "Reply", onmousedown: (event) => event.preventDefault(), onclick: () => room.reply(look, marked(look)) }, icon(ICONS.reply));
  const edit = h("button", { type: "button", "aria-label": "Edit", title: "Edit", onclick: () => room.edit(look) }, icon(ICONS.edit));
  return h("div", { class: "tools" }, reply, mine && look.text ? edit : null);
}

function marked(look) {
  const words = getSelection().toString().trim();
  return words && look.text.includes(words) ? words : undefined;
}

function keyboard(look, room) {
  return h("div", { class: "buttons" }, ...look.buttons.map((row) => h("div", { class: "row" }, ...row.map((one) => button(one, look, room)))));
}

function button(one, look, room) {
  const made = h("button", { type: "button", "data-data": one.data, title: one.url }, h("span", {}, one.label));
  if (one.url) made.append(icon(ICONS.link));
  made.addEventListener("click", async () => {
    made.setAttribute("aria-busy", "true");
    try { await room.press(look, one); } finally { made.removeAttribute("aria-busy"); }
  });
  return made;
}

const length = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// Quotes unfold, spoilers show, commands are sent: one listener for each list of messages.
export function touchable(box, sendCommand) {
  const act = (event) => {
    const target = event.target.closest(".expandable, .spoiler, .command");
    if (!target || (event.type === "keydown" && event.key !== "Enter")) return;
    if (target.matches(".command")) { event.preventDefault(); sendCommand(target.dataset.command); }
    else if (target.matches(".spoiler")) target.classList.add("shown");
    else target.setAttribute("aria-expanded", String(target.getAttribute("aria-expanded") !== "true"));
  };
  box.addEventListener("click", act);
  box.addEventListener("keydown", act);
}
