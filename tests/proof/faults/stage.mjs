// The whole service for itself, with everything in it that a round may break: a PostgreSQL whose
// commits last, Redis, gateway, worker, a mail server and a virus scanner.
import { execFile, execFileSync } from "node:child_process";
import { mountSmall, unmount } from "./disturb.mjs";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { rmSync, writeFileSync, chmodSync, chownSync, statSync, statfsSync } from "node:fs";
import { randomBytes, randomInt } from "node:crypto";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { MailServer, Scanner } from "./outside.mjs";
import { Program, sleep, until } from "./programs.mjs";
import { agencies, regionOf } from "./region.mjs";
import { Sql } from "./sql.mjs";

export const root = path.join(import.meta.dirname, "..", "..", "..");
const built = process.env.ONERETURN_TEST_BUILD ?? path.join(root, "build", "dev");
const pgBin = "/usr/lib/postgresql/15/bin";
const isRoot = process.getuid() === 0;
export const regionFile = path.join(root, "schemas/content/region/region.json");

const postgresSettings = (home) => `listen_addresses = ''
unix_socket_directories = '${home}/sockets'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 64MB
max_wal_size = 1GB
log_min_messages = warning
log_line_prefix = '%m [%p] %u@%d '
timezone = 'UTC'
recovery_init_sync_method = syncfs
`;

// In memory where there is room: what is played is the end of a process, which loses nothing that
// the kernel was given, and a disk that others use makes each restart a matter of seconds.
function roomy() {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > 2 ** 30 ? "/dev/shm" : "/tmp";
  } catch {
    return "/tmp";
  }
}

