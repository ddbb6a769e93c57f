// The boards' working year, so that each of its forms is on some page: as the attack plants it,
// with evaluations in the states that this suite wants. Answers where pages begin.

import { readFileSync } from "node:fs";
import { placesOfPapers, plantPapers } from "../../../../tools/attack/papers.mjs";
import { everybody, withRole } from "../../../../tools/attack/people.mjs";
import { sendForm } from "../../../../tools/attack/plant.mjs";
import { settingsFrom } from "../../../../tools/attack/settings.mjs";
import { force, giveEvidence } from "../../../../tools/attack/stage.mjs";
import { Web } from "../../../../tools/attack/web.mjs";
import { gradeAll, plantYear } from "../../../../tools/attack/year.mjs";

const steps = [
  "questions",
  "guidance",
  "samples",
  "plans",
  "reviews",
  "reminders",
  "reports",
  "newer",
  "actions",
];

// What each board has done with the return it holds: released, ready for it, or just begun.
async function evaluate(stage) {
  const begun = { westmarch: "released", eldervale: "ready", tarnbridge: "begun" };
  for (const { board, manager, held } of stage.held.filter((one) => begun[one.board])) {
    const page = `/returns/${held}/evaluation`;
    await sendForm(manager, page, page);
    if (begun[board] === "begun") continue;
    await gradeAll(manager, page);
    if (begun[board] === "released") await sendForm(manager, `${page}/finish`, `${page}/release`);
  }
}

// A piece is asked for and given, so that the board says what it thinks of it.
async function supply(stage) {
  const { manager, held } = stage.held.find((one) => one.board === "westmarch");
  const page = `/returns/${held}/evidence`;
  const { text } = await manager.ask("GET", page);
  const number = /(\d+)\/ask"/.exec(text)?.[1];
  if (number) await sendForm(manager, page, `${page}/${number}/ask`, { words: "Please." });
  await giveEvidence(stage, force);
}

// A member has noted something and not sent it; a plan that was demanded is not needed any more.
async function review(stage) {
  const member = stage.role("harrowmere", "member");
  const { text } = await member.ask("GET", "/reviews");
  const [, page] = /href="(\/reviews\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/.exec(text);
  await sendForm(member, page, `${page}/note`, { comment: "So it is." });
  const { manager } = stage.held.find((one) => one.board === "tarnbridge");
  const { text: plans } = await manager.ask("GET", "/plans");
  const [, at] = /href="(\/plans\/[0-9a-f-]{36})"/.exec(plans);
  await sendForm(manager, at, `${at}/withdraw`);
}

export async function playYear() {
  const region = JSON.parse(readFileSync(process.env.ONERETURN_REGION, "utf8"));
  const { url, admin } = settingsFrom(process.env);
  const web = new Web(url);
  try {
    const visitors = await everybody(region, web, admin);
    const names = new Map(region.parties.map((one) => [one.code, one.profile.name]));
    for (const visitor of visitors) visitor.names = names;
    const stage = { region, visitors, role: (...about) => withRole(visitors, ...about) };
    stage.boards = region.parties.filter((one) => one.kind === "board").map((one) => one.code);
    await plantYear(stage, steps);
    await evaluate(stage);
    await supply(stage);
    await review(stage);
    const papers = await plantPapers(stage);
    const returns = stage.held.flatMap(({ held }) => [
      `/returns/${held}`,
      `/returns/${held}/plan`,
      `/returns/${held}/samples`,
      `/returns/${held}/supplement`,
      `/returns/${held}/evaluation`,
      `/returns/${held}/evaluation/both`,
      `/returns/${held}/evaluation/finish`,
      `/returns/${held}/evaluation/send-back`,
      `/peer-reviews/invite?return=${held}`,
    ]);
    return [...returns, ...papers, ...placesOfPapers];
  } finally {
    web.close();
  }
}
