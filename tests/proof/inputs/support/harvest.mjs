// The table of fields: every form of every page as it is served to each person, found by following
// links. What a page asks for tomorrow is in the table tomorrow.

import { readPage } from "./pages.mjs";
import { routeOf } from "./routes.mjs";

// How many pages of one address pattern each person opens.
const pagesEach = 2;

// What holds no words of a person's own.
const fixed = new Set(["hidden", "radio", "checkbox", "select", "submit", "file", "password"]);
export const isText = ({ kind }) => !fixed.has(kind);

const shapeOf = (name) => name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#").replace(/\d+/g, "#");

// { pages, forms }: pages as { who, path, pattern, type }, forms as { who, page, route, action,
// method, enctype, fields, buttons }, each shape of a form once for each person.
export async function harvest(people, starts = []) {
  const pages = [];
  const forms = new Map();
  for (const who of people) await crawl(who, starts, pages, forms);
  return { pages, forms: [...forms.values()] };
}

async function crawl(who, starts, pages, forms) {
  const waiting = ["/", "/home", "/returns", "/sign-in", "/account", "/help", ...starts];
  const seen = new Set(waiting);
  const opened = new Map();
  while (waiting.length > 0) {
    const path = waiting.shift();
    const route = routeOf("GET", path);
    const pattern = route?.pattern ?? "none";
    const shape = pattern + [...new URLSearchParams(path.split("?")[1] ?? "").keys()].sort().join();
    const always = starts.includes(path);
    if (!route || (!always && (opened.get(shape) ?? 0) >= pagesEach)) continue;
    const answer = await who.get(path);
    const type = (answer.headers["content-type"] ?? "").split(";")[0];
    if (answer.status === 303) queue(answer.headers.location, path, seen, waiting);
    if (answer.status !== 200) continue;
    opened.set(shape, (opened.get(shape) ?? 0) + 1);
    pages.push({ who, path, pattern, type });
    if (type !== "text/html") continue;
    const page = await readPage(answer.text);
    for (const link of page.links) queue(link, path, seen, waiting);
    for (const form of page.forms) {
      if (form.method === "GET") queue(asked(form, path), path, seen, waiting);
      keepForm(forms, who, path, form);
    }
  }
}

// The address that a form for searching leads to, as it stands.
function asked(form, page) {
  return `${form.action || page.split("?")[0]}?${new URLSearchParams(filled(form))}`;
}

function queue(link, from, seen, waiting) {
  const address = new URL(link, `https://here.invalid${from}`);
  if (address.host !== "here.invalid") return;
  const path = address.pathname + address.search;
  if (seen.has(path)) return;
  seen.add(path);
  waiting.push(path);
}

function keepForm(forms, who, page, form) {
  const action = form.action === "" ? page : form.action;
  const route = routeOf(form.method, action);
  const names = [...new Set(form.fields.map(({ name }) => shapeOf(name)))].sort().join();
  const key = `${who.label} ${form.method} ${route?.pattern} ${names}`;
  if (!forms.has(key)) forms.set(key, { ...form, who, page, action, route });
}

// The fields of a form as a browser would send them, with some put otherwise: Map of name to value.
// `ticked` ticks every box besides.
export function filled(form, otherwise = new Map(), { ticked = false } = {}) {
  const pairs = [];
  for (const field of form.fields) {
    if (otherwise.has(field.name)) continue;
    const choosable = ["radio", "checkbox"].includes(field.kind);
    const chosen = field.checked || (ticked && field.kind === "checkbox");
    if (field.kind === "file" || (choosable && !chosen)) continue;
    pairs.push([field.name, field.value]);
  }
  for (const [name, value] of otherwise) pairs.push([name, value]);
  const [button] = form.buttons;
  if (button && !otherwise.has(button.name)) pairs.push([button.name, button.value]);
  return pairs;
}

// Each text field once, wherever it is asked for: { form, field }.
export function textFields(forms) {
  const all = new Map();
  for (const form of forms.filter(({ method }) => method === "POST")) {
    for (const field of form.fields.filter(isText)) {
      const key = `${form.route?.pattern} ${shapeOf(field.name)}`;
      if (!all.has(key)) all.set(key, { form, field, key });
    }
  }
  return [...all.values()];
}
