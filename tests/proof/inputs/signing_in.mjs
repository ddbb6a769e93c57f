// Getting in without the right to: wrong, used and ended secrets, cookies that are none, sessions
// that are over, roles that are another's. Nobody learns who has an account.

import assert from "node:assert/strict";
import test from "node:test";
import { refusedPage, sound } from "./support/checks.mjs";
import { send, url, urlencoded } from "./support/client.mjs";
import { Person, signedIn, visitor } from "./support/people.mjs";
import { readPage } from "./support/pages.mjs";
import { backToKept, count, stage, tell, unchanged } from "./support/stage.mjs";

const password = process.env.ONERETURN_PASSWORD;
const fresh = "A".repeat(43);

// Counting tries is the service's business here, not the test's: each case begins with none.
const untried = async () => (await stage()).database.ask("delete from identity.throttle");

const wrongSecrets = [
  ["one that nobody has", fresh],
  ["an empty one", ""],
  ["a short one", "abc"],
  ["a long one", "a".repeat(3000)],
  ["one with a quotation mark", `${"a".repeat(42)}'`],
  ["one that is no text", Buffer.from([0xff, 0xfe])],
  ["one with markup", "<script>q()</script>"],
  ["a person's id", "00000000-0000-4000-8000-000000000000"],
  ["a program's", `orp_${fresh}`],
  ["a calendar's", `orc_${fresh}`],
];

const tokenPages = [
  ["/sign-in/link", "/sign-in/link"],
  ["/password/new", "/password/new"],
  ["/invitation", "/invitation"],
  ["/account/email/agree", "/account/email/agree"],
  ["/account/email", "/account/email/confirm"],
  ["/join", null],
];

test("a link that nobody was sent opens nothing", async () => {
  const who = visitor();
  await who.csrf();
  const cases = [];
  for (const [read, use] of tokenPages) {
    for (const [name, secret] of wrongSecrets) {
      if (Buffer.isBuffer(secret) || secret === "") continue;
      cases.push({
        name: `GET ${read}/${name}`,
        run: () => who.get(`${read}/${encodeURIComponent(secret).replaceAll("%2F", "-")}`),
        check: (answer) => refusedPage(answer, [400, 404], secret),
      });
    }
    for (const [name, secret] of use ? wrongSecrets : []) {
      const fields = [
        ["token", secret],
        ["password", "a password that is long enough 1"],
        ["again", "a password that is long enough 1"],
        ["name", "Somebody"],
        ["go", "accept"],
      ];
      cases.push({
        name: `POST ${use}: ${name}`,
        run: () => who.post(use, fields),
        check: (answer) => refusedPage(answer, [400, 404, 422], String(secret)),
      });
    }
  }
  await unchanged("sign-in", cases);
});

const cookies = [
  ["a session that nobody has", `__Host-session=${fresh}`],
  ["an empty session", "__Host-session="],
  ["a session cut short", (own) => own.slice(0, -1)],
  ["a session with one more letter", (own) => `${own}A`],
  [
    "a session with another last letter",
    (own) => own.slice(0, -1) + (own.at(-1) === "A" ? "E" : "A"),
  ],
  ["a session in other letters", (own) => own.slice(0, 15) + own.slice(15).toLowerCase()],
  ["a session in quotes", (own) => own.replace("=", '="') + '"'],
  [
    "a session that is encoded",
    (own) => own.replace(/[A-Z]/, (c) => `%${c.charCodeAt(0).toString(16)}`),
  ],
  ["a session without its prefix", (own) => own.replace("__Host-", "")],
  ["another prefix", (own) => own.replace("__Host-", "__Secure-")],
  ["another name's letters", (own) => own.replace("__Host-session", "__host-SESSION")],
  ["nobody's session before a good one", (own) => `__Host-session=${fresh}; ${own}`],
  ["the visitor's in place of the session", (own) => own.replace("session", "visitor")],
  ["half way in place of the session", (own) => own.replace("session", "halfway")],
  ["a session of 8,000 characters", `__Host-session=${"a".repeat(7000)}`],
  ["no name", "=abc"],
  ["only semicolons", ";;;;"],
  ["no equals sign", "__Host-session"],
  ["500 cookies", Array.from({ length: 500 }, (_, at) => `a${at}=1`).join("; ")],
  ["JSON", '{"__Host-session":"x"}'],
];

