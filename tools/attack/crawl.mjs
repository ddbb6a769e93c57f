// What each visitor finds by walking through their own pages and API: every text that they can get,
// and every id that the service itself showed them. Nothing here knows what ids there are: they are
// the parameters of the paths that links, forms and JSON members fill.
import { formsIn, linksIn, plain, valuesOf } from "./html.mjs";
import { mayUse, pathOf } from "./routes.mjs";
import { together } from "./web.mjs";

// Of pages that differ by codes of the framework alone a few are enough to know the row.
const enoughOfOne = 400;

// A box of a board's own form goes by its number; some members name what they hold otherwise.
const alsoCalled = {
  box_no: ["box", "key"],
  boards: ["board"],
  asked_by: ["board"],
  for: ["person"],
};
export const isId = (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
// Codes have many meanings, and guidance is words as well; of each one sort stands in a path.
const inPaths = {
  code: (text) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/.test(text),
  guidance: isId,
};

export class Found {
  constructor(visitor, routes) {
    this.visitor = visitor;
    this.routes = routes;
    this.texts = []; // { path, route, text, status }
    this.sets = new Map(); // as text, the values of parameters that stood together
    this.forms = new Map(); // route id -> [{ form, values, from }]
    this.queries = new Map(); // route id -> Map(name -> Set(values))
  }

  // Values that stood together, whoever filled them: {"request": …, "kind": …, "key": …}.
  keep(values) {
    if (Object.keys(values).length === 0) return;
    this.sets.set(JSON.stringify(values), values);
  }

  // What is known for all parameters of a route: the sets that have each of them.
  tuples(route) {
    const known = new Map();
    for (const values of this.sets.values()) {
      if (!route.parameters.every((name) => name in values)) continue;
      const tuple = Object.fromEntries(route.parameters.map((name) => [name, values[name]]));
      known.set(JSON.stringify(tuple), tuple);
    }
    return [...known.values()];
  }

  values(name) {
    const all = new Set();
    for (const values of this.sets.values()) if (name in values) all.add(values[name]);
    return all;
  }

  addQuery(route, href) {
    const names = this.queries.get(route.id) ?? new Map();
    this.queries.set(route.id, names);
    for (const [name, value] of new URLSearchParams(href.split("#")[0].split("?")[1] ?? "")) {
      if (!names.has(name)) names.set(name, new Set());
      names.get(name).add(value);
    }
  }

  addForm(form, here) {
    const action = form.action.startsWith("?") ? here.split("?")[0] + form.action : form.action;
    const row = this.routes.find(form.method, action);
    if (!row) throw new Error(`${here} has a form for ${form.method} ${action}, which is no route`);
    this.keep(row.values);
    this.addQuery(row.route, action);
    for (const { name } of form.fields) {
      if (this.routes.drawn?.get(`${row.route.id} ${name}`)) continue;
      valuesOf(form, name)
        .filter(isId)
        .forEach((value) => this.keep({ [name]: value }));
    }
    const forms = this.forms.get(row.route.id) ?? [];
    this.forms.set(row.route.id, forms);
    forms.push({ form: { ...form, action }, values: row.values, page: here });
  }

  addPage(path, text) {
    const next = [];
    for (const href of linksIn(text)) {
      const target = href.startsWith("?") ? path.split("?")[0] + href : href;
      const row = this.routes.find("GET", target);
      if (!row) continue;
      this.keep(row.values);
      this.addQuery(row.route, target);
      next.push(target.split("#")[0]);
    }
    for (const form of formsIn(text, path)) {
      this.addForm(form, path);
      if (form.method === "GET") next.push(form.action);
    }
    return next;
  }

  // Members of objects, each with those of the objects around it.
  addJson(value, around = {}) {
    if (Array.isArray(value)) {
      value.forEach((one) => this.addJson(one, around));
    } else if (value && typeof value === "object") {
      const values = { ...around };
      for (const [name, member] of Object.entries(value)) {
        const names = [name, ...(alsoCalled[name] ?? [])];
        if (Array.isArray(member)) {
          const ids = member.filter((one) => typeof one === "string" && isId(one));
          names.forEach((known) => ids.forEach((one) => this.keep({ [known]: one })));
        } else if (typeof member === "string" || typeof member === "number") {
          const text = String(member);
          if (inPaths[name] && !inPaths[name](text)) continue;
          for (const known of names) {
            if (this.routes.names.has(known) || isId(text)) values[known] = text;
          }
        }
      }
      this.keep(values);
      Object.values(value).forEach((member) => this.addJson(member, values));
    }
  }
}

// Reads everything that this visitor may get, from the given paths on and from what they lead to.
export async function crawl(visitor, routes, { starts = [], most = enoughOfOne } = {}) {
  routes.names ??= new Set(routes.list.flatMap((route) => route.parameters));
  const found = new Found(visitor, routes);
  const seen = new Set();
  const counts = new Map();
  let next = [...startsFor(visitor, routes), ...starts];
  while (next.length > 0) {
    const wave = next.filter((path) => fresh(path, { routes, seen, counts, most, visitor }));
    const after = await together(4, wave, (path) => visit(found, path));
    next = [...after.flat(), ...byValues(found)];
    if (next.every((path) => seen.has(path))) break;
  }
  return found;
}

function fresh(path, { routes, seen, counts, most, visitor }) {
  if (seen.has(path)) return false;
  seen.add(path);
  const row = routes.find("GET", path);
  if (!row || !mayUse(visitor, row.route)) return false;
  const so = (counts.get(row.route.id) ?? 0) + 1;
  counts.set(row.route.id, so);
  return so <= most;
}

const startsFor = (visitor, routes) =>
  routes.list
    .filter((route) => route.verb === "GET" && route.parameters.length === 0)
    .filter((route) => mayUse(visitor, route))
    .map((route) => route.pattern);

// Rows whose parameters are known though nothing links to them.
function byValues(found) {
  const paths = [];
  for (const route of found.routes.list) {
    if (route.verb !== "GET" || route.parameters.length === 0) continue;
    for (const tuple of found.tuples(route)) paths.push(pathOf(route, tuple));
  }
  return paths;
}

// Fields that hold an id: { key of row and field: value }.
function hiddenIds(routes, path, text) {
  const ids = new Map();
  for (const form of formsIn(text, path)) {
    const row = routes.find(form.method, form.action);
    for (const { name, type, value } of row ? form.fields : []) {
      if (type === "hidden" && isId(value)) ids.set(`${row.route.id} ${name}`, value);
    }
  }
  return ids;
}

// A form that is taken once carries a number that is drawn for each answer anew: it is nobody's id
// yet. A second look at the page tells which fields those are.
async function learnDrawn({ visitor, routes }, path, text) {
  routes.drawn ??= new Map();
  const first = hiddenIds(routes, path, text);
  if ([...first.keys()].every((key) => routes.drawn.has(key))) return;
  const again = await visitor.ask("GET", path);
  const second = hiddenIds(routes, path, again.bytes.toString("utf8"));
  for (const [key, value] of first) {
    if (second.has(key)) routes.drawn.set(key, second.get(key) !== value);
  }
}

async function visit(found, path) {
  const answer = await found.visitor.ask("GET", path);
  const { route } = found.routes.find("GET", path);
  const { status, type, location } = answer;
  const text = answer.bytes.toString("utf8");
  found.texts.push({ path, route, status, type, text, bytes: answer.bytes });
  if (status >= 300 && status < 400) return location.startsWith("/") ? [location] : [];
  if (status >= 400) return [];
  if (type.includes("html")) {
    await learnDrawn(found, path, text);
    return found.addPage(path, text);
  }
  if (type.includes("json")) found.addJson(JSON.parse(text));
  return [];
}

// As people read it: entities resolved, so that a name with an apostrophe is found in a page too.
export const readable = ({ type, text }) => (type.includes("html") ? plain(text) : text);
