// Kills the running gateway as a failing machine would, and starts it again as it was.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

let pid = Number(process.env.ONERETURN_GATEWAY_PID);
let settings = null;

// What the process was started with; a port of its own choosing becomes the one that it chose.
function remember() {
  const text = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
  const env = Object.fromEntries(text.map((one) => one.split(/=(.*)/s).slice(0, 2)));
  env.ONERETURN_LISTEN_PORT = new URL(process.env.ONERETURN_URL).port;
  const [program] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  settings = { env, program };
}

const isAlive = () => existsSync(`/proc/${pid}/stat`);

// A gateway that takes nothing in and gives nothing out, as one that hangs.
export function freezeGateway() {
  process.kill(pid, "SIGSTOP");
}

export async function killGateway() {
  remember();
  process.kill(pid, "SIGKILL");
  while (isAlive()) await new Promise((resolve) => setTimeout(resolve, 20));
}

// The day that it goes on at: where the service began, and what has passed since.
function clockNow(folder) {
  const { began, from } = JSON.parse(readFileSync(join(folder, "clock.json"), "utf8"));
  return new Date(from + Date.now() - began).toISOString();
}

// On the same port, and noted where whoever ends the service looks for it.
export async function startGateway() {
  const { ONERETURN_PORT_FILE: portFile } = settings.env;
  rmSync(portFile, { force: true });
  const env = { ...settings.env, ONERETURN_CLOCK: clockNow(dirname(portFile)) };
  const child = spawn(settings.program, { env, detached: true, stdio: "ignore" });
  child.unref();
  pid = child.pid;
  writeFileSync(join(dirname(portFile), "pids", "gateway"), `${pid}\n`);
  while (!existsSync(portFile)) {
    if (child.exitCode !== null) throw new Error("the gateway did not start again");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
