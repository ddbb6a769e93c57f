// The places where somebody can put words: every text field of every form, and every text of every
// body of the API. `send` puts a value there and leaves the rest as it should be.

import { differences } from "./database.mjs";
import { sound } from "./checks.mjs";
import { upload } from "./furnish.mjs";
import { filled, textFields } from "./harvest.mjs";
import { baseOf, leavesOf, pathOf, senderOf } from "./operations.mjs";
import { bodies } from "./routes.mjs";
import { quietWorker } from "./furnish.mjs";
import { stage } from "./stage.mjs";
import { writtenDown } from "./written_down.mjs";

const bitByBit = new Set(["/form/{section}", "/common/{section}", "/boards/{request}/extras"]);

// Each as { name, form, field, send(value) }.
export async function formTexts() {
  const { forms } = await stage();
  return textFields(forms).map(({ form, field, key }) => ({
    name: `POST ${key}`,
    form,
    field,
    send: (value) => sendWith(form, new Map([[field.name, value]])),
  }));
}

export function sendWith(form, values) {
  const pairs = filled(form, values);
  if (form.enctype.startsWith("multipart")) return upload(form.who, form.action, pairs);
  return form.who.post(form.action, pairs);
}

// Each as { name, operation, leaf, send(value) }; a Buffer goes into the JSON as it stands.
export async function apiTexts() {
  const list = [];
  for (const operation of bodies) {
    const who = await senderOf(operation);
    const path = await pathOf(operation);
    const base = await baseOf(operation);
    for (const leaf of leavesOf(operation.schema, base)) {
      const free = leaf.type === "string" && !leaf.format && !leaf.enum;
      if (!free) continue;
      list.push({
        name: `${operation.id} /${leaf.pointer.join("/")}`,
        operation,
        leaf,
        who,
        send: (value) => {
          const body = withValue(leaf, value);
          const key = { "idempotency-key": "inputs-text" };
          return who.api(operation.verb, path, body, key);
        },
      });
    }
  }
  return list;
}

function withValue({ base, pointer }, value) {
  const copy = structuredClone(base);
  let at = copy;
  for (const key of pointer.slice(0, -1)) at = at[key];
  at[pointer.at(-1)] = "@@here@@";
  const [before, after] = JSON.stringify(copy).split("@@here@@");
  const inner = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value).slice(1, -1));
  return Buffer.concat([Buffer.from(before), inner, Buffer.from(after)]);
}

// Puts a text there and sees what became of it: { status, fault, stored }. A refusal changes
// nothing; what was accepted is looked up in the tables it changed, and put back.
export async function tryText(database, place, value) {
  await database.stayYoung();
  const answer = await place.send(value);
  let fault = "";
  try {
    sound(answer, String(value));
  } catch (error) {
    fault = `${error.message.split("\n")[0]} (${answer.status})`;
  }
  const changed = differences(database.kept, await database.digest());
  if (changed.length === 0) return { status: answer.status, fault, stored: null };
  const stored = {};
  for (const name of changed) {
    stored[name] = await database.rows(
      `select to_jsonb(t) as row from ${name} t except select to_jsonb(k) from kept."${name}" k`,
    );
  }
  // A page of many boxes saves each by itself: what was refused must not be among what it kept.
  const kept = !bitByBit.has(place.form?.route.pattern) || storedTexts(stored).includes(value);
  // A page that comes back with what was typed is read again.
  const read = writtenDown.get(place.form?.route.pattern) ?? [];
  const wrong = changed.filter((name) => !read.includes(name));
  if (answer.status >= 400 && kept && wrong.length > 0)
    fault ||= `${answer.status}, and changed ${wrong.join(", ")}`;
  if (changed.includes("jobs.job")) await quietWorker(database);
  await database.restore();
  return { status: answer.status, fault, stored };
}

// Every text in the rows that a case made, also in a document that is kept as one text.
export function storedTexts(stored) {
  const texts = [];
  const walk = (value) => {
    const inside = typeof value === "string" ? documentIn(value) : null;
    if (inside) walk(inside);
    else if (typeof value === "string") texts.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(walk);
  };
  walk(stored);
  return texts;
}

function documentIn(text) {
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
