// A small client of /api/v1: one person, one bearer token, JSON both ways.
import https from "node:https";

const agent = new https.Agent({ keepAlive: true, maxSockets: 4 });

export class Refused extends Error {
  constructor(verb, path, status, problem) {
    const fields = (problem?.errors ?? []).map(
      (e) => `\n  ${e.field ?? e.pointer ?? ""}: ${e.message ?? e.detail ?? ""}`,
    );
    super(
      `${verb} ${path}: ${status} ${problem?.title ?? ""} ` +
        `${problem?.detail ?? ""}${fields.join("")}`,
    );
    this.status = status;
    this.problem = problem;
  }
}

export class Client {
  constructor(url, token, name) {
    this.url = url;
    this.token = token;
    this.name = name;
  }

  get(path) {
    return this.ask("GET", path);
  }

  put(path, body, headers) {
    return this.ask("PUT", path, body, headers);
  }

  post(path, body, headers) {
    return this.ask("POST", path, body, headers);
  }

  // Answers the JSON of the body; throws Refused for any status from 400 up.
  async ask(verb, path, body, headers = {}) {
    const text = body === undefined ? "" : JSON.stringify(body);
    const answer = await this.send(verb, `/api/v1${path}`, text, {
      authorization: `Bearer ${this.token}`,
      accept: "application/json",
      ...(text === "" ? {} : { "content-type": "application/json" }),
      "content-length": Buffer.byteLength(text),
      ...headers,
    });
    const value = answer.text === "" ? null : parsed(answer.text);
    if (answer.status >= 400) {
      throw new Refused(verb, path, answer.status, value);
    }
    return value;
  }

  send(verb, path, text, headers) {
    return new Promise((resolve, reject) => {
      const options = { method: verb, headers, agent, timeout: 30000 };
      const request = https.request(new URL(path, this.url), options, (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({ status: response.statusCode, text: Buffer.concat(parts).toString("utf8") }),
        );
      });
      request.on("timeout", () => request.destroy(new Error(`${verb} ${path}: no answer in 30 s`)));
      request.on("error", reject);
      request.end(text);
    });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { detail: text.slice(0, 200) };
  }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
