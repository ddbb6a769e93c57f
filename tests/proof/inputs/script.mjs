// Strings that would be markup, script or a formula, in every text field of every form and of the
// API; then every page, answer, export, calendar and mail in which one of them comes out again, as
// everybody who may see it. Nothing there is more than a text.

import assert from "node:assert/strict";
import test from "node:test";
import { inflateRawSync } from "node:zlib";
import { operations } from "./support/routes.mjs";
import { readPage, bornOf } from "./support/pages.mjs";
import { quietWorker, use } from "./support/furnish.mjs";
import { pathOf, records, senderOf } from "./support/operations.mjs";
import { backToKept, count, full, stage, tell } from "./support/stage.mjs";
import { apiTexts, formTexts, sendWith } from "./support/texts.mjs";

// {m} is a mark of its own for each string and field.
const strings = [
  "<script>{m}()</script>",
  "<img src=x onerror={m}()>",
  '"><svg/onload={m}()>',
  "' onmouseover='{m}()' x='",
  '" autofocus onfocus="{m}()',
  "javascript:{m}()",
  "</textarea><{m}>",
  "</title><{m} a=1>",
  "{{{{m}}}} {{{ {m} }}} {{&{m}}}",
  "<!--{m}--><![CDATA[{m}]]>",
  "&lt;script&gt;{m}&#x3c;/script&#x3e;",
  "<a href='java\tscript:{m}()'>x</a>",
  "\u003cstyle\u003e@import '{m}'\u003c/style\u003e",
  "=cmd|' /c {m}'!A1",
  "@SUM(1+1)*{m}",
  "END:VEVENT\r\nX-{m}:1",
  "{m}\r\nBcc: {m}@elsewhere.example",
  "data:text/html,<script>{m}()</script>",
  "<iframe srcdoc='<script>{m}()</script>'>",
  "<math><mtext></form><{m}>",
];

const emailLike = ({ field }) => field?.kind === "email" || /email/.test(field?.name ?? "");
const numeric = ({ field }) => /(day|month|year|_on|code)$/.test(field?.name ?? "");

// Puts one string into each place. Answers what was accepted: Map of mark to { place, value }.
async function plant(round) {
  const planted = new Map();
  const { database } = await stage();
  const places = [...(await formTexts()), ...(await apiTexts())];
  let number = 0;
  for (const place of places) {
    number += 1;
    await revive(database);
    if (emailLike(place) || numeric(place)) continue;
    const mark = `q${round}z${number}k`;
    const value = strings[(number + round) % strings.length].replaceAll("{m}", mark);
    const answer = place.form ? await again(place, value) : await place.send(value);
    if (answer) count("script");
    const problem = await wrongIn(answer, mark);
    if (problem) planted.set(`${mark}!`, { place, value, problem });
    if (answer && answer.status < 400) planted.set(mark, { place, value });
  }
  await quietWorker(database);
  await revive(database);
  return planted;
}

// Some forms end sessions, by design: everybody goes on all the same.
async function revive(database) {
  await database.stayYoung();
  return database.ask(`update identity.session s set ended_at = null from kept."identity.session" k
    where k.token_hash = s.token_hash and k.ended_at is null and s.ended_at is not null`);
}

// The form as it stands by now, because others have written meanwhile.
async function again({ form, field }, value) {
  const page = await form.who.get(form.page);
  if (page.status !== 200 || !(page.headers["content-type"] ?? "").startsWith("text/html"))
    return null;
  const now = (await readPage(page.text)).forms.find(
    (one) =>
      (one.action || form.page) === form.action &&
      one.fields.some(({ name }) => name === field.name),
  );
  if (!now) return null;
  return sendWith({ ...form, ...now, action: form.action }, new Map([[field.name, value]]));
}

async function wrongIn(answer, mark) {
  if (!answer) return "";
  return wrong(
    { text: answer.text, type: answer.headers["content-type"] ?? "", headers: answer.headers },
    mark,
  );
}

// What is wrong with an output in which that mark stands.
async function wrong({ text, type, headers = {} }, mark) {
  if (Object.keys(headers).some((name) => name.includes(mark.toLowerCase())))
    return "a header arose";
  if (!text.includes(mark)) return "";
  if (type.startsWith("text/html")) return (await bornOf(text, mark)).join(", ");
  if (type.startsWith("application/json") || type.startsWith("application/problem+json")) {
    return JSON.parse(text) === undefined ? "no JSON" : "";
  }
  if (type.startsWith("text/calendar")) {
    const line = text
      .split("\r\n")
      .find((one) => new RegExp(`^(X-|BEGIN:|END:)[^ ]*${mark}`).test(one));
    return line ? `a line of its own: ${line}` : "";
  }
  if (type.startsWith("text/csv")) return formulaIn(text, mark);
  if (type.startsWith("image/svg")) return (await bornOf(text, mark)).join(", ");
  return "";
}

