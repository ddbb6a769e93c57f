// Where the running demonstration is: what tools/dev puts into the environment of a run.
import { existsSync } from "node:fs";
import path from "node:path";

export function settingsFrom(environment) {
  const build = environment.ONERETURN_TEST_BUILD ?? "";
  return {
    url: environment.ONERETURN_URL,
    admin: environment.ONERETURN_ADMIN,
    mailbox: environment.ONERETURN_MAILBOX,
    password: environment.ONERETURN_PASSWORD,
    gateway: environment.ONERETURN_GATEWAY ?? programIn(build, "services", "gateway"),
    sockets: environment.ONERETURN_PG,
    database: /dbname=(\S+)/.exec(environment.ONERETURN_DATABASE ?? "")?.[1],
  };
}

function programIn(build, folder, name) {
  const places = [path.join(build, folder, name), path.join(build, folder, name, name)];
  return places.find((one) => existsSync(one));
}
