// Looks into the database as its superuser: what is stored for one board, whoever may read it.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export class Stored {
  constructor({ sockets, database }) {
    this.words = [
      "-X",
      "-q",
      "-At",
      "-v",
      "ON_ERROR_STOP=1",
      "-h",
      sockets,
      "-U",
      "postgres",
      "-d",
      database,
    ];
  }

  // Runs one file of this folder with variables and answers its text.
  run(file, variables = {}) {
    const set = Object.entries(variables).flatMap(([name, value]) => ["-v", `${name}=${value}`]);
    return execFileSync("psql", [...this.words, ...set, "-f", join(here, file)], {
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    }).trim();
  }

  // The figures of the newest copy that this board holds of that agency's return.
  facts(board, agency) {
    return JSON.parse(this.run("facts.sql", { board, agency }));
  }

  // Every row of every table that belongs to the party, as text.
  everythingOf(party) {
    return this.run("everything_of.sql", { party });
  }

  plantLeak(board, text) {
    this.run("plant_leak.sql", { board, text });
  }
}
