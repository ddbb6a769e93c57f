// The matrix: every row of the table of routes x everybody x each place where an id stands x
// somebody else's id. Each attempt has its equal with an id that nobody has: the two answers must
// be the same. Each row has a twin, where the rightful party succeeds with its own.
import { essence, firstDifference, invented } from "./compare.mjs";
import { isId } from "./crawl.mjs";
import { mayUse, pathOf } from "./routes.mjs";
import { Requests } from "./requests.mjs";
import { together } from "./web.mjs";

// Codes of the framework and of forms, the same for whoever is asked: nobody's own.
export const common = new Set([
  "standard",
  "requirement",
  "form",
  "section",
  "kind",
  "key",
  "box",
  "item",
]);
// Counted within what another parameter names: foreign as soon as that one is.
export const within = new Set(["number", "version", "day"]);
// An entry of an action's history is counted as well; elsewhere an entry is one of the register.
const countedHere = new Set(["GET /actions/{action}/evidence/{entry}/{number} entry"]);
// Whoever holds one has the right; what is tried is the secret of another door.
export const secrets = new Set(["token", "address", "code"]);

// To so many other parties goes whoever may use the row, and whoever may not.
const foreignParties = { may: 2, mayNot: 1 };

const doorsTried = 4;

// The parameters that name what belongs to somebody.
export const ownedIn = (route) =>
  route.parameters.filter(
    (one) =>
      !common.has(one) &&
      !within.has(one) &&
      !secrets.has(one) &&
      !countedHere.has(`${route.id} ${one}`),
  );

export class Matrix {
  constructor({ stage, routes, found, contract }) {
    Object.assign(this, { stage, routes, found });
    this.known = new Set();
    for (const one of found.values()) {
      for (const values of one.sets.values()) {
        Object.values(values).forEach((value) => this.known.add(value));
      }
    }
    this.requests = new Requests({ routes, found, contract });
    this.inventions = new Map();
    this.owned = new Map();
  }

  // What somebody may call their own: what the service showed to anybody of their party, or, for
  // somebody of one unit, to themselves.
  own(visitor, name) {
    const key = `${visitor.unit ? visitor.name : ""} ${visitor.party} ${name}`;
    if (!this.owned.has(key)) this.owned.set(key, this.ownValues(visitor, name));
    return this.owned.get(key);
  }

  ownValues(visitor, name) {
    const all = new Set();
    for (const [other, found] of this.found) {
      const mine = visitor.unit ? other === visitor : other.party === visitor.party;
      if (mine) found.values(name).forEach((value) => all.add(value));
    }
    return all;
  }

  // Others, each person once. What a board and an agency have in common is both's own: whoever may
  // use a row meets strangers of their own kind there, with whom they have nothing in common.
  strangers(visitor, route) {
    const seen = new Set();
    const others = [...this.found.keys()].filter(
      (one) => one.who !== visitor.who && !one.program && one.kind !== "nobody",
    );
    const alike = (one) => !mayUse(visitor, route) || one.kind === visitor.kind;
    const near = others.filter((one) => visitor.unit && one.party === visitor.party && one.unit);
    const far = others.filter((one) => one.party !== visitor.party && alike(one));
    return [...near, ...far].filter((one) => {
      const fresh = !seen.has(one.name);
      seen.add(one.name);
      return fresh;
    });
  }

  // For each of so many other parties a whole set of values whose `name` is not this visitor's.
  victims(visitor, route, name) {
    const own = this.own(visitor, name);
    const enough = mayUse(visitor, route) ? foreignParties.may : foreignParties.mayNot;
    const found = new Map();
    for (const other of this.strangers(visitor, route)) {
      if (found.size === enough) break;
      if (found.has(other.who)) continue;
      const theirs = this.found.get(other);
      const tuples = route.parameters.includes(name)
        ? theirs.tuples(route)
        : [...theirs.values(name)].map((value) => ({ [name]: value }));
      const tuple = tuples.find((one) => !own.has(one[name]));
      if (tuple) found.set(other.who, { other, tuple });
    }
    return [...found.values()];
  }

  invention(value) {
    if (!this.inventions.has(value)) this.inventions.set(value, invented(value, this.known));
    return this.inventions.get(value);
  }

  // Every attempt of the matrix: { visitor, route, place, victim, values, extra, control }.
  attempts(visitors) {
    const all = [];
    for (const route of this.routes.list) {
      for (const visitor of visitors) {
        for (const name of ownedIn(route)) {
          all.push(...this.onPath(visitor, route, name));
        }
        if (mayUse(visitor, route)) all.push(...this.inFields(visitor, route));
        all.push(...this.atOtherDoors(visitor, route));
      }
    }
    return all;
  }

