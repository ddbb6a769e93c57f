// Who sends the inputs: everybody of the region who has a role, and somebody without a session.
// Their sessions are rows as signing in makes them, so that no case needs a password first.

import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { send, url, urlencoded } from "./client.mjs";

const region = JSON.parse(readFileSync(process.env.ONERETURN_REGION, "utf8"));
const partyNames = new Map(region.parties.map(({ code, profile }) => [code, profile.name]));

// [label, person, party]. Every kind of role that the table of routes knows is among them.
const cast = [
  ["lead", "catrin-petrie", "moorland-ambulance"],
  ["contributor", "jonas-abara", "moorland-ambulance"],
  ["authoriser", "helen-strathe", "moorland-ambulance"],
  ["trust lead", "rae-dunmore", "fenwick-lane"],
  ["centre contributor", "mina-castle", "fenwick-lane"],
  ["trust authoriser", "grace-oduya", "fenwick-lane"],
  ["school lead", "bea-lomax", "thistle-row"],
  ["force lead", "dee-okafor", "thornmere-police"],
  ["force contributor", "marcus-venn", "thornmere-police"],
  ["force authoriser", "ruth-amory", "thornmere-police"],
  ["manager", "tomas-brandt", "eldervale"],
  ["chair", "fiona-castellan", "eldervale"],
  ["assistant", "emrys-cole", "eldervale"],
  ["children's lead", "bettina-rusk", "thornmere-council"],
  ["other manager", "hollis-grant", "westmarch"],
  ["grading manager", "imran-sole", "tarnbridge"],
  ["inviting manager", "joan-telford", "harrowmere"],
  ["member", "nia-harcourt", "harrowmere"],
];

export class Person {
  constructor(label, cookie, facts = {}) {
    this.label = label;
    this.cookie = cookie;
    Object.assign(this, facts);
  }

  get(path, headers = {}) {
    return send("GET", path, { headers: { ...this.#cookies(), accept: "text/html", ...headers } });
  }

  // A form as a browser sends it. `fields` are pairs; the page's token is added when there is none.
  async post(path, fields, { headers = {}, csrf = true } = {}) {
    const all = [...fields];
    if (csrf && !all.some(([name]) => name === "csrf")) all.push(["csrf", await this.csrf()]);
    return send("POST", path, {
      headers: {
        ...this.#cookies(),
        accept: "text/html",
        origin: url,
        "content-type": "application/x-www-form-urlencoded",
        ...headers,
      },
      body: urlencoded(all),
    });
  }

  // A request of a machine; `value` is turned into JSON unless it is text or bytes already.
  api(verb, path, value, headers = {}) {
    const raw = typeof value === "string" || Buffer.isBuffer(value);
    const body = value === undefined ? undefined : raw ? value : JSON.stringify(value);
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const who = this.token ? { authorization: `Bearer ${this.token}` } : {};
    return send(verb, `/api/v1${path}`, {
      headers: { accept: "application/json", ...type, ...who, ...headers },
      body,
    });
  }

  // The token that stands in every form of this person's pages.
  async csrf() {
    if (!this.page) {
      const answer = await this.get(this.token ? "/help" : "/sign-in");
      const set = answer.headers["set-cookie"]?.map((line) => line.split(";")[0]) ?? [];
      if (!this.token && set.length > 0) this.cookie = set.join("; ");
      this.page = /name="csrf" value="([^"]+)"/.exec(answer.text)?.[1];
    }
    return this.page;
  }

  #cookies() {
    return this.cookie ? { cookie: this.cookie } : {};
  }
}

export const visitor = () => new Person("visitor", "");

// A new session of that person for that party, by their codes in the region's file.
export async function signedIn(database, label, code, party, { kind = "browser" } = {}) {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  const { email } = region.people.find((one) => one.code === code);
  const [row] =
    await database.rows(`select m.membership_id, m.person_id, m.party_id, m.unit_id, m.role
      from identity.membership m join identity.person n using (person_id)
      join tenancy.party_profile f on f.party_id = m.party_id
     where n.email = '${email}' and f.name = '${partyNames.get(party).replace(/'/g, "''")}'`);
  if (!row) throw new Error(`${code} has no role at ${party}`);
  await database.ask(`insert into identity.session
      (token_hash, membership_id, person_id, party_id, unit_id, role, kind, expires_at, two_factor)
    select '\\x${hash}', membership_id, person_id, party_id, unit_id, role, '${kind}',
           now() + interval '12 hours', true
      from identity.membership where membership_id = '${row.membership_id}'`);
  const cookie = `__Host-session=${token}`;
  return new Person(label, cookie, { token, email, code, at: party, ...row });
}

export async function everybody(database) {
  const all = new Map();
  for (const [label, code, party] of cast) {
    all.set(label, await signedIn(database, label, code, party));
  }
  return all;
}
