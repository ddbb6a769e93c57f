// The checker's own door to the database: one psql as the superuser, begun anew when it dies.
import { spawn } from "node:child_process";

import { sleep } from "./programs.mjs";

const away = /terminating connection|server closed|connection to server|starting up|recovery/;
const mark = "-- that was all --";

// A text as SQL.
export const quoted = (text) =>
  text === null || text === undefined ? "null" : `'${String(text).replaceAll("'", "''")}'`;
export const listed = (texts) => `(${texts.map(quoted).join(", ")})`;

export class Sql {
  constructor(sockets, database, user = "postgres") {
    this.place = ["-h", sockets, "-U", user, "-d", database];
    this.turn = Promise.resolve();
    this.child = null;
  }

  begin() {
    const words = ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", ...this.place];
    const child = spawn("psql", words, { stdio: ["pipe", "pipe", "pipe"] });
    this.child = child;
    this.out = "";
    this.bad = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      this.out += text;
      if (this.out.endsWith(`${mark}\n`)) this.told?.(this.out.slice(0, -mark.length - 1));
    });
    child.stderr.setEncoding("utf8").on("data", (text) => (this.bad += text));
    child.stdin.on("error", () => {});
    child.on("close", () => {
      if (this.child === child) this.child = null;
      this.lost?.(new Error(`psql: ${this.bad.slice(0, 2000)}`));
    });
  }

  // The text that the statements answer. One after the other; asked again when the server went away
  // meanwhile, as a round may make it.
  run(statements) {
    const asked = this.turn.then(async () => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await this.send(statements);
        } catch (error) {
          if (tries === 50 || !away.test(error.message)) throw error;
          await sleep(100);
        }
      }
    });
    this.turn = asked.catch(() => {});
    return asked;
  }

  send(statements) {
    return new Promise((resolve, reject) => {
      if (!this.child) this.begin();
      this.out = "";
      this.told = resolve;
      this.lost = reject;
      this.child.stdin.write(`${statements}\n;\n\\echo ${mark}\n`);
    });
  }

  // Every row of a query, as objects.
  async rows(query) {
    const text = await this.run(`select coalesce(json_agg(t), '[]') from (${query}) t`);
    return JSON.parse(text);
  }

  async one(query) {
    return (await this.run(query)).trim();
  }

  close() {
    this.child?.stdin.end();
    this.child = null;
  }
}
