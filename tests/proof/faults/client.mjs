// One person's way into the service: bearer token, one connection pool for all, and an answer for
// everything. A connection that broke is status 0: whoever asked does not know what became of it.
import https from "node:https";

export class Door {
  constructor(url, ca) {
    this.url = url;
    this.agent = new https.Agent({ ca, keepAlive: true, maxSockets: 24 });
  }

  close() {
    this.agent.destroy();
  }

  ask(token, verb, path, { json, form, bytes, headers = {}, seconds = 20 } = {}) {
    const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : bytes;
    const type = json ? "application/json" : form && "application/x-www-form-urlencoded";
    return new Promise((resolve) => {
      const lost = (error) => resolve({ status: 0, error: error.message, text: "" });
      const request = https.request(
        new URL(path, this.url),
        {
          method: verb,
          agent: this.agent,
          headers: {
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            accept: form ? "text/html" : "application/json",
            ...(type ? { "content-type": type } : {}),
            ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }),
            ...headers,
          },
          timeout: seconds * 1000,
        },
        (response) => {
          const parts = [];
          response.on("data", (part) => parts.push(part));
          response.on("error", lost);
          response.on("aborted", () => lost(new Error("cut off")));
          response.on("end", () => {
            const text = Buffer.concat(parts).toString("utf8");
            resolve({ status: response.statusCode, text, headers: response.headers });
          });
        },
      );
      request.on("timeout", () => request.destroy(new Error("no answer")));
      request.on("error", lost);
      request.end(body);
    });
  }
}

export function bodyOf(answer) {
  try {
    return JSON.parse(answer.text);
  } catch {
    return {};
  }
}

// Refused for a reason that says nothing was changed, or never heard of: not these.
export const unknown = (answer) => answer.status === 0 || answer.status >= 500;
