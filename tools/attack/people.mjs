// Everybody in the region as visitors of the service, each in each of their roles, and nobody.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Visitor } from "./web.mjs";

const run = promisify(execFile);

async function tokenFor(admin, email, party, role) {
  const words = ["token", "issue", "--email", email, "--party", party, "--role", role];
  return (await run(admin, words, { encoding: "utf8" })).stdout.trim();
}

export const partyIn = (region, code) => region.parties.find((party) => party.code === code);

// Visitors of all memberships, in the region's order, and at the end somebody without any.
export async function everybody(region, web, admin) {
  const wanted = region.people.flatMap((person) =>
    person.memberships.map((membership) => ({ person, membership })),
  );
  const visitors = await Promise.all(
    wanted.map(async ({ person, membership }) => {
      const { kind, profile } = partyIn(region, membership.party);
      const token = await tokenFor(admin, person.email, profile.name, membership.role);
      const { party, unit, role, position } = membership;
      const about = { name: person.name, kind, party, unit, role, token, email: person.email };
      const visitor = await new Visitor(web, about).prepare();
      return Object.assign(visitor, { position, person: person.code });
    }),
  );
  const nobody = { name: "Nobody", kind: "nobody", party: "nobody", role: "nobody" };
  return [...visitors, await new Visitor(web, nobody).prepare()];
}

export const withRole = (visitors, party, role, unit = null) =>
  visitors.find((one) => one.party === party && one.role === role && (one.unit ?? null) === unit);
