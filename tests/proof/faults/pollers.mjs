// People of the boards who read their returns all through a round: never half of one, never one
// that is not theirs, never a word that was written for another board.
import { createHash } from "node:crypto";
import { foreignMarkers } from "../../../tools/demo/leaks.mjs";
import { bodyOf } from "./client.mjs";
import { sleep } from "./programs.mjs";

const boxesOf = (form) => {
  const sections = form.sections.flatMap((section) => [
    ...(section.boxes ?? []),
    ...section.items.flatMap((item) => item.boxes ?? []),
  ]);
  return (form.details ?? []).length + sections.length;
};

// The hash of a return out of its seals, as docs/formats/receipt.md says it.
export function hashOf(seals) {
  const hash = createHash("sha256");
  for (const { box_no: box, digest } of seals) {
    hash.update(`${box}\0`).update(Buffer.from(digest, "hex"));
  }
  return hash.digest("hex");
}

export class Pollers {
  constructor(door, people, content) {
    Object.assign(this, { door, people, content });
    this.read = 0;
  }

  start(requestsOf) {
    this.requestsOf = requestsOf;
    this.complaints = [];
    this.going = true;
    this.over = this.run();
  }

  async stop() {
    this.going = false;
    await this.over;
    return this.complaints;
  }

  async run() {
    for (let at = 0; this.going; at += 1) {
      const board = this.people.boards[at % this.people.boards.length];
      await this.look(board).catch((error) => this.complaints.push(`reading: ${error.stack}`));
      await sleep(15);
    }
  }

  async look(board) {
    const list = await this.door.ask(board.token, "GET", "/api/v1/returns");
    if (!this.fine(board, list)) return;
    const { returns } = bodyOf(list);
    const own = this.requestsOf.get(board.id);
    for (const one of returns) {
      if (!own.has(one.request)) this.complaints.push(`${board.code} sees ${one.request}`);
    }
    const there = returns.filter((one) => one.return);
    there.sort((a, b) => b.version_no - a.version_no);
    for (const one of there.slice(0, 2)) await this.open(board, one);
  }

  fine(board, answer) {
    if (answer.status === 500) this.complaints.push(`${board.code} was answered 500`);
    return answer.status === 200;
  }

  async open(board, { return: id }) {
    const answer = await this.door.ask(board.token, "GET", `/api/v1/returns/${id}`);
    if (!this.fine(board, answer)) return;
    const { copy, seals, receipt } = bodyOf(answer);
    this.read += 1;
    const expected = boxesOf(this.content.form(`${board.code}-s11`, 1));
    if (copy.boxes.length !== expected || seals.length !== expected) {
      const counts = `${copy.boxes.length} boxes, ${seals.length} seals`;
      this.complaints.push(`${board.code} saw half a return: ${counts} of ${expected}`);
    }
    if (hashOf(seals) !== receipt.hash)
      this.complaints.push(`${board.code}: seals of another hash`);
    const foreign = foreignMarkers(answer.text, board.code, this.people.markers);
    if (foreign.length > 0) this.complaints.push(`${board.code} saw ${foreign}`);
  }
}
