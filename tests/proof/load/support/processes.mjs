// Programs of the running service, and more of the same: a second gateway, another worker.
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import https from "node:https";
import { dirname, join } from "node:path";
import { folder } from "./play.mjs";

function startedWith(pid) {
  const text = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
  const env = Object.fromEntries(text.map((one) => one.split(/=(.*)/s).slice(0, 2)));
  const [program] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  return { env, program };
}

export const gatewayPid = () => Number(process.env.ONERETURN_GATEWAY_PID);
const pids = () => join(dirname(startedWith(gatewayPid()).env.ONERETURN_PORT_FILE), "pids");
export const workerPid = () => Number(readFileSync(join(pids(), "worker"), "utf8"));

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let count = 0;

function run(program, env) {
  const log = join(folder, `program-${++count}.log`);
  const file = openSync(log, "a");
  // A worker stays when the tests are over: whoever began the service ends it.
  const child = spawn(program, { env, stdio: ["ignore", file, file], detached: true });
  closeSync(file);
  child.unref();
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
  });
  const said = () => readFileSync(log, "utf8");
  return { child, pid: child.pid, ended, said };
}

// Another gateway like the running one, on a port of its own.
export async function startGateway(more = {}) {
  const { env, program } = startedWith(gatewayPid());
  const portFile = join(folder, `gateway-${count + 1}.port`);
  const own = { ONERETURN_LISTEN_PORT: "0", ONERETURN_PORT_FILE: portFile };
  const started = run(program, { ...env, ...own, ...more });
  while (!existsSync(portFile) || !readFileSync(portFile, "utf8").trim()) {
    if (started.child.exitCode !== null) throw new Error(`no gateway: ${started.said()}`);
    await pause(20);
  }
  return { ...started, port: Number(readFileSync(portFile, "utf8")) };
}

// Takes over from the worker of the service: the old one gets SIGTERM while the new one works.
export function replaceWorker() {
  const old = workerPid();
  const { env, program } = startedWith(old);
  const next = run(program, env);
  process.kill(old, "SIGTERM");
  writeFileSync(join(pids(), "worker"), `${next.pid}\n`);
  return { old, next };
}

export const isAlive = (pid) => existsSync(`/proc/${pid}/exe`) && !isDone(pid);
const isDone = (pid) => {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
};

// CPU seconds that a process has used so far.
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

// The status of a page, over a connection of its own or of that agent; 0 when there was no answer.
export function statusOf(port, path, { agent = false, from = "127.0.0.1", patience = 5000 } = {}) {
  return new Promise((resolve) => {
    const request = https.get(
      { host: "localhost", port, path, agent, localAddress: from, family: 4, timeout: patience },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode));
        answer.once("error", () => resolve(0));
      },
    );
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(0));
  });
}
