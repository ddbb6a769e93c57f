// What the service meets outside, each of which a round may take away: a mail server that keeps
// every mail, and a virus scanner that finds one word.
import net from "node:net";
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";
import { read } from "../../../tools/demo/mail.mjs";

export const planted = "planted-for-the-virus-check";

export class MailServer {
  constructor(tls) {
    this.mails = [];
    this.away = false;
    this.server = new SMTPServer({
      key: readFileSync(`${tls}/server.key`),
      cert: readFileSync(`${tls}/server.pem`),
      authOptional: true,
      disabledCommands: ["AUTH"],
      onConnect: (_session, done) => done(this.away ? refusal(421, "Come back later") : null),
      onData: (stream, session, done) => {
        const parts = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => {
          const raw = Buffer.concat(parts).toString("latin1");
          this.mails.push({ to: session.envelope.rcptTo.map((one) => one.address), ...read(raw) });
          done();
        });
      },
    });
    this.server.on("error", () => {});
  }

  async open() {
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = this.server.server.address().port;
  }

  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

function refusal(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

// clamd's INSTREAM: chunks with their length before them, the last one empty.
function contentOf(bytes) {
  const begin = bytes.indexOf("zINSTREAM\0");
  if (begin < 0) return null;
  let at = begin + 10;
  const chunks = [];
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > bytes.length) return null;
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

export class Scanner {
  constructor(socket) {
    this.socket = socket;
    this.away = false;
    this.server = net.createServer((connection) => {
      let all = Buffer.alloc(0);
      connection.on("error", () => {});
      if (this.away) return connection.destroy();
      connection.on("data", (bytes) => {
        all = Buffer.concat([all, bytes]);
        const content = contentOf(all);
        if (!content) return;
        const found = content.includes(planted);
        connection.end(found ? "stream: Planted.Word FOUND\0" : "stream: OK\0");
      });
    });
  }

  open() {
    return new Promise((resolve) => this.server.listen(this.socket, resolve));
  }

  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
