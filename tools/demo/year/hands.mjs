// A person of the year at the pages and at the API: opens a page, fills in the form that stands
// there, sends it. What the product refuses ends the year with the words that it gave.
import { formsIn } from "../../attack/html.mjs";
import { Visitor } from "../../attack/web.mjs";
import { sleep } from "../api.mjs";

const plain = (html) =>
  html
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

const mainOf = (html) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;

export const day = (name, [d, m, y]) => ({
  [`${name}_day`]: d,
  [`${name}_month`]: m,
  [`${name}_year`]: y,
});

// What the form says as it stands: nothing is filled in that nobody has chosen.
function standing(form) {
  const pairs = [];
  for (const { name, type, value, on } of form.fields) {
    if (type === "button" || type === "file") continue;
    if (["radio", "checkbox"].includes(type) && !on) continue;
    pairs.push([name, value]);
  }
  return pairs;
}

export class Hands {
  // `web` is everybody's: a connection of one's own would rest until the service ends it.
  constructor(web, { name, position, token }) {
    this.name = name;
    this.position = position;
    this.visitor = new Visitor(web, { name, token });
  }

  get(path) {
    return this.api("GET", path);
  }

  put(path, json) {
    return this.api("PUT", path, { json });
  }

  post(path, json, headers) {
    return this.api("POST", path, { json, headers });
  }

  async api(verb, path, sent) {
    const answer = await this.visitor.ask(verb, `/api/v1${path}`, sent);
    const text = this.read(answer, path);
    return text === "" ? null : JSON.parse(text);
  }

  // The page's text, wherever it leads.
  async open(path) {
    const answer = await this.visitor.ask("GET", path.split("#")[0]);
    if (answer.location) return this.open(answer.location);
    return this.read(answer, path);
  }

  read(answer, path) {
    const text = answer.bytes.toString("utf8");
    if (answer.status >= 400) {
      const said = plain(/<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(text)?.[0] ?? "");
      throw new Error(
        `${this.name}: ${path}: ${answer.status} ${said || plain(mainOf(text)).slice(0, 700)}`,
      );
    }
    return text;
  }

  // Fills in the form of that page whose address begins so, and presses its button.
  async send(page, action, values = {}) {
    const html = await this.open(page);
    const found = formsIn(html, page).find(
      (one) => one.method === "POST" && new RegExp(`^${action}(\\?|$)`).test(one.action),
    );
    if (!found)
      throw new Error(
        `${this.name}: ${page} has no form for ${action}: ${plain(mainOf(html)).slice(0, 700)}`,
      );
    return this.press(found, values);
  }

  async press(form, values) {
    const known = new Set(form.fields.map((one) => one.name));
    const unknown = Object.keys(values).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new Error(`${form.action} has no ${unknown.join(", ")}`);
    const pairs = standing(form).filter(([name]) => !(name in values) && name !== "csrf");
    for (const [name, value] of Object.entries(values)) {
      for (const one of [value].flat()) pairs.push([name, String(one)]);
    }
    this.visitor.csrf = form.fields.find((one) => one.name === "csrf")?.value ?? "";
    const sent = await this.visitor.ask("POST", form.action, { form: pairs });
    if (sent.location) return { path: sent.location, html: await this.open(sent.location) };
    return { path: form.action, html: this.read(sent, form.action) };
  }

  // The first link in the row of a table that says these words.
  async row(page, words) {
    const html = await this.open(page);
    for (const row of html.split("<tr").slice(1)) {
      if (plain(row).includes(words)) return /href="([^"]+)"/.exec(row)[1];
    }
    return fail(`${this.name}: no row of ${page} says "${words}"`);
  }
}

function fail(words) {
  throw new Error(words);
}

// The first link with these words that leads to such a place.
export function linkIn(html, words, place = /^\//) {
  for (const [, href, inside] of html.matchAll(/<a\b[^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)) {
    if (place.test(href) && plain(inside).includes(words)) return href.replaceAll("&amp;", "&");
  }
  return undefined;
}

// What an option of that name stands for, by its words: ids are drawn anew in every run.
export function optionIn(html, name, words) {
  const select = new RegExp(`<select\\b[^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(html);
  for (const [, value, text] of (select?.[1] ?? "").matchAll(
    /<option\b[^>]*value="([^"]*)"[^>]*>([\s\S]*?)<\/option>/g,
  )) {
    if (plain(text).includes(words)) return value;
  }
  return fail(`no ${words} among ${name}`);
}

export async function until(what, look, patience = 30000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(50);
  }
}
