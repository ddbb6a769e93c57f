// Fills both forces' rooms until every copy can be sent, as the demonstration does: node fill.mjs
// REGION CONTENT AGENCY. A program of its own, because it trusts the stage's certificate.
import { Filling } from "../../../tools/demo/answers.mjs";
import { People } from "../../../tools/demo/people.mjs";
import { answersOf, readJson } from "./region.mjs";

const [regionFile, contentFile, agency] = process.argv.slice(2);
const people = new People(readJson(regionFile), {
  url: process.env.ONERETURN_URL,
  admin: process.env.ONERETURN_ADMIN,
});
const answers = answersOf(contentFile, agency);
const lead = people.withRole(agency, "lead");
const { requests } = await lead.get("/requests");
const filling = new Filling(answers, people, requests);

async function choose() {
  const { extras } = await lead.get("/return");
  for (const { request, board, extras: asked } of extras) {
    const code = people.region.parties.find((one) => one.profile.name === board.name).code;
    const choices = filling.choicesInFile(code);
    for (const open of asked.filter((one) => one.kind === "choice")) {
      const { point } = choices.find((one) => one.box_no === open.key);
      const place = `/requests/${request}/boxes/choice/${encodeURIComponent(open.key)}`;
      await lead.put(place, { version: open.version, point });
    }
  }
}

async function explain() {
  const { boards } = await lead.get("/check");
  for (const check of boards) {
    if (check.errors.length > 0) throw new Error(JSON.stringify(check.errors));
    for (const query of check.queries) {
      const text = "Looked at before sending; it is meant as it stands.";
      await lead.put(`/requests/${check.request}/explanations`, { key: query.key, text });
    }
  }
}

await filling.common();
await filling.forBoards();
await filling.evidence();
await filling.commitments();
await choose();
await explain();
