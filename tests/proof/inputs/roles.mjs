// What each role of a board sees and may do, route by route: whoever the table names is let in,
// whoever it does not name is told so. A list is taken along by whoever was let, and written down.
import test from "node:test";
import { refusedPage } from "./support/checks.mjs";
import { routes } from "./support/routes.mjs";
import { count, stage, tell } from "./support/stage.mjs";

const nobody = "00000000-0000-4000-8000-000000000000";
const pages = routes.filter(
  ({ verb, who, surface }) => verb === "GET" && surface === "page" && who !== "anyone",
);
const path = ({ pattern }) => pattern.replace(/\{[^}]+\}/g, nobody);
const isFile = ({ pattern }) => pattern.endsWith(".csv") || pattern.endsWith(".zip");

test("each page of a board is for the roles that are named, and for nobody else", async () => {
  const { people } = await stage();
  const faults = [];
  for (const label of ["manager", "assistant", "chair", "member"]) {
    const who = people.get(label);
    for (const route of pages.filter((one) => one.who === "board")) {
      const named = route.roles.includes(who.role);
      // A manager's own files would be written down; others have no right to any.
      if (named && isFile(route) && who.role === "manager") continue;
      const answer = await who.get(path(route));
      count("business");
      const refused = answer.status === 403;
      if (refused !== (!named || isFile(route))) {
        faults.push(`${route.pattern} as ${label}: ${answer.status}`);
      }
      if (refused) refusedPage(answer, [403]);
    }
  }
  tell("business", faults);
});

test("a council is let in by its own pages alone, and nobody else by those", async () => {
  const { people } = await stage();
  const faults = [];
  for (const label of ["children's lead", "manager", "chair", "member", "lead", "authoriser"]) {
    const who = people.get(label);
    for (const route of pages.filter((one) => ["board", "agency", "council"].includes(one.who))) {
      const own = route.who === "council";
      if (own === (label === "children's lead")) continue;
      if (!own && label !== "children's lead") continue;
      const answer = await who.get(path(route));
      count("business");
      if (answer.status !== 403) faults.push(`${route.pattern} as ${label}: ${answer.status}`);
    }
  }
  tell("business", faults);
});
