// Every route that changes something, without the proof that the page it came from was ours. Of
// each the forms that pages show are sent as they stand, so that only the proof is wrong.

import assert from "node:assert/strict";
import test from "node:test";
import { send, urlencoded, url } from "./support/client.mjs";
import { refusedPage, sound } from "./support/checks.mjs";
import { filled } from "./support/harvest.mjs";
import { upload } from "./support/furnish.mjs";
import { unsafe } from "./support/routes.mjs";
import { stage, unchanged } from "./support/stage.mjs";

// No page shows these: what they are and whose.
const elsewhere = {
  "/check/explain": (request) => [
    ["request", request],
    ["key", "no-knows:C1.1"],
    ["text", "Some words"],
  ],
};

export async function formOf(route) {
  const { forms, who } = await stage();
  const found = forms.find(
    (form) => form.method === route.verb && form.route?.pattern === route.pattern,
  );
  if (found || !elsewhere[route.pattern]) return found;
  const lead = who("lead");
  const like = forms.find((form) => form.who === lead && form.route?.pattern.includes("{request}"));
  const fields = elsewhere[route.pattern](like.action.split("/")[2]);
  const made = fields.map(([name, value]) => ({
    name,
    value,
    kind: name === "text" ? "textarea" : "hidden",
  }));
  return {
    who: lead,
    route,
    action: route.pattern,
    method: "POST",
    enctype: "",
    fields: made,
    buttons: [],
  };
}

const pages = unsafe.filter(
  ({ surface, brings_own_secret }) => surface === "page" && !brings_own_secret,
);

// [name, what becomes of the token, headers]. Names of headers that must not be there are empty.
const proofs = [
  ["no token", () => null, {}],
  ["an empty token", () => "", {}],
  ["another's token", (_, foreign) => foreign, {}],
  ["a token with one letter changed", (own) => (own[0] === "A" ? "B" : "A") + own.slice(1), {}],
  ["the token twice as long", (own) => own + own, {}],
  ["another origin", (own) => own, { origin: "https://elsewhere.example" }],
  ["a null origin", (own) => own, { origin: "null" }],
  ["an origin that begins like ours", (own) => own, { origin: `${url}.elsewhere.example` }],
  ["our origin without encryption", (own) => own, { origin: url.replace("https", "http") }],
  ["no origin", (own) => own, { origin: undefined }],
  ["another site", (own) => own, { origin: undefined, "sec-fetch-site": "cross-site" }],
  ["a sister's site", (own) => own, { origin: undefined, "sec-fetch-site": "same-site" }],
];

function sendForm(form, token, headers) {
  const fields = filled(form).filter(([name]) => name !== "csrf");
  if (token !== null) fields.push(["csrf", token]);
  if (form.enctype.startsWith("multipart")) {
    return upload(form.who, form.action, fields, undefined, headers);
  }
  const all = {
    cookie: form.who.cookie,
    origin: url,
    accept: "text/html",
    "content-type": "application/x-www-form-urlencoded",
    ...headers,
  };
  const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return send(form.method, form.action, { headers: set, body: urlencoded(fields) });
}

test("every page that takes a body has fields in the table", async () => {
  const without = [];
  for (const route of pages) {
    const form = await formOf(route);
    if (!form || form.fields.length === 0) without.push(`${route.verb} ${route.pattern}`);
  }
  assert.deepEqual(without, [], "these have no form on any page that somebody is served");
});

test("what does not come from a page of ours is refused, and nothing changes", async () => {
  const { who } = await stage();
  const cases = [];
  for (const route of pages) {
    const form = await formOf(route);
    const own = form.fields.find(({ name }) => name === "csrf")?.value ?? (await form.who.csrf());
    const foreign = await (form.who === who("manager") ? who("lead") : who("manager")).csrf();
    for (const [name, change, headers] of proofs) {
      cases.push({
        name: `${route.verb} ${route.pattern}: ${name}`,
        run: () => sendForm(form, change(own, foreign), headers),
        check: (answer) => refusedPage(answer, 403),
      });
    }
  }
  await unchanged("csrf", cases, { batch: 60 });
});

test("no cookie opens the API, and what a token may do needs no page", async () => {
  const { who } = await stage();
  const lead = who("lead");
  const cases = unsafe
    .filter(({ surface }) => surface === "api")
    .map((route) => ({
      name: `${route.verb} ${route.pattern} with a cookie alone`,
      run: () =>
        send(route.verb, route.pattern.replace(/\{[^}]+\}/g, "x"), {
          headers: { cookie: lead.cookie, "content-type": "application/json", origin: url },
          body: "{}",
        }),
      check: (answer) => {
        sound(answer);
        assert.ok([400, 401, 403, 415].includes(answer.status), `${answer.status}`);
      },
    }));
  await unchanged("csrf", cases, { batch: 60 });
});
