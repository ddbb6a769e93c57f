// An organisation that answers one board: fills in that board's own form section by section, and
// sends it in the name of whoever signs.
import { createHash, randomUUID } from "node:crypto";
import { dayOf } from "./board.mjs";
import { day, until } from "./hands.mjs";

// Items of the form that only this board asks stand on one page.
const ownItems = ["9", "10"];
const sectionOf = (item) => (ownItems.includes(item) ? "own" : item);

export class Agency {
  // `words`: what it writes, item by item.
  constructor(lead, authoriser, words) {
    Object.assign(this, { lead, authoriser, words });
  }

  // `only` leaves the rest for another day.
  async fill(only = Object.keys(this.words.items)) {
    const pages = new Map();
    for (const item of only) {
      const section = sectionOf(item);
      pages.set(section, [...(pages.get(section) ?? []), item]);
    }
    for (const [section, items] of pages) {
      const said = Object.assign({}, ...items.map((item) => this.boxes(item)));
      const page = `/form/${section}`;
      await this.lead.send(page, page, { ...said, go: "next" });
    }
    for (const item of only.filter((one) => ownItems.includes(one))) await this.undertake(item);
  }

  // On a page of several items an action belongs to the first; the API says to which.
  async undertake(item) {
    const { action } = this.words.items[item];
    if (!action) return;
    const { by: byOn, ...said } = action;
    const { requests } = await this.lead.get("/requests");
    const subjects = [{ item, request: requests[0].request }];
    await this.lead.post("/commitments", { ...said, by_on: byOn, change: "", subjects });
  }

  boxes(item) {
    const { text, light, action, evidence } = this.words.items[item];
    const box = ownItems.includes(item) ? `box-${item}-text` : `box-${item}-evidence`;
    const said = { [box]: text, [`box-${item}-light_point`]: light };
    if (action && !ownItems.includes(item)) {
      const { what, how, lead, by, area } = action;
      Object.assign(said, { "c-new_what": what, "c-new_how": how, "c-new_lead": lead });
      Object.assign(said, { "c-new_area": area }, day("c-new", dayOf(by)));
    }
    if (evidence) {
      said.evidence_title = evidence.title;
      said.evidence_where = evidence.kept_where;
    }
    return said;
  }

  // A file that the board may open.
  async file(title, name, where, text) {
    const bytes = Buffer.from(`%PDF-1.4\n%${text}\n%%EOF\n`);
    const digest = createHash("sha256").update(bytes).digest("hex");
    const path = `/api/v1/evidence/files/${digest}?${new URLSearchParams({ name, title })}`;
    const answer = await this.lead.visitor.ask("PUT", path, { raw: bytes });
    const { evidence } = JSON.parse(this.lead.read(answer, path));
    const { requests } = await this.lead.get("/requests");
    const boards = requests.map(({ board }) => board.id);
    await this.lead.put(`/evidence/${evidence}`, { title, kept_where: where, boards });
    return evidence;
  }

  async send(statement = "I have read this return, and it is a fair account of what we do.") {
    const { requests, unit } = await this.lead.get("/requests");
    const { boards } = await this.authoriser.get("/check");
    for (const { request, queries, errors } of boards) {
      if (errors.length > 0) throw new Error(`${this.lead.name}: ${JSON.stringify(errors)}`);
      for (const { key } of queries) {
        const text = "Looked at before sending; it is meant as it stands.";
        await this.lead.put(`/requests/${request}/explanations`, { key, text });
      }
    }
    const { name, position } = this.authoriser;
    const all = requests.map((one) => one.request);
    const body = { requests: all, unit, name, position, statement };
    const key = { "idempotency-key": randomUUID() };
    const { submission } = await this.authoriser.post("/submissions", body, key);
    await until(`the board holds what ${this.lead.name} sent`, async () => {
      const { deliveries } = await this.authoriser.get("/deliveries");
      const mine = deliveries.filter((one) => one.submission === submission);
      return mine.length > 0 && mine.every((one) => one.return);
    });
  }

  async ask(about, words) {
    const { requests } = await this.lead.get("/requests");
    const place = `${requests[0].request}/${about}`;
    const page = `/asked/new${about ? `?from=${sectionOf(about)}` : ""}`;
    return (await this.lead.send(page, "/asked", { about: place, words })).path;
  }
}
