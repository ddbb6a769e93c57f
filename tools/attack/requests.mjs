// How a row of the table is asked properly: with the form that the service itself offers for it, or
// with a body after the API's description; and where in it an id stands.
import { createHash, randomUUID } from "node:crypto";
import { isId } from "./crawl.mjs";
import { filled, formsIn, valuesOf } from "./html.mjs";
import { pathOf } from "./routes.mjs";

const file = Buffer.from("%PDF-1.4\nA page of nobody in particular.\n");
const singular = { requests: "request", boards: "board", for: "person", client_id: "program" };
export const kindOf = (name) => singular[name] ?? name;

// A form with a file, as a browser sends it.
export function multipart(pairs) {
  const boundary = `part-${createHash("sha256").update(JSON.stringify(pairs)).digest("hex")}`;
  const parts = pairs.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n`;
  const raw = Buffer.concat([
    Buffer.from(`${parts.join("")}${head}content-type: application/pdf\r\n\r\n`),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { raw, type: `multipart/form-data; boundary=${boundary}` };
}

export class Requests {
  constructor({ found, contract }) {
    this.found = found;
    this.contract = contract;
    this.cache = new Map();
  }

  // The form for a row: one's own for these very values, else any of one's own, else anybody's.
  formFor(visitor, route, values) {
    const mine = this.found.get(visitor)?.forms.get(route.id) ?? [];
    const same = (one) => Object.entries(values).every(([name, v]) => one.values[name] === v);
    return mine.find(same)?.form ?? mine[0]?.form ?? this.anyForm(route);
  }

  // What was saved meanwhile has another version: the form as its page has it now.
  async refresh(visitor, route, values) {
    if (route.verb === "GET" || route.surface === "api") return;
    const mine = this.found.get(visitor)?.forms.get(route.id) ?? [];
    const same = (one) => Object.entries(values).every(([name, v]) => one.values[name] === v);
    const one = mine.find(same) ?? mine[0];
    if (!one) return;
    const page = await visitor.ask("GET", one.page);
    const forms = formsIn(page.bytes.toString("utf8"), one.page);
    const fresh = forms.find((form) => form.action === one.form.action);
    if (fresh) one.form = fresh;
  }

  anyForm(route) {
    for (const found of this.found.values()) {
      const [one] = found.forms.get(route.id) ?? [];
      if (one) return one.form;
    }
    return null;
  }

  // What is asked, with one more id put into its place.
  make(visitor, route, values, put) {
    let path = pathOf(route, values);
    const query = new URLSearchParams(this.needed(route));
    if (put?.place.sort === "query") query.set(put.place.name, put.value);
    if ([...query].length > 0) path += `?${query}`;
    if (route.verb === "GET") return { path, options: {} };
    const options =
      route.surface === "api" ? this.json(route, put) : this.form(visitor, route, values, put);
    if (route.needs_idempotency_key) options.headers = { "idempotency-key": randomUUID() };
    return { path, options };
  }

  needed(route) {
    return route.surface === "api" && route.takes_file ? { name: "a.pdf", title: "A page" } : {};
  }

  form(visitor, route, values, put) {
    const form = this.formFor(visitor, route, values);
    let pairs = form ? filled(form) : [];
    if (put?.place.sort === "field") {
      pairs = pairs.filter(([name]) => name !== put.place.name);
      pairs.push([put.place.name, put.value]);
    } else if (put?.place.sort === "name") {
      pairs.push([put.place.name.replace("{id}", put.value), put.place.like]);
    }
    if (!route.takes_file) return { form: pairs };
    const whole = [...pairs.filter(([name]) => name !== "csrf"), ["csrf", visitor.csrf]];
    return multipart(whole);
  }

  json(route, put) {
    if (route.takes_file) return { raw: file };
    const body = this.contract.sample(route);
    if (body === undefined) return {};
    return { json: put?.place.sort === "member" ? placed(body, put.place.at, put.value) : body };
  }

  // Where an id stands beside the path: { sort, name, kind, label }.
  placesFor(visitor, route) {
    const key = `${visitor.who}/${visitor.role}/${route.id}`;
    if (!this.cache.has(key)) this.cache.set(key, this.places(visitor, route));
    return this.cache.get(key);
  }

  places(visitor, route) {
    const found = this.found.get(visitor);
    const all = new Map();
    const add = (place) => all.set(place.label, place);
    for (const name of this.queryNames(route)) {
      add({ sort: "query", name, kind: kindOf(name), label: `?${name}` });
    }
    for (const { form } of found?.forms.get(route.id) ?? []) {
      for (const { name, value } of form.fields) {
        const inName = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(name);
        if (inName) {
          const pattern = name.replace(inName[0], "{id}");
          const kind = kindOf(pattern.replace(/_?\{id\}_?/, ""));
          add({
            sort: "name",
            name: pattern,
            like: value,
            kind: nameKinds[kind] ?? kind,
            label: `field ${pattern}`,
          });
        } else if (valuesOf(form, name).some(isId) || this.idNames(route).has(name)) {
          add({ sort: "field", name, kind: kindOf(name), label: `field ${name}` });
        }
      }
    }
    for (const at of this.contract.idsIn(route)) {
      const kind = kindOf(at.filter((part) => part !== 0).at(-1));
      add({ sort: "member", at, kind, label: `member ${at.join(".")}` });
    }
    return [...all.values()];
  }

  // Names that hold an id on somebody's page of this row, though perhaps not on one's own.
  idNames(route) {
    const key = `names ${route.id}`;
    if (!this.cache.has(key)) {
      const names = new Set();
      for (const found of this.found.values()) {
        for (const { form } of found.forms.get(route.id) ?? []) {
          form.fields
            .filter((one) => valuesOf(form, one.name).some(isId))
            .forEach((one) => names.add(one.name));
        }
      }
      this.cache.set(key, names);
    }
    return this.cache.get(key);
  }

  queryNames(route) {
    const names = new Set(this.contract.idQueries(route));
    for (const found of this.found.values()) {
      for (const [name, values] of found.queries.get(route.id) ?? []) {
        if ([...values].some(isId)) names.add(name);
      }
    }
    return names;
  }
}

const nameKinds = { grant: "board" };

// The body with a value at that place; lists get it as their only member.
function placed(body, at, value) {
  const copy = structuredClone(body ?? {});
  let here = copy;
  at.slice(0, -1).forEach((part, index) => {
    here[part] ??= typeof at[index + 1] === "number" ? [] : {};
    here = here[part];
  });
  here[at.at(-1)] = value;
  return copy;
}
