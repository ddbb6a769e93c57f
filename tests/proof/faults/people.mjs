// Who acts in the rounds: a bearer token for each, and what each board's form looks like.
import { markersByBoard } from "../../../tools/demo/leaks.mjs";
import { bodyOf } from "./client.mjs";
import { agencies, answersOf } from "./region.mjs";
import { regionFile } from "./stage.mjs";

export class People {
  constructor(stage, door) {
    this.stage = stage;
    this.door = door;
  }

  async open() {
    this.agencies = await Promise.all(agencies.map((code) => this.agency(code)));
    const boards = this.stage.region.parties.filter((one) => one.kind === "board");
    this.boards = boards.map((board) => ({
      code: board.code,
      name: board.profile.name,
      id: null,
      token: this.token(board.code, "manager"),
    }));
    const parties = await this.stage.sql.rows(
      "select party_id, name, area from tenancy.party_profile",
    );
    for (const board of this.boards) {
      const party = parties.find((one) => one.name === board.name);
      board.id = party.party_id;
      board.area = party.area;
    }
    this.markers = markersByBoard(answersOf(regionFile, agencies[0]));
    return this;
  }

  token(party, role) {
    const person = this.stage.region.people.find((one) =>
      one.memberships.some((each) => each.party === party && each.role === role && !each.unit),
    );
    const { name } = this.stage.region.parties.find((one) => one.code === party).profile;
    const words = ["--email", person.email, "--party", name, "--role", role];
    return this.stage.admin("token", "issue", ...words);
  }

  async agency(code) {
    const lead = this.token(code, "lead");
    const authoriser = this.token(code, "authoriser");
    const me = bodyOf(await this.door.ask(lead, "GET", "/api/v1/me"));
    const { requests } = bodyOf(await this.door.ask(lead, "GET", "/api/v1/requests"));
    const { answers } = bodyOf(await this.door.ask(lead, "GET", "/api/v1/answers"));
    const written = answersOf(regionFile, code).answers;
    return {
      code,
      lead,
      authoriser,
      id: me.acting_as.party.id,
      requests: requests.map(({ request, board }) => ({ request, board: board.id })),
      answers: new Map(
        answers.map((one) => [
          one.requirement,
          {
            version: one.version,
            written: written.find((each) => each.requirement === one.requirement),
          },
        ]),
      ),
    };
  }
}
