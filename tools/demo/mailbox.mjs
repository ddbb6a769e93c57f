// The test mailbox: a mail server that takes every mail over STARTTLS, keeps it in memory and shows
// it on a page. It also shows the present code of the demonstration's authenticator app.
//   node mailbox.mjs FOLDER: FOLDER/tls has the certificate, FOLDER/mailbox.json gets the ports,
//   FOLDER/clock.json says where the service's own time began: each mail shows when it came by it.
// An address that begins with "refused" is refused for good, and so is one at a domain that begins
// with "old-"; one that begins with "busy" is refused for now.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { read } from "./mail.mjs";
import { codeOfStep, stepOf } from "./totp.mjs";

// By this name the run that started it finds it again to end it.
process.title = "mailbox";
const folder = process.argv[2];
const secretFile = join(folder, "second-factor");
const mails = [];
const kept = 2000;

// The service's own time, which is not the machine's.
function now() {
  const file = join(folder, "clock.json");
  if (!existsSync(file)) return new Date();
  const { began, from } = JSON.parse(readFileSync(file, "utf8"));
  return new Date(from + Date.now() - began);
}

const inWords = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

function refusal(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

const smtp = new SMTPServer({
  key: readFileSync(join(folder, "tls", "server.key")),
  cert: readFileSync(join(folder, "tls", "server.pem")),
  minVersion: "TLSv1.2",
  authOptional: true,
  disabledCommands: ["AUTH"],
  size: 1024 * 1024,
  onMailFrom(address, session, done) {
    done(session.secure ? null : refusal(530, "Use STARTTLS first"));
  },
  onRcptTo({ address }, _session, done) {
    if (/^refused|@old-/.test(address)) return done(refusal(550, "No such mailbox"));
    if (address.startsWith("busy")) return done(refusal(451, "Come back later"));
    return done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((one) => one.address);
      const back = session.envelope.mailFrom.address;
      mails.push({
        no: mails.length + 1,
        at: now().toISOString(),
        to,
        back,
        ...read(Buffer.concat(parts).toString("latin1")),
      });
      if (mails.length > kept) mails.shift();
      done();
    });
  },
});
// A client that gives up in the middle of its handshake is no reason to end.
smtp.on("error", (error) => console.error(`smtp: ${error.message}`));

const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const withLinks = (text) =>
  escaped(text).replace(/https:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`);

function presentCode() {
  if (!existsSync(secretFile)) return null;
  return codeOfStep(
    Buffer.from(readFileSync(secretFile, "utf8").trim(), "hex"),
    stepOf(Date.now()),
  );
}

const style =
  "body{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}" +
  "pre{white-space:pre-wrap;font:inherit}article{border-top:1px solid #bbb}";

function page() {
  const present = presentCode();
  const list = [...mails].reverse().map(
    (mail) => `<article><h2>${escaped(mail.subject)}</h2>
<p>To ${escaped(mail.to.join(", "))}<br>Came on ${inWords.format(new Date(mail.at))}</p>
<pre>${withLinks(mail.text)}</pre></article>`,
  );
  const code = present
    ? `<p>Code of the boards' people for signing in now: <b>${present}</b></p>`
    : "";
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Test mailbox</title>
<meta http-equiv="refresh" content="5"><style>${style}</style></head><body>
<h1>Test mailbox</h1><p>It is ${inWords.format(now())} in the service.</p>${code}
${list.join("\n") || "<p>No mail yet.</p>"}</body></html>`;
}

const web = http.createServer((request, response) => {
  const json = request.url === "/mails";
  response.setHeader("Content-Type", json ? "application/json" : "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(json ? JSON.stringify(mails) : page());
});

smtp.listen(0, "127.0.0.1", () => {
  web.listen(0, "127.0.0.1", () => {
    const ports = { smtp: smtp.server.address().port, web: web.address().port };
    const file = join(folder, "mailbox.json");
    writeFileSync(`${file}.new`, JSON.stringify(ports));
    renameSync(`${file}.new`, file);
  });
});
process.on("SIGTERM", () => process.exit(0));
