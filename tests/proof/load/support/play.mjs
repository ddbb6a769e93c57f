// Plays a script with tools/load and watches the service meanwhile.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { answerVersions } from "./database.mjs";
import { writeScript } from "./script.mjs";

export const folder = mkdtempSync(join(tmpdir(), "onereturn-load-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
export const port = () => Number(new URL(process.env.ONERETURN_URL).port);
const program = join(process.env.ONERETURN_TEST_BUILD, "tools", "load");

// Memory of a process in MiB, or nothing when it has ended.
export function memoryOf(pid) {
  try {
    const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Math.round(Number(kib) / 1024);
  } catch {
    return undefined;
  }
}

let played = 0;

// Tells a running player which gateways are ready.
export const sayPorts = (path, ports) => writeFileSync(path, `${ports.join("\n")}\n`);

// Begins to play; `began` is when its time starts, `ended` gives each step its result.
export async function begin(steps, { connections = 150, ports = [port()] } = {}) {
  const name = join(folder, `play-${++played}`);
  const portsFile = `${name}.ports`;
  writeScript(`${name}.script`, steps, answerVersions());
  sayPorts(portsFile, ports);
  const words = ["--script", `${name}.script`, "--ports", portsFile, "--results", `${name}.out`];
  words.push("--ca", process.env.ONERETURN_CA, "--connections", String(connections));
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
  const left = new Promise((resolve) => child.once("exit", resolve));
  punctual(child.pid);
  await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), left]);
  const ended = left.then((status) => {
    if (status !== 0) throw new Error(`the player ended with ${status}`);
    return results(`${name}.out`, steps);
  });
  return { began: performance.now(), ended, portsFile, stop: () => child.kill() };
}

// It shares the machine with what it measures: where that is allowed it goes first.
function punctual(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_HIGH);
  } catch {
    // Its lag is measured, and judged.
  }
}

function results(path, steps) {
  const lines = readFileSync(path, "utf8").split("\n");
  return steps.map((step, at) => {
    const [status, lag, took, tries, says, why] = lines[at].split("\t");
    return {
      ...step,
      status: Number(status),
      lag_ms: Number(lag) / 1000,
      took_ms: Number(took) / 1000,
      tries: Number(tries),
      saysWhen: says === "1",
      why,
    };
  });
}

export async function play(steps, options) {
  const { ended } = await begin(steps, options);
  return ended;
}

// Looks at the memory of these processes until it is told to stop: {name: {before, peak, after}}.
export function watchMemory(pids) {
  const seen = {};
  const look = () => {
    for (const [name, pid] of Object.entries(pids)) {
      const now = memoryOf(pid);
      if (now === undefined) continue;
      seen[name] ??= { before: now, peak: now };
      seen[name].peak = Math.max(seen[name].peak, now);
    }
  };
  look();
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    look();
    for (const [name, pid] of Object.entries(pids)) seen[name].after = memoryOf(pid);
    return seen;
  };
}
