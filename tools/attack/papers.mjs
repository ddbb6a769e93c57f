// What boards have on paper, in every state that a page of it has: a version that is finished and
// the next one begun, one to sign, an overview with something to take over, files to take along.
import { formsIn } from "./html.mjs";
import { eventually, sendForm } from "./plant.mjs";

const day = (name, [d, m, y]) => ({
  [`${name}_day`]: d,
  [`${name}_month`]: m,
  [`${name}_year`]: y,
});
const period = { ...day("from", ["1", "1", "2027"]), ...day("to", ["28", "2", "2027"]) };
const fileLink = /href="(\/[^"]+\/(?:papers|tables)\/[0-9a-f-]{36})"/g;

async function makeReport(manager, kind, values = {}) {
  await sendForm(manager, `/reports/new?kind=${kind}`, "/reports", values);
  const { text } = await manager.ask("GET", "/reports");
  // The newest stands first.
  return /href="(\/reports\/[0-9a-f-]{36})"/.exec(text)[1];
}

const formsOn = async (visitor, page) =>
  formsIn((await visitor.ask("GET", page)).bytes.toString("utf8"), page);

// Every section says something numbered, as conclusions do.
async function finish(manager, report) {
  const forms = await formsOn(manager, report);
  for (const { action, fields } of forms.filter((one) => one.action.includes("/sections"))) {
    const areas = fields.filter(({ type }) => type === "textarea");
    const words = areas.map(({ name }) => [name, "1. So it is."]);
    if (words.length > 0) await sendForm(manager, report, action, Object.fromEntries(words));
  }
  await sendForm(manager, report, `${report}/finish`);
}

// As a page, and its tables, which need no converter: from a page that offers to make files.
async function takeFiles(visitor, page) {
  for (const format of ["html", "csv"]) {
    const form = (await formsOn(visitor, page)).find(({ fields }) =>
      fields.some(({ name, value }) => name === "format" && value === format),
    );
    await visitor.ask("POST", form.action, { form: form.fields.map(pair) });
  }
  await eventually(`two files of ${page} are there`, async () => {
    const { text } = await visitor.ask("GET", page);
    return new Set([...text.matchAll(fileLink)].map(([, href]) => href)).size === 2;
  });
}
const pair = ({ name, value }) => [name, value];

// What an organisation sent is on paper for itself and for the board.
async function plantReturns(stage) {
  const places = stage.held.slice(0, 3).map(({ held }) => `/returns/${held}/papers`);
  for (const [at, { manager }] of stage.held.slice(0, 3).entries()) {
    await takeFiles(manager, places[at]);
  }
  for (const code of agencies) {
    const lead = stage.role(code, "lead");
    const { text } = await lead.ask("GET", "/sent");
    const page = /href="(\/sent\/[0-9a-f-]{36}\/papers)/.exec(text)?.[1];
    // Whoever has sent nothing has nothing on paper.
    if (!page) continue;
    await takeFiles(lead, page);
    places.push(page);
  }
  return places;
}
const agencies = ["thornmere-police", "thistle-row"];

// Of boards that hold a return; the first of them has released what it thinks. Answers where each
// report stands, in all of its versions.
export async function plantPapers(stage) {
  const places = await plantReturns(stage);
  for (const { manager } of stage.held.slice(0, 3)) {
    const twice = await makeReport(manager, "highlight", period);
    await finish(manager, twice);
    await takeFiles(manager, `${twice}/versions/1/files`);
    await sendForm(manager, twice, `${twice}/next`);
    const exception = await makeReport(manager, "exception", period);
    await finish(manager, exception);
    const { text } = await manager.ask("GET", "/reports/new?kind=organisation");
    if (/<option[^>]*value="[0-9a-f-]{36}"/.test(text)) {
      await finish(manager, await makeReport(manager, "organisation"));
    }
    const versions = `${twice}/versions`;
    const overview = await makeReport(manager, "overview");
    places.push(twice, `${versions}/1`, `${versions}/1/files`, `${versions}/2/changes`);
    places.push(exception, overview);
  }
  return places;
}

// Pages that nobody links to, where one chooses what to make.
export const placesOfPapers = ["highlight", "overview", "organisation", "pack"].map(
  (kind) => `/reports/new?kind=${kind}`,
);
