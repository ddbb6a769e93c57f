// Puts what the other agencies have written so far into the service: node seed.mjs
import { dirname, join } from "node:path";
import { Filling } from "./answers.mjs";
import { People, readJson } from "./people.mjs";

const { ONERETURN_URL: url, ONERETURN_ADMIN: admin, ONERETURN_REGION: regionFile } = process.env;
const region = readJson(regionFile);
const people = new People(region, { url, admin });

for (const seeded of region.answers.filter((one) => one.how === "seeded")) {
  const answers = readJson(join(dirname(regionFile), seeded.file));
  const reader = people.writerFor(answers.agency, seeded.unit);
  const { requests } = await reader.get("/requests");
  const filling = new Filling(answers, people, requests, seeded.unit);
  const counts = [
    await filling.common(),
    await filling.forBoards(),
    await filling.evidence(),
    await filling.commitments(),
  ];
  console.log(
    `${seeded.file}: ${counts[0]} answers, ${counts[1]} for one board, ` +
      `${counts[2]} evidence, ${counts[3]} commitments`,
  );
}
