// Whole journeys, with a word in every field that nobody writes by accident; then every line of
// every log, every figure and every mail is read, and none may hold such a word, a name, an
// address, a token, a password or a code.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { sleep } from "../../../tools/demo/api.mjs";
import { codeFor, codeIn, linkIn, mailTo, mailsSoFar } from "../../journeys/support/mailbox.mjs";
import { withoutDatabase } from "../../journeys/support/outage.mjs";
import * as stack from "../../journeys/support/stack.mjs";
import { figuresOfDocument } from "../../watching/check.mjs";
import { raw, send, urlencoded } from "../inputs/support/client.mjs";
import { Database } from "../inputs/support/database.mjs";
import { signedIn } from "../inputs/support/people.mjs";
import { formsIn, Walker } from "./support/browser.mjs";
import { logsOfPrograms, logsOfStores, mails, metrics } from "./support/places.mjs";
import { formsOf, Secrets, shapes } from "./support/secrets.mjs";

const { region, people, password } = stack;
const secrets = new Secrets();
const seen = []; // { path, id, status } of what was asked by a walker
const routes = JSON.parse(
  execFileSync(`${process.env.ONERETURN_TEST_BUILD}/services/gateway`, ["--routes"], {
    encoding: "utf8",
    maxBuffer: 1 << 24,
  }),
).routes;
const database = new Database();
let began = 0;

// The region's people and organisations; a place may be allowed some of these kinds.
for (const person of region.people) {
  secrets.add("name of a person", person.name);
  secrets.add("address of a person", person.email);
  secrets.add("telephone of a person", person.phone);
}
for (const party of region.parties) secrets.add("name of an organisation", party.profile.name);
secrets.add("password", password);

function noteCookies(walker, answer) {
  const set = answer.headers["set-cookie"] ?? [];
  for (const line of set) secrets.add("cookie", /=([^;]*)/.exec(line)?.[1]);
  const jar = new Map(
    (walker.cookie ?? "")
      .split("; ")
      .filter(Boolean)
      .map((one) => one.split(/=(.*)/)),
  );
  for (const [name, value] of set.map((line) => line.split(";")[0].split(/=(.*)/))) {
    jar.set(name, value);
  }
  walker.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  walker.page = undefined;
  return answer;
}

const visitor = () => new Walker("visitor", "", { secrets, seen });

async function inRoom(code, party) {
  const person = await signedIn(database, code, code, party);
  secrets.add("session", person.token);
  return new Walker(code, person.cookie, { secrets, seen });
}

// Every text of the agency's answers ends in a word of its own.
function markAnswers(value, key = "") {
  const texts = [
    "describes",
    "knows",
    "improve",
    "text",
    "what",
    "how",
    "title",
    "kept_where",
    "reason",
  ];
  if (Array.isArray(value)) value.forEach((one) => markAnswers(one, key));
  else if (value && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === "string" && texts.includes(name)) {
        value[name] = `${inner} ${secrets.mark(`${name} of an answer`)}`;
      } else markAnswers(inner, name);
    }
  }
}

