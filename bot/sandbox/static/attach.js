// The attach menu: places, pictures, voice, stickers, contacts, papers.

import { buttons, byId, dialog, h, icon, ICONS } from "/static/dom.js";

const TOWNS = [
  ["Tiranë", 41.3275, 19.8187], ["Durrës", 41.3246, 19.4565], ["Shkodër", 42.0683, 19.5126], ["Vlorë", 40.4661, 19.4914],
  ["Elbasan", 41.1125, 20.0822], ["Korçë", 40.6186, 20.7808], ["Fier", 40.7239, 19.5561], ["Kukës", 42.0769, 20.4219],
  ["Gjirokastër", 40.0758, 20.1389], ["Prishtinë", 42.6629, 21.1655], ["Prizren", 42.2139, 20.7397], ["Pejë", 42.6591, 20.2883],
  ["Gjakovë", 42.3803, 20.4308], ["Ferizaj", 42.3706, 21.1553], ["Mitrovicë", 42.8914, 20.8660], ["Gjilan", 42.4635, 21.4694],
];

// Fills a menu; `send` takes what is to be sent, as the people's API names it.
export function attachMenu(menu, send, person) {
  const entry = (name, path, act) => h("button", {
    type: "button", "data-attach": name, onclick: async () => { menu.hidden = true; const said = await act(); if (said) await send(said); },
  }, icon(path), name);
  menu.replaceChildren(
    entry("Place", ICONS.pin, askPlace),
    entry("Photo", ICONS.picture, () => ({ kind: "photo" })),
    entry("Photo from a file", ICONS.folder, askPhoto),
    entry("Album", ICONS.picture, () => ({ kind: "album", count: 3 })),
    entry("Voice", ICONS.voice, () => ({ kind: "voice", duration: 7 })),
    entry("Sticker", ICONS.smile, () => ({ kind: "sticker", emoji: "👋" })),
    entry("Contact", ICONS.person, () => ({ kind: "contact", ...person() })),
    entry("Document", ICONS.paper, () => ({ kind: "document" })),
  );
}

export function askPlace() {
  return dialog("Share a place", (form, finish) => {
    const point = h("input", { "aria-label": "Latitude, longitude", placeholder: "41.3275, 19.8187", inputmode: "decimal", "data-testid": "place-point" });
    const town = h("select", { "aria-label": "Town", "data-testid": "place-town" }, ...TOWNS.map(([name], place) => h("option", { value: place }, name)));
    form.addEventListener("submit", () => finish(chosen(point.value, TOWNS[town.value])));
    form.append(h("label", {}, "Town", town), h("label", {}, "or latitude, longitude", point), buttons(finish, "Share"));
  });
}

function chosen(typed, [, latitude, longitude]) {
  const numbers = typed.split(/[,;\s]+/).filter(Boolean).map(Number);
  const good = numbers.length === 2 && numbers.every(Number.isFinite);
  return good ? { kind: "location", latitude: numbers[0], longitude: numbers[1] } : { kind: "location", latitude, longitude };
}

function askPhoto() {
  const input = byId("file");
  input.value = "";
  return new Promise((done) => {
    input.oncancel = () => done(null);
    input.onchange = () => {
      const [file] = input.files;
      const reader = new FileReader();
      reader.onload = () => done({ kind: "photo", content: reader.result.split(",")[1], file_name: file.name, mime_type: file.type });
      reader.readAsDataURL(file);
    };
    input.click();
  });
}
