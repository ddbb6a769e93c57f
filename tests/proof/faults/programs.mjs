// Programs that a test starts, kills and starts again. None outlives the test: each is told of its
// parent's end by the kernel.
import { spawn } from "node:child_process";
import { openSync, closeSync, readFileSync } from "node:fs";

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Until `done` answers something true, which is handed on; throws after `seconds`.
export async function until(done, what, seconds = 60, pause = 10) {
  const last = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await done();
    if (answer) return answer;
    if (performance.now() > last) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(pause);
  }
}

export class Program {
  // `as`: the user to run it as, when there is need of another one.
  constructor(name, words, { env = process.env, log, as, stopBy = "SIGTERM" }) {
    Object.assign(this, { name, words, env, log, as, stopBy });
    this.ends = [];
    this.child = null;
  }

  start(more = {}) {
    const out = openSync(this.log, "a");
    const other = this.as ? [`--reuid=${this.as}`, `--regid=${this.as}`, "--init-groups"] : [];
    const words = [...other, `--pdeathsig=${this.stopBy.slice(3)}`, "--", ...this.words];
    const child = spawn("setpriv", words, {
      env: { ...this.env, ...more },
      stdio: ["ignore", out, out],
      cwd: "/",
      detached: true,
    });
    closeSync(out);
    this.child = child;
    this.gone = new Promise((resolve) => {
      child.on("exit", (code, signal) => {
        this.ends.push({ code, signal });
        if (this.child === child) this.child = null;
        resolve({ code, signal });
      });
    });
    return this;
  }

  get running() {
    return this.child !== null;
  }

  kill(signal) {
    this.child?.kill(signal);
    return this.gone;
  }

  async stop() {
    if (!this.running) return;
    this.child.kill(this.stopBy);
    const late = setTimeout(() => this.child?.kill("SIGKILL"), 25000);
    await this.gone;
    clearTimeout(late);
  }

  said(lines = 40) {
    return readFileSync(this.log, "utf8").split("\n").slice(-lines).join("\n");
  }
}
