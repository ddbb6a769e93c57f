// The reports on a period out of actions that are put on the list here, beside whatever other
// journeys have left there: one put off and late, one worse off, one that got better, one that
// ended after its day.

import { go } from "./support/browser.mjs";
import { reportsOnPeriods } from "./support/period_reports.mjs";
import { force, party } from "./support/stack.mjs";

const agency = party(force).profile.name;
const press = (who, words) => who.page.click(`main button:has-text("${words}")`);
const point = (who, label) => who.page.locator("label.points__one", { hasText: label }).click();

async function type(who, [day, month, year]) {
  await who.page.fill("[name='by_day']", day);
  await who.page.fill("[name='by_month']", month);
  await who.page.fill("[name='by_year']", year);
}

async function add(who, what, day, lead) {
  await go(who, "/actions/new");
  await who.page.selectOption("#entry", { label: agency });
  await who.page.fill("#what", what);
  await who.page.fill("#lead", lead);
  await type(who, day);
  await press(who, "Put it on the list");
  await who.page.locator(".note--green").waitFor();
}

async function update(who, words, { label, day } = {}) {
  if (label) await point(who, label);
  if (day) await type(who, day);
  await who.page.fill("#words", words);
  await press(who, "Add to history");
  await who.page.locator(".note--green").waitFor();
}

async function prepare(who) {
  await add(
    who,
    "Give every shift a safeguarding rota, & keep it.",
    ["26", "2", "2027"],
    "Jo Ward",
  );
  await update(who, "The system came late.", { day: ["12", "3", "2027"] });
  await add(who, "Tell schools whom to ring at night", ["30", "4", "2027"], "Sam Reeve");
  await update(who, "Nobody has the numbers.", { label: "Off target, with a remedy" });
  await update(who, "They are on the wall.", { label: "On target" });
  await add(who, "Read the audit of February", ["5", "3", "2027"], "Jo Ward");
  await who.page.click('summary:has-text("Verify and close")');
  await who.page.fill("#seen", "The minutes.");
  await press(who, "Verify and close");
  await who.page.locator(".note--green").waitFor();
  await add(who, "Train the new team", ["28", "5", "2027"], "");
  await update(who, "No trainer.", { label: /^Off target(?!, with)/ });
}

reportsOnPeriods({
  board: "harrowmere",
  prepare,
  name: "periods",
  month: [
    ["1", "3", "2027"],
    ["31", "3", "2027"],
  ],
  until: "30 April 2027",
  highlightFiles: [["csv", "CSV"]],
});
