// The test mailbox that tools/dev starts, and the authenticator app of its people.

import { readFileSync } from "node:fs";
import { codeOfStep, stepOf } from "../../../tools/demo/totp.mjs";

const { ONERETURN_MAILBOX, ONERETURN_SECOND_FACTOR } = process.env;

async function mails() {
  return (await fetch(`${ONERETURN_MAILBOX}/mails`)).json();
}

// How many have come so far, to tell a new mail from an old one.
export async function mailsSoFar() {
  const all = await mails();
  return all.length === 0 ? 0 : all.at(-1).no;
}

// The newest mail to that address after `since`; waits for it.
export async function mailTo(address, { since = 0, patience = 20000 } = {}) {
  const end = Date.now() + patience;
  for (;;) {
    const found = (await mails()).filter((one) => one.no > since && one.to.includes(address));
    if (found.length > 0) return found.at(-1);
    if (Date.now() > end) throw new Error(`no mail came to ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// Every mail to that address, without waiting.
export async function mailsTo(address) {
  return (await mails()).filter((one) => one.to.includes(address));
}

// The path of the link in a mail.
export function linkIn(mail) {
  const found = /https:\/\/[^/\s]+(\/\S+)/.exec(mail.text);
  if (!found) throw new Error(`no link in: ${mail.text}`);
  return found[1];
}

// The six digits in a mail.
export function codeIn(mail) {
  return /^\d{6}$/m.exec(mail.text)[0];
}

const taken = new Map();

// A code counts once: whoever signs in again within half a minute takes the next one early, as a
// phone whose clock is a little fast would.
export async function codeFor(email, secret = seededSecret()) {
  for (;;) {
    const now = stepOf(Date.now());
    const step = Math.max(now, (taken.get(email) ?? 0) + 1);
    if (step <= now + 1) {
      taken.set(email, step);
      return codeOfStep(secret, step);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function seededSecret() {
  return Buffer.from(readFileSync(ONERETURN_SECOND_FACTOR, "utf8").trim(), "hex");
}
