// One request and its answer, by whoever it is: a person at a browser (cookie and Origin) or a
// machine (bearer token). Nothing is interpreted; redirects are answers.

import https from "node:https";
import tls from "node:tls";
import { readFileSync } from "node:fs";

export const url = process.env.ONERETURN_URL;
if (!url) throw new Error("no service to send to: run tools/dev test proof_inputs");
const { hostname, port } = new URL(url);
const ca = readFileSync(process.env.ONERETURN_CA);
// Given up before the service does after 30 seconds: in that very moment a request would be lost.
const agent = new https.Agent({ keepAlive: true, maxSockets: 4, timeout: 10000, ca });

// { status, headers, text, bytes } of one request. `path` goes as it stands.
export function send(verb, path, { headers = {}, body } = {}) {
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(body);
  const length = bytes.length > 0 || verb !== "GET" ? { "content-length": bytes.length } : {};
  return new Promise((resolve, reject) => {
    const request = https.request(
      { hostname, port, path, method: verb, agent, headers: { ...length, ...headers } },
      (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const all = Buffer.concat(parts);
          const { statusCode: status, headers: got } = answer;
          resolve({ status, headers: got, bytes: all, text: all.toString("utf8") });
        });
      },
    );
    request.setTimeout(30000, () => request.destroy(new Error(`${verb} ${path}: no answer`)));
    request.on("error", ({ message }) => reject(new Error(`${verb} ${path}: ${message}`)));
    request.end(bytes);
  });
}

export const urlencoded = (fields) =>
  fields.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&");

// Buffers stand for bytes that are no text.
function escaped(value) {
  if (!Buffer.isBuffer(value)) return encodeURIComponent(String(value).toWellFormed());
  return [...value].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

// A connection for bytes of our own: answers what came back until the server closed or was silent.
export function raw(bytes, { silence = 3000, half = false, pause = 0 } = {}) {
  return new Promise((resolve) => {
    const parts = [];
    let closed = false;
    const socket = tls.connect({ host: hostname, port, ca, servername: hostname });
    const end = () => {
      socket.destroy();
      resolve({ ...answersIn(Buffer.concat(parts)), closed });
    };
    socket.setTimeout(silence, end);
    socket.on("error", () => (closed = true));
    socket.on("close", () => {
      closed = true;
      end();
    });
    socket.on("data", (part) => parts.push(part));
    socket.on("secureConnect", async () => {
      for (const piece of Array.isArray(bytes) ? bytes : [bytes]) {
        if (!socket.destroyed) socket.write(piece);
        if (pause) await new Promise((done) => setTimeout(done, pause));
      }
      if (half) socket.end();
    });
  });
}

// The answers that stand one after the other, by their Content-Length.
export function answersIn(bytes) {
  const answers = [];
  let rest = bytes.toString("latin1");
  for (;;) {
    const at = rest.indexOf("\r\n\r\n");
    if (at < 0) return { answers, rest };
    const head = rest.slice(0, at);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const headers = Object.fromEntries(
      head
        .split("\r\n")
        .slice(1)
        .map((line) => [
          line.split(":")[0].toLowerCase(),
          line.slice(line.indexOf(":") + 1).trim(),
        ]),
    );
    const body = rest.slice(at + 4, at + 4 + length);
    const text = Buffer.from(body, "latin1").toString("utf8");
    if (status !== 100) answers.push({ status, headers, text });
    rest = rest.slice(at + 4 + length);
  }
}
