// Puts phone and desk together and keeps both up to date.

import { get, listen } from "/static/api.js";
import { Desk } from "/static/desk.js";
import { Phone } from "/static/phone.js";

const phone = new Phone();
const desk = new Desk();
let running = false;
let again = false;

async function refresh() {
  if (running) { again = true; return; }
  running = true;
  try {
    const state = await get("state");
    await Promise.all([phone.show(state), desk.show(state)]);
    if (state.clients.some((one) => one.action) || state.desks.some((desk) => desk.threads.some((one) => one.action))) setTimeout(refresh, 1000);
  } finally {
    running = false;
  }
  if (again) { again = false; await refresh(); }
}

function panel(name) {
  document.body.dataset.panel = name;
  document.querySelectorAll("[data-show]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.show === name)));
}

document.querySelectorAll("[data-show]").forEach((button) => button.addEventListener("click", () => panel(button.dataset.show)));
listen(refresh);