  onPath(visitor, route, name) {
    const mine = mayUse(visitor, route) ? this.found.get(visitor)?.tuples(route)[0] : undefined;
    const attempts = [];
    for (const { other, tuple } of this.victims(visitor, route, name)) {
      const about = { visitor, route, victim: other, place: name, sort: "path" };
      const around = [tuple, ...(mine && route.parameters.length > 1 ? [mine] : [])];
      for (const base of around) {
        const values = { ...base, [name]: tuple[name] };
        const control = { ...base, [name]: this.invention(tuple[name]) };
        attempts.push({ ...about, tried: tuple[name], values, control });
      }
    }
    return attempts;
  }

  // A secret of another door: the link of an invitation where a new password is made, and so on.
  atOtherDoors(visitor, route) {
    const name = route.parameters.find((one) => secrets.has(one));
    if (!name || !mayUse(visitor, route)) return [];
    const tried = [...this.otherSecrets(route, name)].slice(0, doorsTried);
    return tried.map(({ where, value }) => ({
      visitor,
      route,
      victim: { who: where, kind: "door", name: where },
      place: name,
      sort: "secret",
      tried: value,
      values: { [name]: value },
      control: { [name]: this.invention(value) },
    }));
  }

  *otherSecrets(route, name) {
    const door = (pattern) => pattern.split("{")[0];
    const seen = new Set();
    for (const path of this.stage.doors) {
      const row = this.routes.find("GET", path);
      const value = row?.values[name];
      if (!value || door(row.route.pattern) === door(route.pattern)) continue;
      if (!seen.has(row.route.id)) yield { where: row.route.pattern, value };
      seen.add(row.route.id);
    }
    const { token } = this.stage.role("thornmere-police", "lead");
    if (name === "token") yield { where: "a session", value: token };
    if (name === "address") yield { where: "a session", value: `orc_${token}.ics` };
  }

  // Ids in the query, in fields of forms, in members of JSON.
  inFields(visitor, route) {
    const mine = this.found.get(visitor)?.tuples(route)[0];
    if (route.parameters.length > 0 && !mine) return [];
    const attempts = [];
    for (const place of this.requests.placesFor(visitor, route)) {
      for (const { other, tuple } of this.victims(visitor, route, place.kind)) {
        const tried = tuple[place.kind];
        if (!isId(tried)) continue;
        const about = { visitor, route, victim: other, place: place.label, sort: place.sort };
        const put = (value) => ({ place, value });
        const control = { ...mine, put: put(this.invention(tried)) };
        attempts.push({ ...about, tried, values: { ...mine, put: put(tried) }, control });
      }
    }
    return attempts;
  }

  async send(visitor, route, values) {
    const { put, ...parameters } = values;
    if (put) await this.requests.refresh(visitor, route, parameters);
    const { path, options } = this.requests.make(visitor, route, parameters, put);
    return visitor.ask(route.verb, path, options);
  }

  // Answers with what came of it: { ...attempt, status, leak }, where leak says what was wrong.
  async attempt(one) {
    const { visitor, route, values, control, tried } = one;
    const invention = this.invention(tried);
    const asked = [tried, invention];
    // What a form changes in one's own room it changes the first time: that one does not count.
    // It goes with an id of its own: the same form twice is answered as the first time was.
    if (values.put && route.verb !== "GET") {
      const put = { ...values.put, value: invented(tried, this.known) };
      await this.send(visitor, route, { ...control, put });
    }
    const there = await this.send(visitor, route, values);
    const nowhere = await this.send(visitor, route, control);
    const about = { asked, visitor, known: this.known };
    const [a, b] = [essence(there, about), essence(nowhere, about)];
    const leak =
      a === b ? this.tooMuch(one, there) : `differs: ${firstDifference(a, b).join(" | ")}`;
    return { ...one, status: there.status, location: there.location, leak };
  }

  // An id in a path that is another's must not lead to a page, whatever the page says.
  tooMuch({ sort }, answer) {
    if (sort !== "path" || answer.status >= 400) return "";
    const away = answer.location.startsWith("/sign-in") || answer.location.startsWith("/role");
    return answer.status === 303 && away ? "" : `answered ${answer.status} ${answer.location}`;
  }

  // Plays them, some at once; what may change something in one's own room, one after the other.
  async play(attempts, { tell = () => {} } = {}) {
    let done = 0;
    const one = async (each) => {
      const result = await this.attempt(each);
      tell(++done, result);
      return result;
    };
    const changes = (each) => each.sort !== "path" && each.route.verb !== "GET";
    const first = await together(
      6,
      attempts.filter((each) => !changes(each)),
      one,
    );
    return [...first, ...(await together(1, attempts.filter(changes), one))];
  }
}

export { pathOf };