test("a cookie that is no session opens no page", async () => {
  const { who } = await stage();
  const cases = [];
  for (const person of [who("lead"), who("manager")]) {
    const home = person === who("lead") ? "/home" : "/returns";
    for (const [name, cookie] of cookies) {
      const sent = typeof cookie === "string" ? cookie : cookie(person.cookie);
      cases.push({
        name: `${home}: ${name}`,
        run: () => send("GET", home, { headers: { cookie: sent, accept: "text/html" } }),
        check: (answer) => {
          sound(answer);
          assert.ok([303, 400, 401, 431].includes(answer.status), `${answer.status}`);
          if (answer.status === 303) assert.match(answer.headers.location, /^\/sign-in/);
        },
      });
    }
  }
  await unchanged("sign-in", cases);
});

const bearers = [
  ["nobody's token", `Bearer ${fresh}`],
  ["a token cut short", (own) => `Bearer ${own.slice(0, -1)}`],
  ["small letters", (own) => `bearer ${own}`],
  ["two blanks", (own) => `Bearer  ${own}`],
  ["the token alone", (own) => own],
  ["basic", (own) => `Basic ${Buffer.from(own).toString("base64")}`],
  ["a program's prefix", (own) => `Bearer orp_${own}`],
  ["two tokens", (own) => `Bearer ${own}, Bearer ${own}`],
  ["the digest of a token", `Bearer ${"0".repeat(64)}`],
];

test("what is no bearer opens no operation", async () => {
  const { who } = await stage();
  const cases = bearers.flatMap(([name, made]) => {
    const own = who("lead").token;
    const authorization = typeof made === "string" ? made : made(own);
    return ["/requests", "/answers", "/me"].map((path) => ({
      name: `${path}: ${name}`,
      run: () =>
        send("GET", `/api/v1${path}`, { headers: { authorization, accept: "application/json" } }),
      check: (answer) => {
        sound(answer);
        assert.equal(answer.status, 401);
      },
    }));
  });
  await unchanged("sign-in", cases);
});

const wordsOf = async (answer) =>
  (await readPage(answer.text)).text.replace(/[a-z.]+@[a-z.-]+/gi, "@");

test("whoever has no account reads what everybody reads who is wrong", async () => {
  const { people } = await stage();
  const faults = [];
  const known = people.get("lead").email;
  const variants = [
    ["a wrong password", { password: "not the password at all 1" }],
    ["no password", { password: "" }],
    ["a link", { password: "", go: "link" }],
    ["a password of 5,000 letters", { password: "a".repeat(5000) }],
    ["a NUL's picture", { password: "a\u2400b" }],
  ];
  for (const path of ["/sign-in", "/password/forgotten"]) {
    for (const [name, values] of path === "/sign-in" ? variants : [["asked", {}]]) {
      const told = [];
      for (const email of [known, "nobody.at.all@moorland-ambulance.example"]) {
        await untried();
        const who = visitor();
        const answer = await who.post(path, Object.entries({ email, ...values }));
        sound(answer);
        const headers = JSON.stringify(Object.keys(answer.headers).sort());
        told.push(`${answer.status} ${headers} ${await wordsOf(answer)}`);
        count("sign-in");
      }
      const plain = told.map((one) => one.replace(/reference [0-9a-f]+/g, ""));
      if (plain[0] !== plain[1]) faults.push(`${path}, ${name}:\n${plain.join("\n")}`);
    }
  }
  await backToKept();
  tell("sign-in", faults);
});

