// What a board's own pages say of each of its actions, and what follows from it for a report on a
// period: worked out here from the pages alone, beside the product that drafts the report.

import { go } from "./browser.mjs";
import { region } from "./stack.mjs";
import { readJson } from "../../../tools/demo/people.mjs";

const catalogue = new URL("../../../schemas/content/templates/", import.meta.url);
const away = { none: 1, complete: 0, on_track: 1, at_risk: 2, off_track: 3 };

export const inWords = (day) =>
  day.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
export const dayIn = (words) => new Date(`${words.match(/\d+ \w+ \d{4}/)[0]} UTC`);
const daysFrom = (one, other) => Math.round((other - one) / 86_400_000);
const days = (count) => `${count} ${count === 1 ? "day" : "days"}`;
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

// Labels of the board's own form, as they stand in the catalogue, to what they mean.
function meanings(board) {
  const { template } = region.audits.find((one) => one.board === board);
  const form = readJson(new URL(`${template.code}-${template.version}.json`, catalogue));
  const points = form.status_scheme?.points ?? [];
  return new Map(points.map(({ label, meaning, role }) => [meaning || label, role]));
}

async function readAction(who, href, roles) {
  await go(who, href);
  const read = await who.page.locator("main").evaluate((main) => {
    const words = (from, what) => from.querySelector(what)?.textContent ?? "";
    const labels = [...main.querySelectorAll(".app-facts dt")];
    return {
      name: words(main, "h1"),
      organisation: words(main, ".app-eyebrow"),
      standing: words(main, ".app-head .pill"),
      withheld: /Your board alone has this action/.test(main.textContent),
      facts: labels.map((one) => [one.textContent, one.nextElementSibling.textContent]),
      history: [...main.querySelectorAll(".story > li")].map((one) => ({
        title: one.querySelector(".story__title").firstChild.textContent,
        at: words(one, "time"),
        text: [...one.querySelectorAll(":scope > p:not(.small)")].map((p) => p.textContent),
      })),
    };
  });
  const facts = new Map(read.facts);
  const history = read.history
    .map(({ title, at, text }) => ({
      title: oneLine(title),
      on: dayIn(at),
      text: text.map(oneLine),
    }))
    .reverse();
  const end = history
    .filter(({ title }) => ["Verified and closed", "Closed"].includes(title))
    .pop();
  const by = facts.get("By");
  return {
    name: oneLine(facts.get("What") ?? read.name),
    organisation: oneLine(read.organisation),
    lead: oneLine(facts.get("Leads") ?? ""),
    risks: oneLine(facts.get("Risks") ?? ""),
    by: by === "No date" ? null : dayIn(by),
    standing: oneLine(read.standing),
    withheld: read.withheld,
    role: roles.get(oneLine(read.standing)) ?? "none",
    history,
    end: end ?? null,
  };
}

// Every action of the board, open and closed, that organisations have as well.
export async function actionsOf(who, board) {
  const roles = meanings(board);
  const all = [];
  for (const show of ["open", "closed"]) {
    await go(who, `/actions?show=${show}`);
    const hrefs = await who.page
      .locator("main tbody a[href^='/actions/']")
      .evaluateAll((links) => [...new Set(links.map((one) => one.getAttribute("href")))]);
    for (const href of hrefs) {
      const action = await readAction(who, href, roles);
      all.push({ ...action, end: show === "closed" ? action.end : null });
    }
  }
  return { roles, actions: all.filter((one) => !one.withheld) };
}

const isOverdue = ({ end, by }, today) => !end && by && by < today;

// Where it stands, as a report says it.
function standing(action, today) {
  const pill = action.standing;
  if (action.end) {
    const ended = action.end.title === "Closed" ? "closed" : "verified";
    const words = `${ended} ${inWords(action.end.on)}`;
    const none = pill === "No status yet" || pill === "";
    return none ? words[0].toUpperCase() + words.slice(1) : `${pill}, ${words}`;
  }
  const late = isOverdue(action, today) ? `, ${days(daysFrom(action.by, today))} late` : "";
  return `${pill}${late}`;
}

function turnsOf(action, roles, slipped, achieved) {
  let was = "no status";
  for (const { title, on, text } of action.history) {
    if (title === "Day moved") {
      const [from, to] = text[0].match(/\d+ \w+ \d{4}/g)?.map(dayIn) ?? [];
      if (!from || !to) continue;
      const why = text[1] ? `, because: ${text[1].replace(/\.$/, "")}` : "";
      const words = `The day moved from ${inWords(from)} to ${inWords(to)}`;
      (to > from ? slipped : achieved).push(`${words}${why}`);
    } else if (roles.has(title)) {
      const before = away[roles.get(was.slice(1, -1)) ?? "none"];
      const now = away[roles.get(title)];
      const words = `On ${inWords(on)} it went from ${was} to “${title}”`;
      if (now > before && now > 1) slipped.push(words);
      if (now < before && before > 1) achieved.push(words);
      was = `“${title}”`;
    }
  }
}

// The rows that a report on exceptions must have, of a period that began before all of them.
export function exceptionsIn({ roles, actions }, today) {
  const rows = { slipped: [], achieved: [] };
  for (const action of actions) {
    const slipped = [];
    const achieved = [];
    turnsOf(action, roles, slipped, achieved);
    if (action.end) {
      const done = action.end.title === "Closed" ? "Closed on" : "Done, and verified on";
      const late = action.by ? daysFrom(action.by, action.end.on) : null;
      const side = late > 0 ? `${days(late)} after its day` : `${days(-late)} before its day`;
      const when = late === null ? "" : late === 0 ? ", on its day" : `, ${side}`;
      achieved.push(`${done} ${inWords(action.end.on)}${when}`);
      if (late > 0) slipped.push(`It ended ${side}`);
    }
    if (isOverdue(action, today)) {
      slipped.push(`It was ${days(daysFrom(action.by, today))} late on ${inWords(today)}`);
    }
    const row = [
      action.name,
      action.organisation,
      action.lead || "Nobody named",
      action.by ? inWords(action.by) : "No day given",
      standing(action, today),
    ];
    if (slipped.length > 0) rows.slipped.push([...row, slipped.join(" ")]);
    if (achieved.length > 0) rows.achieved.push([...row, achieved.join(" ")]);
  }
  return rows;
}

// The names that a report of a month must have in each of its tables. `until` is the last day of
// the month after it.
export function highlightsIn({ actions }, { from, today, until }) {
  const named = (list) => list.map(({ name }) => name).sort();
  const open = actions.filter((one) => !one.end);
  return {
    done: named(actions.filter((one) => one.end && one.end.on >= from)),
    overdue: named(open.filter((one) => isOverdue(one, today))),
    planned: named(open.filter((one) => one.by && one.by >= today && one.by <= until)),
    risks: named(
      open.filter(
        ({ role, risks, lead, by }) =>
          ["at_risk", "off_track"].includes(role) || risks || !lead || !by,
      ),
    ),
    open: open.length,
  };
}