// Below those that the kernel gives to whoever connects: else a client that asks a dead gateway may
// be given its port, and talk to itself.
async function freePort() {
  for (;;) {
    const port = 20000 + randomInt(10000);
    const server = net.createServer();
    const free = await new Promise((resolve) => {
      server.on("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

export class Stage {
  constructor() {
    this.home = mkdtempSync(`${roomy()}/onereturn-faults-`);
    chmodSync(this.home, 0o711);
    for (const folder of ["logs", "redis", "evidence", "anchors", "cores"])
      mkdirSync(this.at(folder));
    this.redisSocket = this.at("redis/redis.sock");
    this.sockets = this.at("pg/sockets");
    this.faultFiles = { gateway: this.at("faults-gateway"), worker: this.at("faults-worker") };
    this.programs = {};
  }

  at(name) {
    return path.join(this.home, name);
  }

  async open() {
    for (const signal of ["SIGTERM", "SIGINT"]) {
      process.once(signal, () => this.close().finally(() => process.exit(1)));
    }
    process.env.ONERETURN_SECRETS_KEY = randomBytes(32).toString("hex");
    for (const file of Object.values(this.faultFiles)) writeFileSync(file, "");
    // Small, so that it can be full. Without the right to mount, no round fills it.
    this.disk = mountSmall(this.at("evidence"));
    this.makeCertificate();
    await this.openPostgres();
    await this.openRedis();
    this.mail = new MailServer(this.at("tls"));
    await this.mail.open();
    this.scanner = new Scanner(this.at("scanner.sock"));
    await this.scanner.open();
    this.openRegion();
    this.port = await freePort();
    this.url = `https://localhost:${this.port}`;
    await this.startGateway();
    await this.startWorker();
    this.sql = new Sql(this.sockets, "onereturn");
    await this.fill();
  }

  makeCertificate() {
    const words = `set -euo pipefail; RUN="${this.home}"; refuse_with_log() { exit 1; }
      source tools/dev.d/certificate.sh; make_certificate "$RUN/tls"`;
    execFileSync("bash", ["-c", words], { cwd: root, stdio: "ignore" });
    this.ca = readFileSync(this.at("tls/ca.pem"));
  }

  // PostgreSQL refuses to run as root: then as Debian's user for it.
  asDatabaseUser(words) {
    const as = ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", ...words];
    execFileSync(isRoot ? "setpriv" : words[0], isRoot ? as : words.slice(1), {
      stdio: "ignore",
      cwd: "/",
    });
  }

  async openPostgres() {
    const home = this.at("pg");
    mkdirSync(home);
    if (isRoot) {
      const [uid, gid] = ["-u", "-g"].map((which) =>
        Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" })),
      );
      chownSync(home, uid, gid);
    }
    chmodSync(home, 0o700);
    this.asDatabaseUser(["mkdir", "-m", "700", this.sockets]);
    const how = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
    this.asDatabaseUser([`${pgBin}/initdb`, "-D", `${home}/data`, ...how]);
    appendFileSync(`${home}/data/postgresql.conf`, postgresSettings(home));
    this.programs.postgres = new Program("postgres", [`${pgBin}/postgres`, "-D", `${home}/data`], {
      log: this.at("logs/postgres.log"),
      as: isRoot ? "postgres" : null,
      stopBy: "SIGINT",
    });
    await this.startPostgres();
  }

  // After a kill the shared memory of the dead may still be in use: then once more.
  async startPostgres() {
    await until(async () => {
      if (!this.programs.postgres.running) this.programs.postgres.start();
      await sleep(40);
      return this.answers("postgres");
    }, "PostgreSQL answers");
  }

  answers(database) {
    const words = ["-X", "-q", "-h", this.sockets, "-U", "postgres", "-d", database, "-c", ""];
    try {
      execFileSync("psql", words, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  }

  async openRedis() {
    const settings = ["--port", "0", "--unixsocket", this.redisSocket, "--save", ""];
    const words = ["redis-server", ...settings, "--dir", this.at("redis"), "--appendonly", "no"];
    this.programs.redis = new Program("redis", [...words, "--maxmemory-policy", "noeviction"], {
      log: this.at("logs/redis.log"),
    });
    await this.startRedis();
  }

  async startRedis() {
    this.programs.redis.start();
    await until(() => this.redis("ping") === "PONG", "Redis answers");
  }

  redis(...words) {
    try {
      const how = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
      return execFileSync("redis-cli", ["-s", this.redisSocket, ...words], how).trim();
    } catch {
      return "";
    }
  }

  psqlFile(database, file) {
    const words = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", this.sockets, "-U", "postgres"];
    execFileSync("psql", [...words, "-d", database, "-f", file], { cwd: root, stdio: "ignore" });
  }

  admin(...words) {
    return execFileSync(path.join(built, "tools/admin"), words, {
      encoding: "utf8",
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ONERETURN_DATABASE: this.database },
    }).trim();
  }

  // Roles, rights, migrations, then parties and people as the demonstration has them.
  openRegion() {
    this.database = `host=${this.sockets} dbname=onereturn`;
    this.psqlFile("postgres", "schemas/database/bootstrap.sql");
    execFileSync("createdb", ["-h", this.sockets, "-U", "postgres", "onereturn"]);
    this.psqlFile("onereturn", "schemas/database/prepare-database.sql");
    this.admin("migrate");
    writeFileSync(this.at("password"), "four-words-that-nobody-knows-7");
    writeFileSync(this.at("second-factor"), randomBytes(20).toString("hex"));
    this.region = regionOf(regionFile);
    writeFileSync(this.at("region.json"), JSON.stringify(this.region));
    const secrets = ["--password-file", this.at("password")];
    secrets.push("--second-factor-file", this.at("second-factor"));
    this.admin(
      "region",
      "load",
      this.at("region.json"),
      "--catalogue",
      "schemas/content",
      ...secrets,
    );
  }

  common(program) {
    return {
      PATH: process.env.PATH,
      ONERETURN_SECRETS_KEY: process.env.ONERETURN_SECRETS_KEY,
      ONERETURN_DATABASE: `${this.database} user=${program}`,
      ONERETURN_REDIS: this.redisSocket,
      ONERETURN_EVIDENCE: this.at("evidence"),
      ONERETURN_FAULTS: this.faultFiles[program],
      ONERETURN_CLOCK: this.clock ?? "2027-03-16T09:00:00Z",
      ONERETURN_CLOCK_MODE: "running",
    };
  }

  async startGateway() {
    const portFile = this.at("gateway.port");
    this.programs.gateway ??= new Program("gateway", [path.join(built, "services/gateway")], {
      log: this.at("logs/gateway.log"),
    });
    rmSync(portFile, { force: true });
    this.programs.gateway.env = {
      ...this.common("gateway"),
      ONERETURN_AUTH_DATABASE: `${this.database} user=auth`,
      ONERETURN_LISTEN_ADDRESS: "127.0.0.1",
      ONERETURN_LISTEN_PORT: String(this.port),
      ONERETURN_PORT_FILE: portFile,
      ONERETURN_HOSTS: "localhost",
      ONERETURN_TLS_CERTIFICATE: this.at("tls/server.pem"),
      ONERETURN_TLS_KEY: this.at("tls/server.key"),
      ONERETURN_TEMPLATES: path.join(root, "services/gateway/templates"),
      ONERETURN_ASSETS: path.join(root, "build/assets"),
    };
    this.programs.gateway.start();
    await until(
      () => {
        if (!this.programs.gateway.running) throw new Error(this.programs.gateway.said(5));
        return existsSync(portFile) && statSync(portFile).size > 0;
      },
      "the gateway listens",
      30,
    );
  }

  async startWorker() {
    this.programs.worker ??= new Program("worker", [path.join(built, "services/worker")], {
      log: this.at("logs/worker.log"),
    });
    this.programs.worker.env = {
      ...this.common("worker"),
      ONERETURN_CLAMD: this.at("scanner.sock"),
      ONERETURN_PAPER_FOLDER: this.home,
      ONERETURN_SMTP_HOST: "localhost",
      ONERETURN_SMTP_PORT: String(this.mail.port),
      ONERETURN_SMTP_CA: this.at("tls/ca.pem"),
      ONERETURN_SMTP_FROM: "no-reply@onereturn.example",
      ONERETURN_PUBLIC_ORIGIN: this.url,
      ONERETURN_SWEEP_MS: "100",
      ONERETURN_LEASE_SECONDS: "5",
      ONERETURN_SEAL_SECONDS: "0",
      ONERETURN_ANCHORS: this.at("anchors"),
      ONERETURN_ANCHOR_SECONDS: "0",
    };
    this.programs.worker.start();
  }

  // Both forces at once, each by a program of its own.
  fill() {
    const env = {
      ...process.env,
      ONERETURN_DATABASE: this.database,
      ONERETURN_URL: this.url,
      ONERETURN_ADMIN: path.join(built, "tools/admin"),
      NODE_EXTRA_CA_CERTS: this.at("tls/ca.pem"),
    };
    const script = path.join(import.meta.dirname, "fill.mjs");
    const one = (agency) =>
      promisify(execFile)("node", [script, this.at("region.json"), regionFile, agency], { env });
    return Promise.all(agencies.map(one));
  }

  start(name) {
    return name === "gateway" ? this.startGateway() : this.startWorker();
  }

  // Everything that died is begun again. By one at a time.
  mend() {
    this.mending = (this.mending ?? Promise.resolve()).catch(() => {}).then(() => this.beginDead());
    return this.mending;
  }

  async beginDead() {
    if (!this.programs.postgres.running) await this.startPostgres();
    if (!this.programs.redis.running) await this.startRedis();
    for (const name of ["gateway", "worker"]) {
      if (!this.programs[name].running) await this.start(name);
    }
  }

  fillDisk() {
    if (!this.disk) return;
    try {
      writeFileSync(this.at("evidence/filler"), Buffer.alloc(64 * 1024 * 1024));
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
    }
  }

  freeDisk() {
    rmSync(this.at("evidence/filler"), { force: true });
  }

  takeOutsideAway(away) {
    this.mail.away = away;
    this.scanner.away = away;
  }

  async close() {
    this.sql?.close();
    for (const name of ["worker", "gateway", "redis", "postgres"]) {
      await this.programs[name]?.stop();
    }
    await this.scanner?.close();
    await this.mail?.close();
    if (this.disk) unmount(this.at("evidence"));
    rmSync(this.home, { recursive: true, force: true });
  }
}
