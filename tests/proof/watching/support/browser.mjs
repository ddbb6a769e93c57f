// A person at a browser without a browser: reads pages, finds their forms, fills every field in.

import { Person } from "../../inputs/support/people.mjs";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
const attribute = (tag, name) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? plain(found[1]) : null;
};

// The forms of a page: { action, method, multipart, fields: [{ name, kind, value }] }.
export function formsIn(html) {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].map(([, head, inner]) => ({
    action: attribute(head, "action") ?? "",
    method: (attribute(head, "method") ?? "get").toLowerCase(),
    multipart: (attribute(head, "enctype") ?? "").startsWith("multipart"),
    fields: fieldsIn(inner),
  }));
}

function fieldsIn(html) {
  const fields = [];
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const kind = attribute(tag, "type") ?? "text";
    const name = attribute(tag, "name");
    // The first of a group, where nothing is chosen yet: so that more forms are taken than refused.
    const first = kind === "radio" && !fields.some((one) => one.name === name);
    const chosen = first || !["radio", "checkbox"].includes(kind) || /\schecked/.test(tag);
    if (name && chosen) fields.push({ name, kind, value: attribute(tag, "value") ?? "" });
  }
  for (const [, tag, value] of html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, "name");
    if (name) fields.push({ name, kind: "textarea", value: plain(value) });
  }
  for (const [, tag, inner] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, "name");
    const options = [...inner.matchAll(/<option\b[^>]*>/g)].map(([one]) => one);
    const first = options.find((one) => /\sselected/.test(one)) ?? options.at(-1);
    if (name && first)
      fields.push({ name, kind: "select", value: attribute(first, "value") ?? "" });
  }
  return fields;
}

export function linksIn(html) {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)"/g)].map(([, href]) => plain(href));
}

// What would end the walk, or somebody's account.
const never = /^\/(sign-out|role|assets|calendar)|everywhere|\/(leave|end|remove|withdraw)\b/;

export class Walker extends Person {
  constructor(label, cookie, { secrets, seen }) {
    super(label, cookie);
    this.secrets = secrets;
    this.answers = seen;
  }

  note(path, answer) {
    this.answers.push({ path, id: answer.headers["x-request-id"], status: answer.status });
    return answer;
  }

  async open(path) {
    return this.note(path, await this.get(path));
  }

  async fill(path, fields) {
    return this.note(path, await this.post(path, fields));
  }

  // Opens pages from there on, each once by the shape of its path, and sends each of their forms
  // with a new word in every field that takes one. Answers how many forms went.
  async walk(start, { pages = 60 } = {}) {
    const shape = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").split("?")[0];
    const waiting = [start];
    const shapes = new Set();
    const sent = new Set();
    for (let read = 0; waiting.length > 0 && read < pages;) {
      const path = waiting.shift();
      if (never.test(path) || shapes.has(shape(path))) continue;
      shapes.add(shape(path));
      read += 1;
      const answer = await this.open(path);
      if (!String(answer.headers["content-type"]).startsWith("text/html")) continue;
      waiting.push(...linksIn(answer.text));
      for (const form of formsIn(answer.text)) await this.send(form, path, sent);
    }
    return sent.size;
  }

  async send(form, page, sent) {
    const action = form.action || page;
    const key = `${form.method} ${action.split("?")[0]} ${form.fields.map((one) => one.name)}`;
    if (sent.has(key) || never.test(action) || form.multipart) return;
    sent.add(key);
    const fields = form.fields.map((field) => [field.name, this.#valueFor(field, action)]);
    if (form.method === "post") await this.fill(action, fields);
    else await this.open(`${action}?${new URLSearchParams(fields)}`);
  }

  #valueFor({ name, kind, value }, action) {
    if (kind === "email") return `${this.secrets.mark(`address of ${action}`)}@leak.example`;
    const takesWords = ["text", "textarea", "search", "password", "tel", "url"].includes(kind);
    if (!takesWords || /(^|_)(on|day|date)$/.test(name)) return value;
    return this.secrets.mark(`${name} of ${action}`);
  }
}
