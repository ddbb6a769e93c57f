// Texts that may stand nowhere but where they belong, and the search for them, however written.

import { randomBytes } from "node:crypto";

const alphabet = "abcdefghijkmnpqrstuvwxyz";

// What must not be found: { what, text }.
export class Secrets {
  #all = new Map();

  // A new word that nobody writes by accident, remembered as a secret.
  mark(what) {
    const letters = [...randomBytes(14)].map((byte) => alphabet[byte % alphabet.length]).join("");
    this.add(what, `Zq${letters}`);
    return `Zq${letters}`;
  }

  add(what, text) {
    if (text && String(text).length >= 6) this.#all.set(String(text), what);
  }

  get size() {
    return this.#all.size;
  }

  // Those found in a text, as sentences. `besides` names kinds that this place may hold.
  foundIn(text, { besides = [] } = {}) {
    const lower = text.toLowerCase();
    const found = [];
    for (const [secret, what] of this.#all) {
      if (besides.includes(what)) continue;
      const form = formsOf(secret).find((one) => contains(text, lower, one, secret));
      if (form !== undefined) found.push(`${what} "${secret}" as ${form}`);
    }
    return found;
  }
}

// A number of six digits stands in many a longer number.
function contains(text, lower, form, secret) {
  if (/^\d+$/.test(secret)) return new RegExp(`(?<![\\w.-])${form}(?![\\w.-])`).test(text);
  return lower.includes(form.toLowerCase());
}

// As it stands, and as addresses, pages, JSON and bytes write it.
export function formsOf(text) {
  const bytes = Buffer.from(text, "utf8");
  const forms = new Set([
    text,
    encodeURIComponent(text),
    encodeURIComponent(text).replaceAll("%20", "+"),
    JSON.stringify(text).slice(1, -1),
    text.replaceAll("&", "&amp;").replaceAll("'", "&#39;"),
    bytes.toString("hex"),
  ]);
  // Within base64 a text has three shapes, by where it begins; the ends belong to its neighbours.
  for (const shift of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const inner = whole.slice(
      Math.ceil((shift * 4) / 3),
      Math.floor(((shift + bytes.length) * 4) / 3) - 1,
    );
    if (inner.length >= 12) forms.add(inner).add(inner.replaceAll("+", "-").replaceAll("/", "_"));
  }
  return [...forms].filter((form) => form.length >= 6);
}

// What looks like a secret although nobody knows it.
export const shapes = [
  ["an address of mail", /[\w.+-]+@[\w-]+(\.[\w-]+)+/],
  ["a token", /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{40,}(?![\w-])/],
  ["a program's token", /orp_[\w-]{10,}/],
  ["a hash of a password", /\$argon2/],
];