describe("What is written stays where it belongs", { concurrency: false }, () => {
  before(async () => {
    began = (await mails()).length;
  });
  after(() => database.close());

  test("a search finds a word however it is written", () => {
    const own = new Secrets();
    const word = own.mark("a word");
    for (const before of ["", "x", "xy"]) {
      const base64 = Buffer.from(`${before}${word} and more`).toString("base64");
      assert.equal(own.foundIn(`{"a":"${base64}"}`).length, 1, base64);
    }
    own.add("a phrase", `it's "his" & hers`);
    for (const form of formsOf(`it's "his" & hers`))
      assert.equal(own.foundIn(`<${form}>`).length, 1);
    own.add("a code", "123456");
    assert.equal(own.foundIn(`{"ms":0.123456,"id":"99123456"}`).length, 0);
    assert.equal(own.foundIn(`{"code":"123456"}`).length, 1);
    assert.equal(own.foundIn("nothing").length, 0);
    assert.match("a1B".repeat(15), shapes[1][1]);
  });

  test("a force writes, sends, and five boards read", async () => {
    markAnswers(stack.answers);
    assert.ok(secrets.size > 250, `only ${secrets.size} words`);
    await stack.ensureSent();
    await stack.eventually("every copy is there", async () =>
      (await stack.deliveries()).every((one) => one.state !== "on_its_way"),
    );
    for (const delivery of await stack.deliveries()) {
      const board = region.parties.find((one) => one.profile.name === delivery.board.name).code;
      const manager = people.withRole(board, "manager");
      secrets.add("bearer token", manager.token);
      const copy = JSON.stringify(await manager.get(`/returns/${delivery.return}`));
      assert.match(copy, /Zq[a-z]{14}/, "the copy has no such word: the search would be blind");
      await manager.post(`/returns/${delivery.return}/acknowledge`, {});
    }
    for (const { token } of people.clients.values()) secrets.add("bearer token", token);
  });

  test("somebody signs in by a link, and by password and code", async () => {
    const lead = stack.whoIs("moorland-ambulance", "lead");
    const one = visitor();
    const since = await mailsSoFar();
    noteCookies(one, await one.open("/sign-in"));
    await one.fill("/sign-in", [
      ["email", lead.email],
      ["go", "link"],
      ["next", ""],
    ]);
    const link = linkIn(await mailTo(lead.email, { since }));
    secrets.add("link's token", link.split("/").at(-1));
    noteCookies(one, await one.open(link));
    const used = noteCookies(
      one,
      await one.fill("/sign-in/link", [["token", link.split("/").at(-1)]]),
    );
    assert.equal(used.status, 303);
    const { email } = stack.whoIs("harrowmere", "manager");
    const two = visitor();
    noteCookies(two, await two.open("/sign-in"));
    const wrong = secrets.mark("wrong password");
    await two.fill("/sign-in", [
      ["email", email],
      ["password", wrong],
    ]);
    await two.fill("/sign-in", [
      ["email", `${secrets.mark("unknown address")}@leak.example`],
      ["password", wrong],
    ]);
    const half = noteCookies(
      two,
      await two.fill("/sign-in", [
        ["email", email],
        ["password", password],
      ]),
    );
    assert.equal(half.headers.location, "/sign-in/code");
    await two.fill("/sign-in/code", [["code", "000000"]]);
    const code = await codeFor(email);
    secrets.add("code", code);
    const inside = noteCookies(two, await two.fill("/sign-in/code", [["code", code]]));
    assert.equal(inside.status, 303);
    assert.equal((await two.open("/returns")).status, 200);
  });

  test("files, programs and an invitation", async () => {
    const lead = people.withRole("moorland-ambulance", "lead");
    secrets.add("bearer token", lead.token);
    for (const body of [
      `%PDF-1.4\n${secrets.mark("content of a file")}`,
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    ]) {
      const bytes = Buffer.from(body.startsWith("%") ? body.padEnd(900, "x") : body);
      const digest = createHash("sha256").update(bytes).digest("hex");
      const name = `${secrets.mark("name of a file")}.${body.startsWith("%") ? "pdf" : "txt"}`;
      await send(
        "PUT",
        `/api/v1/evidence/files/${digest}?name=${name}&title=${secrets.mark("title")}`,
        {
          headers: { authorization: `Bearer ${lead.token}` },
          body: bytes,
        },
      );
    }
    const secret = secrets.mark("program's secret");
    await send("POST", "/oauth/token", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: urlencoded([
        ["grant_type", "client_credentials"],
        ["client_id", secrets.mark("program")],
        ["client_secret", secret],
      ]),
    });
    // One mail arrives, one is refused for good, one for now.
    const walker = await inRoom("catrin-petrie", "moorland-ambulance");
    for (const begins of ["anybody", "refused", "busy"]) {
      const page = await walker.open("/colleagues/invite");
      const form = formsIn(page.text).find((one) =>
        one.fields.some(({ name }) => name === "email"),
      );
      assert.ok(form, `there is no form for inviting: ${page.status} ${page.text.slice(0, 300)}`);
      const address = `${begins}.${secrets.mark("address of a colleague")}@leak.example`;
      const words = {
        email: address,
        name: `Pat ${secrets.mark("name of a colleague")}`,
        role: "contributor",
      };
      const fields = form.fields.map(({ name, value }) => [name, words[name] ?? value]);
      if (!form.fields.some(({ name }) => name === "role")) fields.push(["role", "contributor"]);
      assert.equal((await walker.fill(form.action || "/colleagues", fields)).status, 303);
    }
  });

  test("every form of every room, with words in every field", async () => {
    let sent = 0;
    for (const [code, party, start] of [
      ["catrin-petrie", "moorland-ambulance", "/home"],
      ["dee-okafor", "thornmere-police", "/home"],
      ["helen-strathe", "moorland-ambulance", "/home"],
      ["tomas-brandt", "eldervale", "/returns"],
      ["hollis-grant", "westmarch", "/returns"],
    ]) {
      const walker = await inRoom(code, party);
      const own = await walker.walk(start, { pages: 70 });
      assert.ok(own > 0, `${code} met no form`);
      sent += own;
    }
    await visitor().walk("/sign-in");
    assert.ok(sent > 40, `only ${sent} forms were sent`);
  });

  test("an error of each kind, with words wherever they can stand", async () => {
    const word = () => secrets.mark("where it does not belong");
    const lead = people.withRole("thornmere-police", "lead");
    const bearer = { authorization: `Bearer ${lead.token}`, accept: "application/json" };
    const json = { ...bearer, "content-type": "application/json" };
    const bad = (verb, path, options) => send(verb, path, options);
    const answers = [
      await bad("GET", `/${word()}/${word()}?q=${word()}`),
      await bad("GET", `/api/v1/returns/${word()}`, { headers: bearer }),
      await bad("DELETE", `/questions/${word()}`),
      await bad("GET", "/home", { headers: { cookie: `__Host-session=${word()}` } }),
      await bad("GET", "/api/v1/me", { headers: { authorization: `Bearer ${word()}` } }),
      await bad("PUT", "/api/v1/answers/1a", { headers: json, body: `{"describes":"${word()}` }),
      await bad("PUT", "/api/v1/answers/1a", {
        headers: json,
        body: JSON.stringify({ [word()]: word(), describes: 7 }),
      }),
      await bad("PUT", "/api/v1/answers/1a", {
        headers: json,
        body: JSON.stringify({ version: 0, describes: `${word()}${"x".repeat(60000)}` }),
      }),
      await bad("PUT", `/api/v1/answers/${word()}`, {
        headers: json,
        body: JSON.stringify({ version: 0, describes: word() }),
      }),
      await bad("PUT", "/api/v1/answers/1a", {
        headers: { ...json, "content-type": word() },
        body: word(),
      }),
      await bad("POST", "/api/v1/submissions", {
        headers: { ...json, "idempotency-key": word() },
        body: JSON.stringify({ requests: [word()], name: word(), statement: word() }),
      }),
      await bad("POST", "/questions/1a", {
        headers: {
          origin: `https://${word()}.example`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: `describes=${word()}`,
      }),
      await bad("GET", "/home", {
        headers: {
          "user-agent": word(),
          referer: `https://x.example/${word()}`,
          "x-forwarded-for": word(),
        },
      }),
      await bad("POST", "/sign-in", {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: `email=${word()}`,
      }),
      await bad("GET", `/sign-in/link/${word()}`),
      await bad("GET", `/verify/${word()}`),
    ];
    for (const answer of answers)
      seen.push({ path: "error", id: answer.headers["x-request-id"], status: answer.status });
    for (const bytes of [
      `GET / HTTP/1.1\r\nHost: ${word()}.example\r\n\r\n`,
      `GET /${word()} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: ${word()}\r\n\r\n`,
      `${word()} / HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      `GET /${word()}%00 HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: localhost\r\n${word()}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${word()}${"y".repeat(9000)}\r\n\r\n`,
    ]) {
      await raw(bytes, { silence: 1500 });
    }
    const walker = await inRoom("dee-okafor", "thornmere-police");
    await walker.csrf();
    await withoutDatabase(async () => {
      const kept = await walker.fill("/questions/C8.2", [
        ["describes", word()],
        ["version", "1"],
      ]);
      assert.equal(kept.status, 503);
      assert.match(
        kept.text,
        new RegExp(kept.headers["x-request-id"]),
        "the page has no reference",
      );
      const problem = await bad("PUT", "/api/v1/answers/1a", {
        headers: json,
        body: JSON.stringify({ version: 0, describes: word() }),
      });
      assert.equal(JSON.parse(problem.text).instance, problem.headers["x-request-id"]);
      await sleep(1500);
    });
    await stack.eventually(
      "it answers again",
      async () => (await send("GET", "/readyz")).status === 200,
    );
  });

  test("nothing of it is in any log, figure or mail", async () => {
    await sleep(2500);
    const places = [...logsOfPrograms(), ...logsOfStores(), ...(await metrics())];
    for (const { name, text } of places) {
      assert.ok(text.length > 0, `${name} is empty: the search would be blind`);
      const found = secrets.foundIn(text);
      assert.deepEqual(
        found.slice(0, 20),
        [],
        `${name}: ${found.length} of ${secrets.size} were found`,
      );
      for (const [what, shape] of shapes) assert.doesNotMatch(text, shape, `${name} has ${what}`);
    }
    const all = (await mails()).slice(began);
    assert.ok(all.length >= 3, "no mail came: the search would be blind");
    for (const mail of all) assert.deepEqual(complaintsAbout(mail), [], mail.subject);
  });

  test("each line of both programs is what the guide says, and each request has one", () => {
    const lines = logsOfPrograms().flatMap(({ text }) => text.trim().split("\n"));
    const read = lines.map((line) => JSON.parse(line));
    const wrong = new Set(read.flatMap((line) => complaintsOfLine(line)));
    assert.deepEqual([...wrong].slice(0, 20), []);
    const requests = new Map();
    for (const line of read.filter((one) => one.event === "request")) {
      requests.set(line.request_id, [...(requests.get(line.request_id) ?? []), line]);
    }
    assert.ok(seen.length > 100, "hardly anything was asked");
    for (const { path, id, status } of seen) {
      const own = requests.get(id) ?? [];
      assert.equal(own.length, 1, `${path} has ${own.length} lines`);
      assert.equal(own[0].status, status, path);
    }
  });

  test("a delivery's line and its entry in the trail say which request sent it", async () => {
    const lines = logsOfPrograms().flatMap(({ text }) => text.trim().split("\n"));
    const read = lines.map((line) => JSON.parse(line));
    const sending = new Set(
      read
        .filter((line) => line.event === "request" && line.method === "POST" && line.status < 400)
        .filter((line) => line.route.endsWith("/submissions"))
        .map((line) => line.request_id),
    );
    // The database was away meanwhile, and the connection with it.
    const again = new Database();
    const entries = await again.rows(
      `select job_id, request_ref from tenant.audit_entry where what = 'return.delivered'`,
    );
    again.close();
    const said = new Map(entries.map((entry) => [entry.job_id, entry.request_ref]));
    // The log has the lines of services that the run had before, too: their jobs are not in here.
    const delivered = read.filter((line) => line.event === "job_done" && said.has(line.job));
    assert.ok(delivered.length >= 5, `only ${delivered.length} deliveries have a line`);
    for (const line of delivered) {
      assert.ok(sending.has(line.caused_by), `a delivery is caused by ${line.caused_by}`);
      assert.equal(said.get(line.job), line.caused_by);
    }
  });

  test("each figure is in the guide, and tells of nobody", async () => {
    const known = figuresOfDocument();
    for (const { name, text } of await metrics()) {
      for (const [, family] of text.matchAll(/^# TYPE (\w+) /gm)) {
        assert.ok(known.has(family), `${name} shows ${family}, which the guide does not explain`);
      }
      assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}-/, `${name} shows an id`);
      const rows = text.split("\n").filter((line) => line && !line.startsWith("#"));
      const values = new Set(
        rows.flatMap((line) => [...line.matchAll(/="([^"]*)"/g)].map((m) => m[1])),
      );
      const patterns = new Set(routes.map((one) => one.pattern));
      for (const value of values) {
        const plain = /^[\w .+-]{0,24}$/.test(value) || patterns.has(value);
        assert.ok(
          plain || ["/healthz", "/readyz", "/assets"].includes(value),
          `${name}: "${value}"`,
        );
      }
    }
  });
});

// A mail goes to one address, which stands in its To alone. It may greet its reader by name, name
// organisations and who invites, and hold one link or code of its own; never a word of the case, a
// password, a session, or anybody's address.
function complaintsAbout(mail) {
  const text = `${mail.subject}\n${mail.text}\n${mail.html ?? ""}`;
  const besides = ["name of an organisation", "name of a person", "name of a colleague"];
  besides.push(
    "link's token",
    "code",
    "name of /colleagues/invite",
    "name of /board/people/invite",
  );
  const found = secrets.foundIn(text, { besides });
  if (mail.to.length !== 1) found.push(`it goes to ${mail.to.length}`);
  for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g))
    found.push(`the address ${address}`);
  const links = [...text.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link);
  for (const link of links) {
    if (!link.startsWith(`${process.env.ONERETURN_URL}/`)) found.push(`a link elsewhere: ${link}`);
  }
  return found;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const word = /^[a-z_]{1,40}$/;
// What each fact of a line may look like. A fact that is not here has no place in a line.
const facts = {
  at: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  level: /^(info|warning|error)$/,
  program: /^(gateway|worker)$/,
  event: word,
  request_id: /^[0-9a-f]{16,32}$/,
  caused_by: /^[0-9a-f]{16}$/,
  method: /^([A-Z]{3,6})?$/,
  person: uuid,
  party: uuid,
  job: uuid,
  role: word,
  kind: /^[\w:. ]{1,60}$/,
  state: /^[a-z ]{1,30}$/,
  cause: /^[\w .:-]{1,80}$/,
  where: word,
  next: /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000000Z$/,
  reason: /^[\w ,.:()'/-]{1,200}$/,
  what: /^[\w ,.:()'/-]{0,200}$/,
};

function complaintsOfLine(line) {
  const complaints = [];
  for (const [name, value] of Object.entries(line)) {
    if (typeof value !== "string") continue;
    const route = name === "route";
    const patterns = [
      ...routes.map((one) => one.pattern),
      "none",
      "/healthz",
      "/readyz",
      "/assets",
    ];
    const fits = route ? patterns.includes(value) : facts[name]?.test(value);
    if (!fits)
      complaints.push(`${line.program} ${line.event}: ${name} is ${JSON.stringify(value)}`);
  }
  return complaints;
}
