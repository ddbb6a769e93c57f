// What a board's people do at their pages, in words: "ask these organisations", "put this action on
// the list". Organisations go by the names under which the board keeps them.
import { day, optionIn } from "./hands.mjs";

export const dayOf = (iso) => iso.split("-").reverse().map(Number);
const uuid = "[0-9a-f-]{36}";

export class Board {
  constructor(hands) {
    this.hands = hands;
    this.entries = new Map();
  }

  // Its number in the register, by its name.
  async entry(name) {
    if (!this.entries.has(name)) {
      const html = await this.hands.open("/support/new");
      for (const [, id, words] of html.matchAll(
        new RegExp(`name="entry" value="(${uuid})"[^>]*><label[^>]*>([^<]*)</label>`, "g"),
      )) {
        this.entries.set(words.trim().replaceAll("&#39;", "'"), id);
      }
    }
    if (!this.entries.has(name)) throw new Error(`nobody in the register is called ${name}`);
    return this.entries.get(name);
  }

  async add({ name, type, ref = "", contact, position = "", email }) {
    const about = { name, type, own_ref: ref };
    const whom = contact
      ? { contact_name: contact, contact_position: position, contact_email: email }
      : {};
    const { path } = await this.hands.send("/register/add", "/register", { ...about, ...whom });
    this.entries.set(name, new RegExp(uuid).exec(path)[0]);
  }

  // `said`: own_ref, months, notes; `parent` by its name; `done` is the day of the last return.
  async change(name, { parent, done, ...said }) {
    const page = `/register/${await this.entry(name)}/edit`;
    const values = { ...said };
    if (parent) values.parent = optionIn(await this.hands.open(page), "parent", parent);
    if (done) Object.assign(values, day("completed", dayOf(done)));
    await this.hands.send(page, page, values);
    if (said.name) this.entries.set(said.name, this.entries.get(name));
  }

  async contact(name, { role, person, position = "", email }) {
    const page = `/register/${await this.entry(name)}/contacts/add`;
    await this.hands.send(page, page, { role, name: person, position, email });
  }

  // Opens a wave, or lets late ones join the one whose name is given.
  async ask(names, { title, period, due, rolling = false, join }) {
    const ids = await Promise.all(names.map((one) => this.entry(one)));
    const page = `/waves/new?${ids.map((id) => `entry=${id}`).join("&")}`;
    const values = { mode: rolling ? "rolling" : "wave" };
    if (due) Object.assign(values, day("due", dayOf(due)));
    const html = await this.hands.open(page);
    const open = [...html.matchAll(/name="join" value="([^"]*)"[^>]*><label[^>]*>([^<]*)</g)];
    if (join) values.join = open.find(([, , words]) => words.includes(join))[1];
    else {
      Object.assign(values, { title, period });
      if (open.length > 0) values.join = "";
    }
    return this.hands.send(page, "/waves", values);
  }

  async support({ kind, on, names, notes }) {
    const entry = await Promise.all(names.map((one) => this.entry(one)));
    const said = { kind, entry, notes, ...day("on", dayOf(on)) };
    await this.hands.send("/support/new", "/support", said);
  }

  // Answers the page of the action that it put on the list: by hand, or out of a return.
  async action({ name, place, by, held, ...said }) {
    const page = held ? `/actions/new?return=${held}` : "/actions/new";
    const values = { ...said, ...day("by", dayOf(by)) };
    if (!held) values.entry = await this.entry(name);
    if (place) values.place = optionIn(await this.hands.open(page), "place", place);
    return (await this.hands.send(page, "/actions", values)).path.split("?")[0];
  }

  async give(action, person) {
    const values = { with: optionIn(await this.hands.open(action), "with", person) };
    await this.hands.send(action, `${action}/with`, values);
  }

  async status(action, point, words) {
    await this.hands.send(action, `${action}/status`, { point, words });
  }

  // Every return that was sent, by the name of who sent it.
  async returns() {
    const { returns } = await this.hands.get("/returns");
    return new Map(returns.filter((one) => one.return).map((one) => [one.agency, one]));
  }

  async held(name) {
    const found = (await this.returns()).get(name);
    if (!found) throw new Error(`nothing came from ${name}`);
    return found.return;
  }
}