// A cell that a spreadsheet would work out.
function formulaIn(text, mark) {
  const cells = text.split(/\r?\n/).flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const bad = cells.find((cell) => cell.includes(mark) && /^"?\s*[=+\-@\t\r]/.test(cell));
  return bad ? `a formula: ${bad}` : "";
}

// Every file of an archive, by name.
function filesIn(bytes) {
  const files = [];
  for (
    let at = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1"), n = 0;
    at >= 0 && n < 1;
    ++n
  ) {
    let entry = bytes.readUInt32LE(at + 16);
    for (let left = bytes.readUInt16LE(at + 10); left > 0; --left) {
      const [method, size, nameSize] = [
        bytes.readUInt16LE(entry + 10),
        bytes.readUInt32LE(entry + 20),
        bytes.readUInt16LE(entry + 28),
      ];
      const name = bytes.subarray(entry + 46, entry + 46 + nameSize).toString();
      const local = bytes.readUInt32LE(entry + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(start, start + size);
      files.push({ name, bytes: method === 8 ? inflateRawSync(packed) : packed });
      entry += 46 + nameSize + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
    }
  }
  return files;
}

const kinds = {
  html: "text/html",
  csv: "text/csv",
  json: "application/json",
  ics: "text/calendar",
};

// Every output that people and machines get: { from, text, type, headers }.
async function* outputs() {
  const { database, pages } = await stage();
  for (const { who, path } of pages) {
    await revive(database);
    const answer = await who.get(path);
    const type = answer.headers["content-type"] ?? "";
    if (type.startsWith("application/zip")) {
      for (const { name, bytes } of filesIn(answer.bytes)) {
        const ending = name.split(".").at(-1);
        yield {
          from: `${path} ${name}`,
          text: `${bytes}`,
          type: kinds[ending] ?? "text/plain",
          name,
        };
      }
    } else yield { from: `${who.label} ${path}`, text: answer.text, type, headers: answer.headers };
  }
  for (const operation of operations.filter(({ verb }) => verb === "GET")) {
    const path = await pathOf(operation).catch(() => null);
    if (!path) continue;
    const answer = await (await senderOf(operation)).api("GET", path);
    const type = answer.headers["content-type"] ?? "";
    yield { from: `API ${path}`, text: answer.text, type, headers: answer.headers };
  }
  yield* calendars();
  yield* mails();
}

async function* calendars() {
  const { who } = await stage();
  const lead = who("lead");
  const made = await use(lead, "/list", /calendar$/);
  const [address] = /\/calendar\/orc_[\w-]+\.ics/.exec(made.text) ?? [];
  assert.ok(address, "no calendar address on its page");
  const answer = await lead.get(address);
  yield {
    from: address,
    text: answer.text.replace(/\r\n /g, ""),
    type: answer.headers["content-type"],
  };
}

async function* mails() {
  const all = await (await fetch(`${process.env.ONERETURN_MAILBOX}/mails`)).json();
  for (const mail of all) {
    const from = `the mail "${mail.subject}"`;
    yield { from, text: mail.html, type: "text/html" };
    yield { from, text: mail.text, type: "text/plain", headers: mail.headers };
  }
}

test("what somebody typed is a text wherever it comes out", async (t) => {
  const { database, who } = await stage();
  t.after(backToKept);
  await records();
  const faults = [];
  const seen = new Set();
  for (let round = 0; round < (full ? strings.length : 1); ++round) {
    const planted = await plant(round);
    for (const [, { place, value, problem }] of planted) {
      if (problem) faults.push(`${place.name}: ${value}: ${problem}`);
    }
    await sendToBoards(who);
    await quietWorker(database);
    for await (const output of outputs()) {
      const marks = new Set(output.text.match(/q\d+z\d+k/g) ?? []);
      for (const mark of marks) {
        const from = planted.get(mark);
        if (!from) continue;
        seen.add(from.place.name);
        count("script");
        const problem = await wrong(output, mark);
        if (problem) faults.push(`${from.place.name}: ${from.value}: ${output.from}: ${problem}`);
      }
    }
    await backToKept();
  }
  assert.ok(seen.size >= 25, `only ${seen.size} fields came out anywhere`);
  tell("script", faults);
});

// What the agencies wrote reaches the boards, so that their pages are among the outputs.
async function sendToBoards(who) {
  const authoriser = who("force authoriser");
  const { requests } = JSON.parse((await authoriser.api("GET", "/requests")).text);
  const body = {
    requests: requests.map(({ request }) => request),
    name: "<b>q99z1k</b>",
    position: '"><i>q99z2k',
    statement: "<script>q99z3k()</script>",
  };
  await authoriser.api("POST", "/submissions", body, {
    "idempotency-key": `inputs-${Math.random()}`,
  });
}
