// The faults of a round: how each begins, and how the world is put right again.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { sleep, until } from "./programs.mjs";
import { points } from "./points.mjs";

const happenedIn = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

// A point: the line is written before anything is done, and taken away afterwards.
export class AtPoint {
  constructor(stage, plan) {
    this.stage = stage;
    this.plan = plan;
    this.program = points[plan.point].program;
    this.file = stage.faultFiles[this.program];
    this.line = `${plan.seed} ${plan.point} ${plan.kind} ${plan.nth}`;
  }

  arm() {
    rmSync(`${this.file}.happened`, { force: true });
    writeFileSync(this.file, `${this.line}\n`);
  }

  get happened() {
    return happenedIn(`${this.file}.happened`).includes(this.line);
  }

  // While the work goes on. A pause lasts until the lease has ended and another has done the job.
  async run(over) {
    while (!this.happened && !over.done) await sleep(4);
    if (!this.happened) return;
    if (this.plan.kind === "kill") {
      await this.stage.programs[this.program].gone;
      this.lift();
      await this.stage.mend();
    } else if (this.plan.kind === "pause") {
      await this.outlast();
      writeFileSync(this.file, "");
    }
  }

  async outlast() {
    if (this.program === "gateway") return sleep(120);
    const { sql } = this.stage;
    const held = "select coalesce(max(fence), 0) from jobs.job where state = 'running'";
    // One that stands still with its job's row in its hands keeps it, as it would.
    await sql.run(`update jobs.job set lease_until = clock_timestamp() where job_id in
      (select job_id from jobs.job where state = 'running' for update skip locked)`);
    const before = performance.now();
    // Whoever took it over is done, or a moment has passed.
    return until(
      async () => (await sql.one(held)) === "0" || performance.now() - before > 400,
      "the lease is over",
    );
  }

  lift() {
    writeFileSync(this.file, "");
  }
}

const signal = (stage, program, name) => {
  stage.programs[program].kill(name);
  return stage.programs[program].gone;
};

// A fault of the world: `run` goes on beside the work, `lift` ends it.
const worlds = {
  postgres_kill: (stage) => ({
    run: () => signal(stage, "postgres", "SIGKILL").then(() => stage.mend()),
  }),
  postgres_immediate: (stage) => ({
    run: () => signal(stage, "postgres", "SIGQUIT").then(() => stage.mend()),
  }),
  cut: (stage) => ({
    async run() {
      for (let times = 0; times < 4; times += 1) {
        await stage.sql.run(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where usename in ('gateway', 'worker', 'auth')`,
        );
        await sleep(15);
      }
    },
  }),
  redis_flush: (stage) => ({
    async run() {
      for (let times = 0; times < 3; times += 1) {
        stage.redis("flushall");
        await sleep(10);
      }
    },
  }),
  redis_restart: (stage) => ({
    run: () => signal(stage, "redis", "SIGKILL").then(() => stage.mend()),
  }),
  redis_down: (stage) => ({
    begin: () => signal(stage, "redis", "SIGTERM"),
    lift: () => stage.mend(),
  }),
  disk_full: (stage) => ({
    begin: () => stage.fillDisk(),
    lift: () => stage.freeDisk(),
  }),
  clock: (stage, chance) => ({
    async begin() {
      const days = chance.one([-2, -1, 1, 2, 40]);
      const at = new Date(Date.UTC(2027, 2, 16, 9) + days * 86400000);
      stage.clock = at.toISOString();
      await restart(stage);
    },
    async lift() {
      stage.clock = null;
      await restart(stage);
    },
  }),
  // Duplicates and disorder: leases end early, though not as often as a job is given up for, jobs
  // come in another order, Redis says all twice.
  jobs: (stage) => ({
    async run(over) {
      for (let times = 0; times < 6 && !over.done; times += 1) {
        await stage.sql.run(
          `update jobs.job set lease_until = clock_timestamp()
            where state = 'running' and tries < 4;
           update jobs.job set not_before = clock_timestamp() + random() * interval '80 ms'
            where state = 'waiting'`,
        );
        const streams = stage.redis("keys", "*").split("\n");
        for (const stream of streams.filter((one) => one)) {
          for (let again = 0; again < 3; again += 1) {
            stage.redis("xadd", stream, "*", "word", "deliver");
          }
        }
        await sleep(20);
      }
    },
  }),
  // A first copy that waits while a second one is sent to the same board.
  late: () => ({}),
  storm: () => ({}),
  outside: (stage) => ({
    begin: () => stage.takeOutsideAway(true),
    lift: () => stage.takeOutsideAway(false),
  }),
};

async function restart(stage) {
  for (const program of ["gateway", "worker"]) {
    await signal(stage, program, "SIGKILL");
  }
  await stage.mend();
}

export function disturbance(stage, plan, chance) {
  if (plan.point) return new AtPoint(stage, plan);
  const { begin, run, lift } = worlds[plan.kind](stage, chance);
  return {
    arm: () => begin?.(),
    run: async (over) => {
      if (!run) return;
      await sleep(chance.below(40));
      await run(over);
    },
    lift: () => lift?.(),
    happened: true,
  };
}

// A small file system for the evidence, when this user may mount one.
export function mountSmall(folder) {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m,mode=700", "tmpfs", folder], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

export function unmount(folder) {
  execFileSync("umount", ["-l", folder], { stdio: "ignore" });
}