const typed = [
  ["no address", { email: "", password }],
  ["an address that is none", { email: "not an address", password }],
  ["an address of 5,000 characters", { email: `${"a".repeat(5000)}@x.example`, password }],
  ["two addresses", { email: "a@x.example,b@x.example", password }],
  ["a line end in an address", { email: "a@x.example\r\nBcc: b@x.example", password: "" }],
  [
    "the right address with a blank password",
    { email: "catrin.petrie@moorland-ambulance.example", password: " " },
  ],
  [
    "the password in capitals",
    { email: "catrin.petrie@moorland-ambulance.example", password: password?.toUpperCase() },
  ],
  [
    "the password and a blank",
    { email: "catrin.petrie@moorland-ambulance.example", password: `${password} ` },
  ],
  [
    "another's address",
    { email: "catrin.petrie@moorland-ambulance.example", password: "ruth amory's password" },
  ],
];

test("what is wrong about a sign-in is said, and begins nothing", async () => {
  const cases = typed.map(([name, values]) => ({
    name,
    run: async () => {
      await untried();
      return visitor().post("/sign-in", Object.entries(values));
    },
    check: (answer) => {
      sound(answer, values.email);
      assert.ok(
        !(answer.headers["set-cookie"] ?? []).some((one) => /__Host-(session|halfway)=./.test(one)),
      );
      assert.ok(answer.status >= 400 || answer.status === 200, `${answer.status}`);
    },
  }));
  await unchanged("sign-in", cases);
});

const codes = [
  "",
  "000000",
  "12345",
  "1234567",
  "abcdef",
  "\uff11\uff12\uff13\uff14\uff15\uff16",
  "-12345",
  "1e5",
  " ",
  "'; --",
  "9".repeat(3000),
];

test("a code that is not this minute's lets nobody in", async () => {
  const { scene } = await stage();
  const { half } = scene.halves[0];
  const faults = [];
  for (const path of ["/sign-in/code", "/sign-in/recovery"]) {
    await untried();
    for (const code of codes) {
      const answer = await half.post(path, [["code", code]]);
      count("sign-in");
      try {
        refusedPage(answer, [400, 422, 429], code);
      } catch (error) {
        faults.push(`${path} ${code.slice(0, 20)}: ${error.message}`);
      }
      const set = (answer.headers["set-cookie"] ?? []).some((one) => /__Host-session=./.test(one));
      if (set) faults.push(`${path} ${code.slice(0, 20)}: let in`);
    }
  }
  await backToKept();
  tell("sign-in", faults);
});

test("after ten wrong passwords the right one has to wait too", async () => {
  await untried();
  const email = "simon.tay@thistlerow.example";
  const statuses = [];
  for (let at = 0; at < 12; ++at) {
    const wrong = at < 11 ? `wrong ${at} and long enough` : password;
    statuses.push(
      (
        await visitor().post("/sign-in", [
          ["email", email],
          ["password", wrong],
        ])
      ).status,
    );
    count("sign-in");
  }
  await untried();
  await backToKept();
  assert.equal(statuses.at(-1), 429, `${statuses}`);
});

test("a session that is over opens nothing", async () => {
  const { database } = await stage();
  const faults = [];
  for (const [name, sql] of [
    ["ended", "ended_at = now()"],
    ["past its end", "expires_at = now() - interval '1 second'"],
  ]) {
    const who = await signedIn(database, "over", "simon.tay".replace(".", "-"), "thistle-row");
    if ((await who.get("/home")).status !== 200) faults.push(`${name}: did not begin`);
    const page = await who.csrf();
    await database.ask(`update identity.session set ${sql} where person_id = '${who.person_id}'`);
    for (const path of ["/home", "/questions/C1.1", "/evidence", "/account", "/api/v1/answers"]) {
      const api = path.startsWith("/api");
      const answer = api ? await who.api("GET", "/answers") : await who.get(path);
      count("sign-in");
      const out = api ? answer.status === 401 : answer.status === 303;
      // What only decorates may be half a minute old; a row is never read for an ended session.
      if (!out && !/Sign in/.test(answer.text))
        faults.push(`${name}: ${path} answered ${answer.status}`);
    }
    const sent = await who.post("/remarks", [
      ["csrf", page],
      ["text", "x"],
    ]);
    count("sign-in");
    if (sent.status < 400) faults.push(`${name}: a form was taken with ${sent.status}`);
  }
  await backToKept();
  tell("sign-in", faults);
});

