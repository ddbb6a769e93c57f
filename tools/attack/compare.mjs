// Whether two answers are the same, byte for byte, but for what is new with every answer: the
// request's number, the token of the visitor's forms, the clock, the id that was asked for, and
// which colleague looks at the same thing in this very moment.
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { isId } from "./crawl.mjs";

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function replaced(text, { asked, visitor, reference }) {
  let out = text;
  if (reference) out = out.replaceAll(reference, "{reference}");
  if (visitor.csrf) out = out.replaceAll(visitor.csrf, "{csrf}");
  for (const value of asked) {
    // A short one could stand in any other word.
    const [before, after] = value.length > 12 ? ["", ""] : ["(?<![\\w-])", "(?![\\w-])"];
    const whole = new RegExp(`${before}${escaped(encodeURIComponent(value))}${after}`, "gi");
    out = out.replace(whole, "{asked}");
  }
  return out;
}

const perAnswer = new Set(["date", "x-request-id"]);
// What a change that succeeded made anew has a number that nobody knew before.
const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
// So has the form of a refusal that is to be sent once more: there and nowhere else.
const onceOnly = /(?<=<input type="hidden" name="\w+" value=")[0-9a-f-]{36}(?=")/g;

const colleague = /<br><span class="small quiet">[^<]+ is here now<\/span>/g;

// The answer as it is compared: status, headers in their order, body.
export function essence(answer, { asked, visitor, known }) {
  const reference = answer.headers.find(([name]) => name === "x-request-id")?.[1];
  const clean = (text) => {
    const out = replaced(text.replace(colleague, ""), { asked, visitor, reference });
    const fresh = answer.status < 400 ? anyId : onceOnly;
    return out.replace(fresh, (id) => (known.has(id) ? id : "{new}"));
  };
  const headers = answer.headers
    .filter(([name]) => !perAnswer.has(name))
    .map(([name, value]) => `${name}: ${clean(value)}`);
  const whole = answer.text.replace(colleague, "").length === answer.text.length;
  const length = headers.filter((one) => whole && one.startsWith("content-length"));
  const others = headers.filter((one) => !one.startsWith("content-length"));
  return [`${answer.status}`, ...others, "", clean(answer.text), ...length].join("\n");
}

// Where they begin to differ, as both have it there.
export function firstDifference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) ++at;
  const line = one.lastIndexOf("\n", at) + 1;
  const from = Math.max(line, at - 60);
  return [one, other].map((text) => text.slice(from, at + 100).split("\n")[0]);
}

const draw = {
  digit: () => String(randomInt(10)),
  lower: () => String.fromCharCode(97 + randomInt(26)),
  upper: () => String.fromCharCode(65 + randomInt(26)),
};

// A value of the same form that nothing in the service has.
export function invented(value, known) {
  if (isId(value)) return randomUUID();
  if (/^[0-9a-f]{64}$/.test(value)) return randomBytes(32).toString("hex");
  if (/^(orc_)?[\w-]{43}(\.ics)?$/.test(value)) {
    return value.replace(/[\w-]{43}/, randomBytes(32).toString("base64url"));
  }
  for (let tries = 0; tries < 1000; ++tries) {
    const other = value
      .replace(/\d/g, draw.digit)
      .replace(/[a-z]/g, draw.lower)
      .replace(/[A-Z]/g, draw.upper);
    if (!known.has(other)) return other;
  }
  return `${value}0`;
}
