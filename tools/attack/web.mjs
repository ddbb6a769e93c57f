// A client of the service as programs and browsers are: it keeps connections, follows nothing by
// itself and gives every answer back whole, with all its headers.
import https from "node:https";

const patience = 30000;

export class Web {
  constructor(url, { connections = 6 } = {}) {
    this.url = new URL(url);
    this.agent = new https.Agent({ keepAlive: true, maxSockets: connections });
    this.sent = 0;
  }

  // A connection that was kept may be closed by the service in the moment it is used again: then
  // nothing was read, and the request goes over another one.
  send({ verb, path, headers = {}, body = "" }, again = true) {
    this.sent += 1;
    const { hostname, port } = this.url;
    const bytes = Buffer.from(body);
    const length = verb === "GET" ? {} : { "content-length": bytes.length };
    const all = { ...headers, ...length };
    const options = { hostname, port, method: verb, path, headers: all, agent: this.agent };
    return new Promise((resolve, reject) => {
      const request = https.request({ ...options, timeout: patience }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => resolve(read(answer, Buffer.concat(parts))));
      });
      request.on("timeout", () => request.destroy(new Error(`${verb} ${path}: no answer`)));
      request.on("error", (error) => {
        const closed = again && request.reusedSocket && error.code === "ECONNRESET";
        if (closed) resolve(this.send({ verb, path, headers, body }, false));
        else reject(error);
      });
      request.end(bytes);
    });
  }

  close() {
    this.agent.destroy();
  }
}

function read(answer, bytes) {
  const headers = [];
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    headers.push([answer.rawHeaders[at].toLowerCase(), answer.rawHeaders[at + 1]]);
  }
  return {
    status: answer.statusCode,
    headers,
    bytes,
    text: bytes.toString("latin1"),
    type: answer.headers["content-type"] ?? "",
    location: answer.headers.location ?? "",
  };
}

// Somebody who asks: with a cookie as a browser does, with a bearer token as a program does, with
// both for a person who uses pages and the API, or with nothing at all.
export class Visitor {
  constructor(web, { name, kind, party, unit = null, role, token = "", program = false, email }) {
    Object.assign(this, { web, name, kind, party, unit, role, token, program, email });
    this.csrf = "";
    this.visitor = "";
  }

  // `form` is a list of pairs, `json` any value, `raw` bytes of a type of their own.
  async ask(verb, path, { form, json, raw, type, headers = {} } = {}) {
    const api = path.startsWith("/api/");
    const all = { ...this.proof(api), ...headers };
    let body = "";
    if (form) {
      const fields = api ? form : [...form.filter(([name]) => name !== "csrf"), ...this.secret()];
      body = new URLSearchParams(fields).toString();
      all["content-type"] = "application/x-www-form-urlencoded";
    } else if (json !== undefined) {
      body = JSON.stringify(json);
      all["content-type"] = "application/json";
    } else if (raw !== undefined) {
      body = raw;
      all["content-type"] = type ?? "application/octet-stream";
    }
    if (verb !== "GET" && !api) all.origin = this.web.url.origin;
    return this.web.send({ verb, path, headers: all, body });
  }

  proof(api) {
    const bearer = this.token ? { authorization: `Bearer ${this.token}` } : {};
    if (api) return bearer;
    if (this.token && !this.program) return { cookie: `__Host-session=${this.token}` };
    return { ...bearer, ...(this.visitor ? { cookie: `__Host-visitor=${this.visitor}` } : {}) };
  }

  secret() {
    return [["csrf", this.csrf]];
  }

  // The token that every form of this visitor carries, from a page that everybody may see.
  async prepare() {
    const answer = await this.ask("GET", this.token && !this.program ? "/account" : "/sign-in");
    for (const [name, value] of answer.headers) {
      const found = /^__Host-visitor=([^;]+)/.exec(name === "set-cookie" ? value : "");
      if (found) this.visitor = found[1];
    }
    this.csrf = /name="csrf" value="([^"]+)"/.exec(answer.text)?.[1] ?? "";
    if (!this.csrf) throw new Error(`${this.name}: no form on the first page`);
    return this;
  }

  get who() {
    return this.unit ? `${this.party}/${this.unit}` : this.party;
  }
}

// At most so many at once, in order of asking; the first failure ends it.
export async function together(count, list, work) {
  const left = [...list].entries();
  const results = [];
  const one = async () => {
    for (const [at, item] of left) results[at] = await work(item, at);
  };
  await Promise.all(Array.from({ length: count }, one));
  return results;
}
