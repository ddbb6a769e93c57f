// For each operation that takes JSON: somebody who may, an address with records that exist, and a
// body that its schema allows.

import { routeOf, resolved } from "./routes.mjs";
import { stage } from "./stage.mjs";

const roleToLabel = {
  lead: "lead",
  contributor: "lead",
  authoriser: "authoriser",
  manager: "manager",
};

export async function senderOf({ verb, path }) {
  const { people } = await stage();
  const route = routeOf(verb, `/api/v1${path.replace(/\{[^}]+\}/g, "x")}`);
  if (route.who === "board") return people.get("manager");
  const role = ["lead", "authoriser"].find(
    (one) => route.roles.length === 0 || route.roles.includes(one),
  );
  return people.get(roleToLabel[role ?? "lead"]);
}

let known = null;

// Records of the agency that `lead` leads, by the names that paths and bodies have for them.
export async function records() {
  known ??= await lookUp();
  return known;
}

async function lookUp() {
  const { database, people } = await stage();
  const lead = people.get("lead");
  const one = async (sql) => (await database.rows(sql))[0]?.id;
  const mine = `tenant_id = '${lead.party_id}'`;
  const request = await one(`select request_id as id from tenant.request
    where agency_id = '${lead.party_id}' and template_code = 'eldervale-s11'`);
  return {
    request,
    requirement: "C1.1",
    kind: "residual",
    key: "1",
    box: "3.evidence",
    commitment: await one(
      `select commitment_id as id from tenant.commitment where ${mine} limit 1`,
    ),
    evidence: await one(`select evidence_id as id from tenant.evidence where ${mine} limit 1`),
    assignment: await one(
      `select assignment_id as id from tenant.assignment where ${mine} limit 1`,
    ),
    note: await one(`select remark_id as id from tenant.remark where ${mine} limit 1`),
    person: people.get("contributor").person_id,
    board: people.get("manager").party_id,
    unit: await one(`select unit_id as id from tenant.unit where ${mine} limit 1`),
  };
}

export async function pathOf({ path }) {
  const all = await records();
  return path.replace(/\{([^}]+)\}/g, (_, name) => {
    if (!all[name]) throw new Error(`no record for {${name}} of ${path}`);
    return encodeURIComponent(all[name]);
  });
}

// Values for fields whose schema does not say enough.
async function valueFor(name, schema) {
  const all = await records();
  const words = {
    requests: [all.request],
    boards: [all.board],
    requirements: ["C1.1"],
    person: all.person,
    for: all.person,
    unit: all.unit,
    code: "C1.1",
    requirement: "C1.1",
    restore: 1,
    version: 0,
    facet: "1l",
    request: all.request,
    key: "no-knows:C1.1",
    point: "",
  };
  if (name in words) return words[name];
  const { type, format } = schema;
  const kind = Array.isArray(type) ? type.find((one) => one !== "null") : type;
  if (schema.enum) return schema.enum[1] ?? schema.enum[0];
  if (format === "date") return "2027-06-01";
  if (format === "uuid") return all.request;
  if (kind === "integer") return schema.minimum ?? 1;
  if (kind === "boolean") return true;
  if (kind === "array") return [];
  return "Some words";
}

async function example(schema, name) {
  const whole = resolved(schema);
  if (!whole.properties) return valueFor(name, whole);
  const made = {};
  for (const key of whole.required ?? []) made[key] = await example(whole.properties[key], key);
  return made;
}

const subjects = [{ requirement: "C1.1" }];

export async function baseOf(operation) {
  const made = await example(operation.schema, "");
  if ("subjects" in made) made.subjects = subjects;
  if (operation.id === "postSubmission") {
    Object.assign(made, { name: "Some Name", position: "Lead", statement: "It is fair." });
  }
  if (operation.schema.properties.version) made.version = 0;
  return made;
}

// Every member that the schema names: { pointer, base, type, format, enum, maxLength, maximum,
// required, nullable }; `base` is a body in which the member's parent exists.
export function leavesOf(schema, base, pointer = [], whole = base) {
  const list = [];
  const { properties = {}, required = [] } = resolved(schema);
  for (const [name, part] of Object.entries(properties)) {
    const member = resolved(part);
    const types = [member.type ?? "string"].flat();
    const type = types.find((one) => one !== "null");
    const here = [...pointer, name];
    const { format, enum: words, maxLength, maximum } = member;
    list.push({
      pointer: here,
      base: whole,
      type: member.properties ? "object" : type,
      format,
      enum: words,
      maxLength,
      maximum,
      required: required.includes(name),
      nullable: types.includes("null"),
    });
    const items = member.items ? resolved(member.items) : null;
    if (member.properties) list.push(...leavesOf(member, null, here, placed(whole, here, {})));
    if (items?.properties) {
      const at = [...here, 0];
      list.push(...leavesOf(items, null, at, placed(placed(whole, here, []), at, {})));
    }
  }
  return list;
}

function placed(value, pointer, made) {
  const copy = structuredClone(value);
  let at = copy;
  for (const key of pointer.slice(0, -1)) at = at[key];
  at[pointer.at(-1)] ??= made;
  return copy;
}
