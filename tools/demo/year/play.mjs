// Two boards in the middle of their year, as their people and agencies made it, each step on the
// day when it was made: through pages and the API alone, so that nothing stands there which people
// could not have made. node play.mjs --days | DAY
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Web } from "../../attack/web.mjs";
import { People, readJson } from "../people.mjs";
import { Agency } from "./agency.mjs";
import { Board } from "./board.mjs";
import { days } from "./days.mjs";
import { Evaluating } from "./evaluating.mjs";
import { Hands, until } from "./hands.mjs";

const home = dirname(fileURLToPath(import.meta.url));
const content = join(home, "..", "..", "..", "schemas", "content", "region", "year.json");

function castOf({ ONERETURN_URL: url, ONERETURN_ADMIN: admin, ONERETURN_REGION: file }) {
  const people = new People(readJson(file), { url, admin });
  const { returns } = readJson(content);
  const web = new Web(url, { connections: 1 });
  const hands = (party, role) => new Hands(web, people.withRole(party, role));
  const board = new Board(hands("port-sallow", "manager"));
  const harrowmere = new Board(hands("harrowmere", "manager"));
  const agency = (code) => {
    const words = returns.find((one) => one.agency === code);
    return new Agency(hands(code, "lead"), hands(code, "authoriser"), words);
  };
  return {
    board,
    harrowmere,
    hands,
    agency,
    evaluating: new Evaluating(board),
    mails: new Mails(board),
  };
}

// What a step of reminders sent stands in the log of everybody whom it concerned.
class Mails {
  constructor(board) {
    this.board = board;
  }

  async reminded(step) {
    const page = `/register/${await this.board.entry("Tideway Probation Service")}/reminders`;
    await until(`"${step}" has gone out`, async () => {
      const html = await this.board.hands.open(page);
      return html.split("<tr").some((row) => row.includes(step) && />\s*Sent/.test(row));
    });
  }
}

const [asked] = process.argv.slice(2);
if (asked === "--days") {
  console.log([...days.keys()].join("\n"));
} else {
  const cast = castOf(process.env);
  for (const step of days.get(asked)) await step(cast);
  process.exit(0);
}
