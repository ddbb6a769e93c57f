// Takes what a board of the demonstration has on paper along, as its manager does at the pages:
// node papers.mjs FOLDER writes each ready file there and says which.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Visitor, Web } from "../attack/web.mjs";
import { People, readJson } from "./people.mjs";

const { ONERETURN_URL: url, ONERETURN_ADMIN: admin, ONERETURN_REGION: region } = process.env;
const [folder] = process.argv.slice(2);
const manager = new People(readJson(region), { url, admin }).withRole("port-sallow", "manager");
const web = new Web(url, { connections: 1 });
const visitor = new Visitor(web, { name: manager.name, token: manager.token });

const linksIn = (html, pattern) => [...new Set([...html.matchAll(pattern)].map(([, one]) => one))];
const ask = async (path) => {
  const answer = await visitor.ask("GET", path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer;
};
const open = async (path) => (await ask(path)).bytes.toString("utf8");

// The name that the service gives it.
function nameOf({ headers }) {
  const said = headers.find(([name]) => name === "content-disposition")[1];
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(said) ?? [];
  return basename(encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/.exec(said)[1]);
}

mkdirSync(folder, { recursive: true });
for (const report of linksIn(await open("/reports"), /href="(\/reports\/[0-9a-f-]{36})"/g)) {
  const [files] = linksIn(await open(report), /href="([^"]+\/files)"/g);
  for (const file of linksIn(await open(files), /href="(\/reports\/[^"]+\/papers\/[^"]+)"/g)) {
    const answer = await ask(file);
    const name = nameOf(answer);
    writeFileSync(join(folder, name), answer.bytes);
    console.log(`  ${join(folder, name)}`);
  }
}
web.close();
