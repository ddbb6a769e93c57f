// A board drafts a report and asks for its file; what is ready in the end is whole.
import { randomUUID } from "node:crypto";
import { unknown } from "./client.mjs";
import { until } from "./programs.mjs";

export class Paper {
  constructor(work, board) {
    Object.assign(this, { work, board, id: randomUUID(), made: false, asked: false });
  }

  press(page, place, form) {
    return this.work.press("paper", this.board.token, page, place, form);
  }

  // The same id each time: a report that was made already is not made again.
  async make() {
    const period = { from_day: "1", from_month: "2", from_year: "2027" };
    Object.assign(period, { to_day: "28", to_month: "2", to_year: "2027" });
    const form = { kind: "highlight", id: this.id, ...period };
    const answer = await this.press("/reports/new?kind=highlight", "/reports", form);
    if (answer?.status === 303) this.made = true;
    else if (answer && !unknown(answer)) this.complain("making a report", answer);
  }

  // A page of the web: the worker makes it without the converters.
  async ask() {
    const files = `/reports/${this.id}/versions/1/files`;
    const form = { format: "html", version: "1" };
    const answer = await this.press(files, `/reports/${this.id}/files`, form);
    if (answer?.status === 303) this.asked = true;
    else if (answer && !unknown(answer)) this.complain("asking for a file", answer);
  }

  complain(what, answer) {
    this.work.complaints.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }

  async goOn() {
    if (!this.made) await this.make();
    if (this.made && !this.asked) await this.ask();
  }

  async settle() {
    await until(async () => {
      await this.goOn();
      return this.asked;
    }, "a file is asked for");
  }
}

// Of all papers of all rounds: none is half made, none was forgotten.
export async function wrongPapers(sql, work) {
  const wrong = await sql.rows(`select report_id, state, reason from tenant.report_file
    where state <> 'ready' or sha256(content) <> sha256 or octet_length(content) <> size_bytes
      or content not like '%</html>%'::bytea`);
  const ready = new Set(
    (await sql.rows("select report_id from tenant.report_file")).map((one) => one.report_id),
  );
  const forgotten = work.papers.filter((one) => !ready.has(one.id)).map(({ id }) => id);
  return [
    ...wrong.map((one) => `a paper is not whole: ${JSON.stringify(one)}`),
    ...forgotten.map((id) => `a paper was forgotten: ${id}`),
  ];
}
