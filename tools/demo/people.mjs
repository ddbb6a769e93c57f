// Who there is in the region, and bearer tokens for them. Run by itself it prints how to sign in.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client } from "./api.mjs";

export const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

const roleWords = {
  lead: "leads the return",
  contributor: "contributes",
  authoriser: "authorises",
  manager: "board manager",
  assistant: "assists the board manager",
  chair: "independent chair",
  member: "board member",
  childrens_lead: "looks at what boards grant",
};

export class People {
  constructor(region, { url, admin }) {
    this.region = region;
    this.url = url;
    this.admin = admin;
    this.clients = new Map();
  }

  partyName(code) {
    return this.region.parties.find((party) => party.code === code).profile.name;
  }

  // The lead of the whole agency, or the contributor of the unit.
  writerFor(party, unit) {
    for (const person of this.region.people) {
      const membership = person.memberships.find(
        (one) =>
          one.party === party && one.unit === unit && ["lead", "contributor"].includes(one.role),
      );
      if (membership && (unit || membership.role === "lead")) {
        return this.client(person, membership);
      }
    }
    throw new Error(`nobody writes for ${unit ?? party}`);
  }

  // The person of that name, acting for a party; any role there that may write when none is named.
  named(name, party) {
    const person = this.region.people.find((one) => one.name === name);
    const membership = person?.memberships.find((one) => one.party === party);
    if (!membership) {
      throw new Error(`${name} has no role at ${party}`);
    }
    return this.client(person, membership);
  }

  withRole(party, role) {
    for (const person of this.region.people) {
      const membership = person.memberships.find((one) => one.party === party && one.role === role);
      if (membership) {
        return this.client(person, membership);
      }
    }
    throw new Error(`nobody is ${role} at ${party}`);
  }

  client(person, membership) {
    const key = `${person.code}/${membership.party}/${membership.role}`;
    if (!this.clients.has(key)) {
      const token = this.issue(person.email, this.partyName(membership.party), membership.role);
      const client = new Client(this.url, token, person.name);
      client.position = membership.position;
      this.clients.set(key, client);
    }
    return this.clients.get(key);
  }

  // Tokens of those who signed out everywhere are over: the next use takes new ones.
  forgetTokens() {
    this.clients.clear();
  }

  issue(email, party, role) {
    const words = ["token", "issue", "--email", email, "--party", party, "--role", role];
    return execFileSync(this.admin, words, { encoding: "utf8" }).trim();
  }
}

export function printSignIns(region) {
  for (const party of region.parties) {
    console.log(`\n${party.profile.name}`);
    for (const person of region.people) {
      const here = person.memberships.filter((one) => one.party === party.code);
      if (here.length > 0) {
        const roles = [...new Set(here.map((one) => roleWords[one.role] ?? one.role))].join(", ");
        console.log(`  ${person.email.padEnd(46)} ${person.name}: ${roles}`);
      }
    }
  }
  console.log("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printSignIns(readJson(process.argv[2]));
}
