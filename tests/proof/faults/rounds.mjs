// One round: a plan out of a seed is played, the world put right, and everything asked after.
import path from "node:path";
import { Chance } from "./chance.mjs";
import { Checker } from "./checker.mjs";
import { Door } from "./client.mjs";
import { disturbance } from "./disturb.mjs";
import { makeMerge } from "./merging.mjs";
import { People } from "./people.mjs";
import { planOf } from "./plans.mjs";
import { Pollers } from "./pollers.mjs";
import { sleep, until } from "./programs.mjs";
import { Content } from "./recompute.mjs";
import { root, Stage } from "./stage.mjs";
import { Sealed } from "./sealed.mjs";
import { Stores } from "./stores.mjs";
import { Work } from "./work.mjs";

// Every so often a round waits for what the service does by itself; the others bring it forward.
const patientEach = 40;

export class Rounds {
  async open() {
    this.stage = new Stage();
    await this.stage.open();
    this.door = new Door(this.stage.url, this.stage.ca);
    this.people = await new People(this.stage, this.door).open();
    const content = new Content(path.join(root, "schemas/content"));
    this.pollers = new Pollers(this.door, this.people, content);
    this.checker = new Checker(this.stage.sql, content);
    this.stores = new Stores(this.stage);
    this.sealed = new Sealed(this.stage);
    this.known = new Set();
    this.requestsOf = await this.requestsByBoard();
    return this;
  }

  // After a round that went wrong nothing that it left behind shall be taken for another fault.
  async begin() {
    await this.close();
    return this.open();
  }

  async requestsByBoard() {
    const rows = await this.stage.sql.rows("select tenant_id, request_id from tenant.request");
    const all = new Map(this.people.boards.map((board) => [board.id, new Set()]));
    for (const { tenant_id: board, request_id: request } of rows) all.get(board)?.add(request);
    return all;
  }

  // What the programs said that was no matter of course, newest last.
  logs() {
    const { gateway, worker } = this.stage.programs;
    const matter = /"level":"(warn|error)|what|terminate/;
    return [gateway, worker]
      .flatMap((program) => program.said(400).split("\n"))
      .filter((line) => matter.test(line))
      .slice(-30)
      .join("\n");
  }

  async close() {
    this.door?.close();
    await this.stage.close();
  }

  // {plan, hit, complaints, ms, slow}
  async play(seed) {
    const began = performance.now();
    const plan = planOf(seed);
    const chance = new Chance(seed);
    const work = new Work(this.stage, this.door, this.people, seed, chance);
    work.known = this.known;
    this.work = work;
    work.mayThrow = plan.kind === "throw";
    const fault = disturbance(this.stage, plan, chance);
    const complaints = [];
    try {
      await this.disturbed(plan, work, fault, chance);
    } catch (error) {
      complaints.push(`the round broke off: ${error.stack}`);
    }
    complaints.push(...(await this.pollers.stop()), ...work.complaints);
    if (complaints.length === 0) complaints.push(...(await this.asked(work)));
    const ms = performance.now() - began;
    return { plan, hit: fault.happened, complaints, ms, slow: this.slow };
  }

  // When nobody reads any more, every entry is sealed, and every chain's end anchored.
  async asked(work) {
    try {
      await this.emptied(false, true);
    } catch (error) {
      return [error.message];
    }
    const asked = [this.checker, this.stores, this.sealed];
    const complaints = [];
    for (const one of asked) complaints.push(...(await one.check(work)));
    return complaints;
  }

  async disturbed(plan, work, fault, chance) {
    const { stage } = this;
    this.pollers.start(this.requestsOf);
    const merge = plan.work.includes("merge") ? await makeMerge(work) : null;
    await fault.arm();
    const over = { done: false };
    const going = this.doWork(plan, work, merge, chance).finally(() => (over.done = true));
    const disturbing = fault.run(over);
    await Promise.all([going, disturbing]);
    // A fault of the worker may come only after everybody was answered.
    if (!fault.happened) await this.awaitFault(fault);
    await fault.lift();
    await stage.mend();
    const lifted = performance.now();
    await work.settle();
    await this.recover(plan, lifted);
  }

  async awaitFault(fault) {
    const over = { done: false };
    const late = setTimeout(() => (over.done = true), 3000);
    await fault.run(over);
    clearTimeout(late);
  }

  doWork(plan, work, merge, chance) {
    const { agencies } = this.people;
    const agency = chance.one(agencies);
    const parts = {
      save: () => Promise.all([work.save(agency), work.save(chance.one(agencies))]),
      submit: () => work.submit(agency, plan.kind === "storm" ? 12 : 1 + chance.below(3)),
      upload: () => work.upload(agency),
      infected: () => work.upload(agency, true),
      remove: () => work.remove(agency),
      mail: () => work.mail(agency),
      acknowledge: () => work.acknowledge(chance.one(this.people.boards)),
      merge: () => merge.press(),
      paper: () => work.paper(chance.one(this.people.boards)),
    };
    if (plan.kind === "late") return this.sendTwo(work, agency);
    return Promise.all(plan.work.map((name) => parts[name]()));
  }

  // Two submissions to the same boards; what the first one sends is held up.
  async sendTwo(work, agency) {
    const { stage } = this;
    stage.programs.worker.child.kill("SIGSTOP");
    try {
      await work.submit(agency);
      await stage.sql.run(
        `update jobs.job set not_before = clock_timestamp() + interval '400 ms'
          where state = 'waiting' and kind = 'deliver'`,
      );
      await work.save(agency);
      await work.submit({ ...agency, requests: work.submissions[0].requests });
    } finally {
      stage.programs.worker.child.kill("SIGCONT");
    }
  }

  // The backlog is empty within a minute. What would only be waited for is brought forward, except
  // in some rounds.
  async recover(plan, lifted) {
    const { sql } = this.stage;
    const patient = plan.seed % patientEach === patientEach - 1;
    const killed = plan.kind === "kill" || plan.kind === "clock";
    if (killed && !patient) {
      await sql.run("update jobs.job set lease_until = clock_timestamp() where state = 'running'");
    }
    const left = await this.stores.letADayPass();
    const upkeep = left > 0 && !patient;
    await this.emptied(patient);
    if (upkeep && (await this.stores.letADayPass()) > 0) {
      // A worker looks after the store when it begins.
      this.stage.programs.worker.kill("SIGTERM");
      await this.stage.programs.worker.gone;
      await this.stage.mend();
      await sleep(150);
      await this.emptied(false);
    }
    this.slow = Math.round(performance.now() - lifted);
  }

  // Whoever reads leaves entries: as long as somebody does, there is always one to be sealed.
  emptied(patient, trails = false) {
    const { sql } = this.stage;
    const some = trails
      ? `(select count(*) from jobs.unsealed where gone_at is null)
         + (select count(*) from jobs.trail where anchored < sealed)`
      : "0";
    const waiting = `select ${some} + (select count(*) from jobs.job
      where state in ('waiting', 'running') ${trails ? "" : "and kind <> 'seal_trail'"})`;
    const waking = "select count(*) from jobs.waking where on_day < '2027-01-01'";
    return until(
      async () => {
        if (!patient) {
          await sql.run(
            "update jobs.job set not_before = now() where state = 'waiting' and not_before > now()",
          );
        }
        return (await sql.one(waiting)) === "0" && (await sql.one(waking)) === "0";
      },
      "the backlog is empty",
      60,
      25,
    );
  }
}
