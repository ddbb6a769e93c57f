// How the board of Port Sallow looks at what it received: words on each item, a second look, a
// release, a return that goes back, a sample, evidence that is asked for, a member's review, plans.
import { dayOf } from "./board.mjs";
import { day, optionIn } from "./hands.mjs";

const words = [
  "Clear, and the report of the visit bears it out.",
  "Agreed. The date of the next review is missing; put it in next time.",
  "Good that the weak point was found by asking. We should like to hear in summer how it went.",
  "A sound beginning. Say next time what families changed.",
  "Agreed. The figures are plain.",
  "Agreed; this is well kept.",
  "Agreed, and thank you for your part in the practice group.",
  "Agreed.",
  "Agreed. The harbour master confirmed it.",
  "Thank you for going back to the panel with an answer.",
];
export const itemsOf = (html) => [
  ...new Set(
    [...html.matchAll(/href="(\/returns\/[^"]+\/evaluation\/items\/[^"?#/]+)"/g)].map(
      (one) => one[1],
    ),
  ),
];

export class Evaluating {
  constructor(board) {
    this.board = board;
    this.hands = board.hands;
  }

  async of(name) {
    return `/returns/${await this.board.held(name)}`;
  }

  // Begins, acknowledges, and says something about so many of the items.
  async begin(name, count, first = 0) {
    const held = await this.of(name);
    const page = `${held}/evaluation`;
    await this.hands.send(held, `${held}/acknowledge`);
    await this.hands.send(page, page);
    const items = itemsOf(await this.hands.open(page)).sort(byNumber);
    for (const [at, item] of items.slice(0, count).entries()) {
      const comment = words[(at + first) % words.length];
      await this.hands.send(item, item, { comment, go: "next" });
    }
  }

  async sum(name, comment) {
    const page = `${await this.of(name)}/evaluation`;
    const summary = `${page}/items/summary`;
    await this.hands.send(`${page}/finish`, summary, { comment, go: "stay" });
  }

  async secondLook(name, about) {
    const page = `${await this.of(name)}/evaluation`;
    await this.hands.send(`${page}/finish`, `${page}/second-look`, { words: about, go: "send" });
  }

  async release(name) {
    const page = `${await this.of(name)}/evaluation`;
    await this.hands.send(`${page}/finish`, `${page}/release`);
  }

  // `items`: what should be changed, by the number of the item's box.
  async giveBack(name, due, about, items) {
    const page = `${await this.of(name)}/evaluation/send-back`;
    const asked = Object.entries(items).map(([box, said]) => [`item-${box}`, said]);
    const said = { ...Object.fromEntries(asked), ...day("due", dayOf(due)), words: about };
    await this.hands.send(page, page, { ...said, go: "send" });
  }

  // Asks to see the piece of that title.
  async askToSee(name, title, about, due) {
    const page = `${await this.of(name)}/evidence`;
    const html = await this.hands.open(page);
    const asks = [...html.matchAll(/Ask to see it[\s\S]*?<\/form>/g)].map(([form]) => form);
    const form = asks.find((one) => one.includes(title));
    const number = /evidence\/(\d+)\/ask/.exec(form)[1];
    const said = { words: about, ...day(`due-${number}`, dayOf(due)) };
    await this.hands.send(page, `${page}/${number}/ask`, said);
  }

  async sample(name, amount, seed) {
    const page = `${await this.of(name)}/samples`;
    return (await this.hands.send(page, page, { amount, seed })).path;
  }

  async noteResult(sample, outcome, note) {
    const form = await this.action(sample, /action="(\/samples\/[^"]+\/[0-9a-f-]{36}\/\d+)"/);
    await this.hands.send(sample, form, { outcome, note });
  }

  async action(page, pattern) {
    return pattern.exec(await this.hands.open(page))[1];
  }

  async inviteReviewer(name, { person, home, until, about }) {
    const held = await this.of(name);
    const page = `/peer-reviews/invite?return=${held.split("/").at(-1)}`;
    const who = optionIn(await this.hands.open(page), "person", person);
    const said = { person: who, home, words: about, ...day("until", dayOf(until)) };
    await this.hands.send(page, "/peer-reviews/invite", said);
  }

  async demandPlan(name, about, due) {
    const page = `${await this.of(name)}/plan`;
    const said = { words: about, ...day("due", dayOf(due)) };
    return (await this.hands.send(page, page, said)).path;
  }

  async ratify(plan, { group, on, minute }) {
    const html = await this.hands.open(plan);
    const names = [...html.matchAll(/name="([a-z_]+)_day"/g)].map(([, one]) => one);
    const said = { by_group: group, minute_ref: minute, ...day(names[0], dayOf(on)) };
    await this.hands.send(plan, `${plan}/ratify`, said);
  }
}

const numberOf = (path) => parseInt(path.split("/").at(-1), 10);
const byNumber = (a, b) => numberOf(a) - numberOf(b);