test("whoever signs out is out, with the cookie and with what it stood for", async () => {
  const { database } = await stage();
  const faults = [];
  const place = ["simon-tay", "thistle-row"];
  for (const [name, leave] of [
    ["signed out", (who) => who.post("/sign-out", [])],
    ["signed out elsewhere", (_, other) => other.post("/account/sign-out", [])],
  ]) {
    const who = await signedIn(database, "leaving", ...place);
    const other = await signedIn(database, "staying", ...place);
    const page = await who.csrf();
    if ((await who.get("/home")).status !== 200) faults.push(`${name}: did not begin`);
    const left = await leave(who, other);
    if (left.status !== 303) faults.push(`${name}: answered ${left.status}`);
    const home = await who.get("/home");
    if (!/^\/sign-in/.test(home.headers.location)) faults.push(`${name}: ${home.status} at home`);
    const read = await who.api("GET", "/answers");
    if (read.status !== 401) faults.push(`${name}: ${read.status} of the API`);
    const sent = await who.post("/remarks", [
      ["csrf", page],
      ["text", "x"],
    ]);
    if (sent.status < 400) faults.push(`${name}: a form was taken with ${sent.status}`);
    if ((await other.get("/home")).status !== 200) faults.push(`${name}: others are out as well`);
    count("sign-in", 4);
  }
  await backToKept();
  tell("sign-in", faults);
});

test("signing in gives a new secret, whatever was brought along", async () => {
  await untried();
  const faults = [];
  const email = "simon.tay@thistlerow.example";
  for (const brought of [fresh, "B".repeat(43), "known-before"]) {
    const page = await send("GET", "/sign-in", {
      headers: { cookie: `__Host-session=${brought}`, accept: "text/html" },
    });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
    const given = (page.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ");
    const answer = await send("POST", "/sign-in", {
      headers: {
        cookie: `__Host-session=${brought}; ${given}`,
        origin: url,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: urlencoded([
        ["csrf", csrf],
        ["email", email],
        ["password", password],
      ]),
    });
    count("sign-in");
    const cookie = (answer.headers["set-cookie"] ?? []).find((one) =>
      one.startsWith("__Host-session="),
    );
    if (!cookie) faults.push(`no session began: ${answer.status}`);
    else if (cookie.includes(brought))
      faults.push("the secret that was brought became the session");
    else if (
      !/Secure/.test(cookie) ||
      !/HttpOnly/.test(cookie) ||
      !/SameSite=Lax/.test(cookie) ||
      !/Path=\//.test(cookie)
    )
      faults.push(cookie);
    const who = new Person("brought", `__Host-session=${brought}`);
    if ((await who.get("/home")).status !== 303) faults.push("the secret that was brought is in");
  }
  await backToKept();
  tell("sign-in", faults);
});

test("nobody takes a role that is not theirs", async () => {
  const { database, who } = await stage();
  const [foreign] = await database.rows(`select membership_id as id from identity.membership
    where party_id = '${who("manager").party_id}' limit 1`);
  const values = [
    foreign.id,
    "",
    "nothing",
    "00000000-0000-4000-8000-000000000000",
    "lead",
    "' or 1=1--",
  ];
  const cases = [];
  for (const person of [who("contributor"), who("authoriser"), who("centre contributor")]) {
    for (const value of values) {
      cases.push({
        name: `${person.label}: ${value}`,
        run: () => person.post("/role", [["membership", value]]),
        check: (answer) => {
          sound(answer, value);
          assert.ok(answer.status >= 400, `${answer.status}`);
        },
      });
    }
  }
  await unchanged("sign-in", cases);
});
