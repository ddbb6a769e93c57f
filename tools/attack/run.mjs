// The whole attack over HTTP, in one place for the tests and for people: stage, crawl, matrix, what
// everybody reads, twins. Answers with figures and with everything that went wrong.
import { crawl } from "./crawl.mjs";
import { Contract } from "./contract.mjs";
import { foreignExports, ownExports, sameBytes } from "./exports.mjs";
import { Matrix, ownedIn } from "./matrix.mjs";
import { Routes } from "./routes.mjs";
import { setStage } from "./stage.mjs";
import { sweepIds, sweepMails, sweepTexts } from "./sweep.mjs";
import { playTwins } from "./twins.mjs";
import { Web, together } from "./web.mjs";

// How many pages of one row each reads; whoever leads reads more. Everything, when asked.
const enough = { most: 24, some: 8 };
const leads = new Set(["lead", "manager", "nobody"]);

// `before` may do more with the stage before the twins use up what is there.
export async function attack({ settings, region, everything = false, progress, before }) {
  const { url, admin, mailbox, password, gateway } = settings;
  const web = new Web(url);
  try {
    progress("stage", 0, 1);
    const say = (words) => progress("stage", 0, 1, words);
    const stage = await setStage({ region, web, admin, mailbox, password, say });
    const routes = Routes.of(gateway);
    const found = await crawlAll(stage, routes, { everything, progress });
    const matrix = new Matrix({ stage, routes, found, contract: new Contract() });
    const attempts = matrix.attempts(stage.visitors);
    const tell = (done) => progress("matrix", done, attempts.length);
    const results = await matrix.play(attempts, { tell });
    const readings = readAll(stage, routes, [...found, ...ownExports(stage)]);
    results.push(...foreignExports(stage), ...(await sameBytes(stage)));
    const more = await before(stage);
    const twins = await playTwins(matrix, { tell: (done, all) => progress("twins", done, all) });
    return { ...more, results, readings, twins, uncovered: uncovered(routes, results) };
  } finally {
    web.close();
  }
}

async function crawlAll(stage, routes, { everything, progress }) {
  const found = new Map();
  let done = 0;
  await together(2, stage.visitors, async (visitor) => {
    const leading = leads.has(visitor.role);
    const most = everything ? 5000 : leading ? enough.most : enough.some;
    const starts = leading ? stage.doors : [];
    found.set(visitor, await crawl(visitor, routes, { starts, most }));
    progress("crawl", ++done, stage.visitors.length);
  });
  // In the order of the visitors, so that a seeded choice is the same again.
  return new Map(stage.visitors.map((one) => [one, found.get(one)]));
}

function readAll(stage, routes, found) {
  const { doors, markers, mails, visitors } = stage;
  const isDoor = (visitor, path) => doors.includes(path.split("?")[0]);
  return {
    texts: sweepTexts(found, markers, isDoor),
    mails: sweepMails(mails, visitors, markers),
    ids: sweepIds(new Map(found.filter(([one]) => stage.visitors.includes(one))), routes),
    planted: markers.list,
  };
}

// Rows with an id in their path at which nobody's id was ever tried.
function uncovered(routes, results) {
  const tried = new Set(results.filter((one) => one.sort === "path").map(placeOf));
  return routes.list.flatMap((route) =>
    ownedIn(route)
      .map((place) => placeOf({ route, place }))
      .filter((place) => !tried.has(place)),
  );
}

export const placeOf = ({ route, place }) => `${route.id} ${place}`;

export function figuresOf({ results, readings, twins, uncovered: never }) {
  const { texts, mails, ids } = readings;
  const leaks = results.filter((one) => one.leak).length;
  const read = texts.leaks.length + mails.leaks.length + ids.leaks.length;
  const count = (sort) => results.filter((one) => one.sort === sort).length;
  return {
    attempts: results.length,
    leaks: leaks + read,
    http: {
      in_paths: count("path"),
      in_queries: count("query"),
      in_fields: count("field") + count("name"),
      in_json: count("member"),
      other_secrets: count("secret"),
      exports_and_contents: count("export") + count("content"),
      routes: new Set(results.map((one) => one.route.id)).size,
      people: new Set(results.map((one) => `${one.visitor.name} ${one.visitor.who}`)).size,
      twins: twins.filter((one) => one.reached).length,
      twins_missing: twins.filter((one) => !one.reached).length,
      places_never_tried: never.length,
      answers_read: texts.read,
      mails_read: mails.read,
      ids_read: ids.read,
      markers_planted: readings.planted.length,
      markers_found_by_their_own: texts.seen.size,
    },
  };
}
