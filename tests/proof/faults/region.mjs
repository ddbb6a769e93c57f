// The demonstration's region with a second force that answers the same five boards: rounds need
// several agencies whose copies are ready to be sent.
import { readFileSync } from "node:fs";
import path from "node:path";

const first = "thornmere-police";
export const second = "saltmarsh-police";
export const agencies = [first, second];

const asSecond = (value) =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(first, second)
      .replaceAll("Thornmere Constabulary", "Saltmarsh Constabulary")
      .replaceAll("thornmere-whole", "saltmarsh-whole")
      .replaceAll("ZZ90", "ZZ91"),
  );

export const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

export function regionOf(file) {
  const region = readJson(file);
  const double = (list, belongs) => {
    const more = list.filter(belongs).map(asSecond);
    list.push(...more);
    return more;
  };
  double(region.organisations, (one) => one.code === `org-${first}`);
  const [party] = double(region.parties, (one) => one.code === first);
  party.mark = "SC";
  party.profile.aliases = [];
  for (const { memberships } of region.people) {
    memberships.push(...memberships.filter((one) => one.party === first).map(asSecond));
  }
  double(region.register, (one) => one.agency === first);
  double(region.requests, (one) => one.agency === first);
  return region;
}

export function answersOf(file, agency) {
  const region = readJson(file);
  const played = region.answers.find((one) => one.how === "played");
  const answers = readJson(path.join(path.dirname(file), played.file));
  return agency === first ? answers : asSecond(answers);
}
